import TerminalModel
import Testing

@Suite struct `Owners outside the window` {
  @Test func `are listed with their zeros`() throws {
    let runner = try CommandRunner()
    try runner.succeed("people", "add", "Ana Kovacs")
    try CommandRunner(today: "2025-10-01", home: runner.home)
      .succeed("add", "Acme", "--value", "500", "--owner", "Ana")
    try CommandRunner(today: "2025-10-05", home: runner.home).succeed("win", "1")

    let text = try runner.succeed("owners", "--window", "2026-Q1")
    let json = try runner.json("owners", "--window", "2026-Q1").elements

    #expect(text.contains("Ana Kovacs"))
    #expect(!text.contains("There are no deals"))
    #expect(json.map { $0["owner"] } == ["Ana Kovacs"])
    #expect(json.map { $0["won"] } == [0])
    #expect(json.map { $0["by_currency"]["EUR"]["velocity_per_day"] } == [0])
    #expect(try runner.json("metrics", "--window", "2026-Q1")["by_owner"].elements.count == 1)
    #expect(
      try runner.json("trends", "velocity:EUR", "--period", "quarter", "--window", "2026-Q1")
        .elements.map { $0["velocity:EUR"] } == [0]
    )
  }
}
