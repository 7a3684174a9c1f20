import TerminalModel
import Testing

/// One's own settings on the board, in a real pseudo-terminal.
@Suite struct `The board with a config` {
  private func board(
    _ config: String,
    _ arguments: [String] = [],
    rows: Int = 40,
    home: PrivateHome? = nil
  ) throws -> ProgramSession {
    let home = try home ?? PrivateHome()
    try home.makeFolder("config/dealboard")
    try home.write(config, to: "config/dealboard/config.toml")
    let added = try ProgramRun.run(["add", "Acme renewal", "--value", "48k"], home: home)
    #expect(added.status == 0)
    let board = try ProgramSession(arguments, rows: rows, columns: 120, home: home)
    try board.waitForText("Acme renewal")
    return board
  }

  @Test func `heeds its keys, and shows them`() throws {
    let board = try board("[keys]\nwin = \"f2\"\nquit = \"Q\"")

    try board.waitForText("f2 won")
    try board.type("wq")
    try board.press(.function(2))
    try board.waitForText("Won Acme renewal")
    try board.type("Q")
    #expect(try board.waitForExit() == .exited(0))

    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("\"won\""))
  }

  @Test func `acts as whom it names, whose name it may begin alone`() throws {
    let home = try PrivateHome()
    for name in ["Omar Haddad", "Ilse Roos"] {
      #expect(try ProgramRun.run(["people", "add", name], home: home).status == 0)
    }
    let board = try board("as = \"omar\"", home: home)

    try board.type("w")
    try board.waitForText("Won Acme renewal")
    try board.waitForText("saved")
    let log = try ProgramRun.run(["log", "1", "--json"], home: home).output
    #expect(log.contains("Omar Haddad"))
    #expect(!log.contains("\"omar\""))
  }

  @Test func `opens with the defaults where it is wrong, and says the first mistake`() throws {
    let board = try board("theme = \"nrod\"\nmouse = 3\n[keys]\nquit = \"Q\"")

    try board.waitForText(
      "config.toml, line 1, column 9: There is no theme \"nrod\". Did you mean \"nord\"? (1 more:"
    )
    try board.type("Q")
    #expect(try board.waitForExit() == .exited(0))
  }

  @Test func `leaves the mouse to the terminal where it says so`() throws {
    let without = try board("mouse = false")
    let with = try board("")

    #expect(!without.rawBytes.contains("\u{1B}[?1002h"))
    #expect(with.rawBytes.contains("\u{1B}[?1002h"))
  }

  @Test func `draws with ASCII alone where it says so`() throws {
    let board = try board("ascii = true")

    let others = board.screenText.unicodeScalars.filter { !$0.isASCII }
    #expect(others.isEmpty)
  }

  @Test func `has cards as tall as it says, and no sidebar`() throws {
    let board = try board("density = \"line\"\nsidebar = false")

    #expect(!board.screenText.contains("PIPELINE"))
    // On one line: title and value.
    let row = try #require(board.model.textRows.first { $0.contains("Acme renewal") })
    #expect(row.contains("€48k"))
  }

  @Test func `begins in the theme that it names, whatever was remembered`() throws {
    let first = try board("")
    try first.type("T")
    try first.waitForText("Theme ")
    try first.type("q")
    try first.waitForExit()

    let second = try board("theme = \"nord\"", home: first.home)

    // Nord's first stage, #81a1c1, is 109 of 256.
    #expect(second.model.style(of: "LEAD IN")?.foreground == .palette(109))
    try second.type("T")
    try second.waitForText("Theme gruvbox until you quit; config.toml sets the theme.")
  }

  @Test func `takes the theme for its background, and asks no further`() throws {
    let board = try board("background = \"light\"\nlight_theme = \"solarized\"")

    // Solarized's first stage, #3d97dc, is 68 of 256.
    #expect(board.model.style(of: "LEAD IN")?.foreground == .palette(68))
  }
}

extension [UInt8] {
  /// Whether a text's bytes stand in it.
  fileprivate func contains(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
