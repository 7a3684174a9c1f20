import Foundation
import TerminalModel
import Testing

@Suite struct `One's own settings` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
  }

  private func write(_ text: String) throws {
    try runner.home.makeFolder("config/dealboard")
    try runner.home.write(text, to: "config/dealboard/config.toml")
  }

  private var path: String { runner.home["config/dealboard/config.toml"] }

  /// A setting's value and where it comes from.
  private func setting(_ name: String, _ arguments: String...) throws -> [JSON] {
    let run = try runner.run(["config", "--json"] + arguments)
    let row = try JSON(run.output)["settings"].elements.first { $0["name"] == .string(name) }
    return [row?["value"] ?? .null, row?["from"] ?? .null]
  }

  @Test func `are shown with where they come from`() throws {
    try write("currency = \"gbp\"\ntheme = \"nord\"")

    #expect(try setting("currency") == ["GBP", .string(path)])
    #expect(try setting("theme") == ["nord", .string(path)])
    #expect(try setting("density") == ["auto", "default"])
    #expect(try setting("time_zone") == ["UTC", "TZ"])
    #expect(try setting("as")[1] == "default")
    #expect(try setting("as", "--as", "Ana") == ["Ana", "--as"])
  }

  @Test func `set a new workspace's currency and time zone`() throws {
    try write("currency = \"gbp\"\ntime_zone = \"Europe/Amsterdam\"")

    let run = try runner.run(
      ["add", "Acme", "--value", "900", "--json"],
      environment: ["TZ": nil]
    )
    try write("currency = \"usd\"")
    let config = try runner.json("config")

    #expect(try JSON(run.output)["currency"] == "GBP")
    #expect(config["currency"] == "GBP")
    #expect(config["time_zone"] == "Europe/Amsterdam")
  }

  @Test func `give way to TZ, which is said for one run`() throws {
    try write("time_zone = \"Europe/Amsterdam\"")

    let run = try runner.run("config", "--json", environment: ["TZ": "America/New_York"])

    #expect(try JSON(run.output)["time_zone"] == "America/New_York")
  }

  @Test func `say who acts, unless the command line does`() throws {
    try write("as = \"Ana Kovacs\"")
    try runner.succeed("add", "Acme")
    try runner.succeed("add", "Borealis", "--as", "Jonas")

    let log = try runner.log()

    #expect(log.elements.map { $0["actor"] } == ["Ana Kovacs", "Jonas"])
  }

  @Test func `with mistakes are all named, and the exit code says so`() throws {
    try write("theme = \"nrod\"\nmouse = 1\n\n[keys]\nwin = \"x\"\n")

    let run = try runner.run("config")

    #expect(run.status == 65)
    #expect(
      run.error == """
        \(path), line 1, column 9: There is no theme "nrod". Did you mean "nord"?
        \(path), line 2, column 9: "mouse" takes true or false, not a whole number.
        \(path), line 5, column 7: "x" is wanted by both win and lose. Give one of them other keys.

        """
    )
  }

  @Test func `with mistakes hold no command up, which warns`() throws {
    try write("theme = \"nrod\"\nmouse = 1\nas = \"Ana\"")

    let run = try runner.run("add", "Acme")

    #expect(run.status == 0)
    #expect(
      run.error == "Warning: \(path), line 1, column 9: There is no theme \"nrod\"."
        + " Did you mean \"nord\"? (1 more: dealboard config)\n"
    )
    #expect(try runner.log()[0]["actor"] == "Ana")
  }

  @Test func `in a pipe's place are not waited for`() throws {
    try runner.home.makeFolder("config/dealboard")
    #expect(mkfifo(path, 0o600) == 0)

    let run = try runner.run("list")

    #expect(run.status == 0)
    #expect(
      run.error == "Warning: \(path): The file cannot be read: it is no ordinary file.\n"
    )
  }

  @Test func `are written without touching the rest of the file`() throws {
    try write("# mine\nmouse = true # yes\n\n[keys]\nwin = \"f2\"\n")

    try runner.succeed("config", "set", "theme", "nord")
    try runner.succeed("config", "set", "mouse", "false")
    try runner.succeed("config", "unset", "density")

    #expect(
      try runner.home.read("config/dealboard/config.toml")
        == "# mine\nmouse = false # yes\ntheme = \"nord\"\n\n[keys]\nwin = \"f2\"\n"
    )
  }

  @Test func `are written into a new file with its folder`() throws {
    try runner.succeed("config", "set", "as", "Ana")

    #expect(try runner.home.read("config/dealboard/config.toml") == "as = \"Ana\"\n")
  }

  @Test func `are written where a link leads`() throws {
    try write("")
    try runner.home.write("mouse = true\n", to: "config/dotfile")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path,
      withDestinationPath: runner.home["config/dotfile"]
    )

    try runner.succeed("config", "set", "mouse", "false")

    #expect(try runner.home.read("config/dotfile") == "mouse = false\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path).hasSuffix("dotfile"))
  }

  @Test(
    arguments: [
      (["theme", "nrod"], "There is no theme \"nrod\". Did you mean \"nord\"?"),
      (["thme", "nord"], "There is no setting \"thme\". Did you mean \"theme\"?"),
      (["mouse", "no"], "\"no\" is nothing that \"mouse\" can be. Write true or false."),
    ]
  )
  func `are not written where they are wrong`(_ words: [String], _ sentence: String) throws {
    let run = try runner.run(["config", "set"] + words)

    #expect(run.status == 64)
    #expect(run.error == "Error: \(sentence)\n")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `are not written into a file that is no TOML`() throws {
    try write("theme = \n")

    let run = try runner.run("config", "set", "mouse", "false")

    #expect(run.status == 65)
    #expect(
      run.error == "Error: \(path), line 1, column 9: This is not TOML: a value is expected here.\n"
    )
    #expect(try runner.home.read("config/dealboard/config.toml") == "theme = \n")
  }

  @Test func `give keys, which the command keys lists as they are in force`() throws {
    try write("[keys]\nwin = [\"ctrl-w\", \"g w\"]\n")

    let keys = try runner.json("keys").elements

    let win = keys.first { $0["command"] == "win" }
    #expect(win?["keys"] == ["ctrl-w", "g w"])
    #expect(win?["from"] == .string(path))
    #expect(keys.first { $0["command"] == "lose" }?["from"] == "default")
    #expect(try runner.succeed("keys", "--markdown").contains("| `ctrl-w` `g w` "))
  }
}
