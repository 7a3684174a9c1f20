import Foundation
import TerminalModel
import Testing

/// Meetings in a real terminal: keys in, screen and file out.
///
/// On 31 March 2026: Acme, Ana's, was created on 1 March and has no next step; Beta, Ben's, has a call
/// that is two days late; Gamma was won by Ben on the 31st.
@Suite struct `Meetings in a terminal` {
  private static let environment: [String: String?] = ["DEALBOARD_TODAY": "2026-03-31"]
  private let home: PrivateHome

  init() throws {
    home = try PrivateHome()
    let runner = try CommandRunner(home: home)
    try runner.succeed("people", "add", "Ana Souza", "--login", "ana")
    try runner.succeed("people", "add", "Ben Okafor", "--login", "ben")
    try runner.succeed("stages", "set", "Lead In", "--idle-days", "14")
    try runner.succeed("add", "Acme", "--value", "48k", "--owner", "ana", "--on", "2026-03-01")
    try runner.succeed("add", "Beta", "--value", "9k", "--owner", "ben", "--on", "2026-03-20")
    try runner.succeed("add", "Gamma", "--value", "5k", "--owner", "ben", "--on", "2026-03-20")
    let early = try CommandRunner(today: "2026-03-20", home: home)
    try early.succeed("activity", "2", "call CFO", "--due", "2026-03-29", "--kind", "call")
    try runner.succeed("win", "3", "--as", "ben")
  }

  private func board(_ keys: String, waitFor text: String) throws -> ProgramSession {
    let board = try ProgramSession(
      ["--as", "ana"],
      environment: Self.environment,
      rows: 40,
      columns: 120,
      home: home
    )
    try board.waitForText("? help")
    try board.type(keys)
    try board.waitForText(text)
    return board
  }

  private func minutes() throws -> [String: String] {
    let folder = home["data/dealboard/minutes"]
    guard FileManager.default.fileExists(atPath: folder) else { return [:] }
    var texts: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      texts[name] = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }
    return texts
  }

  private func leave(_ board: ProgramSession) throws {
    try board.type("q")
    try board.waitForExit()
  }

  // MARK: Review

  @Test func `a review goes from the news through the deals to minutes in a file`() throws {
    let board = try board("gr", waitFor: "2 deals need a decision")
    #expect(board.screenText.contains("− won"))
    #expect(board.screenText.contains("by Ben Okafor") == false)

    try board.type(" ")
    try board.waitForText("idle for 30 of 14 days")
    try board.type("Kwaits for budget")
    try board.waitForText("until Tue 7 Apr")
    try board.press(.enter)
    try board.waitForText("step overdue by 2 days")
    try board.type("xprice")
    try board.press(.enter)
    try board.waitForText("enter writes these minutes")
    try board.waitForText("## Numbers")
    try board.press(.enter)
    try board.waitForText("the meeting counts as held")

    try board.waitForText("minutes/2026-03-31-review-Sales.md")
    let text = try #require(try minutes()["2026-03-31-review-Sales.md"])
    #expect(text.contains("**Acme**, €48,000, Ana Souza (idle for 30 of 14 days, no next step)"))
    #expect(text.contains("Ana Souza: kept until Tue 7 Apr: waits for budget"))
    #expect(text.contains("Ana Souza: lost, price"))
    #expect(text.contains("- Tue 7 Apr: look again at **Acme** (Ana Souza), waits for budget"))
    #expect(text.contains("| Open deals | 2 | 1 |"))
    try board.press(.enter)
    try board.waitForNoText("REVIEW")
    try leave(board)

    let attributes = try FileManager.default.attributesOfItem(
      atPath: home["data/dealboard/minutes/2026-03-31-review-Sales.md"]
    )
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    let next = try CommandRunner(home: home).json("review")
    #expect(next["since"]["day"] == "2026-03-31")
    #expect(next["queue"].elements.isEmpty)
  }

  @Test func `a review broken off by quitting goes on where it stopped`() throws {
    let first = try board("gr", waitFor: "2 deals need a decision")
    try first.type(" ")
    try first.waitForText("1 of 2")
    try first.type("w")
    try first.waitForText("2 of 2 · 1 decided")
    try leave(first)
    #expect(try minutes().isEmpty)

    let second = try board("gr", waitFor: "1 decision so far")
    try second.type(" ")
    try second.waitForText("2 of 2 · 1 decided")
    try second.type("u")
    try second.waitForText("u again takes back")
    try second.type("u")
    try second.waitForText("1 of 2 · 0 decided")
    try leave(second)
  }

  @Test func `a second review of a day does not write over the first, and follows no link`() throws
  {
    let elsewhere = home["elsewhere.md"]
    try "mine".write(toFile: elsewhere, atomically: true, encoding: .utf8)
    let folder = home["data/dealboard/minutes"]
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/2026-03-31-review-Sales.md",
      withDestinationPath: elsewhere
    )

    let board = try board("gr", waitFor: "2 deals need a decision")
    try board.type("E")
    try board.waitForText("Left undecided")
    try board.press(.enter)
    try board.waitForText("2026-03-31-review-Sales-2.md")
    try leave(board)

    #expect(try String(contentsOfFile: elsewhere, encoding: .utf8) == "mine")
    #expect(try minutes()["2026-03-31-review-Sales-2.md"]?.contains("Nothing was decided.") == true)
  }

  @Test func `where minutes cannot be written the review is not held and can be ended again`()
    throws
  {
    try "in the way".write(
      toFile: home["data/dealboard/minutes"],
      atomically: true,
      encoding: .utf8
    )
    let board = try board("gr", waitFor: "2 deals need a decision")
    try board.type("E")
    try board.waitForText("Left undecided")
    try board.press(.enter)
    try board.waitForText("is no folder")
    try FileManager.default.removeItem(atPath: home["data/dealboard/minutes"])
    try board.press(.enter)
    try board.waitForText("the meeting counts as held")
    try leave(board)
  }

  // MARK: Standup

  @Test func `a standup goes person by person and ends with a summary in a file`() throws {
    let board = try board("gs", waitFor: "SINCE LAST TIME")
    try board.waitForText("1 of 2")
    try board.type("xreseller prices")
    try board.press(.enter)
    try board.waitForText("1 parked")
    try board.type(" ")
    try board.waitForText("! 2d late call CFO")
    try board.type("jd")
    try board.waitForText("what came of it")
    try board.type("wants an offer")
    try board.press(.enter)
    try board.waitForText("next step:")
    try board.type("mail offer thu")
    try board.press(.enter)
    try board.waitForText("nothing is due")
    try board.type(" ")
    try board.waitForText("enter writes these minutes")
    try board.press(.enter)
    try board.waitForText("minutes/2026-03-31-standup-Sales.md")
    try leave(board)

    let text = try #require(try minutes()["2026-03-31-standup-Sales.md"])
    #expect(text.contains("## Ben Okafor"))
    #expect(text.contains("- **Gamma**, €5,000: won"))
    #expect(text.contains("- reseller prices (Ana Souza)"))
    let next = try CommandRunner(home: home).json("standup")
    #expect(next["since"]["day"] == "2026-03-31")
  }

  @Test func `the end of a standup is in minutes and file before quitting ends it`() throws {
    let board = try board("gs", waitFor: "SINCE LAST TIME")
    try board.type("  ")
    try board.waitForText("enter writes these minutes")
    let holder = try GateHolder(home["data/dealboard/pipeline.db"])
    try board.press(.enter)
    try board.waitForText("waiting for Ben's board (4711)")
    #expect(try minutes().isEmpty)
    try board.type("q")
    try board.waitForText("Saving, then quitting.")
    holder.letGo()

    #expect(try board.waitForExit() == .exited(0))
    #expect(try minutes().keys.sorted() == ["2026-03-31-standup-Sales.md"])
    #expect(try CommandRunner(home: home).json("standup")["since"]["day"] == "2026-03-31")
  }

  @Test func `a standup that the file does not take leaves no minutes behind`() throws {
    let board = try board("gs", waitFor: "SINCE LAST TIME")
    try board.type("  ")
    try board.waitForText("enter writes these minutes")
    let holder = try GateHolder(home["data/dealboard/pipeline.db"])
    try board.press(.enter)
    try board.waitForText("Not saved")
    holder.letGo()

    #expect(try minutes().isEmpty)
    try board.press(.enter)
    try board.waitForText("minutes/2026-03-31-standup-Sales.md")
    try leave(board)
    #expect(try minutes().keys.sorted() == ["2026-03-31-standup-Sales.md"])
  }

  @Test func `looking in at the standup resets nothing`() throws {
    let board = try board("gs", waitFor: "SINCE LAST TIME")
    try board.type("  ")
    try board.waitForText("enter writes these minutes")
    try board.press(.escape)
    try board.waitForNoText("STANDUP")
    try leave(board)

    #expect(try CommandRunner(home: home).json("standup")["since"]["day"] == "2026-03-29")
    #expect(try minutes().isEmpty)
  }

  @Test func `the clock goes on by itself once a key was pressed`() throws {
    let board = try board("gs", waitFor: "15:00 left")
    try board.type("j")
    try board.waitForText("14:58 left")
    try leave(board)
  }

  // MARK: My day and the list

  @Test func `in my day a step is done and the next one planned`() throws {
    let runner = try CommandRunner(home: home)
    try runner.succeed("activity", "1", "send offer", "--due", "today", "--kind", "mail")
    let board = try board("gd", waitFor: "TODAY 1")
    try board.type("d")
    try board.waitForText("what came of it")
    try board.press(.enter)
    try board.waitForText("next step:")
    try board.type("call fri 9:30")
    try board.waitForText("Fri 9:30")
    try board.press(.enter)
    try board.waitForText("THIS WEEK 1")
    try leave(board)

    let steps = try runner.json("show", "1")["steps"]
    #expect(steps.elements.map { $0["due"] } == ["2026-04-03"])
    #expect(steps[0]["time"] == "09:30" || steps[0]["time"] == "9:30")
  }

  @Test func `the list sorts by the chosen column and opens a deal`() throws {
    let board = try board("gl", waitFor: "1 of 2")
    try board.type("hs")
    try board.waitUntil("the largest comes first") { $0.contains("▌Acme") }
    try board.press(.enter)
    try board.waitForText("Acme  #1")
    try leave(board)
  }
}
