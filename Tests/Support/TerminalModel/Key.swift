/// A key as a person presses it.
public indirect enum Key: Hashable, Sendable {
  case escape, enter, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
  /// A character as it is on the keyboard.
  case character(Character)
  /// Control and a letter or one of `@ [ \ ] ^ _`.
  case ctrl(Character)
  /// Alt, which terminals send as escape before the key.
  case alt(Key)
  /// Shift and one of the cursor keys, home, end, page up and down, insert, delete.
  case shift(Key)

  /// What a terminal of this name sends, cursor keys depending on the mode the program has set.
  ///
  /// The sequences are those of each terminal's terminfo entry; xterm's are the default.
  func bytes(terminal: String, applicationCursorKeys: Bool) -> [UInt8] {
    let introducer = applicationCursorKeys ? "\u{1B}O" : "\u{1B}["
    let isConsole = terminal == "linux"
    // What has no tilde in xterm has one here.
    let isVT220Like = isConsole || terminal.hasPrefix("screen") || terminal.hasPrefix("tmux")
    let text: String =
      switch self {
      case .escape: "\u{1B}"
      case .enter: "\r"
      case .tab: "\t"
      case .backTab: isConsole ? "\u{1B}\t" : "\u{1B}[Z"
      case .backspace: terminal == "vt100" ? "\u{8}" : "\u{7F}"
      case .delete: "\u{1B}[3~"
      case .insert: "\u{1B}[2~"
      case .pageUp: "\u{1B}[5~"
      case .pageDown: "\u{1B}[6~"
      case .home where isVT220Like: "\u{1B}[1~"
      case .end where isVT220Like: "\u{1B}[4~"
      case .up, .down, .right, .left, .home, .end: introducer + letter
      case .function(let number): Self.function(number, isConsole: isConsole)
      case .character(let character): String(character)
      case .ctrl(let character): Self.control(character)
      case .alt, .shift: ""
      }
    return switch self {
    case .alt(let key):
      [0x1B] + key.bytes(terminal: terminal, applicationCursorKeys: applicationCursorKeys)
    case .shift(let key): Array(key.shifted.utf8)
    default: Array(text.utf8)
    }
  }

  /// The last character of the sequence of a key that has one in xterm.
  private var letter: String {
    switch self {
    case .up: "A"
    case .down: "B"
    case .right: "C"
    case .left: "D"
    case .home: "H"
    case .end: "F"
    default: ""
    }
  }

  private var shifted: String {
    switch self {
    case .insert: "\u{1B}[2;2~"
    case .delete: "\u{1B}[3;2~"
    case .pageUp: "\u{1B}[5;2~"
    case .pageDown: "\u{1B}[6;2~"
    case .tab: "\u{1B}[Z"
    default: Self.sequence("\u{1B}[1;2", letter, of: self)
    }
  }

  private static func sequence(_ beginning: String, _ letter: String, of key: Key) -> String {
    precondition(!letter.isEmpty, "no terminal sends \(key) with shift as a key of its own")
    return beginning + letter
  }

  private static func control(_ character: Character) -> String {
    let code = character.uppercased().unicodeScalars.first?.value ?? 0
    precondition((0x40...0x5F).contains(code), "there is no control character for \(character)")
    return String(Character(Unicode.Scalar(UInt8(code & 0x1F))))
  }

  private static func function(_ number: Int, isConsole: Bool) -> String {
    precondition((1...12).contains(number), "function keys are F1 to F12")
    if number <= 5, isConsole { return "\u{1B}[[" + ["A", "B", "C", "D", "E"][number - 1] }
    if number <= 4 { return "\u{1B}O" + ["P", "Q", "R", "S"][number - 1] }
    return "\u{1B}[\([15, 17, 18, 19, 20, 21, 23, 24][number - 5])~"
  }
}

/// What a person does with the mouse at one place.
public enum MouseEvent: Hashable, Sendable {
  case press(MouseButton)
  /// Moves with the button down.
  case drag(MouseButton)
  case release(MouseButton)
  case wheelUp, wheelDown

  /// The bytes a terminal sends for it, SGR or the older form.
  func bytes(at place: TerminalPosition, isSGR: Bool) -> [UInt8] {
    var code: Int
    var isRelease = false
    switch self {
    case .press(let button): code = button.rawValue
    case .drag(let button): code = button.rawValue + 32
    case .release(let button):
      // The older form does not say which button went up.
      code = isSGR ? button.rawValue : 3
      isRelease = true
    case .wheelUp: code = 64
    case .wheelDown: code = 65
    }
    if isSGR {
      let final = isRelease ? "m" : "M"
      return Array("\u{1B}[<\(code);\(place.column + 1);\(place.row + 1)\(final)".utf8)
    }
    precondition(max(place.column, place.row) < 223, "the older form ends at cell 223")
    return Array("\u{1B}[M".utf8)
      + [code + 32, place.column + 33, place.row + 33].map { UInt8($0) }
  }
}

/// A button of the mouse, by the number that terminals give it.
public enum MouseButton: Int, Hashable, Sendable {
  case left = 0
  case middle = 1
  case right = 2
}
