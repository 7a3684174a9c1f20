import TerminalModel
import Testing

@Suite struct `Deals put aside and kept` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("add", "Acme")
  }

  @Test func `are out of what needs attention until their day`() throws {
    #expect(try runner.json("attention").elements.count == 1)

    let aside = try runner.succeed("snooze", "1", "+1w", "waits", "for", "budget")
    #expect(aside.contains("put aside until 2026-04-07: waits for budget"))
    #expect(try runner.json("attention") == [])
    let later = try CommandRunner(today: "2026-04-07", home: runner.home)
    #expect(try later.json("attention").elements.count == 1)

    try runner.succeed("snooze", "1", "--off")
    #expect(try runner.json("attention").elements.count == 1)
    #expect(try runner.succeed("snooze", "1", "--off").contains("nothing to change"))
  }

  @Test(arguments: [["snooze", "1", "+1w"], ["keep", "1", "why"]])
  func `are open ones`(arguments: [String]) throws {
    try runner.succeed("win", "1")

    let refused = try runner.run(arguments)
    #expect(refused.status == 65)
    #expect(refused.error.contains("Deal 1 (Acme) is won since 2026-03-31. Reopen it first: "))
    let day = try runner.json("show", "1")["snoozed_until"]
    #expect(day == nil)
  }

  @Test func `are kept with a word why, a week where no day is named`() throws {
    let kept = try runner.succeed("keep", "1", "waits", "for", "budget")
    #expect(kept.contains("kept until 2026-04-07: waits for budget"))
    #expect(try runner.json("attention") == [])

    try runner.succeed("undo")
    #expect(try runner.json("attention").elements.count == 1)
    let until = try runner.succeed("keep", "1", "busy", "--until", "2026-05-01")
    #expect(until.contains("kept until 2026-05-01"))
  }

  @Test(arguments: [
    ["snooze", "1"], ["snooze", "1", "today"], ["snooze", "1", "2026-03-30"], ["keep", "1"],
    ["snooze", "1", "+1w", "--off"], ["keep", "1", "why", "--until", "today"],
    ["keep", "1", "  "],
  ])
  func `need a day after today, and a keep a reason`(arguments: [String]) throws {
    #expect(try runner.run(arguments).status == 64)
    #expect(try runner.json("attention").elements.count == 1)
  }
}
