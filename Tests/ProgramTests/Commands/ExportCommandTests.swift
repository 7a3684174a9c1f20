import Foundation
import TerminalModel
import Testing

@Suite struct `An export` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("add", "Acme renewal", "--value", "48000", "--label", "hot, large")
    try runner.succeed("add", "=1+1", "--organization", "'s-Hertogenbosch", "--contact=-Ana")
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `into a file is whole, for its owner alone, and leaves nothing beside it`() throws {
    let path = runner.home["out.csv"]

    let run = try runner.run("export", "--output", path)

    #expect(run.error == "2 deals written to \(path).\n")
    #expect(try text(path) == runner.succeed("export"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let beside = try FileManager.default.contentsOfDirectory(atPath: runner.home["."])
    #expect(beside.filter { $0.contains("out.csv") } == ["out.csv"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `that is ended in the middle leaves nothing beside the file`(number: Int32) throws {
    // Enough deals that it is not done before it is ended; a run that is would fail below.
    let rows = (1...20_000).map { "Renewal \($0),Lead In,\($0)" }
    try runner.home.write("title,stage,value\n" + rows.joined(separator: "\n"), to: "many.csv")
    try runner.succeed("import", runner.home["many.csv"])
    let path = runner.home["out.json"]
    let export = try ProgramSession(
      ["export", "--format", "json", "--output", path],
      environment: ["DEALBOARD_TODAY": runner.today],
      home: runner.home
    )
    let passing = "\(path).\(export.processID)~"
    let deadline = ContinuousClock.now + .seconds(60)
    while access(passing, F_OK) != 0, ContinuousClock.now < deadline { sched_yield() }

    try export.signal(number)

    #expect(try export.waitForExit() == .signalled(number))
    let beside = try FileManager.default.contentsOfDirectory(atPath: runner.home["."])
    #expect(beside.filter { $0.contains("out.json") } == [])
  }

  @Test func `takes away what a killed one of the same number left`() throws {
    let path = runner.home["out.csv"]
    // As in a container, where each command may have the same number.
    let script = "echo left > \"$2.$$~\"; exec \"$1\" export --output \"$2\""

    let run = try ProgramRun.run(
      ["-c", script, "sh", try ProgramPath.dealboard.path, path],
      environment: ["DEALBOARD_TODAY": runner.today],
      home: runner.home,
      program: .shell
    )

    #expect(run.error == "2 deals written to \(path).\n")
    #expect(try text(path) == runner.succeed("export"))
    let beside = try FileManager.default.contentsOfDirectory(atPath: runner.home["."])
    #expect(beside.filter { $0.contains("out.csv") } == ["out.csv"])
  }

  @Test func `leaves what another process writes beside the same file`() throws {
    let path = runner.home["out.csv"]
    // Another container's process of the same number holds the lock of what it writes.
    let script = """
      (flock 9; echo theirs >&9; read line <"$3") 9>"$2.$$~" &
      echo $$ >"$2.pid"
      while [ ! -s "$2.$$~" ]; do :; done
      exec "$1" export --output "$2"
      """
    let pipe = runner.home["pipe"]
    #expect(mkfifo(pipe, 0o600) == 0)

    let run = try ProgramRun.run(
      ["-c", script, "sh", try ProgramPath.dealboard.path, path, pipe],
      environment: ["DEALBOARD_TODAY": runner.today],
      home: runner.home,
      program: .shell
    )

    #expect(run.error == "2 deals written to \(path).\n")
    let number = try text(path + ".pid").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try text("\(path).\(number)~") == "theirs\n")
    try Data("go\n".utf8).write(to: URL(fileURLWithPath: pipe))
  }

  @Test func `follows no link`() throws {
    let victim = runner.home["victim"]
    let link = runner.home["link.csv"]
    try Data("kept".utf8).write(to: URL(fileURLWithPath: victim))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: victim)

    let run = try runner.run("export", "--output", link)

    #expect(run.status == 73)
    #expect(run.error.contains("\(link) is a link"))
    #expect(try text(victim) == "kept")
  }

  @Test func `writes to a device without replacing it`() throws {
    let run = try runner.run("export", "--output", "/dev/null")

    #expect(run.status == 0)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `into a folder is refused`() throws {
    let run = try runner.run("export", "--output", runner.home["."])

    #expect(run.status == 73)
    #expect(run.error.contains("is a folder. Name a file in it."))
  }

  @Test func `as plain columns brings its stages back in their order`() throws {
    try runner.succeed("stages", "add", "Qualified", "--at", "1")
    try runner.succeed("add", "Early", "--stage", "Qualified")
    let path = runner.home["deals.csv"]
    try runner.succeed("export", "--format", "csv", "--output", path)
    let other = try CommandRunner()

    let text = try other.succeed("import", path)

    let stages = try other.json("stages")["stages"].elements.map { $0["name"].text }
    #expect(stages == ["Qualified", "Lead In"])
    #expect(text.contains("Pipeline made  Sales: Qualified, Lead In\n"))
    #expect(!text.contains("guessed"))
    #expect(
      text.contains(
        "not given, so none for Qualified; the others have the default pipeline's."
      ),
      "\(text)"
    )
  }

  @Test func `in Pipedrive's columns comes back with an order that is called a guess`() throws {
    try runner.succeed("stages", "add", "Qualified", "--at", "1")
    try runner.succeed("add", "Early", "--stage", "Qualified")
    let path = runner.home["deals.csv"]
    try runner.succeed("export", "--output", path)

    let text = try CommandRunner().succeed("import", path)

    #expect(text.contains("Pipeline made  Sales: Lead In, Qualified\n"))
    #expect(
      text.contains(
        "guessed: those of the default pipeline in its order, then the others by the share of"
      ),
      "\(text)"
    )
  }

  @Test func `stages that the default pipeline does not have are guessed by one rule alone`() throws
  {
    let runner = try CommandRunner()
    try runner.home.write(
      "Title,Pipeline,Stage,Status,Won time\nOboe,Band,Talk,won,2026-03-10\n"
        + "Viola,Band,Talk,open,\nCello,Band,Paper,won,2026-03-10\n",
      to: "deals.csv"
    )

    let text = try runner.succeed("import", runner.home["deals.csv"])

    // Of Talk's deals half are won, of Paper's all.
    #expect(text.contains("Band: Talk, Paper\n"), "\(text)")
    #expect(
      text.contains("guessed: by the share of their deals that is won. `dealboard stages"),
      "\(text)"
    )
  }

  @Test(arguments: ["csv", "pipedrive"])
  func `comes back as it was`(format: String) throws {
    let path = runner.home["deals.csv"]
    try runner.succeed("export", "--format", format, "--output", path)
    let other = try CommandRunner()

    try other.succeed("import", path)

    let exported = try text(path)
    // There the number here is the source's id.
    let expected = exported.replacing("\n1,,", with: "\n1,1,").replacing("\n2,,", with: "\n2,2,")
    #expect(try other.succeed("export", "--format", format) == expected)
    #expect(exported.contains("'=1+1"))
    #expect(exported.contains(",'s-Hertogenbosch,"))
    let deals = try other.json("list")
    #expect(deals[1]["title"].text == "=1+1")
    #expect(deals[1]["organization"].text == "'s-Hertogenbosch")
    #expect(try other.json("show", "1")["labels"].elements == [.string("hot, large")])
  }
}
