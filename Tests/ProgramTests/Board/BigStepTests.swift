import Foundation
import TerminalModel
import Testing

@Suite struct `Many deals at once` {
  @Test func `are moved as one step that says how far it is, and come back as one`() throws {
    let runner = try CommandRunner()
    let rows = (1...3_000).map { "Deal \($0),Lead In,open,100\n" }
    try runner.home.write("Title,Stage,Status,Value\n" + rows.joined(), to: "deals.csv")
    try runner.succeed("import", runner.home["deals.csv"])
    func count(in stage: JSON) throws -> Int {
      try runner.json("list").elements.count { $0["stage"] == stage }
    }
    let board = try ProgramSession(
      [],
      environment: ["DEALBOARD_TODAY": runner.today],
      rows: 24,
      columns: 120,
      home: runner.home
    )
    try board.waitForBoard()

    try board.press(.ctrl("a"))
    try board.waitForText("3,000 marked")
    try board.type("L")
    try board.waitForText("Sent 3,000 deals on")
    try board.waitForText("saved ✓")

    #expect(board.rawText.contains("of 3,000…"))
    #expect(try count(in: "Contact Made") == 3_000)

    try board.type("u")
    try board.waitForText("u again takes back")
    try board.type("u")
    try board.waitForText("Taken back")
    try board.waitForText("saved ✓")
    try board.type("q")

    #expect(try board.waitForExit() == .exited(0))
    #expect(try count(in: "Lead In") == 3_000)
  }
}
