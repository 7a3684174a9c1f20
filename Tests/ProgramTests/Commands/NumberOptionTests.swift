import TerminalModel
import Testing

/// What every command of figures takes, on the edge cases.
@Suite struct `Every command of figures` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed(
      "import",
      "--stages",
      try fixture("edge-cases/pipeline.json"),
      try fixture("edge-cases/events.csv")
    )
  }

  @Test(arguments: ["metrics", "funnel", "forecast", "trends", "owners", "attention"])
  func `takes a policy and explains itself`(command: String) throws {
    try runner.succeed(command, "--policy", "strict")
    let explained = try runner.json(command, "--explain")

    #expect(!explained.elements.isEmpty)
    #expect(try runner.run(command, "--policy", "loose").status == 64)
  }

  @Test func `names the policy beside conversion`() throws {
    let text = try runner.succeed("metrics", "--policy", "touched")

    #expect(text.contains("Conversion, touched"))
    #expect(!(try runner.succeed("metrics")).contains("Conversion"))
  }

  @Test(arguments: [
    ["metrics"], ["funnel"], ["forecast"], ["trends"], ["owners"], ["attention"], ["list"],
    ["show", "1"], ["export"], ["goal", "list"], ["levers"], ["effort"],
  ])
  func `refuses a day after today`(command: [String]) throws {
    let run = try runner.run(command + ["--as-of", "2026-04-01"])

    #expect(run.status == 64)
    #expect(run.error.contains("2026-04-01 is after today."))
    #expect(run.output == "")
  }

  @Test func `says how many cases a rate by value rests on`() throws {
    // EUR: won D01 5,000 and D17 4,200; lost D05 and D14: 20,700 in all.
    let text = try runner.succeed("metrics")

    #expect(text.contains("44.4 % (EUR 9,200 of EUR 20,700, 4 deals) thin"))
  }

  @Test func `of attention explains each reason with its deals`() throws {
    let explained = try runner.json("attention", "--explain").elements
    let listed = try runner.json("attention").elements

    #expect(
      explained.map { $0["name"] } == ["attention", "overdue", "stale", "stuck", "no-next-step"]
    )
    #expect(explained[0]["deals"].elements.count == listed.count)
    // D16 is idle for 15 of 14 days, and one more: two are stale.
    #expect(explained[2]["deals"].elements.count == 2)
  }

  @Test func `of the forecast explains months, goals and slips`() throws {
    try runner.succeed("goal", "set", "2026-Q2", "60k")

    let names = try runner.json("forecast", "--explain").elements.compactMap { $0["name"].text }

    #expect(names.contains("goal:2026-Q2"))
    #expect(names.contains("slipped"))
    #expect(names.contains { $0.hasPrefix("accuracy:2026-03") })
    #expect(names.contains { $0.hasPrefix("weighted-value:") })
    #expect(
      try runner.json("goal", "list", "--explain").elements.map { $0["name"] } == ["goal:2026-Q2"]
    )
    #expect(try runner.run("goal", "list", "--as-of", "2026-02-28").status == 0)
  }
}
