import Board
import Testing

@testable import Settings

@Suite struct `A config file` {
  private func file(_ text: String) -> ConfigFile {
    ConfigFile(Array(text.utf8), file: "config.toml", rules: .forTests)
  }

  @Test func `says what it sets and leaves the rest open`() {
    let file = file(
      """
      as = "Ana Kovacs"
      currency = "usd"
      time_zone = "Europe/Amsterdam"
      theme = "nord"
      dark_theme = "dracula"
      light_theme = "light"
      background = "dark"
      language = "nl"
      mouse = false
      ascii = true
      density = "line"
      sidebar = false
      """
    )

    #expect(file.mistakes == [])
    #expect(
      ConfigSetting.allCases.map { file.config.text(of: $0) } == [
        "Ana Kovacs", "USD", "Europe/Amsterdam", "nord", "dracula", "light", "dark", "nl", "false",
        "true",
        "line", "false",
      ]
    )
    #expect(file.config.density == .fixed(.line))
    #expect(ConfigSetting.allCases.allSatisfy { Config().text(of: $0) == nil })
  }

  @Test func `tells what is left to the program from what is left open`() {
    let config = file("theme = \"auto\"\nbackground = \"auto\"\ndensity = \"auto\"").config

    #expect(config.theme == .automatic)
    #expect(config.background == .automatic)
    #expect(config.density == .automatic)
    #expect(config.text(of: .theme) == "auto")
  }

  @Test(
    arguments: [
      (
        "theme = \"nrod\"",
        "1, column 9: There is no theme \"nrod\". Did you mean \"nord\"?"
      ),
      (
        "thme = \"nord\"",
        "1, column 1: There is no setting \"thme\". Did you mean \"theme\"?"
      ),
      (
        "currency = \"euros\"",
        "1, column 12: \"euros\" is not a currency. Write the three letters of ISO 4217, such as EUR."
      ),
      (
        "time_zone = \"Mars/Olympus\"",
        "1, column 13: \"Mars/Olympus\" is no time zone that this machine knows."
          + " Write its name as Europe/Amsterdam."
      ),
      (
        "density = \"tall\"",
        "1, column 11: \"tall\" is nothing that \"density\" can be."
          + " Write comfortable, compact, line or auto."
      ),
      (
        "background = \"any\"",
        "1, column 14: \"any\" is nothing that \"background\" can be. Write dark, light or auto."
      ),
      ("mouse = 1", "1, column 9: \"mouse\" takes true or false, not a whole number."),
      ("as = \" \"", "1, column 6: \"as\" says nothing. Give it a value, or leave the line out."),
      (
        "as = 1979-05-27",
        "1, column 6: \"as\" takes text in quotation marks, not a date or a time."
      ),
      ("keys = []", "1, column 8: \"keys\" takes a table, not a list."),
      (
        "[keys]\nwni = \"w\"",
        "2, column 1: There is no command \"wni\". Did you mean \"win\"?"
      ),
      (
        "[keys]\nfrobnicate = \"w\"",
        "2, column 1: There is no command \"frobnicate\". dealboard keys lists them."
      ),
      (
        "[keys]\nwin = [\"w\", \"ctrl-\"]",
        "2, column 13: \"ctrl-\" names no keys. Write them as a, A, ctrl-p, shift-left, f1, or \"g b\""
          + " for two in turn."
      ),
      ("[keys]\nwin = 3", "2, column 7: \"win\" takes a list of keys, not a whole number."),
      ("[keys]\nwin = [[]]", "2, column 8: \"win\" takes a list of keys, not a list."),
      (
        "[keys]\nwin = \"x\"",
        "2, column 7: \"x\" is wanted by both win and lose. Give one of them other keys."
      ),
      (
        // Written out what is so anyway: the mistake is the other one's.
        "[keys]\nadd = \"x\"\nlose = [\"x\"]",
        "2, column 7: \"x\" is wanted by both lose and add. Give one of them other keys."
      ),
      (
        "[keys]\nquit = [\"Q\", \"Q Q\"]",
        "2, column 14: \"Q Q\" can never be typed, because \"Q\" does the same at once."
          + " Leave one out."
      ),
      (
        "[keys]\nquit = \"g\"",
        "2, column 8: \"g\" is wanted by both focus-first and quit. Give one of them other keys."
      ),
      (
        "as = \"Ana",
        "1, column 6: This is not TOML: this text has no closing quotation mark on its line."
      ),
    ]
  )
  func `names a mistake with its place and a sentence`(_ text: String, _ words: String) {
    #expect(file(text).mistakes.map(\.description) == ["config.toml, line " + words])
  }

  @Test func `loses what has a mistake, and nothing else`() {
    let file = file(
      """
      theme = "nrod"
      mouse = "no"
      as = "Ana"

      [keys]
      win = "x"
      add = "f4"
      wni = "w"
      """
    )

    #expect(file.mistakes.map(\.place?.line) == [1, 2, 6, 8])
    #expect(file.config.actor == "Ana")
    #expect(file.config.theme == nil && file.config.takesMouse == nil)
    #expect(file.config.keyMap.keys(of: .win) == ["w"])
    #expect(file.config.keyMap.keys(of: .add) == ["f4"])
  }

  @Test func `that cannot be read leaves everything open and says why`() {
    let file = ConfigFile(unreadable: UnreadableFile("permission denied"), file: "config.toml")

    #expect(file.config == Config())
    #expect(
      file.mistakes.map(\.description) == [
        "config.toml: The file cannot be read: permission denied."
      ]
    )
  }
}

@Suite struct `Keys of one's own` {
  private func keys(_ text: String) -> (map: KeyMap, mistakes: [String]) {
    let file = ConfigFile(
      Array(("[keys]\n" + text).utf8),
      file: "config.toml",
      rules: .forTests
    )
    return (file.config.keyMap, file.mistakes.map(\.sentence))
  }

  @Test func `take the place of the standard ones`() {
    let (map, mistakes) = keys("win = [\"ctrl-w\", \"g w\"]\nquit = \"Q\"")

    #expect(mistakes == [])
    #expect(map.keys(of: .win) == ["ctrl-w", "g w"])
    #expect(map.keys(of: .quit) == ["Q"])
    #expect(map.keys(of: .lose) == KeyMap.standard.keys(of: .lose))
    #expect(map.outcome(of: [Chord.typed("w")], at: .board) == .none)
  }

  @Test func `may change places`() {
    let (map, mistakes) = keys("win = \"x\"\nlose = \"w\"")

    #expect(mistakes == [])
    #expect(map.keys(of: .win) == ["x"] && map.keys(of: .lose) == ["w"])
  }

  @Test func `may be taken away`() {
    let (map, mistakes) = keys("delete = []")

    #expect(mistakes == [])
    #expect(map.keys(of: .delete) == [])
  }

  @Test func `that clash are taken from the last, and the others stay`() {
    let (map, mistakes) = keys("win = \"f2\"\nadd = \"f2\"\nedit = \"f3\"")

    #expect(mistakes == ["\"f2\" is wanted by both win and add. Give one of them other keys."])
    #expect(map.keys(of: .win) == ["f2"])
    #expect(map.keys(of: .add) == KeyMap.standard.keys(of: .add))
    #expect(map.keys(of: .edit) == ["f3"])
  }
}

extension ConfigFile.Rules {
  /// Three letters are a currency, Europe has time zones, and there are these themes.
  static var forTests: ConfigFile.Rules {
    ConfigFile.Rules(
      currency: { $0.count == 3 ? $0.uppercased() : nil },
      isTimeZone: { $0.hasPrefix("Europe/") },
      themes: ["default", "light", "nord", "dracula"],
      languages: ["en", "nl"]
    )
  }
}
