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
}
