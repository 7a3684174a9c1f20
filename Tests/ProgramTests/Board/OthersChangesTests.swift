import TerminalModel
import Testing

@Suite struct `An open board` {
  @Test func `shows a stage that someone renames right after it was opened`() throws {
    let home = try PrivateHome()
    #expect(try ProgramRun.run(["add", "Acme renewal"], home: home).status == 0)
    let board = try ProgramSession([], rows: 40, columns: 120, home: home)
    try board.waitForText("LEAD IN")

    let rename = ["stages", "rename", "Lead In", "Enquiry"]
    #expect(try ProgramRun.run(rename, home: home).status == 0)

    try board.waitForText("ENQUIRY")
    try board.type("q")
    try board.waitForExit()
  }

  @Test func `counts anew what someone changes of a deal that was closed before it was opened`()
    throws
  {
    let home = try PrivateHome()
    for command in [
      ["add", "Acme renewal", "--value", "10k"], ["lose", "1", "--reason", "price"],
      ["add", "Brick lane"],
    ] {
      #expect(try ProgramRun.run(command, home: home).status == 0)
    }
    let board = try ProgramSession([], rows: 40, columns: 120, home: home)
    try board.waitForText("of 1 in 365d")

    #expect(try ProgramRun.run(["delete", "1"], home: home).status == 0)

    // Nothing is closed any more, and nothing is still being counted.
    try board.waitForNoText("of 1 in 365d")
    try board.waitForNoText("counting …")
    try board.type("q")
    try board.waitForExit()
  }

  @Test func `asks before it takes back what its own user imported beside it`() throws {
    let home = try PrivateHome()
    #expect(try ProgramRun.run(["add", "Acme renewal"], home: home).status == 0)
    let board = try ProgramSession([], rows: 40, columns: 120, home: home)
    try board.waitForText("undo: 1")
    try home.write("Title,Stage,Status\nBrick lane,Lead In,open\n", to: "deals.csv")

    #expect(try ProgramRun.run(["import", home["deals.csv"]], home: home).status == 0)
    try board.waitForText("undo: 2")
    try board.type("u")

    try board.waitForText("u again takes back: import")
    #expect(board.screenText.contains("Brick lane"))
    try board.type("u")
    // The card: the sidebar goes on telling of it, cut off by how long the time of day is.
    try board.waitForNoText("Brick lane ")
    #expect(board.screenText.contains("Acme renewal"))
    try board.type("q")
    try board.waitForExit()
  }
}
