/// The person's side: keys, pasted text, the mouse.
extension ProgramSession {
  /// Types characters, one after the other; a newline is the enter key.
  public func type(_ text: String) throws {
    try sendKeys(Array(text.replacing("\n", with: "\r").utf8))
  }

  /// Presses a key.
  ///
  /// After `.escape`, wait for what it does before typing on: a terminal's sequences begin with the
  /// same byte, and escape with `j` right behind it is alt-j. Typing on at once is an error.
  public func press(_ key: Key) throws {
    try sendKeys(
      key.bytes(terminal: terminal, applicationCursorKeys: model.modes.applicationCursorKeys)
    )
    hasUnseenEscape = key == .escape
  }

  /// Presses a key several times.
  public func press(_ key: Key, times: Int) throws {
    for _ in 0..<times { try press(key) }
  }

  /// Pastes text, in brackets if the program has asked for them.
  public func paste(_ text: String) throws {
    let content = text.replacing("\n", with: "\r")
    let isBracketed = model.modes.bracketedPaste
    try sendKeys(Array((isBracketed ? "\u{1B}[200~\(content)\u{1B}[201~" : content).utf8))
  }

  /// Does something with the mouse at a cell; an error if the program has not asked for the mouse.
  public func mouse(_ event: MouseEvent, row: Int, column: Int) throws {
    try takeOutput()
    guard model.modes.mouse != .off else {
      throw failure("\(event) at row \(row), column \(column): the program has no mouse on.")
    }
    let place = TerminalPosition(row: row, column: column)
    try sendKeys(event.bytes(at: place, isSGR: model.modes.mouseSGR))
  }

  /// Presses a button and lets it go.
  public func click(row: Int, column: Int, button: MouseButton = .left) throws {
    try mouse(.press(button), row: row, column: column)
    try mouse(.release(button), row: row, column: column)
  }

  /// Clicks on the first character of a text on the screen.
  public func click(_ text: String, button: MouseButton = .left) throws {
    let place = try place(of: text)
    try click(row: place.row, column: place.column, button: button)
  }

  /// Drags with the left button from one text on the screen to another.
  public func drag(_ text: String, to target: String) throws {
    let start = try place(of: text)
    let end = try place(of: target)
    try mouse(.press(.left), row: start.row, column: start.column)
    try mouse(.drag(.left), row: end.row, column: end.column)
    try mouse(.release(.left), row: end.row, column: end.column)
  }

  private func place(of text: String) throws -> TerminalPosition {
    try takeOutput()
    guard let place = model.position(of: text) else {
      throw failure("\"\(text)\" is not on the screen.")
    }
    return place
  }

  private func sendKeys(_ bytes: [UInt8]) throws {
    guard !hasUnseenEscape else {
      throw failure("Wait for what escape does before typing on; see `press`.")
    }
    try send(bytes)
  }
}
