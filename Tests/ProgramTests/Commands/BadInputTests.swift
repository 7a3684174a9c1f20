import Foundation
import TerminalModel
import Testing

/// Each error names the thing and the way out, ends with its exit code, and leaves the file as it was.
@Suite struct `Bad input` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("add", "Acme renewal", "--value", "48000")
    try runner.succeed("add", "Acme pilot")
    try runner.succeed("add", "Closed one")
    try runner.succeed("win", "Closed")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let message: String

    init(_ arguments: [String], _ status: Int32, _ message: String) {
      self.arguments = arguments
      self.status = status
      self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(
    arguments: [
      ["move", "1", "2"], ["win", "1"], ["edit", "1", "--value", "3"], ["note", "1", "x"],
      ["delete", "1"], ["goal", "remove", "2026-Q1"], ["undo"], ["redo"],
      ["add", "z", "--value", "abc"], ["add", "z", "--owner", "Zelda"],
      ["stages", "add", " "], ["stages", "rename", "Nowhere", "x"],
      ["stages", "reorder", "1", "2"], ["stages", "remove", "Nowhere"],
      ["stages", "remove", "1", "--into", "1"],
      ["stages", "set", "Nowhere", "--probability", "3"],
      ["stages", "add", "New", "--pipeline", "Nowhere"],
      ["people", "add", " "], ["people", "set", "Nobody", "--initials", "N"],
      ["people", "hand-over", "Nobody", "Nobody else"],
      ["pipelines", "add", "New", "--stages", ","],
      ["pipelines", "rename", "Nowhere", "New"], ["pipelines", "rename", "Sales", " "],
      ["goal", "set", "2026-Q1", "lots"], ["goal", "set", "2026-Q1", "3", "--owner", "Zelda"],
      ["baseline", "save", "2026-03-31"], ["baseline", "save", " "],
      ["baseline", "save", "later", "--day", "2026-04-01"],
      ["filters", "save", "big", "value:many"],
      ["filters", "save", " ", "acme"], ["config", "--time-zone", "Nowhere"],
      ["config", "--currency", "EURO"],
    ]
  )
  func `makes no file where there is nothing to change`(arguments: [String]) throws {
    let empty = try CommandRunner()

    let run = try empty.run(arguments)

    #expect(run.status == (arguments[0] == "undo" || arguments[0] == "redo" ? 0 : 64))
    #expect(!FileManager.default.fileExists(atPath: empty.file))
  }

  @Test(
    arguments: [
      ["stages", "add", "Lead In"], ["stages", "rename", "1", "Contact Made"],
      ["pipelines", "add", "Sales"],
    ]
  )
  func `makes no file for a name that a new workspace has already`(arguments: [String]) throws {
    let empty = try CommandRunner()

    let run = try empty.run(arguments)

    #expect(run.status == 65)
    #expect(!FileManager.default.fileExists(atPath: empty.file))
  }

  @Test func `makes no file for an import whose words are refused`() throws {
    let empty = try CommandRunner()
    try empty.home.write("Title,Stage,Status,Value\nGood,Lead In,open,100\n", to: "deals.csv")
    let file = empty.home["deals.csv"]

    let run = try empty.run("import", file, "--stage-map", "Lead In=Nowhere")

    #expect(run.status == 64)
    #expect(!FileManager.default.fileExists(atPath: empty.file))
  }

  private static let cases = [
    Case(["import", "/nowhere/deals.csv"], 66, "There is no file /nowhere/deals.csv."),
    Case(["move", "1", "Qualified"], 64, "No stage in pipeline Sales is called \"Qualified\"."),
    Case(["move", "1", "9"], 64, "Lead In, Contact Made, Demo Scheduled"),
    Case(["move", "acme", "2"], 64, "#1 Acme renewal, #2 Acme pilot"),
    Case(["move", "77", "2"], 64, "No deal is called \"77\"."),
    Case(["add", "New", "--value", "lots"], 64, "\"lots\" is not an amount."),
    Case(["add", "New", "--value", "-5"], 64, "\"-5\" is below zero."),
    Case(["edit", "1", "--value", "1.005,5o"], 64, "is not an amount."),
    Case(["add", "New", "--probability", "150"], 64, "is a whole number from 0 to 100, or none."),
    Case(["add", "New", "--currency", "EURO"], 64, "A currency is three letters of ISO 4217"),
    Case(["add", "New", "--value", "JPY 1.234"], 64, "a separator; JPY has no decimals."),
    Case(["add", "New", "--value", "EUR 1.234"], 64, "a separator, or with two decimals."),
    Case(["stages", "set", "1", "--idle-days", "x"], 64, "days from 0 to 9,999, or none."),
    Case(["stages", "remove", "1"], 65, "Lead In holds 2 open deals."),
    Case(["move", "3", "2"], 65, "is won since 2026-03-31. Reopen it first: dealboard reopen 3"),
    Case(["win", "3"], 65, "is won since 2026-03-31. Reopen it first: dealboard reopen 3"),
    Case(["lose", "3", "--reason", "x"], 65, "Reopen it first: dealboard reopen 3"),
    Case(["reopen", "1"], 65, "Deal 1 (Acme renewal) is open, in Lead In."),
    Case(["win", "1", "--on", "2026-02-30"], 64, "\"2026-02-30\" is not a day."),
    Case(["win", "1", "--on", "2026-03-30"], 65, "Name that day or a later one."),
    Case(["win", "1", "--on", "2026-04-01"], 64, "after today"),
    Case(["list", "--as-of", "2026-13-01"], 64, "\"2026-13-01\" is not a day."),
    Case(["list", "value:many"], 64, "value:many"),
    Case(["metrics", "--window", "forever"], 64, "'forever' is invalid for '--window"),
    Case(["metrics", "--pipeline", "Marketing"], 64, "No pipeline is called \"Marketing\"."),
    Case(["board", "--pipeline", "Marketing"], 64, "No pipeline is called \"Marketing\"."),
    Case(["edit", "1", "--owner", "Zoe"], 64, "Nobody is on the team yet; add someone with"),
    Case(["edit", "1", "--title", " "], 64, "The title is empty."),
    Case(["lose", "1"], 64, "Missing expected argument '--reason"),
    Case(["frobnicate"], 64, "There is no command \"frobnicate\"."),
    Case(["mvoe", "1", "2"], 64, "Did you mean `dealboard move`?"),
    Case(["list", "owner:ana"], 64, "names nobody and nothing here. Nobody is on the team"),
    Case(["list", "--colour"], 64, "Unknown option '--colour'"),
    Case(["import", "--stages", "/nowhere.json", "x.csv"], 66, "There is no file /nowhere.json."),
  ]

  @Test(arguments: cases)
  func `is refused by name and changes nothing`(wrong: Case) throws {
    let before = (try runner.log(), try runner.fileBytes())

    let run = try runner.run(wrong.arguments)

    #expect(run.status == wrong.status)
    #expect(run.error.contains(wrong.message), "\(run.error)")
    #expect(run.output == "")
    #expect(try runner.log() == before.0)
    #expect(try runner.fileBytes() == before.1)
  }

  @Test func `a file that is no database is refused and left as it is`() throws {
    let text = String(repeating: "not a database\n", count: 100)
    try runner.home.write(text, to: "notes.txt")

    for arguments in [["list"], ["add", "New"], ["log"]] {
      let run = try runner.run(arguments + ["--file", runner.home["notes.txt"]])
      #expect(run.status == 65)
      #expect(run.error.contains("is not a database"))
    }

    #expect(try runner.home.read("notes.txt") == text)
  }

  @Test func `rows that were left out can be corrected and imported again`() throws {
    let csv = "Title,Stage,Status,Value\nGood,Lead In,open,100\nBad,Qualified,open,200\n"
    try runner.home.write(csv, to: "deals.csv")
    let (file, rest) = (runner.home["deals.csv"], runner.home["rest.csv"])

    let first = try runner.run("import", file, "--skipped", rest)
    let second = try runner.run("import", rest, "--stage-map", "Qualified=Demo Scheduled")

    #expect(first.status == 65)
    #expect(first.error.contains("deals.csv, line 3: \"Qualified\" is not a stage of Sales."))
    #expect(second.status == 0)
    let listed = try runner.json("list").elements
    #expect(listed.suffix(2).map { $0["title"] } == ["Good", "Bad"])
    #expect(listed.last?["stage"] == "Demo Scheduled")
  }

  @Test func `a missing folder is named`() throws {
    let run = try runner.run("add", "New", "--file", runner.home["nowhere/deals.db"])

    #expect(run.status == 66)
    #expect(run.error.contains("There is no folder \(runner.home["nowhere"])."))
  }

  @Test func `a day in DEALBOARD_TODAY that does not exist is refused`() throws {
    let run = try runner.run("list", environment: ["DEALBOARD_TODAY": "2026-02-30"])

    #expect(run.status == 64)
    #expect(run.error.contains("DEALBOARD_TODAY is \"2026-02-30\", which is not a day."))
  }

  @Test func `escape sequences in a title never reach the terminal`() throws {
    try runner.succeed("add", "Evil \u{1B}[31mred\u{1B}]0;title\u{07} \u{202E}deal")

    for arguments in [["list"], ["show", "Evil"], ["log"], ["list", "--json"]] {
      let output = try runner.run(arguments).output
      #expect(!output.contains("\u{1B}"))
      #expect(!output.contains("\u{07}"))
      #expect(!output.contains("\u{202E}"))
    }
  }
}
