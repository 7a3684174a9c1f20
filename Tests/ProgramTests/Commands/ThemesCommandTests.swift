import TerminalModel
import Testing

@Suite struct `The command themes` {
  private let runner: CommandRunner

  init() throws {
    runner = try CommandRunner()
    try runner.home.makeFolder("config/dealboard/themes")
  }

  private func write(_ text: String, to name: String) throws {
    try runner.home.write(text, to: "config/dealboard/themes/\(name).toml")
  }

  @Test func `lists those inside the program and one's own, with where they come from`() throws {
    try write("background = \"light\"\ndescription = \"My own\"", to: "sea")
    try write("", to: "nord")

    let themes = try runner.json("themes")

    #expect(
      themes.elements.map { $0["name"] } == [
        "default", "light", "neutral", "nord", "gruvbox", "dracula", "solarized", "catppuccin",
        "high-contrast", "mono", "sea",
      ]
    )
    #expect(themes[0]["from"] == "built in")
    #expect(themes[0]["background"] == "dark")
    #expect(themes[3]["from"] == JSON.string(runner.home["config/dealboard/themes/nord.toml"]))
    #expect(themes[10]["description"] == "My own")
    #expect(themes[10]["mistakes"] == [])
  }

  @Test func `names mistakes and does not fail for them`() throws {
    try write("[role]\ndmi = \"bold\"", to: "sea")

    let run = try runner.run("themes")

    #expect(run.status == 0)
    let path = runner.home["config/dealboard/themes/sea.toml"]
    #expect(
      run.output.contains(
        "\(path), line 2, column 1: There is no role \"dmi\". Did you mean \"dim\"?"
      )
    )
  }

  @Test func `fails where the theme that it checks has a mistake`() throws {
    try write("[role]\ndmi = \"bold\"\nkey = 3", to: "sea")

    let run = try runner.run("themes", "sea")

    #expect(run.status == 65)
    #expect(run.output.contains("line 2, column 1"))
    #expect(run.output.contains("line 3, column 7"))
    #expect(try runner.run("themes", "nord").status == 0)
  }

  @Test func `names text that is hard to read`() throws {
    try write("[surface.base]\ntext = \"#777777\"\nbackground = \"#ffffff\"", to: "sea")

    let run = try runner.run("themes", "sea")

    #expect(run.status == 0)
    #expect(run.output.contains("text on base has a contrast of 4.4 to 1"))
  }

  @Test func `prints a theme's file to begin from`() throws {
    let printed = try runner.succeed("themes", "nord", "--print")

    try write(printed, to: "mine")
    #expect(printed.contains("[surface.selection]"))
    #expect(try runner.run("themes", "mine").status == 0)
  }

  @Test func `suggests the name that was meant`() throws {
    let run = try runner.run("themes", "nrod")

    #expect(run.status == 64)
    #expect(run.error == "Error: There is no theme \"nrod\". Did you mean \"nord\"?\n")
  }
}
