import TerminalModel
import Testing

@Suite struct `Commands that look after the structure` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
  }

  private func stageNames(_ answer: JSON) -> [JSON] {
    answer["stages"].elements.map { $0["name"] }
  }

  @Test func `add, rename, order and set stages`() throws {
    try runner.succeed("stages", "add", "Legal", "--at", "5", "--probability", "70")
    try runner.succeed("stages", "rename", "Legal", "Legal Review")
    let set = try runner.json("stages", "set", "demo", "--probability", "45", "--idle-days", "21")
    let ordered = try runner.json("stages", "reorder", "1", "2", "4", "3", "5", "6")

    #expect(set["stages"][2]["probability"] == 45)
    #expect(set["stages"][2]["idle_limit_days"] == 21)
    #expect(
      stageNames(ordered) == [
        "Lead In", "Contact Made", "Proposal Made", "Demo Scheduled", "Legal Review",
        "Negotiations Started",
      ]
    )
    #expect(
      try runner.json("stages", "set", "demo", "--idle-days", "none")["stages"][3][
        "idle_limit_days"
      ] == nil
    )
  }

  @Test func `empty a stage into another before it is put away`() throws {
    try runner.succeed("add", "Acme", "--stage", "demo")

    let stages = try runner.json("stages", "remove", "demo", "--into", "Proposal Made")

    #expect(stageNames(stages).count == 4)
    #expect(try runner.json("show", "1")["stage"] == "Proposal Made")
    #expect(try runner.json("show", "1")["path"] == ["Demo Scheduled", "Proposal Made"])
  }

  @Test func `put a stage without open deals away without asking where they go`() throws {
    try runner.succeed("add", "Acme", "--stage", "demo")
    try runner.succeed("win", "Acme")

    let run = try runner.run("stages", "remove", "demo", "--json")

    #expect(run.status == 0)
    #expect(stageNames(try JSON(run.output)).count == 4)
    #expect(run.error == "Demo Scheduled was put away; it was empty.\n")
  }

  @Test func `say whose initials and whose login are taken`() throws {
    try runner.succeed("people", "add", "Ana Kovacs", "--login", "ana")

    let initials = try runner.run("people", "add", "Ali Khan", "--initials", "AK")
    let login = try runner.run("people", "add", "Ali Khan", "--login", "ana")

    #expect(initials.error == "Error: The initials AK are Ana Kovacs's. Choose others.\n")
    #expect(login.error.hasPrefix("Error: The login ana is Ana Kovacs's."))
  }

  @Test func `add and rename pipelines, and put deals into them`() throws {
    try runner.succeed("pipelines", "add", "Partners", "--stages", "Lead,Proposal,Contract")
    try runner.succeed("pipelines", "rename", "Partners", "Resellers")
    let deal = try runner.json("add", "Acme", "--pipeline", "resellers", "--stage", "contract")

    #expect(deal["pipeline"] == "Resellers")
    #expect(deal["stage"] == "Contract")
    #expect(try runner.json("metrics")["pipeline"] == "Resellers")
    #expect(try runner.json("metrics", "--pipeline", "Sales")["counts"]["open"] == 0)
  }

  @Test func `keep the team`() throws {
    try runner.succeed("people", "add", "Ana Kovacs", "--login", "ana")
    try runner.succeed("people", "add", "Anna Kern")
    let people = try runner.json("people", "set", "Anna Kern", "--left")

    #expect(people.elements.map { $0["name"] } == ["Ana Kovacs", "Anna Kern"])
    #expect(people[0]["logins"] == ["ana"])
    #expect(people[1]["active"] == false)
    #expect(people[0]["initials"] != people[1]["initials"])
  }

  @Test func `set the currency and the time zone`() throws {
    let config = try runner.json("config", "--currency", "usd", "--time-zone", "Europe/Amsterdam")

    #expect(config["currency"] == "USD")
    #expect(config["time_zone"] == "Europe/Amsterdam")
    #expect(try runner.json("add", "Acme", "--value", "900")["currency"] == "USD")
  }

  @Test func `take a new workspace's time zone from TZ`() throws {
    let run = try runner.run("config", "--json", environment: ["TZ": ":America/New_York"])

    #expect(try JSON(run.output)["time_zone"] == "America/New_York")
  }
}
