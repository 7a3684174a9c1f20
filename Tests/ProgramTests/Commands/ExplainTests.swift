import TerminalModel
import Testing

/// `--explain` on the edge cases, whose sums are in Fixtures/edge-cases/README.md.
@Suite struct `Explanations` {
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

  @Test func `fill the inputs into the formula and name the deals behind it`() throws {
    let explained = try runner.json("metrics", "--explain", "win-rate")

    #expect(explained.elements.count == 1)
    #expect(explained[0]["name"] == "win-rate")
    #expect(explained[0]["formula"][1] == "= 4 / (4 + 3) = 57.1 %")
    #expect(explained[0]["window"]["from"] == "2025-04-01")
    #expect(explained[0]["deals"].elements.count == 7)
  }

  @Test func `take a stage or a currency after a colon`() throws {
    let explained = try runner.json("metrics", "--explain", "average-size:eur", "win-rate:demo")

    #expect(
      explained.elements.map { $0["name"] } == ["average-size:EUR", "win-rate:Demo Scheduled"]
    )
    // D06 and D19 are open and have no value.
    #expect(explained[0]["left_out"][0]["deals"] == 2)
    #expect(explained[0]["left_out"][0]["reason"] == "without a value")
  }

  @Test func `of all currencies' deals take a currency too`() throws {
    let explained = try runner.json(
      "metrics",
      "--explain",
      "win-rate:eur",
      "win-rate:USD",
      "open-deals:EUR",
      "won:EUR"
    ).elements

    #expect(
      explained.map { $0["name"] } == ["win-rate:EUR", "win-rate:USD", "open-deals:EUR", "won:EUR"]
    )
    #expect(explained[0]["title"] == "Win rate in EUR")
    // In EUR D01 D04 D17 were won and D05 D14 lost; in USD D08 was won and D13 lost.
    #expect(explained[0]["formula"][1] == "= 3 / (3 + 2) = 60.0 %")
    #expect(explained[1]["formula"][1] == "= 1 / (1 + 1) = 50.0 %")
    #expect(explained[0]["deals"].elements.count == 5)
    #expect(explained[3]["formula"][1] == "= 3")
    // A currency that no deal has is none here, and stale deals are not told apart by it.
    #expect(try runner.run("metrics", "--explain", "win-rate:JPY").status == 64)
    #expect(try runner.run("metrics", "--explain", "stale:EUR").status == 64)
  }

  @Test func `follow the funnel's policy`() throws {
    let explained = try runner.json("funnel", "--policy", "strict", "--explain", "conversion:lead")

    // 9 of 11: D02 skipped ahead and D13 was lost.
    #expect(explained[0]["formula"][1] == "= 9 / (9 + 2) = 81.8 %")
  }

  @Test func `cover every figure where none is named`() throws {
    let explained = try runner.json("metrics", "--explain")

    let names = Set(explained.elements.compactMap { $0["name"].text })
    #expect(
      names.isSuperset(of: ["open-deals", "velocity:EUR", "velocity:GBP", "conversion:Lead In"])
    )
    #expect(names.count == explained.elements.count)
  }

  @Test func `follow each group that a field makes`() throws {
    let explained = try runner.json("metrics", "--explain", "win-rate", "--by", "owner")

    // By owner in the fixture: Ana won 2 and lost 1, Ben and Cem 1 and 1 each.
    #expect(explained.elements.map { $0["owner"] } == ["Ana", "Ben", "Cem"])
    #expect(
      explained.elements.map { $0["figures"][0]["formula"][1] } == [
        "= 2 / (2 + 1) = 66.7 %", "= 1 / (1 + 1) = 50.0 %", "= 1 / (1 + 1) = 50.0 %",
      ]
    )
    #expect(explained.elements.map { $0["figures"][0]["deals"].elements.count } == [3, 2, 2])
  }

  @Test func `of the owners are those of each one's deals`() throws {
    let explained = try runner.json("owners", "--explain", "open-deals", "won")
    let twice = try runner.run("owners", "--explain", "--by", "label")

    // Ana has 4 open and 2 won, Ben 4 and 1, Cem 3 and 1.
    #expect(
      explained.elements.map { $0["figures"].elements.map { $0["formula"][1] } } == [
        ["= 4", "= 2"], ["= 4", "= 1"], ["= 3", "= 1"],
      ]
    )
    #expect(twice.status == 64)
  }

  @Test func `of trends are one for each period`() throws {
    let explained = try runner.json(
      "trends",
      "--explain",
      "win-rate",
      "open-deals",
      "--period",
      "quarter",
      "--window",
      "2026"
    )

    // All seven closed in the first quarter, at whose end eleven are open.
    #expect(explained.elements.map { $0["title"] } == ["Win rate, 2026-Q1", "Open deals, 2026-Q1"])
    #expect(explained[0]["formula"][1] == "= 4 / (4 + 3) = 57.1 %")
    #expect(explained[0]["window"]["from"] == "2026-01-01")
    #expect(explained[0]["deals"].elements.count == 7)
    #expect(explained[1]["formula"][1] == "= 11")
    #expect(explained[1]["deals"].elements.count == 11)
  }

  @Test func `of a comparison are those of both days`() throws {
    let explained = try runner.json("baseline", "compare", "2026-02-28", "--explain", "win-rate")

    // On 28 February two were won and none lost.
    #expect(explained.elements.map { $0["as_of"] } == ["2026-02-28", "2026-03-31"])
    #expect(
      explained.elements.map { $0["formula"][1] } == [
        "= 2 / (2 + 0) = 100.0 %", "= 4 / (4 + 3) = 57.1 %",
      ]
    )
  }

  @Test func `of levers fill in the factors of velocity`() throws {
    let explained = try runner.json("levers", "--explain", "--against", "2026-02-28")

    // In EUR 7 open deals are not stale, 9,200 / 2 won value, 3 of 5 won, 172 / 3 days: 336.98 a day.
    let wonValue = explained.elements.first { $0["name"] == "average_won EUR" } ?? .null
    #expect(
      wonValue["formula"][1]
        == "now N = 7, V = EUR 4,600, W = 60.0 %, L = 57.3 days: EUR 336.98 a day"
    )
    // Then 11,000 / 2 = 5,500: 336.98 × 5,500 / 4,600 = 402.91, 65.93 more.
    #expect(wonValue["formula"][2] == "V: EUR 4,600 → EUR 5,500 (2026-02-28)")
    #expect(
      wonValue["formula"].elements.last == "= EUR 402.91 a day, EUR 65.93 more than now"
    )
    #expect(wonValue["deals"].elements.count == 12)
  }

  @Test func `of effort name the deals that were in a stage`() throws {
    let explained = try runner.json("effort", "--explain")

    // Time in stage in the fixture: 13 deals were 103 days in Lead In.
    #expect(explained[0]["title"] == "Effort in Lead In")
    #expect(explained[0]["formula"][1].text?.hasPrefix("= 103 days of 13 deals, of which") == true)
    #expect(explained[0]["deals"].elements.count == 13)
  }

  @Test func `of metrics cover losses, upsell, what history teaches and effort`() throws {
    let explained = try runner.json(
      "metrics",
      "--explain",
      "losses",
      "upsell:eur",
      "learned:demo",
      "suggested-limit:demo",
      "effort:lead"
    )

    #expect(
      explained.elements.map { $0["name"] } == [
        "losses", "upsell:EUR", "learned-probability:Demo Scheduled",
        "suggested-limit:Demo Scheduled", "effort:Lead In",
      ]
    )
    // Lost are D05, D13 and D14; 103 days in Lead In as in the fixture's time in stage.
    #expect(explained[0]["formula"][1] == "= 3")
    #expect(explained[0]["deals"].elements.count == 3)
    // Reached Demo Scheduled: won D01 D04 D08 D17, lost D05 D14.
    #expect(explained[2]["formula"][1] == "= 4 / (4 + 2) = 66.7 %")
    #expect(explained[2]["formula"].elements.last == "= n/a: 6 of the 20 cases it takes")
    // D17 was won from Contact Made.
    #expect(explained[3]["deals"].elements.count == 3)
    #expect(explained[4]["formula"][1].text?.hasPrefix("= 103 days of 13 deals") == true)
  }

  @Test(arguments: [
    ("win_rate_90d", "win-rate-90d"), ("win_rate_by_value:EUR", "win-rate-by-value:EUR"),
    ("velocity_per_day:EUR", "velocity:EUR"), ("won_in_as_of_month:EUR", "won-in-month:EUR"),
    ("cohort", "cohort"), ("win_rate_range", "win-rate"),
  ])
  func `of metrics are asked by the names of its JSON`(typed: String, name: String) throws {
    let explained = try runner.json("metrics", "--explain", typed)

    #expect(explained.elements.map { $0["name"].text } == [name])
  }

  @Test func `of the funnel cover losses by reason and by stage, and suggestions`() throws {
    let explained = try runner.json("funnel", "--explain")
    let names = Set(explained.elements.compactMap { $0["name"].text })

    #expect(
      names.isSuperset(of: [
        "losses", "losses:Demo Scheduled", "learned-probability:Lead In", "suggested-limit:Lead In",
        "pending:Lead In", "regressions",
      ])
    )
    let lost = explained.elements.first { $0["name"] == "losses:Demo Scheduled" } ?? .null
    // D14 of three.
    #expect(lost["formula"][1] == "= 1 / 3 = 33.3 %")
    #expect(lost["deals"].elements.count == 1)
  }

  @Test func `of trends cover every column of the tables`() throws {
    let explained = try runner.json("trends", "--explain", "--period", "year", "--window", "2026")

    let names = explained.elements.compactMap { $0["name"].text }
    let counts = ["open-deals", "created", "won", "lost", "win-rate", "age-at-win"]
    let sums = [
      "open-value", "weighted", "created-value", "won-value", "average-won", "lost-value",
      "velocity", "upsell",
    ]
    let amounts = ["EUR", "GBP", "USD"].flatMap { code in sums.map { "\($0):\(code)" } }
    #expect(names == counts + amounts)
    let upsell = explained.elements.first { $0["name"] == "upsell:EUR" } ?? .null
    #expect(upsell["title"] == "Upsell in EUR, 2026")
    // D01 and D04 are won and valued; D17 has no value.
    #expect(upsell["deals"].elements.count == 2)
    #expect(upsell["left_out"][0]["deals"] == 1)
  }

  @Test func `name the figures that there are where one is unknown`() throws {
    let unknown = try runner.run("metrics", "--explain", "luck")
    let unasked = try runner.run("metrics", "velocity")

    #expect(unknown.status == 64)
    #expect(unknown.error.contains("No figure here is called \"luck\". There are open-deals,"))
    #expect(unknown.error.contains("losses, learned-probability, suggested-limit, upsell, effort."))
    #expect(unknown.error.contains("Of one currency, as in open-deals:EUR, there are open-deals,"))
    #expect(unasked.status == 64)
  }

  @Test func `name what can be of one currency where a number that is named cannot`() throws {
    let goal = try runner.run("trends", "won-of-goal:EUR")
    let age = try runner.run("trends", "slips:EUR")

    #expect(goal.status == 64)
    #expect(goal.error.contains("There is no \"won-of-goal:EUR\" here."))
    // Those of periods are named too, and the example's currency is one that occurs.
    #expect(goal.error.contains("Of one currency, as in open-deals:EUR, there are open-deals,"))
    for name in ["forecast-weighted", "lost-value-for", "upsell-rate", "cost-per-won-deal"] {
      #expect(goal.error.contains(" \(name),") || goal.error.contains(" \(name)."), "\(name)")
    }
    #expect(!age.error.contains(" slips,"))
  }

  @Test func `of metrics cover how many deals there are, the forecast and the owners`() throws {
    let explained = try runner.json("metrics", "--explain", "known", "deleted", "forecast")
    let names = explained.elements.compactMap { $0["name"].text }

    #expect(names.prefix(2) == ["known", "deleted"])
    // 11 open and 7 closed; one was deleted.
    #expect(explained[0]["formula"][1] == "= 11 + 7 = 18")
    #expect(explained[0]["left_out"][0]["reason"] == "deleted")
    #expect(explained[1]["formula"][1] == "= 1")
    #expect(names.contains { $0.hasPrefix("weighted-value:") && $0.hasSuffix(" EUR") })

    let owners = try runner.json("metrics", "--explain", "by_owner")
    #expect(owners.elements.map { $0["owner"] } == ["Ana", "Ben", "Cem"])
  }
}
