import Foundation
import TerminalModel
import Testing

@Suite struct `Commands that look after the file` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("add", "Acme", "--value", "48000")
  }

  @Test func `backup copies everything into a new file and never over one`() throws {
    let copy = runner.home["copy.db"]

    try runner.succeed("backup", copy)
    let again = try runner.run("backup", copy)

    #expect(try runner.json("log", "--file", copy) == runner.log())
    #expect(again.status == 73)
    #expect(again.error.contains("something stands there already"))
  }

  @Test func `doctor calls a new file sound and a garbled one unsound`() throws {
    #expect(try runner.run("doctor").status == 0)
    let url = URL(fileURLWithPath: runner.file)
    var bytes = try Data(contentsOf: url)
    guard let title = bytes.range(of: Data("Acme".utf8), options: .backwards) else {
      Issue.record("the title is not in the file")
      return
    }
    bytes.replaceSubrange(title, with: Data("Bcme".utf8))
    try bytes.write(to: url)

    let run = try runner.run("doctor", "--json")

    #expect(run.status == 65)
    #expect(try JSON(run.output)["sound"] == false)
    #expect(!(try JSON(run.output)["findings"].elements.isEmpty))
  }

  @Test func `doctor finds a file sound whose stages were reordered and put away`() throws {
    try runner.succeed("add", "Open", "--value", "5")
    try runner.succeed("move", "1", "3")
    try runner.succeed("move", "1", "2")
    try runner.succeed("add", "Gone", "--value", "6")
    try runner.succeed("move", "2", "3")
    try runner.succeed("move", "2", "1")
    try runner.succeed("win", "2")
    try runner.succeed("delete", "2")

    try runner.succeed(
      "stages",
      "reorder",
      "Demo Scheduled",
      "Lead In",
      "Contact Made",
      "Proposal Made",
      "Negotiations Started"
    )
    #expect(try runner.run(["doctor"]).status == 0)

    try runner.succeed("stages", "remove", "Demo Scheduled", "--into", "Lead In")
    #expect(try runner.run(["doctor"]).status == 0)
  }

  @Test func `doctor makes no file where there is none`() throws {
    let other = try CommandRunner()

    #expect(try other.run("doctor").status == 0)
    #expect(!other.fileExists)
  }

  @Test func `doctor calls no file sound whose folder is missing`() throws {
    let folder = runner.home["no/such"]

    let run = try runner.run("doctor", "--file", folder + "/x.db")

    #expect(run.status == 66)
    #expect(run.error == "Error: There is no folder \(folder). Make it, or name another file.\n")
  }

  @Test func `a new file is for its owner alone`() throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: runner.file)

    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
