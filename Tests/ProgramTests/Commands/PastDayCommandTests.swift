import TerminalModel
import Testing

/// A deal added on 5 January with a call due on the 8th, moved on the 12th and won on 2 February; a
/// second one added on the 9th.
@Suite struct `Reading commands on a past day` {
  private let runner: CommandRunner

  init() throws {
    var runner = try CommandRunner(today: "2026-01-05")
    try runner.succeed("people", "add", "Ana Souza", "--login", "ana")
    try runner.succeed("add", "Acme", "--value", "EUR 100", "--owner", "ana")
    try runner.succeed("activity", "1", "call", "--due", "2026-01-08")
    try runner.succeed("baseline", "save", "new year")
    runner.today = "2026-01-09"
    try runner.succeed("add", "Borealis", "--owner", "ana")
    runner.today = "2026-01-12"
    try runner.succeed("move", "1", "Demo")
    runner.today = "2026-02-02"
    try runner.succeed("win", "1")
    try runner.succeed("baseline", "save", "after the win")
    self.runner = runner
  }

  @Test func `the log has what had happened by the end of that day`() throws {
    func kinds(_ arguments: String...) throws -> [JSON] {
      let run = try runner.run(["log"] + arguments + ["--json"])
      return try JSON(run.output).elements.map { $0["kind"] }
    }

    #expect(try kinds("--as-of", "2026-01-11") == ["created", "step_planned", "created"])
    #expect(try kinds("1", "--as-of", "2026-01-12") == ["created", "step_planned", "moved"])
    #expect(try kinds().count == 5)
    #expect(try runner.run("log", "--as-of", "2026-02-03").status == 64)
  }

  @Test func `my day is the one that it was`() throws {
    let then = try runner.json("day", "--owner", "ana", "--as-of", "2026-01-08")
    let later = try runner.json("day", "--owner", "ana", "--as-of", "2026-01-10")

    #expect(then["day"] == "2026-01-08")
    #expect(then["today"].elements.map { $0["title"] } == ["Acme"])
    #expect(then["without_step"].elements.isEmpty)
    #expect(later["overdue"].elements.map { $0["days_late"] } == [2])
    #expect(later["without_step"].elements.map { $0["title"] } == ["Borealis"])
    #expect(try runner.json("day", "--owner", "ana")["overdue"].elements.isEmpty)
  }

  @Test func `the standup and its minutes are those of that day`() throws {
    let standup = try runner.json("standup", "--as-of", "2026-01-12")
    let person = standup["people"].elements.first ?? .null

    #expect(standup["day"] == "2026-01-12")
    #expect(person["open_deals"] == 2)
    #expect(person["news"].elements.map { $0["kind"] } == ["moved"])
    let minutes = try runner.succeed("standup", "--as-of", "2026-01-12", "--minutes", "-")
    #expect(minutes.contains("Acme"))
    #expect(!minutes.lowercased().contains("won"))
  }

  @Test func `a review knows nothing of what came later`() throws {
    let review = try runner.json("review", "--as-of", "2026-01-12")

    #expect(review["until"] == "2026-01-12")
    #expect(review["since"]["day"] == "2026-01-05")
    #expect(review["news"].elements.map { $0["kind"] }.contains("won") == false)
    #expect(review["news"].elements.map { $0["title"] }.contains("Borealis"))
  }

  @Test func `baselines of later days are not listed`() throws {
    let then = try runner.json("baseline", "list", "--as-of", "2026-02-01").elements

    #expect(then.map { $0["name"] } == ["new year"])
    #expect(try runner.json("baseline", "list").elements.count == 2)
  }
}
