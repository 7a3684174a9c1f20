import Foundation
import TerminalModel
import Testing

@Suite struct `A workspace as JSON` {
  private let runner: CommandRunner
  private let path: String

  /// A history with stages, people, a goal, a baseline, a filter, undone steps and a closed deal.
  init() throws {
    runner = try CommandRunner()
    path = runner.home["workspace.json"]
    let file = try fixture("edge-cases/events.csv")
    try runner.succeed("import", "--stages", fixture("edge-cases/pipeline.json"), file)
    try runner.succeed("people", "set", "Ana", "--login", "ana")
    try runner.succeed("goal", "set", "2026-Q1", "500k")
    try runner.succeed("baseline", "save", "start", "--day", "2026-02-28")
    try runner.succeed("add", "Own", "--value", "EUR 12.50", "--label", "a, b", "--as", "ana")
    try runner.succeed("move", "Own", "2", "--as", "ana")
    try runner.succeed("undo", "--as", "ana")
    try runner.succeed("export", "--format", "json", "--output", path)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `comes back whole into a new file, so that a second export is the same`() throws {
    let other = try CommandRunner()
    let second = runner.home["second.json"]

    let report = try other.json("import", path)

    #expect(report["imported"].number == 21)
    #expect(report["kind"].text == "json")
    try other.succeed("export", "--format", "json", "--output", second)
    #expect(try text(second) == text(path))
    #expect(try other.log() == runner.log())
    #expect(try other.json("list") == runner.json("list"))
    #expect(try other.json("metrics") == runner.json("metrics"))
    #expect(try other.run("doctor").status == 0)
    let redone = try other.run("redo", "--as", "ana")
    #expect(redone.output.contains("Made again: move Own to Contact Made"))
  }

  @Test(arguments: [
    ("\"deal\":21,", "\"deal\":9223372036854775807,", "\"deal\" is not a whole number from 1 to"),
    ("\"deal\":21,", "\"deal\":9223372036854775806,", "\"deal\" is not a whole number from 1 to"),
    ("\"deal\":21,", "\"deal\":1000000000000001,", "\"deal\" is not a whole number from 1 to"),
    ("\"step\":3,", "\"step\":9223372036854775807,", "\"step\" is not a whole number from 1 to"),
  ])
  func `is refused where a number in it leaves none to count on`(
    number: String,
    hostile: String,
    message: String
  ) throws {
    let text = try text(path)
    let other = try CommandRunner()
    #expect(text.contains(number), "\(number)")
    try other.home.write(text.replacing(number, with: hostile), to: "hostile.json")

    let run = try other.run("import", other.home["hostile.json"])

    #expect(run.status == 65)
    #expect(run.error.contains(message), "\(run.error)")
    // Nothing of it is there, and the workspace goes on.
    try other.succeed("add", "After it")
    #expect(try other.json("list").elements.map { $0["id"] } == [1])
  }

  @Test func `keeps large numbers of deals, and counts on from them`() throws {
    let other = try CommandRunner()
    let large = try text(path).replacing("\"deal\":21,", with: "\"deal\":1000000000000000,")
    try other.home.write(large, to: "large.json")

    try other.succeed("import", other.home["large.json"])
    try other.succeed("add", "After it")

    let numbers = try other.json("list").elements.map { $0["id"].number }
    #expect(numbers.suffix(2) == [1_000_000_000_000_000, 1_000_000_000_000_001])
  }

  @Test func `changes nothing where it is brought a second time`() throws {
    let before = try runner.log()

    let report = try runner.json("import", path)

    #expect(report["unchanged"].number == Double(before.elements.count))
    #expect(report["events"].number == 0)
    #expect(try runner.log() == before)
  }

  @Test func `brings further events of deals that are known, and tells which went another way`()
    throws
  {
    let other = try CommandRunner()
    try other.succeed("import", path)
    try runner.succeed("note", "D07", "in the file")
    try runner.succeed("note", "D03", "in the file")
    try other.succeed("note", "D03", "here")
    try runner.succeed("export", "--format", "json", "--output", path)

    let run = try other.run("import", path, "--json")

    let report = try JSON(run.output)
    #expect(run.status == 65)
    #expect(report["updated"].number == 1)
    #expect(report["rejected"].elements.map { $0["code"].text } == ["parted"])
    #expect(try other.json("log", "D07").elements.last?["after"].text == "in the file")
    #expect(try other.json("log", "D03").elements.last?["after"].text == "here")
    #expect(try other.run("doctor").status == 0)
  }

  @Test func `of a past day knows nothing later`() throws {
    try runner.succeed(
      "export",
      "--format",
      "json",
      "--as-of",
      "2026-02-28",
      "--output",
      path
    )
    let other = try CommandRunner()

    try other.succeed("import", path)

    let then = try runner.json("list", "--as-of", "2026-02-28")
    #expect(try other.json("list", "--as-of", "2026-02-28") == then)
    #expect(try other.json("list").elements.count == then.elements.count)
  }

  @Test func `of a file that is not there is that of an empty workspace`() throws {
    let other = try CommandRunner()

    let run = try other.run("export", "--format", "json")

    let json = try JSON(run.output)
    #expect(json["format"].text == "dealboard")
    #expect(json["pipelines"][0]["name"].text == "Sales")
    #expect(!other.fileExists)
  }

  @Test func `takes no options for stages, which it has of its own`() throws {
    let run = try runner.run("import", path, "--stages", "A,B")

    #expect(run.status == 64)
    #expect(run.error.contains("is a whole workspace with stages of its own. Leave --stages out."))
  }

  @Test func `that is no workspace is refused, and a dry run writes nothing`() throws {
    let other = try CommandRunner()
    try other.home.write("{\"deals\":[]}", to: "foreign.json")

    let run = try other.run("import", other.home["foreign.json"])
    #expect(run.status == 65)
    #expect(run.error.contains("This JSON is no export of a workspace."))

    let dry = try other.json("import", path, "--dry-run")
    #expect(dry["imported"].number == 21)
    #expect(!other.fileExists)
  }
}
