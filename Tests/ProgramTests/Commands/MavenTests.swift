import TerminalModel
import Testing

/// 8,800 deals of a made-up company, with totals that two programs agree on
/// (Fixtures/maven-crm/README.md).
@Suite struct `The Maven deals` {
  private static let cases = [
    ("golden.json", "2017-12-31"), ("golden_2017-09-30.json", "2017-09-30"),
  ]

  @Test func `have the golden figures on both days`() throws {
    let runner = try CommandRunner(today: "2017-12-31")
    let report = try runner.json("import", try fixture("maven-crm/pipedrive_export.csv"))

    #expect(report["imported"] == 8800)
    #expect(
      report["pipelines"][0]["stages"].elements.map { $0["name"] } == ["Prospecting", "Engaging"]
    )
    for (file, day) in Self.cases {
      let golden = try JSON(fixture: "maven-crm/\(file)")
      let metrics = try runner.json("metrics", "--window", "all", "--as-of", day)
      #expect(Self.differences(between: golden, and: metrics) == [], "as of \(day)")
    }
  }

  @Test func `are marked as hindsight on a day before their import, and not today`() throws {
    let runner = try CommandRunner(today: "2017-12-31")
    try runner.succeed("import", try fixture("maven-crm/pipedrive_export.csv"))
    let mark =
      "Hindsight: 7,135 of 7,135 deals of 2017-09-30 came with the import of 2017-12-31, and are "
      + "shown with what was known only then.\n"

    for words in [
      ["metrics"], ["funnel"], ["forecast"], ["owners"], ["attention"], ["effort"], ["list"],
      ["metrics", "--explain", "win-rate"],
    ] {
      let past = try runner.run(words + ["--as-of", "2017-09-30"])
      #expect(past.output.hasSuffix(mark), "\(words)")
      #expect(try !runner.run(words).output.contains("Hindsight"), "\(words)")
    }
    for words in [
      ["baseline", "compare", "2017-09-30"], ["waterfall", "--from", "2017-09-30"],
      ["levers", "--against", "2017-09-30"],
    ] {
      #expect(try runner.run(words).output.hasSuffix(mark), "\(words)")
      #expect(try runner.run(words + ["--json"]).error == mark, "\(words)")
    }
    let before = try runner.run("baseline", "compare", "2016-01-01").output
    #expect(
      before.hasSuffix(
        "Hindsight: history begins on 2017-12-31; of 2016-01-01 nothing was recorded or imported.\n"
      )
    )
    let trends = try runner.run("trends").output
    #expect(trends.contains("2017-11 (hindsight)"))
    #expect(!trends.contains("2017-12 (hindsight"))
    #expect(trends.contains("came with the import of 2017-12-31"))
    let periods = try runner.json("trends").elements
    #expect(periods.filter { $0["hindsight"] == true }.count == periods.count - 1)
    #expect(
      try runner.json("metrics", "--as-of", "2017-09-30")["history_begins"] == "2017-12-31"
    )
    #expect(try runner.json("metrics")["history_begins"] == nil)
  }

  @Test func `close by quarter and month as the golden figures say`() throws {
    let runner = try CommandRunner(today: "2017-12-31")
    try runner.succeed("import", try fixture("maven-crm/pipedrive_export.csv"))

    for (file, day) in Self.cases {
      let golden = try JSON(fixture: "maven-crm/\(file)")
      for (name, length) in [("by_close_quarter", "quarter"), ("by_close_month", "month")] {
        let trends = try runner.json(
          "trends",
          "--window",
          "all",
          "--period",
          length,
          "--as-of",
          day
        )
        for wanted in golden[name].elements {
          let found = trends.elements.first { $0["period"] == wanted["key"] } ?? .null
          #expect(Self.closed(wanted).differences(in: found) == [], "\(wanted["key"]) as of \(day)")
        }
      }
    }
  }

  @Test func `lead the board by owner as the golden figures say`() throws {
    let runner = try CommandRunner(today: "2017-12-31")
    try runner.succeed("import", try fixture("maven-crm/pipedrive_export.csv"))

    for (file, day) in Self.cases {
      let golden = try JSON(fixture: "maven-crm/\(file)")
      let owners = try runner.json("owners", "--window", "all", "--as-of", day).elements
      #expect(owners.count == golden["by_owner"].elements.count)
      for wanted in golden["by_owner"].elements {
        let found = owners.first { $0["owner"] == wanted["key"] } ?? .null
        let owner = JSON.object([
          "open": wanted["open"], "won": wanted["won"], "lost": wanted["lost"],
          "win_rate": wanted["win_rate"], "won_value": .object(["USD": wanted["won_value"]]),
          "age_at_win": .object(["mean": wanted["mean_won_days"]]),
          "by_currency": .object([
            "USD": .object(["won": .object(["avg": wanted["avg_won"]])])
          ]),
        ])
        #expect(owner.differences(in: found) == [], "\(wanted["key"]) as of \(day)")
      }
    }
  }

  /// What was closed in a period, under the names of `trends --json`.
  private static func closed(_ golden: JSON) -> JSON {
    .object([
      "won": golden["won"], "lost": golden["lost"],
      "win_rate_by_count": .object(["value": golden["win_rate"], "den": golden["closed"]]),
      "age_at_win": .object(["mean": golden["mean_won_days"]]),
      "age_at_loss": .object(["mean": golden["mean_lost_days"]]),
      "by_currency": .object([
        "USD": .object([
          "won": .object(["value": golden["won_value"], "avg": golden["avg_won"]])
        ])
      ]),
    ])
  }

  /// The golden figures under the names of `metrics --json`.
  private static func differences(between golden: JSON, and metrics: JSON) -> [String] {
    func ages(_ cycle: JSON) -> JSON {
      .object([
        "n": cycle["n"], "sum": cycle["sum_days"], "mean": cycle["mean"],
        "median": cycle["median"],
      ])
    }
    func picked(_ names: [String], from whole: JSON) -> JSON {
      .object(Dictionary(uniqueKeysWithValues: names.map { ($0, whole[$0]) }))
    }
    let wanted = JSON.object([
      "as_of": golden["as_of"],
      "counts": .object([
        "known": golden["counts"]["deals"], "open": golden["counts"]["open"],
        "won": golden["counts"]["won"], "lost": golden["counts"]["lost"],
      ]),
      "win_rate_by_count": golden["win_rate_by_count"],
      "age_at_win": ages(golden["won_cycle"]),
      "age_at_loss": ages(golden["lost_cycle"]),
      "by_currency": .object([
        "USD": .object([
          "open": picked(
            ["deals", "with_value", "without_value", "value", "avg"],
            from: golden["open_value_export"]
          ),
          "won": .object([
            "deals": golden["avg_won"]["den"], "value": golden["won_value"],
            "avg": golden["avg_won"]["value"],
          ]),
          "win_rate_by_value": golden["win_rate_by_value"],
          "velocity_per_day": golden["velocity_all_open"]["per_day"],
        ])
      ]),
      "by_stage": .array(
        ["Prospecting", "Engaging"].map {
          .object(["stage": .string($0), "open": golden["open_by_stage"][$0]])
        }
      ),
    ])
    return wanted.differences(in: metrics)
  }

  @Test func `are checked and not kept by a dry run, which makes no file`() throws {
    let runner = try CommandRunner(today: "2017-12-31")

    let report = try runner.json(
      "import",
      "--dry-run",
      try fixture("maven-crm/pipedrive_export.csv")
    )

    #expect(report["imported"] == 8800)
    #expect(report["dry_run"] == true)
    #expect(try runner.json("list") == [])
    #expect(!runner.fileExists)
  }

  @Test func `are taken back by one undo and brought again by one redo`() throws {
    let runner = try CommandRunner(today: "2017-12-31")
    try runner.succeed("import", try fixture("maven-crm/pipedrive_export.csv"))
    let before = try runner.json("metrics", "--window", "all")

    try runner.succeed("undo")
    #expect(try runner.json("list") == [])
    try runner.succeed("redo")

    #expect(try runner.json("metrics", "--window", "all") == before)
  }
}
