import Foundation
import TerminalModel
import Testing

@Suite struct `A board that was opened on a past day` {
  private let file: FaultyFile
  private let board: ProgramSession

  init() throws {
    file = try FaultyFile()
    board = try ProgramSession(
      ["--as-of", "2026-04-05"],
      environment: ["DEALBOARD_TODAY": "2026-04-10"],
      rows: 40,
      columns: 120,
      home: file.runner.home
    )
    try board.waitForText("Acme 1")
    try board.waitForText("as of")
  }

  @Test func `goes on to today, and what is changed there is in the file`() throws {
    try goOn()
    try board.waitForText("This is today's board.")
    try board.waitForNoText("as of")

    try board.type("L")
    try board.waitForText("saved ✓")

    try quit()
    var runner = file.runner
    runner.today = "2026-04-10"
    let stages = try runner.json("list").elements.map { $0["stage"] }
    #expect(stages.count { $0 == "Contact Made" } == 1)
  }

  @Test func `stays on that day where today cannot be read, and goes on when it can`() throws {
    // The last page is the index's of open deals, which alone the board reads.
    let place = try #require(try file.pages(holding: "Acme 2").last) * 4_096
    let page = try file.bytes[place..<place + 4_096]
    try file.patch(at: place, with: Data(count: 4_096))

    for _ in 1...2 {
      try goOn()
      try board.waitForText("damaged")
      #expect(board.screenText.contains("as of"))
      // A key that does nothing there takes the sentence away.
      try board.press(.escape)
      try board.waitForNoText("damaged")
    }
    try file.patch(at: place, with: page)
    try goOn()

    try board.waitForText("This is today's board.")
    try board.type("L")
    try board.waitForText("saved ✓")
    try quit()
  }

  private func goOn() throws {
    try board.type("r")
    try board.waitForText("today")
    try board.press(.enter)
  }

  private func quit() throws {
    try board.type("q")
    #expect(try board.waitForExit() == .exited(0))
  }
}
