import TerminalModel
import Testing

/// The commands for figures on the edge cases, whose sums are in Fixtures/edge-cases/README.md.
@Suite struct `Commands for figures` {
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

  @Test func `follow the pipeline month by month`() throws {
    let trends = try runner.json("trends", "--window", "90d").elements

    #expect(trends.map { $0["period"] } == ["2026-01", "2026-02", "2026-03"])
    #expect(trends.map { $0["running"] } == [false, false, false])
    // As of the end of February 29,800 was open in EUR, at the end of March 32,900.
    let open = trends.map { $0["by_currency"]["EUR"]["open"]["value"] }
    #expect(open == [36800, 29800, 32900])
    // Created D01…D20 by month; won D01 in February, D04 D08 D17 in March; lost D05 D13 D14.
    #expect(trends.map { $0["won"] } == [0, 1, 3])
    #expect(trends.map { $0["lost"] } == [0, 0, 3])
    // D08 grew from 10,000 to 12,000 and was won; what came after the win does not count.
    #expect(trends[2]["by_currency"]["USD"]["upsell"]["change"] == 2000)
  }

  @Test func `follow one figure that is named`() throws {
    let trends = try runner.json("trends", "win-rate", "open-value:eur", "--period", "quarter")

    let last = trends.elements.last ?? .null
    #expect(last["period"] == "2026-Q1")
    #expect(last["win-rate"].number.map { abs($0 - 4.0 / 7) < 0.000_001 } == true)
    #expect(last["open-value:EUR"] == 32900)
  }

  @Test func `follow every number, each share with its n`() throws {
    let trends = try runner.json(
      "trends",
      "win-rate",
      "win-rate-by-value:EUR",
      "upsell:USD",
      "won-of-goal",
      "lost-for",
      "--window",
      "90d"
    ).elements

    // In March 3 of 6 closed were won, in January none was closed.
    #expect(trends[2]["n"]["win-rate"] == 6)
    #expect(trends[2]["thin"].elements.contains("win-rate"))
    #expect(trends[0]["win-rate"] == .null)
    #expect(trends[0]["absent"]["win-rate"] == "none closed")
    #expect(trends[2]["upsell:USD"] == 2000)
    #expect(trends[2]["absent"]["won-of-goal"] == "no goal is set for it")
  }

  @Test func `say of a goal that a group has none, whether or not the team has`() throws {
    try runner.succeed("goal", "set", "2026-03", "9k")

    let groups = try runner.json("trends", "won-of-goal", "--by", "owner", "--window", "30d")
    let absent = groups.elements.flatMap { group in
      group["figures"].elements.compactMap { $0["absent"]["won-of-goal"].text }
    }
    #expect(!absent.isEmpty)
    #expect(Set(absent) == ["a goal is the team's or an owner's, not a group's"])
    // Of the team nothing is n/a: 4,200 of 9,000 was won in March.
    let team = try runner.json("trends", "won-of-goal:EUR", "--window", "30d")
    #expect(team.elements.last?["won-of-goal:EUR"].number.map { abs($0 - 4.2 / 9) < 1e-6 } == true)
  }

  @Test func `follow what else there is of each period`() throws {
    let trends = try runner.json("trends", "--window", "90d").elements

    // Of the 5 deals created in March none is closed by then; 2 of 2 closed of January are won.
    #expect(trends[2]["cohort"]["created"] == 5)
    #expect(trends[2]["losses"]["deals"] == 3)
    #expect(trends[2]["win_rate_90d"]["den"] == 7)
    #expect(trends[2]["effort"].elements.count == 5)
    #expect(trends[2]["slipped"]["share"]["den"].number != nil)
    #expect(trends[2]["accuracy"]["EUR"]["won"].number != nil)
  }

  @Test func `explain a number of a period with the deals behind it`() throws {
    let explained = try runner.json(
      "trends",
      "--explain",
      "lost-in:lead",
      "upsell:USD",
      "--period",
      "quarter",
      "--window",
      "2026"
    )

    #expect(explained[1]["title"] == "Upsell in USD, 2026-Q1")
    #expect(explained[1]["name"] == "upsell:USD")
    #expect(explained[1]["deals"].elements.count >= 1)
  }

  @Test func `follow a reason in groups that do not have it`() throws {
    let run = try runner.run(["trends", "lost-for:nobody-said-this"])
    let groups = try runner.run(["trends", "lost-for", "--by", "owner"])

    #expect(run.status == 64)
    #expect(
      run.error.contains(
        "There is no \"lost-for:nobody-said-this\" here. There are Competitor, "
          + "Contract cancelled, No response."
      ),
      "\(run.error)"
    )
    #expect(groups.status == 0)
  }

  @Test func `find a reason however it is written`() throws {
    try runner.succeed("add", "Oboe")
    try runner.succeed("lose", "Oboe", "--reason", "Too  dear")

    let trends = try runner.json("trends", "lost-for:tóo DEAR", "--window", "30d")
    let losses = try runner.json("funnel", "--explain", "losses:tóo DEAR")

    #expect(trends.elements.last?["lost-for:Too  dear"] == 1)
    #expect(losses[0]["deals"].elements.count == 1)
  }

  @Test func `say of an age that a win has none where its creation is unknown`() throws {
    let runner = try CommandRunner()
    try runner.home.write(
      "Title,Stage,Status,Won time\nOboe,Lead In,won,2026-03-10\n",
      to: "won.csv"
    )
    try runner.succeed("import", runner.home["won.csv"])

    let lines = try runner.succeed("metrics").split(separator: "\n")

    let win = lines.first { $0.hasPrefix("Age at win") }
    let loss = lines.first { $0.hasPrefix("Age at loss") }
    #expect(win?.hasSuffix("n/a: no creation day is known") == true)
    #expect(loss?.hasSuffix("n/a: none lost") == true)
  }

  @Test func `mark the period that is running`() throws {
    let trends = try runner.json("trends", "--as-of", "2026-03-30", "--window", "30d")

    #expect(trends.elements.last?["running"] == true)
    #expect(trends.elements.last?["to"] == "2026-03-30")
  }

  @Test(
    arguments: [
      ["levers"], ["forecast"], ["attention"], ["effort"], ["owners"],
    ]
  )
  func `that show no conversion say that a policy changes nothing`(command: [String]) throws {
    let run = try runner.run(command + ["--policy", "strict"])

    #expect(run.status == 0)
    #expect(run.error.contains("--policy changes nothing here"), "\(run.error)")
    #expect(run.output == (try runner.run(command)).output)
    #expect(try runner.run(command + ["--policy", "loose"]).status == 64)
  }

  @Test func `split conversion by a field where a policy is named`() throws {
    let plain = try runner.succeed("metrics", "--by", "owner")
    let text = try runner.succeed("metrics", "--by", "owner", "--policy", "strict")
    let funnel = try runner.json("funnel", "--by", "owner", "--policy", "strict")

    #expect(!plain.contains("strict"))
    #expect(text.contains("Lead In, strict"))
    // Each stage of the first owner says what the owner's own funnel says.
    let row = try #require(text.split(separator: "\n").first { $0.contains("Ana") })
    for stage in funnel[0]["stages"].elements {
      let (converted, failed) = (stage["converted"].number ?? 0, stage["failed"].number ?? 0)
      let words =
        converted + failed > 0
        ? "(\(Int(converted)) of \(Int(converted + failed)))" : "none went on or failed"
      #expect(row.contains(words), "\(stage)")
    }
  }

  @Test func `say in the same words what their sums and weighted values leave out`() throws {
    let runner = try CommandRunner()
    try runner.succeed("add", "Taken out", "--value", "100", "--category", "omitted")
    try runner.succeed("add", "Likely", "--value", "50")
    try runner.succeed("add", "Open end")
    try runner.succeed("stages", "set", "1", "--probability", "none")

    let metrics = try runner.succeed("metrics")
    let forecast = try runner.succeed("forecast")

    // No probability is known of either value; the forecast asks none of the omitted one.
    let rest = "Without a value: 1 deal. Not weighted: "
    let row = metrics.split(separator: "\n").first { $0.hasPrefix("Left out") }
    #expect(row?.hasSuffix("  \(rest)2 deals without a probability.") == true, "\(metrics)")
    #expect(
      forecast.contains(
        "\n\(rest)1 deal without a probability, 1 deal omitted from the forecast.\n"
      ),
      "\(forecast)"
    )
    // Both sums hold what is not weighted: 100 and 50.
    #expect(metrics.contains("EUR 150 open"), "\(metrics)")
    #expect(forecast.contains("EUR 150 "), "\(forecast)")
  }

  @Test func `split every answer by a field`() throws {
    let owners = ["Ana", "Ben", "Cem"].map { JSON.string($0) }
    for command in ["metrics", "funnel", "forecast", "trends", "attention", "levers", "effort"] {
      let groups = try runner.json(command, "--by", "owner")
      #expect(groups.elements.map { $0["owner"] } == owners, "\(command)")
    }
    let bars = try runner.json(
      "waterfall",
      "--from",
      "2026-02-28",
      "--to",
      "2026-03-31",
      "--by",
      "owner"
    )
    let compared = try runner.json("baseline", "compare", "2026-02-28", "--by", "owner")

    // Each owner's bars add up to the whole's: EUR 32,900 at the end.
    #expect(bars.elements.map { $0["owner"] } == owners)
    let ends = bars.elements.compactMap { $0["EUR"]["end"]["value"].number }
    #expect(ends.reduce(0, +) == 32900)
    #expect(compared.elements.map { $0["owner"] } == owners)
    #expect(compared[0]["figures"][0]["metric"] == "open deals")
  }

  @Test func `split lost deals by their reason`() throws {
    let groups = try runner.json("metrics", "--by", "reason").elements

    #expect(
      groups.map { $0["reason"] } == ["Competitor", "Contract cancelled", "No response"]
    )
    #expect(groups.map { $0["counts"]["lost"] } == [1, 1, 1])
    let losses = try runner.json("funnel")["losses"]
    #expect(losses["by_reason"].elements.map { $0["deals"] } == [1, 1, 1])
    #expect(losses["by_stage"].elements.map { $0["deals"] } == [1, 0, 1, 0, 1])
    // What is not lost is in no group, and is said.
    for command in ["metrics", "trends"] {
      let text = try runner.succeed(command, "--by", "reason")
      #expect(text.contains("\n11 open and 4 won deals have no reason and are in no group.\n"))
    }
    #expect(!(try runner.succeed("metrics", "--by", "owner")).contains("in no group"))
  }

  @Test func `the win rate in text has its other faces beside it`() throws {
    let text = try runner.succeed("metrics")

    func words(_ label: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix(label) }.map {
        $0.dropFirst(label.count).split(separator: " ").joined(separator: " ")
      }
    }
    // All closed in these 90 days. Of the 18 created in the window 4 are won, 3 lost, 11 open.
    #expect(words("Win rate ") == "57.1 % (4 of 7) thin, 95 % range 25.0 to 84.2 %")
    #expect(words("Of the last 90 days") == "57.1 % (4 of 7) thin, 95 % range 25.0 to 84.2 %")
    #expect(words("Of those created") == "22.2 % (4 of 18) thin won, 3 lost, 11 still open")
    // In EUR 9,200 of 20,700 over the four closed deals that have a value; D17 has none.
    let compared = try runner.succeed("baseline", "compare", "2026-02-28")
    #expect(compared.contains(" 57.1 % (4 of 7)"))
    #expect(compared.contains(" 44.4 % (4 deals)"))
  }

  @Test func `a goal of a period that is over says what became of it`() throws {
    try runner.succeed("goal", "set", "2026-02", "6k")
    try runner.succeed("goal", "set", "2026-02", "1", "--deals")

    let text = try runner.succeed("goal", "list")
    let verdicts = try runner.json("goal", "list").elements.map { $0["coverage"]["verdict"] }

    // D01 was won for 5,000 on 20 February.
    #expect(text.contains("2026-02 is over: EUR 5,000 of EUR 6,000 won, EUR 1,000 short.\n"))
    #expect(text.contains("The goal for 2026-02 is reached: "))
    #expect(verdicts == ["over", "reached"])
  }

  @Test func `weigh each category of a forecast, which add up to its column`() throws {
    let columns = try runner.json("forecast")["forecast"]["EUR"].elements

    #expect(!columns.isEmpty)
    for column in columns {
      let parts = ["omitted", "pipeline", "best_case", "commit"].map {
        column["by_category"][$0]["weighted"].number ?? 0
      }
      #expect(parts.reduce(0, +) == column["weighted"].number, "\(column["column"])")
      #expect(parts[0] == 0)
    }
  }

  @Test func `name the periods that forecasts are judged by`() throws {
    let text = try runner.succeed("forecast", "--period", "quarter")

    #expect(text.contains("A quarter in which no deal was due and none was won is left out."))
  }

  @Test func `say of a period that ends today that nothing is there to compare it with`() throws {
    let run = try runner.run("baseline", "compare", "2026-Q1")

    #expect(run.status == 64)
    #expect(run.error.contains("2026-Q1 ends on 2026-03-31"))
    #expect(run.error.contains("such as 2025-Q4."))
  }

  @Test func `judge earlier forecasts and list what slipped`() throws {
    let forecast = try runner.json("forecast", "--window", "90d")

    // D12 is 32 days overdue, D18 went from 15 March to 10 April.
    #expect(forecast["slipped"]["deals"].elements.map { $0["key"] } == ["D12", "D18"])
    #expect(forecast["slipped"]["deals"].elements.map { $0["days"] } == [32, 26])
    let trends = try runner.json("trends", "--window", "30d").elements
    #expect(trends.last?["slipped"]["mean_days"] == forecast["slipped"]["mean_days"])
    // On 1 March D08 was expected on 20 March in Proposal Made (60 %): 6,000 of 10,000.
    let march = forecast["accuracy"].elements.last ?? .null
    #expect(march["by_currency"]["USD"]["weighted"] == 6000)
    #expect(march["by_currency"]["USD"]["won"] == 11500)
  }

  @Test func `say of a forecast month why a share of it is n/a`() throws {
    let text = try runner.succeed("forecast", "--as-of", "2026-03-31", "--period", "month")

    for line in text.split(separator: "\n") where line.contains("n/a") {
      #expect(line.replacing("n/a: ", with: "").contains("n/a") == false, "\(line)")
    }
    #expect(text.contains("n/a: nothing committed"))
  }

  @Test func `say whether enough deals are due for a goal`() throws {
    try runner.succeed("goal", "set", "2026-Q2", "60k")
    try runner.succeed("goal", "set", "2026-03", "3", "--deals")

    let goals = try runner.json("forecast")["goals"].elements
    let text = try runner.succeed("forecast")
    let explained = try runner.json("forecast", "--explain")
    let listed = try runner.json("goal", "list").elements

    #expect(listed.compactMap { $0["coverage"]["verdict"].text }.sorted() == ["reached", "short"])
    #expect(goals.map { $0["verdict"] } == ["reached", "short"])
    // Due in the quarter: D02 9,500, D03 3,000, D11 1,800, D15 15,000 in EUR: 29,300. Lost D05 and
    // D14 have values: rate 9,200 / 20,700. Mean open 32,900 / 6.
    // (60,000 × 20,700 / 9,200 − 29,300) / 5,483.33 = 19.27…, rounded up 20.
    #expect(goals[1]["due"] == 29300)
    #expect(goals[1]["rate_by"] == "value")
    #expect(goals[1]["missing_deals"] == 20)
    #expect(text.contains("Find at least 20 new deals by "))
    let names = explained.elements.compactMap { $0["name"].text }
    #expect(names.filter { $0.hasPrefix("goal:") } == ["goal:2026-03", "goal:2026-Q2"])
  }

  @Test func `weigh the levers of velocity`() throws {
    let levers = try runner.json("levers", "--window", "30d")["EUR"]

    let gains = levers["levers"].elements.compactMap { $0["gain_per_day"].number }
    #expect(gains == gains.sorted(by: >))
    #expect(levers["levers"].elements.count == 14)
    let rate = levers["levers"].elements.first { $0["factor"] == "win_rate" } ?? .null
    // Of the last 30 days: won D04 and D17, lost D05 and D14.
    #expect(rate["n"] == 4)
    #expect(rate["thin"] == true)
  }

  @Test func `explain a waterfall by its events`() throws {
    let explained = try runner.json(
      "waterfall",
      "--from",
      "2026-02-28",
      "--to",
      "2026-03-31",
      "--explain"
    )

    #expect(explained["pipeline"] == "Edge cases")
    // Created in EUR: D11 D15 D19, 16,800 together.
    let created = explained["events"].elements.filter {
      $0["cause"] == "created" && $0["currency"] == "EUR"
    }
    #expect(created.compactMap { $0["value"].number }.reduce(0, +) == 16800)
    #expect(explained["bars"]["EUR"]["created"]["value"] == 16800)
  }

  @Test func `refuse what they do not know with the usage exit code`() throws {
    #expect(try runner.run("trends", "luck").status == 64)
    #expect(try runner.run("trends", "--period", "week").status == 64)
    #expect(try runner.run("metrics", "--by", "colour").status == 64)
    #expect(try runner.run("levers", "--against", "never").status == 64)
    #expect(try runner.run("waterfall", "--from", "2026-03-31", "--to", "2026-03-01").status == 64)
  }
}
