import TerminalModel
import Testing

/// The board's language, in a real pseudo-terminal.
@Suite struct `The board's language` {
  @Test func `is the locale's, for what is shown and for what is typed`() throws {
    let home = try PrivateHome()
    #expect(try ProgramRun.run(["add", "Acme renewal"], home: home).status == 0)
    let board = try ProgramSession(
      environment: ["LANG": "nl_NL.UTF-8", "LC_ALL": nil],
      rows: 40,
      columns: 120,
      home: home
    )
    try board.waitForText("opgeslagen")

    try board.type("$1.234,56")
    try board.press(.enter)
    try board.waitForText("1.234,56")
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))

    let listed = try ProgramRun.run(["list", "--json"], home: home)
    #expect(listed.output.contains("1234.56"))
  }

  @Test func `is the config's where it says one`() throws {
    let home = try PrivateHome()
    #expect(try ProgramRun.run(["add", "Acme renewal"], home: home).status == 0)
    try home.makeFolder("config/dealboard")
    try home.write("language = \"nl\"", to: "config/dealboard/config.toml")

    let board = try ProgramSession([], rows: 40, columns: 120, home: home)

    try board.waitForText("opgeslagen")
  }
}
