import TerminalModel
import Testing

@Suite struct `Commands that read` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
  }

  @Test func `takes the options of every command before the command too`() throws {
    let other = runner.home["other.db"]
    try runner.succeed("--file", other, "--as", "ana", "add", "Elsewhere")

    let list = try runner.run("--json", "--file=" + other, "list", "status:open")

    #expect(list.status == 0)
    #expect(try JSON(list.output)[0]["title"].text == "Elsewhere")
    let log = try runner.run("--file", other, "log")
    #expect(log.output.contains("ana"))
  }

  @Test func `take a file that is not there for an empty workspace and make none`() throws {
    #expect(try runner.run("list", "--json").output == "[]\n")
    #expect(try runner.run("log", "--json").output == "[]\n")
    #expect(try runner.json("metrics")["counts"]["open"] == 0)
    #expect(try runner.json("stages")["stages"].elements.count == 5)
    #expect(try runner.run("show", "1").status == 64)

    #expect(!runner.fileExists)
  }

  @Test func `find the file that the option or the environment names`() throws {
    let other = runner.home["other.db"]
    try runner.succeed("add", "There", "--file", other)

    #expect(try runner.json("list") == [])
    #expect(try runner.json("list", "--file", other)[0]["title"] == "There")
    let run = try runner.run("list", "--json", environment: ["DEALBOARD_FILE": other])
    #expect(try JSON(run.output)[0]["title"] == "There")
  }

  @Test func `narrow the list by a filter`() throws {
    try runner.succeed("add", "Small", "--value", "900")
    try runner.succeed("add", "Big", "--value", "90k", "--stage", "4")
    try runner.succeed("win", "Big")

    func titles(_ filter: String...) throws -> [String] {
      let run = try runner.run(["list", "--json"] + filter)
      return try JSON(run.output).elements.compactMap { $0["title"].text }
    }

    #expect(try titles() == ["Small", "Big"])
    #expect(try titles("status:won") == ["Big"])
    #expect(try titles("value:<1000") == ["Small"])
    #expect(try titles("small") == ["Small"])
    #expect(try titles("-small") == ["Big"])
    // In one argument, as the board's line has it.
    #expect(try titles("status:open value:<1000") == ["Small"])
    #expect(try titles("stage:\"Lead In\" status:open") == ["Small"])
    #expect(try titles("stage:Lead In") == ["Small"])
  }

  @Test func `show a past day as it was known`() throws {
    try runner.succeed("add", "Acme", "--on", "2026-03-01")
    try runner.succeed("win", "1", "--on", "2026-03-20")

    let then = try runner.json("list", "--as-of", "2026-03-10")

    #expect(then[0]["status"] == "open")
    #expect(then[0]["age_days"] == 9)
    #expect(try runner.json("list", "--as-of", "-31d") == [])
    #expect(try runner.json("list")[0]["status"] == "won")
  }

  @Test func `find a deal, a pipeline and a baseline without its diacritics`() throws {
    try runner.succeed("pipelines", "add", "Côte d'Or")
    try runner.succeed("add", "Ölmühle Süd", "--pipeline", "cote")
    try runner.succeed("baseline", "save", "Début")

    #expect(try runner.json("show", "olmuh")["title"] == "Ölmühle Süd")
    #expect(try runner.json("metrics", "--pipeline", "cote")["counts"]["open"] == 1)
    #expect(try runner.run("baseline", "remove", "debut").status == 0)
  }

  @Test(arguments: [["Cafe", "Café"], ["Café", "Cafe"]])
  func `tell names apart by their diacritics where they differ by nothing else`(
    names: [String]
  ) throws {
    for name in names {
      try runner.succeed("pipelines", "add", name, "--stages", names.joined(separator: ","))
      try runner.succeed("add", "In \(name)", "--pipeline", name, "--stage", name)
    }

    for name in names {
      let deals = try runner.json("list", "--pipeline", name)
      #expect(deals.elements.map { $0["title"] } == [.string("In \(name)")])
      #expect(deals[0]["stage"] == .string(name))
    }
  }

  @Test func `show what is dated later as not counted yet`() throws {
    try runner.succeed("import", try fixture("edge-cases/events.csv"))
    let deals = try runner.json("list")
    let number = try #require(deals.elements.first { $0["key"] == "D02" }?["id"].number)
    let id = "\(Int(number))"

    let text = try runner.succeed("show", id)
    let json = try runner.json("show", id)
    let past = try runner.succeed("show", id, "--as-of", "2026-03-20")
    let later = try CommandRunner(today: "2026-04-07", home: runner.home)

    // D02 is won on 2026-04-07, a week ahead.
    #expect(json["status"] == "open")
    #expect(json["fixed_until"] == "2026-04-07")
    #expect(
      text.contains("Not counted yet; the deal cannot be changed before 2026-04-07:"),
      "\(text)"
    )
    let lines = text.split(separator: "\n")
    #expect(lines.last?.hasPrefix("2026-04-07") == true)
    #expect(lines.last?.hasSuffix("won") == true)
    // On a past day nothing later exists.
    #expect(!past.contains("Not counted yet"))
    #expect(try later.json("show", id)["fixed_until"] == .null)
    #expect(try later.json("show", id)["status"] == "won")
  }

  @Test func `say of a deal that begins later when that is`() throws {
    try runner.succeed("import", try fixture("edge-cases/events.csv"))
    let later = try CommandRunner(today: "2026-04-30", home: runner.home)
    let number = try #require(
      later.json("list").elements.first { $0["key"] == "D20" }?["id"].number
    )

    let run = try runner.run("show", "\(Int(number))")

    #expect(run.status == 64)
    #expect(run.error.contains("Deal \(Int(number)) (D20) begins on 2026-04-02"), "\(run.error)")
  }

  @Test func `align plain tables without colour where nobody looks`() throws {
    try runner.succeed("add", "Acme", "--value", "48000")
    try runner.succeed("add", "日本 deal", "--value", "900")

    let lines = try runner.run("list").output.split(separator: "\n").map(String.init)

    #expect(
      lines == [
        "#  Title      Stage         Value  Owner  Age  Idle  Close",
        "1  Acme       Lead In  EUR 48,000          0d    0d",
        "2  日本 deal  Lead In     EUR 900          0d    0d",
        "2 deals",
      ]
    )
  }

  @Test func `group the figures by a field`() throws {
    try runner.succeed("add", "One", "--label", "hot", "--value", "100")
    try runner.succeed("add", "Two", "--label", "hot", "--label", "big", "--value", "200")
    try runner.succeed("add", "Three")

    let groups = try runner.json("metrics", "--by", "label").elements

    #expect(groups.map { $0["label"] } == ["big", "hot", nil])
    #expect(groups.map { $0["counts"]["open"] } == [1, 2, 1])
    #expect(groups[1]["by_currency"]["EUR"]["open"]["value"] == 300)
  }

  @Test func `export what import brings back as it was`() throws {
    try runner.succeed("add", "Acme, \"quoted\"", "--value", "7500.50", "--organization", "=Acme")
    try runner.succeed("add", "Lost one", "--value", "0")
    try runner.succeed("lose", "Lost", "--reason", "Price")
    let file = runner.home["deals.csv"]
    try runner.succeed("export", "--format", "csv", "--output", file)

    let other = try CommandRunner()
    try other.succeed("import", file)

    let names = ["title", "status", "stage", "value", "currency", "organization", "lost_reason"]
    func fields(_ runner: CommandRunner) throws -> [[JSON]] {
      try runner.json("list").elements.map { deal in names.map { deal[$0] } }
    }
    #expect(try fields(other) == fields(runner))
  }
}
