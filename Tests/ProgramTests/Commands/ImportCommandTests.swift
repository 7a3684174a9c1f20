import TerminalModel
import Testing

@Suite struct `An import` {
  @Test func `with events that lie ahead promises no undo before their day`() throws {
    let runner = try CommandRunner()
    let file = runner.home["ahead.csv"]
    try runner.home.write(
      """
      deal,date,event,arg,value,owner,currency,expected_close
      D1,2026-03-01,create,Lead In,100,Ana,EUR,
      D1,2026-04-10,won,,,,,

      """,
      to: "ahead.csv"
    )

    let text = try runner.succeed("import", file)

    #expect(text.contains("`dealboard undo` takes all of it back, but only from 2026-04-10 on"))
    #expect(try runner.run("undo").status == 65)
    let later = try CommandRunner(today: "2026-04-10", home: runner.home)
    try later.succeed("undo")
    #expect(try later.json("list") == [])
  }

  @Test func `names the columns that it takes nothing from`() throws {
    let runner = try CommandRunner()
    try runner.home.write("title,stage,Worth\nA,Lead In,1000\n", to: "deals.csv")

    let text = try runner.succeed("import", runner.home["deals.csv"])
    let json = try runner.json("import", runner.home["deals.csv"])

    #expect(text.contains("the column Worth"))
    #expect(text.contains("has no column that gives the deals' values"))
    #expect(
      json["warnings"].elements.map { $0["code"] } == ["value_column_missing", "columns_unused"]
    )
  }

  @Test(arguments: [false, true])
  func `tells what it brought also where what it left out cannot be kept`(isJSON: Bool) throws {
    let runner = try CommandRunner()
    try runner.home.write("title,stage\nA,Lead In\nB,Nowhere\n", to: "deals.csv")
    let file = runner.home["deals.csv"]

    let run = try runner.run(
      ["import", file, "--skipped", "/dev/full"]
        + (isJSON ? ["--json"] : [])
    )

    #expect(run.status == 74)
    #expect(
      run.error.hasSuffix(
        "Error: The import is done, but what it left out is not kept. "
          + "Disk full: /dev/full was not written. Free some space.\n"
      ),
      "\(run.error)"
    )
    if isJSON {
      #expect(try JSON(run.output)["imported"] == 1)
    } else {
      #expect(run.output.contains("Imported 1 new deal"), "\(run.output)")
    }
    #expect(try runner.json("list").elements.map { $0["title"] } == ["A"])
  }

  @Test func `finds our stage of a map as every command finds one`() throws {
    let runner = try CommandRunner()
    try runner.home.write("title,stage\nA,Qualified\nB,Talking\nC,Won over\n", to: "deals.csv")

    try runner.succeed(
      "import",
      runner.home["deals.csv"],
      "--stage-map",
      "Qualified=demo",
      "--stage-map",
      "Talking=5",
      "--stage-map",
      "Won over=PROPOSAL MADE"
    )

    #expect(
      try runner.json("list").elements.map { $0["stage"] }
        == ["Demo Scheduled", "Negotiations Started", "Proposal Made"]
    )
  }

  @Test(arguments: [
    ("Demmo", "No stage in pipeline Sales is called \"Demmo\"."),
    ("9", "No stage in pipeline Sales is called \"9\"."),
    ("co", "\"co\" may be more than one stage: Contact Made, Contract."),
  ])
  func `blames the stage of a map that is none of ours`(ours: String, message: String) throws {
    let runner = try CommandRunner()
    try runner.succeed("stages", "add", "Contract")
    try runner.home.write("title,stage\nA,Qualified\n", to: "deals.csv")
    let file = runner.home["deals.csv"]

    let run = try runner.run("import", file, "--stage-map", "Qualified=\(ours)")

    #expect(run.status == 64)
    #expect(run.error.contains(message), "\(run.error)")
    #expect(!run.error.contains("\"Qualified\" is not"))
    #expect(try runner.json("list") == [])
  }

  @Test func `finds its pipeline as every command finds one`() throws {
    let runner = try CommandRunner()
    try runner.succeed("pipelines", "add", "Étranger", "--stages", "Q")
    try runner.home.write("title,stage\nA,Q\n", to: "deals.csv")
    let file = runner.home["deals.csv"]

    try runner.succeed("import", file, "--pipeline", "etr")

    #expect(try runner.json("pipelines").elements.map { $0["name"] } == ["Sales", "Étranger"])
    #expect(try runner.json("list", "--pipeline", "Étranger").elements.count == 1)
    try runner.succeed("pipelines", "add", "Étrange")
    let several = try runner.run("import", file, "--pipeline", "etr")
    #expect(several.status == 64)
    #expect(several.error.contains("Étranger, Étrange"), "\(several.error)")
    // What nothing is called or begins with is a new one's name.
    try runner.succeed("import", file, "--pipeline", "Partners")
    #expect(try runner.json("list", "--pipeline", "Partners").elements.count == 1)
  }

  @Test func `names the columns that are missing, for a program too`() throws {
    let runner = try CommandRunner()
    try runner.home.write("Deal - ID,Deal - Value\n1,5\n", to: "deals.csv")

    let run = try runner.run("import", runner.home["deals.csv"], "--json")

    #expect(run.status == 65)
    let refused = try JSON(run.output)["refused"]
    #expect(refused["code"] == "missing_column")
    #expect(refused["line"] == 1)
    #expect(refused["columns"] == ["Deal - Title", "Deal - Stage"])
  }

  @Test(arguments: ["DEM", "HRK", "KWD"])
  func `and a command know the same currencies`(code: String) throws {
    let runner = try CommandRunner()
    let csv = "title,stage,value,currency\nImported,Lead In,1234.5,\(code)\n"
    try runner.home.write(csv, to: "deals.csv")

    try runner.succeed("import", runner.home["deals.csv"])
    try runner.succeed("add", "Typed before", "--value", "\(code) 1234.5")
    try runner.succeed("add", "Typed behind", "--value", "1234.5 \(code.lowercased())")

    let deals = try runner.json("list").elements
    #expect(deals.map { $0["currency"] } == [.string(code), .string(code), .string(code)])
    #expect(deals.map { $0["value"] } == [1234.5, 1234.5, 1234.5])
  }

  @Test func `and a command refuse a currency that does not exist`() throws {
    let runner = try CommandRunner()

    #expect(try runner.run("add", "Acme", "--value", "5", "--currency", "XXQ").status == 64)
    try runner.succeed("add", "Acme", "--value", "5", "--currency", "hrk")
  }

  @Test func `asks again where an answer leaves a stage out, and loses no row`() throws {
    let runner = try CommandRunner()
    try runner.home.write(
      "Title,Pipeline,Stage\nA,Other,First\nB,Other,Second\nC,Other,Third\n",
      to: "deals.csv"
    )
    let session = try ProgramSession(
      ["import", runner.home["deals.csv"]],
      environment: ["DEALBOARD_TODAY": runner.today],
      rows: 24,
      columns: 80,
      home: runner.home
    )
    try session.waitForText("Is that right?")

    try session.type("2 1\r")
    try session.waitForText("Left out: Third.")
    try session.type("2,3,1\r")
    try session.waitForText("1  Second")
    try session.type("\r")
    try session.waitForExit()

    #expect(try runner.json("list").elements.map { $0["stage"] } == ["First", "Second", "Third"])
  }
}
