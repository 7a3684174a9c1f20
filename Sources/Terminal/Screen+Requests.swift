import Glibc

extension Screen {
  /// Turns reports of the mouse on or off; without effect where the terminal has none.
  public func setMouse(_ isOn: Bool) {
    guard capabilities.hasPrivateModes, isOn != usesMouse else { return }
    usesMouse = isOn
    send(isOn ? PrivateMode.mouse.on : PrivateMode.mouse.off)
  }

  /// Asks for the background colour; the answer, if one comes, is the event `.backgroundColor`.
  ///
  /// - Returns: Whether the terminal was asked: one that does not know the question would print it.
  @discardableResult
  public func askForBackgroundColor() -> Bool {
    guard capabilities.hasCommands else { return false }
    send(BackgroundColorAnswer.question)
    return true
  }

  /// Asks the terminal for its status; where it answers, no frame is sent from then on while it has
  /// yet to read an earlier one (`takesOutput`).
  public func learnPace() {
    send(LinePacing.question)
    pacing.ask(at: MonotonicClock.milliseconds)
  }

  /// Waits for an answer that is on its way: it would be typed at whoever gets the terminal next.
  func awaitStatus() {
    guard let asked = pacing.askedAt else { return }
    // One that may not know the question has had its time soon.
    let end =
      pacing.answers ? MonotonicClock.milliseconds + Self.lastPatience : asked + Self.firstPatience
    var dropped: [TerminalEvent] = []
    while !parser.hasStatus, !inputHasEnded, MonotonicClock.milliseconds < end {
      var readable = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      let rest = end - MonotonicClock.milliseconds
      if poll(&readable, 1, Int32(clamping: rest)) > 0 { readInput(&dropped) }
    }
    if parser.hasStatus { pacing.takeAnswer() } else { pacing.giveUp() }
    parser.hasStatus = false
  }

  /// How long the first answer is awaited where the terminal is given back at once, in milliseconds.
  private static let firstPatience = 100
  /// How long another is awaited where the terminal is given back, in milliseconds.
  private static let lastPatience = 3_000

  /// Puts text on the clipboard of the terminal, which over ssh is the user's own.
  ///
  /// Terminals may be set to refuse it, and do not say so.
  ///
  /// - Returns: Whether it was sent: the terminal takes commands, and the text is at most 74,994 bytes,
  ///   which some terminals set as limit.
  ///
  /// Source: operating system command 52, XTerm Control Sequences.
  public func copyToClipboard(_ text: String) -> Bool {
    guard capabilities.hasCommands, text.utf8.count <= 74_994 else { return false }
    send("\u{1b}]52;c;\(Base64.encode(Array(text.utf8)))\u{1b}\\")
    return true
  }
}

/// Bytes as letters, digits, plus and slash, after RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars
  )

  static func encode(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return String(text)
  }
}
