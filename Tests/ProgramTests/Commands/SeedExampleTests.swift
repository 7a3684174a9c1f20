import TerminalModel
import Testing

/// 35 deals on 2026-01-31 against 25 on 2026-03-31 (Fixtures/seed-example/README.md).
@Suite struct `The seed example` {
  private let runner: CommandRunner
  private let expected: JSON

  init() throws {
    expected = try JSON(fixture: "seed-example/expected.json")
    var runner = try CommandRunner(today: "2026-01-31")
    try runner.succeed("import", try fixture("seed-example/baseline_deals.csv"))
    // The later export lacks the deals that are gone; here they are deleted, as a person would.
    let gone = try Self.gone(runner)
    runner.today = "2026-03-31"
    try runner.succeed("import", try fixture("seed-example/current_deals.csv"))
    for id in gone { try runner.succeed("delete", id) }
    self.runner = runner
  }

  /// The deals that the later file does not have, by number.
  private static func gone(_ runner: CommandRunner) throws -> [String] {
    let later = try CommandRunner(today: "2026-03-31")
    try later.succeed("import", try fixture("seed-example/current_deals.csv"))
    let kept = Set(try later.json("list").elements.compactMap { $0["key"].text })
    return try runner.json("list").elements.compactMap { deal in
      guard let key = deal["key"].text, !kept.contains(key), let id = deal["id"].number else {
        return nil
      }
      return String(Int(id))
    }
  }

  @Test func `counts 35 deals then and 25 now, stage by stage`() throws {
    for (name, day) in [("then", "2026-01-31"), ("now", "2026-03-31")] {
      let metrics = try runner.json("metrics", "--as-of", day)
      let wanted = expected[name]
      let open = metrics["by_currency"]["EUR"]["open"]

      #expect(metrics["counts"]["open"] == wanted["open_deals"])
      #expect(open["value"] == wanted["open_value"])
      #expect(open["avg"] == wanted["avg_deal_size"])
      for (stage, found) in zip(wanted["by_stage"].elements, metrics["by_stage"].elements) {
        #expect(found["stage"] == stage["stage"])
        #expect(found["open"] == stage["open"])
        #expect(found["by_currency"]["EUR"]["value"] == stage["value"])
      }
    }
  }

  @Test func `changes by as much as was worked out`() throws {
    let lines = try runner.json("baseline", "compare", "2026-01-31").elements
    let change = expected["change"]
    func line(_ metric: String) -> JSON { lines.first { $0["metric"].text == metric } ?? .null }

    for (metric, name) in [
      ("open deals", "open_deals"), ("avg deal size EUR", "avg_deal_size"),
      ("open value EUR", "open_value"),
    ] {
      #expect(line(metric)["change"] == change[name])
      #expect(line(metric)["change_pct"] == change["\(name)_pct"])
    }
    #expect(line("win rate by count")["now"] == .null)
  }

  @Test func `says how many deals to find and that they are bigger`() throws {
    let text = try runner.succeed("baseline", "compare", "2026-01-31")

    #expect(
      text.contains("6 now against 13: find at least 7 new deals for Lead In to match then.\n")
    )
    #expect(text.contains(": find at least 2 new deals for Contact Made to match then.\n"))
    #expect(text.contains(": find at least 1 new deal for Demo Scheduled to match then.\n"))
    #expect(!text.contains("for Proposal Made to match"))
    #expect(text.contains("Average deal EUR 13,080 → EUR 14,500, +10.9 %, bigger deals.\n"))
  }
}
