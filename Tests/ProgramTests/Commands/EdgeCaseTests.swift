import TerminalModel
import Testing

/// Twenty deals with their whole history; every figure was worked out by hand and twice by programs
/// (Fixtures/edge-cases/README.md).
@Suite struct `The edge cases` {
  private let runner: CommandRunner
  private let expected: JSON

  init() throws {
    runner = try CommandRunner()
    expected = try JSON(fixture: "edge-cases/expected.json")
    try runner.succeed(
      "import",
      "--stages",
      try fixture("edge-cases/pipeline.json"),
      try fixture("edge-cases/events.csv")
    )
  }

  @Test func `have the expected figures today`() throws {
    let metrics = try runner.json("metrics")

    #expect(expected["now"].differences(in: metrics) == [])
  }

  @Test func `have the expected figures a month earlier`() throws {
    let metrics = try runner.json("metrics", "--as-of", "2026-02-28")

    #expect(expected["then"].differences(in: metrics) == [])
  }

  @Test func `are no hindsight, because their history was imported`() throws {
    let metrics = try runner.run("metrics", "--as-of", "2026-02-28")

    #expect(metrics.status == 0)
    #expect(!metrics.output.contains("Hindsight"))
  }

  @Test func `have the same figures when the day is looked at later`() throws {
    var later = runner
    later.today = "2027-01-01"

    let metrics = try later.json("metrics", "--as-of", "2026-03-31", "--window", "all")

    #expect(expected["now"].differences(in: metrics) == [])
  }

  @Test func `are listed with the expected fields`() throws {
    let listed = try runner.json("list").elements
    var wrong: [String] = []
    var count = 0

    for deal in expected["deals"].elements where deal["status"] != "deleted" {
      let key = deal["deal"].text ?? ""
      let found = listed.first { $0["key"] == deal["deal"] } ?? .null
      guard case .object(var fields) = deal else { continue }
      fields["deal"] = nil
      wrong += JSON.object(fields).differences(in: found, at: key)
      count += 1
    }

    #expect(wrong == [])
    #expect(count == 18)
    #expect(listed.count == 18)
  }

  @Test func `come in a second time without changing anything`() throws {
    let before = try runner.log()

    let report = try runner.json(
      "import",
      "--stages",
      try fixture("edge-cases/pipeline.json"),
      try fixture("edge-cases/events.csv")
    )

    #expect(report["imported"] == 0)
    #expect(report["updated"] == 0)
    #expect(report["unchanged"] == 77)
    #expect(try runner.log() == before)
  }

  @Test func `make their pipeline once`() throws {
    let again = try runner.succeed(
      "import",
      "--stages",
      try fixture("edge-cases/pipeline.json"),
      try fixture("edge-cases/events.csv")
    )

    #expect(again.contains("Pipeline  Edge cases: Lead In"))
    #expect(!again.contains("Pipeline made"))
  }

  @Test func `print a funnel under each policy`() throws {
    for policy in ["reached", "touched", "strict"] {
      let funnel = try runner.json("funnel", "--policy", policy)

      #expect(expected["now"]["conversion"][policy].differences(in: funnel["stages"]) == [])
    }
  }

  @Test func `print the coming months and the owners`() throws {
    let forecast = try runner.json("forecast")
    let owners = try runner.json("owners")

    #expect(expected["now"]["forecast"].differences(in: forecast["forecast"]) == [])
    #expect(expected["now"]["by_owner"].differences(in: owners) == [])
  }

  @Test func `flow between the two days as expected, in every currency`() throws {
    let waterfall = try runner.json("waterfall", "--from", "2026-02-28", "--to", "2026-03-31")

    #expect(expected["waterfall"].differences(in: waterfall) == [])
  }

  @Test func `compare with the earlier day as expected`() throws {
    let benchmark = try runner.json("baseline", "compare", "2026-02-28", "--as-of", "2026-03-31")

    #expect(expected["benchmark"].differences(in: benchmark) == [])
  }

  @Test func `need attention first where they are idle for longest`() throws {
    let attention = try runner.json("attention").elements

    // D12 is idle for 54 of 14 days, D16 for 15 of 14; all eleven have nothing planned.
    #expect(attention.count == 11)
    #expect(attention.prefix(2).map { $0["key"] } == ["D12", "D16"])
    #expect(attention[0]["reasons"][0]["reason"] == "stale")
    #expect(attention[0]["reasons"][0]["days"] == 54)
  }

  @Test func `are found sound by the doctor`() throws {
    #expect(try runner.json("doctor")["sound"] == true)
  }

  @Test func `refuse each bad line by its code and let the good ones in`() throws {
    let verdicts = try JSON(fixture: "edge-cases/bad_lines_expected.json")
    let other = try CommandRunner()

    let stages = try fixture("edge-cases/pipeline.json")
    let lines = try fixture("edge-cases/bad_lines.csv")

    let run = try other.run("import", "--json", "--stages", stages, lines)

    let report = try JSON(run.output)
    let wanted = verdicts["lines"].elements.filter { $0["verdict"] == "error" }
    #expect(run.status == 65)
    #expect(report["rejected"].elements.map { $0["line"] } == wanted.map { $0["line"] })
    #expect(report["rejected"].elements.map { $0["code"] } == wanted.map { $0["code"] })
    let printed = try CommandRunner().run("import", "--stages", stages, lines).error
    #expect(printed.split(separator: "\n").count == wanted.count)
    for (line, verdict) in zip(printed.split(separator: "\n"), wanted) {
      #expect(line.hasSuffix("[\(verdict["code"].text ?? "")]"))
    }
    let listed = try other.json("list").elements
    #expect(listed.map { $0["key"] } == ["B01"])
    #expect(listed.map { $0["value"] } == [1200])
    #expect(listed.map { $0["status"] } == ["won"])
  }

  @Test func `set a quarter against the one before by command`() throws {
    let text = try runner.succeed("baseline", "compare", "2025-Q4")

    #expect(text.contains("Closed 2026-01-01 to 2026-03-31 against 2025-10-01 to 2025-12-31\n"))
    #expect(!text.contains("overlap"))
    let running = try runner.succeed("baseline", "compare", "2025-Q4", "--as-of", "2026-03-15")
    // January, February and 15 days of March.
    #expect(running.contains("2026-03-31 (running, 74 of 90 days) against"))
    let early = try runner.run("baseline", "compare", "2026-Q1", "--as-of", "2026-03-15")
    #expect(early.status == 64)
    #expect(
      early.error.contains("2026-Q1 is not over on 2026-03-15. Give one that is, such as 2025-Q4.")
    )
  }

  @Test func `say what a fixed window means for the earlier day`() throws {
    let quarter = ["baseline", "compare", "--window", "2026-Q1"]
    let before = try runner.run(quarter + ["2025-12-31"]).output
    let within = try runner.run(quarter + ["2026-02-28"]).output
    let other = try runner.run(quarter + ["2025-Q4"]).output

    #expect(before.contains("against 2026-01-01 to 2026-03-31 (not begun on 2025-12-31)\n"))
    #expect(!before.contains("overlap") && !before.contains("counts in both"))
    // 31 days of January and 28 of February.
    #expect(within.contains("against 2026-01-01 to 2026-03-31 (running, 59 of 90 days)\n"))
    #expect(within.contains("what had closed in it by 2026-02-28 counts in both."))
    #expect(!within.contains("overlap"))
    #expect(other.contains("against 2025-10-01 to 2025-12-31\n"))
    #expect(!other.contains("overlap") && !other.contains("counts in both"))
  }

  @Test func `compare by command all that the board compares`() throws {
    let text = try runner.succeed("baseline", "compare", "2026-02-28")
    let lines = try runner.json("baseline", "compare", "2026-02-28", "--all").elements
    let names = lines.compactMap { $0["metric"].text }

    for name in [
      "stale deals", "median: age at win", "value won in EUR", "win rate of Lead In",
      "time in Lead In", "median: time in Lead In", "average deal size of Lead In in USD",
      "conversion (reached) from Lead In",
    ] {
      #expect(names.contains(name), "\(name)")
      #expect(text.contains("\n\(name) "), "\(name)")
    }
    // The benchmark's own come first and in its order.
    let benchmark = expected["benchmark"].elements.compactMap { $0["metric"].text }
    #expect(Array(names.prefix(benchmark.count)) == benchmark)
    let velocity = lines.first { $0["metric"] == "velocity per day EUR" }
    #expect(velocity?["thin"] == true)
    #expect(try runner.json("metrics")["by_currency"]["EUR"]["velocity_cases"] == 2)
  }
}
