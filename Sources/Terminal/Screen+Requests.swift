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
