import TerminalModel
import Testing

@Suite struct `Pasted text` {
  @Test(arguments: ["Dwx", "q", "D\nw\nx\n", "\u{1b}", "L", "u", ":quit\n"])
  func `on the board it changes nothing and is refused with a line`(text: String) throws {
    let board = try openBoard()
    let before = try log(of: board)

    try board.paste(text)

    try board.waitForText("Pasted text goes into a field only")
    #expect(try log(of: board) == before)
    // The board is still there, and the deal still in its place.
    try board.type("L")
    try board.waitForText("Moved Acme renewal to Contact Made")
  }

  @Test func `a flood of it changes nothing`() throws {
    let board = try openBoard()
    let before = try log(of: board)

    try board.paste(String(repeating: "Dwx\n", count: 100_000))

    try board.waitForText("Pasted text goes into a field only")
    #expect(try log(of: board) == before)
  }

  @Test func `a second beginning within it sets nothing free`() throws {
    let board = try openBoard()

    try board.send(Array("\u{1b}[200~harmless\u{1b}[200~Dwx\u{1b}[201~".utf8))

    try board.waitForText("Pasted text goes into a field only")
    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("\"open\""))
  }

  @Test func `while a deal is carried it drops nothing`() throws {
    let board = try openBoard()
    try board.type(" l")
    try board.waitForText("GRAB")
    let before = try log(of: board)

    try board.paste(" \n")

    try board.waitForText("Pasted text goes into a field only")
    #expect(try log(of: board) == before)
  }

  @Test func `in a field it is text, and its line breaks do not end the field`() throws {
    let board = try openBoard()
    try board.type("a")
    try board.waitUntil("the field is open") { $0.isCursorVisible }

    try board.paste("Borealis\npilot 48k\u{1b}[2J\u{7}")
    try board.waitUntil("the text is in the field") { $0.contains("Borealis pilot 48k") }
    #expect(board.model.isCursorVisible)
    try board.type("\n")

    try board.waitUntil("the deal is on the board") { !$0.isCursorVisible }
    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("Borealis pilot"))
  }

  /// All that the workspace's log says.
  private func log(of board: ProgramSession) throws -> String {
    try ProgramRun.run(["log", "--json"], home: board.home).output
  }
}
