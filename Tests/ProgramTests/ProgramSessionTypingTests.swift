import TerminalModel
import Testing

@Suite struct `A session, keys and mouse` {
  /// Shows the bytes that come in, as `od` writes them, after having written a text.
  private func bytes(
    _ count: Int,
    after setup: String = "",
    terminal: String = "xterm-256color",
    _ act: (ProgramSession) throws -> Void
  ) throws -> String {
    let script = "stty raw -echo; printf '\(setup)ready'; head -c \(count) | od -An -t x1"
    let session = try shell(script, terminal: terminal)
    try session.waitForText("ready")
    try act(session)
    try session.waitForExit()
    return session.row(0).split(separator: " ").drop { $0.hasSuffix("ready") }
      .joined(separator: " ")
  }

  @Test(arguments: [
    (Key.escape, "1b"), (.enter, "0d"), (.tab, "09"), (.backTab, "1b 5b 5a"), (.backspace, "7f"),
    (.delete, "1b 5b 33 7e"), (.up, "1b 5b 41"), (.left, "1b 5b 44"), (.home, "1b 5b 48"),
    (.end, "1b 5b 46"), (.pageDown, "1b 5b 36 7e"), (.function(1), "1b 4f 50"),
    (.function(5), "1b 5b 31 35 7e"), (.ctrl("p"), "10"), (.ctrl("["), "1b"),
    (.character("ä"), "c3 a4"), (.alt(.character("j")), "1b 6a"),
    (.shift(.right), "1b 5b 31 3b 32 43"), (.shift(.tab), "1b 5b 5a"),
  ])
  func `a key sends xterm's bytes`(key: Key, hex: String) throws {
    let sent = try bytes(hex.split(separator: " ").count) { try $0.press(key) }

    #expect(sent == hex)
  }

  @Test(arguments: [
    (Key.up, "\\033[?1h", "xterm-256color", "1b 4f 41"),
    (.home, "", "linux", "1b 5b 31 7e"), (.function(1), "", "linux", "1b 5b 5b 41"),
    (.end, "", "tmux-256color", "1b 5b 34 7e"), (.backspace, "", "vt100", "08"),
  ])
  func `a key's bytes follow the mode and the terminal`(
    key: Key,
    setup: String,
    terminal: String,
    hex: String
  ) throws {
    let count = hex.split(separator: " ").count

    let sent = try bytes(count, after: setup, terminal: terminal) { try $0.press(key) }

    #expect(sent == hex)
  }

  @Test func `pasted text is in brackets only if the program asked`() throws {
    #expect(try bytes(3) { try $0.paste("a\nb") } == "61 0d 62")
    #expect(
      try bytes(13, after: "\\033[?2004h") { try $0.paste("x") }
        == "1b 5b 32 30 30 7e 78 1b 5b 32 30 31 7e"
    )
  }

  @Test func `a click is a press and a release at the text's cell`() throws {
    // "ready" starts in row 1, column 1, as the mouse counts them: \e[<0;1;1M and \e[<0;1;1m.
    let sent = try bytes(18, after: "\\033[?1000h\\033[?1006h") { try $0.click("ready") }

    #expect(sent == "1b 5b 3c 30 3b 31 3b 31 4d 1b 5b 3c 30 3b 31 3b 31 6d".prefix(47))
  }

  @Test func `the older form of the mouse adds 32 to all numbers`() throws {
    // Button 0, column 3 and row 2 from 1: 32, 35, 34.
    let sent = try bytes(6, after: "\\033[?1002h") {
      try $0.mouse(.press(.left), row: 1, column: 2)
    }

    #expect(sent == "1b 5b 4d 20 23 22")
  }

  @Test func `a click at a program without the mouse is a failure`() throws {
    let session = try shell("echo ready; exec cat")
    try session.waitForText("ready")

    #expect(throws: SessionFailure.self) { try session.click(row: 0, column: 0) }
  }

  @Test func `typing right behind escape is a failure`() throws {
    let session = try shell("stty raw -echo; echo ready; exec cat")
    try session.waitForText("ready")
    try session.press(.escape)

    #expect(throws: SessionFailure.self) { try session.type("j") }
  }
}
