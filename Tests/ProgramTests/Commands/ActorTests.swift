import TerminalModel
import Testing

@Suite struct `Who acts` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.succeed("people", "add", "Tom Baker")
    try runner.succeed("people", "add", "Ann Lee")
    try runner.succeed("people", "add", "Anna Ruiz")
  }

  @Test func `may be the beginning of a name, as an owner may`() throws {
    try runner.succeed("add", "Acme", "--as", "Tom")

    #expect(try runner.json("log").elements.map { $0["actor"] } == ["Tom Baker"])
    #expect(try runner.json("list").elements.map { $0["owner"] } == ["Tom Baker"])
  }

  @Test func `is found in the config without the diacritics of the name`() throws {
    try runner.succeed("people", "add", "André")
    try runner.home.makeFolder("config/dealboard")
    try runner.home.write("as = \"andre\"", to: "config/dealboard/config.toml")

    try runner.succeed("add", "Acme")

    #expect(try runner.json("log").elements.map { $0["actor"] } == ["André"])
    try runner.succeed("people", "add", "Andre")
    try runner.succeed("add", "Borealis")
    #expect(try runner.json("log").elements.map { $0["actor"] } == ["André", "Andre"])
  }

  @Test func `may be the beginning of a name in the config as well`() throws {
    try runner.home.makeFolder("config/dealboard")
    try runner.home.write("as = \"Tom\"", to: "config/dealboard/config.toml")

    try runner.succeed("add", "Acme")

    #expect(try runner.json("log").elements.map { $0["actor"] } == ["Tom Baker"])
  }

  @Test func `is said to be nobody of the team where a name that was chosen is none`() throws {
    try runner.succeed("add", "Acme", "--as", "Tom")

    let run = try runner.run("note", "1", "hi", "--as", "Zed")

    #expect(run.status == 0)
    #expect(run.error.contains("Nobody of the team is called Zed"))
    #expect(try runner.json("log").elements.map { $0["actor"] } == ["Tom Baker", "Zed"])
    #expect(try !runner.run("list", "--as", "Zed").error.contains("Zed"))
  }

  @Test func `is never nobody`() throws {
    let run = try runner.run("add", "Acme", "--as", "  ")

    #expect(run.status == 64)
    #expect(run.error.contains("--as names nobody."))
    #expect(try runner.json("list").elements.isEmpty)
  }

  @Test func `is asked for where several names begin so`() throws {
    let run = try runner.run("add", "Acme", "--as", "Ann")

    #expect(run.status == 64)
    #expect(run.error.contains("Ann Lee, Anna Ruiz"))
  }
}
