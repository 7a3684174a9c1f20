import Testing

@testable import Settings

@Suite struct `Writing a setting into a config` {
  private func set(_ setting: ConfigSetting, to value: String, in text: String) throws -> String {
    let bytes = try ConfigEdit.set(
      setting,
      to: value,
      in: Array(text.utf8),
      file: "config.toml",
      rules: .forTests
    )
    return String(decoding: bytes, as: UTF8.self)
  }

  private func unset(_ setting: ConfigSetting, in text: String) throws -> String? {
    try ConfigEdit.unset(setting, in: Array(text.utf8), file: "config.toml").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `replaces its value and keeps everything else`() throws {
    let text = "# mine\n  theme   =   'light' # bright\nmouse = true\n\n[keys]\nwin = \"f2\"\n"

    #expect(
      try set(.theme, to: "nord", in: text)
        == "# mine\n  theme   =   \"nord\" # bright\nmouse = true\n\n[keys]\nwin = \"f2\"\n"
    )
    #expect(
      try set(.mouse, to: "false", in: text)
        == "# mine\n  theme   =   'light' # bright\nmouse = false\n\n[keys]\nwin = \"f2\"\n"
    )
  }

  @Test(
    arguments: [
      ("", "theme = \"nord\"\n"),
      ("# mine", "# mine\ntheme = \"nord\"\n"),
      ("mouse = true # x", "mouse = true # x\ntheme = \"nord\"\n"),
      ("mouse = true\n\n[keys]\n", "mouse = true\ntheme = \"nord\"\n\n[keys]\n"),
      ("# mine\n[keys]\n", "theme = \"nord\"\n\n# mine\n[keys]\n"),
      ("as = \"\"\"\nAna\"\"\"\n[keys]", "as = \"\"\"\nAna\"\"\"\ntheme = \"nord\"\n[keys]"),
    ]
  )
  func `puts a new one above all tables`(_ before: String, _ after: String) throws {
    #expect(try set(.theme, to: "nord", in: before) == after)
  }

  @Test func `writes any text so that it reads back`() throws {
    let name = "Ana \"K\" \\ \u{1}\té"

    let text = try set(.actor, to: name, in: "")

    #expect(text == "as = \"Ana \\\"K\\\" \\\\ \\u0001\\u0009é\"\n")
    let read = ConfigFile(Array(text.utf8), file: "config.toml", rules: .forTests)
    #expect(read.config.actor == name)
  }

  @Test func `refuses a value that the setting cannot have`() {
    #expect(throws: SettingsMistake.self) { try set(.theme, to: "nrod", in: "mouse = 3\n") }
    #expect(throws: SettingsMistake.self) { try set(.mouse, to: "no", in: "") }
    #expect(throws: SettingsMistake.self) { try set(.theme, to: "nord", in: "theme = \n") }
  }

  @Test func `minds no mistake that is elsewhere`() throws {
    #expect(
      try set(.theme, to: "nord", in: "mouse = 3\n") == "mouse = 3\ntheme = \"nord\"\n"
    )
  }

  @Test func `takes its line away again`() throws {
    #expect(
      try unset(.theme, in: "# mine\ntheme = \"nord\" # cold\nmouse = true")
        == "# mine\nmouse = true"
    )
    #expect(try unset(.theme, in: "mouse = true\ntheme = \"nord\"") == "mouse = true\n")
    #expect(try unset(.theme, in: "mouse = true") == nil)
  }
}
