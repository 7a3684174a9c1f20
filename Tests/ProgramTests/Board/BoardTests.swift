import TerminalModel
import Testing

/// The board in a real pseudo-terminal, typed at as a person would.
struct BoardTests {
  /// A board with one deal in the first of five stages.
  private func boardWithOneDeal(rows: Int = 40, columns: Int = 120) throws -> ProgramSession {
    let home = try PrivateHome()
    let added = try ProgramRun.run(["add", "Acme renewal", "--value", "48k"], home: home)
    #expect(added.status == 0)
    let board = try ProgramSession([], rows: rows, columns: columns, home: home)
    try board.waitUntil("the board shows the deal") {
      $0.text.contains("Acme renewal") && $0.text.contains("? help")
    }
    return board
  }

  @Test
  func `a deal sent on stands in the next stage in the file too`() throws {
    let board = try boardWithOneDeal()

    try board.type("L")
    try board.waitForText("saved")
    try board.waitForText("Moved Acme renewal to Contact Made")
    try board.type("q")
    try board.waitForExit()

    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("\"Contact Made\""))
  }

  @Test
  func `undo brings a sent deal back`() throws {
    let board = try boardWithOneDeal()

    try board.type("L")
    try board.waitForText("undo: 2")
    try board.type("u")
    try board.waitForText("Taken back: move Acme renewal to Contact Made")
    try board.type("q")
    try board.waitForExit()

    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("\"Lead In\""))
  }

  @Test
  func `a carried deal that is put back has not moved`() throws {
    let board = try boardWithOneDeal()

    try board.type(" l")
    try board.waitForText("CONTACT MADE (2/5)")
    try board.press(.escape)
    try board.waitForNoText("GRAB")
    try board.type("q")
    try board.waitForExit()

    let listed = try ProgramRun.run(["list", "--json"], home: board.home)
    #expect(listed.output.contains("\"Lead In\""))
  }

  @Test
  func `a key typed together with a filter acts on what the filter finds`() throws {
    let board = try boardWithOneDeal()
    #expect(try ProgramRun.run(["add", "Borealis pilot"], home: board.home).status == 0)
    try board.waitForText("Borealis pilot")

    try board.type("/bore\rL")
    try board.waitForText("Moved Borealis pilot to Contact Made")
    try board.waitForNoText("Acme renewal")
    try board.type("q")
    try board.waitForExit()
  }

  @Test
  func `another process's new deal appears without a key`() throws {
    let board = try boardWithOneDeal()

    let added = try ProgramRun.run(["add", "Borealis pilot"], home: board.home)

    #expect(added.status == 0)
    try board.waitForText("Borealis pilot")
  }

  @Test(arguments: [(24, 80), (20, 40)])
  func `the board is drawn on smaller screens`(rows: Int, columns: Int) throws {
    let board = try boardWithOneDeal(rows: rows, columns: columns)

    #expect(board.screenText.contains("€48k"))
  }

  @Test
  func `a screen below 40x10 says what it needs`() throws {
    let board = try boardWithOneDeal()

    try board.resize(rows: 8, columns: 31)
    try board.waitForText("needs 40x10")
  }

  @Test
  func `without a file the first screen shows the ways in`() throws {
    let board = try ProgramSession([], rows: 24, columns: 80)

    try board.waitUntil("the three ways in") { $0.text.lowercased().contains("sample") }
  }
}
