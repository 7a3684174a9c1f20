import TerminalModel
import Testing

@Suite struct `Commands for goals, baselines and filters` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("people", "add", "Ana Kovacs", "--login", "ana")
  }

  @Test func `an amount of two words needs no quotes`() throws {
    let goals = try runner.json("goal", "set", "2026-Q4", "USD", "400k")

    #expect(goals.elements.map { $0["value"] } == [400_000])
    #expect(goals.elements.map { $0["currency"] } == ["USD"])
  }

  @Test func `set, list and remove goals in money and in deals`() throws {
    try runner.succeed("goal", "set", "2026-Q1", "500k")
    try runner.succeed("goal", "set", "2026-Q1", "30", "--deals")
    let goals = try runner.json("goal", "set", "2026-03", "USD 90000", "--owner", "ana")

    #expect(goals.elements.map { $0["period"] } == ["2026-Q1", "2026-Q1", "2026-03"])
    #expect(goals.elements.map { $0["value"] } == [500_000, nil, 90_000])
    #expect(goals.elements.map { $0["currency"] } == ["EUR", nil, "USD"])
    #expect(goals.elements.map { $0["deals"] } == [nil, 30, nil])
    #expect(goals.elements.map { $0["owner"] } == [nil, nil, "Ana Kovacs"])
    let listed = try runner.json("goal", "list")
    for name in ["period", "owner", "value", "currency", "deals"] {
      #expect(listed.elements.map { $0[name] } == goals.elements.map { $0[name] })
    }
    let left = try runner.json("goal", "remove", "2026-Q1", "--deals")
    #expect(left.elements.map { $0["value"] } == [500_000, 90_000])
    #expect(try runner.run("goal", "remove", "2026-Q2").status == 64)
  }

  @Test(arguments: [
    ["2026-Q5", "500k"], ["2026-Q1", "lots"], ["2026-Q1", "none"], ["2026-Q1", "0", "--deals"],
    ["2026-Q1", "2.5", "--deals"], ["2026-Q1", "0"], ["2026-Q1", "9", "--owner", "nobody"],
  ])
  func `refuse a goal that is none`(arguments: [String]) throws {
    #expect(try runner.run(["goal", "set"] + arguments).status == 64)
    #expect(try runner.json("goal", "list") == [])
  }

  @Test func `name a day and compare with it by name`() throws {
    try runner.succeed("add", "Acme", "--value", "48000")
    let saved = try runner.json("baseline", "save", "Before the fair", "--day", "-1d")
    #expect(saved.elements.map { $0["name"] } == ["Before the fair"])

    let byName = try runner.json("baseline", "compare", "before the fair")

    #expect(byName == (try runner.json("baseline", "compare", "2026-03-30")))
    #expect(try runner.run("baseline", "save", "2026-01-01").status == 64)
    #expect(try runner.run("baseline", "save", "Before the fair").status == 65)
    #expect(try runner.run("baseline", "compare", "after").status == 64)
    #expect(try runner.json("baseline", "remove", "before") == [])
  }

  @Test func `save filters that can be read, and no others`() throws {
    let saved = try runner.json("filters", "save", "mine", "owner:Ana Kovacs", "value:>10k")

    #expect(saved.elements.map { $0["filter"] } == ["owner:\"Ana Kovacs\" value:>10k"])
    #expect(try runner.run("filters", "save", "mine", "owner:stranger").status == 64)
    #expect(try runner.json("filters") == saved)
    #expect(try runner.json("filters", "remove", "mine") == [])
  }

  @Test func `say who is away, what they cost and where they stand`() throws {
    try runner.succeed("people", "add", "Ben Ode")
    try runner.succeed("people", "set", "ana", "--away-until", "+2d", "--hourly-cost", "85.50")
    let people = try runner.json("people", "set", "ben", "--place", "1")

    #expect(people.elements.map { $0["name"] } == ["Ben Ode", "Ana Kovacs"])
    #expect(people[1]["hourly_cost"] == 85.5)
    #expect(people[1]["hourly_currency"] == "EUR")
    #expect(people[1]["away_until"] != nil)
    #expect(try runner.run("people").output.contains("away until"))
    let back = try runner.json("people", "set", "ana", "--back", "--hourly-cost", "none")
    #expect(back[1]["away_until"] == nil)
    #expect(back[1]["hourly_cost"] == nil)
  }
}
