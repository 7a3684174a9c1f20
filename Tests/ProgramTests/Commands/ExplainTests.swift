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

  @Test func `name the figures that there are where one is unknown`() throws {
    let unknown = try runner.run("metrics", "--explain", "luck")
    let unasked = try runner.run("metrics", "velocity")

    #expect(unknown.status == 64)
    #expect(unknown.error.contains("No figure here is called \"luck\". There are open-deals,"))
    #expect(unasked.status == 64)
  }
}
