import TerminalModel
import Testing

/// Three deals in January, two of them in a stage that February put away.
@Suite struct `A stage that was put away` {
  private let runner: CommandRunner

  init() throws {
    var runner = try CommandRunner(today: "2026-01-05")
    try runner.succeed("add", "One", "--value", "EUR 100")
    for title in ["Two", "Three"] {
      try runner.succeed("add", title, "--value", "EUR 200", "--stage", "Contact")
    }
    runner.today = "2026-02-10"
    try runner.succeed("stages", "remove", "Contact", "--into", "Lead")
    self.runner = runner
  }

  @Test func `adds up to the whole with the others on a day on which deals stood in it`() throws {
    let metrics = try runner.json("metrics", "--as-of", "2026-01-31")
    let stages = metrics["by_stage"].elements

    #expect(metrics["counts"]["open"] == 3)
    #expect(stages.map { $0["open"] } == [1, 0, 0, 0, 2])
    #expect(stages.last?["stage"] == "Contact Made")
    #expect(stages.last?["put_away"] == true)
    #expect(stages.last?["by_currency"]["EUR"]["value"] == 400)
    #expect(stages.first?["put_away"] == .null)
    let text = try runner.succeed("metrics", "--as-of", "2026-01-31")
    #expect(text.contains("Contact Made (put away)"))
    let funnel = try runner.json("funnel", "--as-of", "2026-01-31")
    #expect(funnel["put_away"].elements.map { $0["open"] } == [2])
  }

  @Test func `stands in no answer about a day on which it was empty`() throws {
    let metrics = try runner.json("metrics")

    #expect(metrics["by_stage"].elements.map { $0["open"] } == [3, 0, 0, 0])
    #expect(try runner.succeed("metrics").contains("put away") == false)
    #expect(try runner.json("funnel")["put_away"].elements.isEmpty)
  }

  @Test func `stands in the periods and comparisons in which it had deals`() throws {
    let trends = try runner.json("trends", "--window", "2026").elements

    #expect(
      trends.map { $0["by_stage"].elements.map { $0["open"] } } == [
        [1, 0, 0, 0, 2], [3, 0, 0, 0],
      ]
    )
    let lines = try runner.json("baseline", "compare", "2026-01-31").elements
    let line = lines.first { $0["metric"] == "open deals in Contact Made (put away)" } ?? .null
    #expect(line["then"] == 2)
    #expect(line["now"] == 0)
  }

  @Test func `is a filter's for past days`() throws {
    let found = try runner.json("list", "stage:contact", "--as-of", "2026-01-31").elements

    #expect(found.map { $0["title"] } == ["Two", "Three"])
  }

  @Test func `comes back with its deals when that is undone`() throws {
    let undone = try runner.run("undo")

    #expect(undone.status == 0)
    #expect(undone.error.contains("Contact Made is on the board again."))
    let stages = try runner.json("metrics")["by_stage"].elements
    #expect(stages.map { $0["open"] } == [1, 2, 0, 0, 0])
  }
}
