import TerminalModel
import Testing

/// The board's colours in a real pseudo-terminal.
@Suite struct `The board's theme` {
  private func board(
    _ arguments: [String] = [],
    environment: [String: String?] = [:],
    terminal: String = "xterm-256color",
    background: (red: Int, green: Int, blue: Int)? = nil,
    home: PrivateHome? = nil
  ) throws -> ProgramSession {
    let home = try home ?? PrivateHome()
    let added = try ProgramRun.run(["add", "Acme renewal", "--value", "48k"], home: home)
    #expect(added.status == 0)
    let board = try ProgramSession(
      arguments,
      environment: environment,
      terminal: terminal,
      rows: 40,
      columns: 120,
      background: background,
      home: home
    )
    // The hints may give way to a notice at once; the status line stays.
    try board.waitForText("undo: 1")
    return board
  }

  private func home(theme name: String, _ text: String) throws -> PrivateHome {
    let home = try PrivateHome()
    try home.makeFolder("config/dealboard/themes")
    try home.write(text, to: "config/dealboard/themes/\(name).toml")
    return home
  }

  @Test func `has the places of its colours among 256`() throws {
    let board = try board(["board", "--theme", "default"])

    // The palette: the first stage 111, selection 237; the background is never painted.
    #expect(board.model.style(of: "LEAD IN")?.foreground == .palette(111))
    #expect(board.model.style(of: "Acme renewal")?.background == .palette(237))
    #expect(board.model.style(of: "CONTACT MADE")?.background == .standard)
  }

  @Test func `is the one that a dark or a light terminal needs`() throws {
    #expect(
      try board(environment: ["COLORFGBG": "15;0"]).model.style(of: "LEAD IN")?.foreground
        == .palette(111)
    )
    // The light theme: #005faf is 25.
    #expect(
      try board(environment: ["COLORFGBG": "0;15"]).model.style(of: "LEAD IN")?.foreground
        == .palette(25)
    )
  }

  @Test func `reads on both where nobody says which the terminal is`() throws {
    let board = try board(environment: ["COLORFGBG": nil])

    // The neutral theme: #3b82f6 is 69.
    #expect(board.model.style(of: "LEAD IN")?.foreground == .palette(69))
  }

  @Test func `has none of its colours where NO_COLOR is set`() throws {
    let board = try board(["board", "--theme", "nord"], environment: ["NO_COLOR": "1"])

    for row in 0..<board.model.rows {
      for cell in board.model.cells(row: row) {
        #expect(cell.style.foreground == .standard && cell.style.background == .standard)
      }
    }
    #expect(board.model.style(of: "Acme renewal")?.isReverse == true)
  }

  @Test func `reverses what is selected where there are 8 colours`() throws {
    let board = try board(["board", "--theme", "default"], terminal: "linux")

    #expect(board.model.style(of: "LEAD IN")?.foreground == .palette(4))
    #expect(board.model.style(of: "Acme renewal")?.isReverse == true)
  }

  @Test func `with a mistake gives way to the default, and the status line says where`() throws {
    let home = try home(theme: "sea", "[role]\ndmi = \"bold\"")

    let board = try board(["board", "--theme", "sea"], home: home)

    try board.waitForText("sea.toml, line 2, column 1: There is no role")
    #expect(board.model.style(of: "LEAD IN")?.foreground == .palette(111))
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
  }

  @Test func `of one's own wins by its name`() throws {
    let home = try home(theme: "nord", "[role]\nstage-1 = \"#ff0000\"")

    let board = try board(["board", "--theme", "nord"], home: home)

    #expect(board.model.style(of: "LEAD IN")?.foreground == .palette(196))
  }

  @Test func `that there is not is refused with the one that was meant`() throws {
    let home = try PrivateHome()
    let session = try ProgramSession(["board", "--theme", "drakula"], home: home)

    #expect(try session.waitForExit() == .exited(64))
    #expect(session.model.contains("There is no theme \"drakula\". Did you mean \"dracula\"?"))
  }

  @Test func `changes with T, and is remembered`() throws {
    let home = try PrivateHome()
    let first = try board(["board", "--theme", "neutral"], home: home)

    try first.type("T")
    try first.waitForText("Theme nord")
    try first.type("q")
    try first.waitForExit()
    let second = try ProgramSession([], home: home)
    try second.waitForText("? help")

    // Nord's first stage, #81a1c1, is 109.
    #expect(second.model.style(of: "LEAD IN")?.foreground == .palette(109))
  }
}
