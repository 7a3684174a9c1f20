import Board
import Testing

@testable import Settings

@Suite struct `A theme file` {
  private func theme(_ text: String) throws -> Theme {
    try ThemeFile(Array(text.utf8), name: "mine", file: "mine.toml").theme
  }

  /// What is said of a file, mistake by mistake.
  private func complaints(_ text: String) -> [String] {
    do throws(SettingsMistakes) {
      _ = try ThemeFile(Array(text.utf8), name: "mine", file: "mine.toml")
      return []
    } catch {
      return error.all.map(\.description)
    }
  }

  @Test func `gives roles and surfaces their looks`() throws {
    let theme = try theme(
      """
      description = "Mine"
      background = "light"

      [role]
      strong = "bold"
      dim = "grey"
      key = "#ff0000 bold underline"

      [surface.selection]
      text = "#ffffff"
      background = "grey"
      dim = "terminal dim"

      [surface.field]
      emphasis = "reverse"

      # The palette may stand below what uses it.
      [palette]
      grey = "#6C7086"
      """
    )

    #expect(theme.name == "mine")
    #expect(theme.background == .light)
    #expect(
      theme.inks == [
        .strong: Theme.Ink(nil, .bold), .dim: Theme.Ink(.hex(0x6C7086)),
        .key: Theme.Ink(.hex(0xFF0000), [.bold, .underline]),
      ]
    )
    #expect(
      theme.paints == [
        .selection: Theme.Paint(
          foreground: .hex(0xFFFFFF),
          background: .hex(0x6C7086),
          inks: [.dim: Theme.Ink(.terminal, .dim)]
        ),
        .field: Theme.Paint(.reverse),
      ]
    )
  }

  @Test func `of a surface that is uniform leaves roles their emphasis alone`() throws {
    let theme = try theme(
      """
      role = { key = "#ff0000 bold", dim = "#888888" }

      [surface.match]
      text = "#000000"
      background = "#ffff00"
      dim = "#222222"
      uniform = true
      """
    )

    #expect(theme.look(of: Style(.key, on: .match)).foreground == .hex(0))
    #expect(theme.look(of: Style(.key, on: .match)).attributes == .bold)
    #expect(theme.look(of: Style(.dim, on: .match)).foreground == .hex(0x222222))
    #expect(theme.look(of: Style(.key)).foreground == .hex(0xFF0000))
  }

  @Test(
    arguments: [
      ("[role]\ndmi = \"bold\"", "2, column 1: There is no role \"dmi\". Did you mean \"dim\"?"),
      (
        "[surface.base]\ntext = \"#fff\"",
        "2, column 8: \"#fff\" is not a colour. Write six hexadecimal digits, such as #89b4fa."
      ),
      (
        "[role]\n  dim = 3",
        "2, column 9: \"dim\" takes text in quotation marks, not a whole number."
      ),
      ("role = true", "1, column 8: \"role\" takes a table, not true or false."),
      (
        "[surface.bar]\nbackground = \"#000000\"",
        "2, column 1: The surface \"bar\" sets a background and no text, which may not be readable on"
          + " it. Set \"text\" as well."
      ),
      (
        "[role]\nkey = \"#111111 #222222\"",
        "2, column 7: \"#111111\" and \"#222222\" are two colours for one text. Leave one out."
      ),
      (
        "[role]\nkey = \"blod\"",
        "2, column 7: \"blod\" is neither a colour nor an emphasis. Did you mean \"bold\"?"
      ),
      (
        "[role]\nkey = \"chartreuse\"",
        "2, column 7: \"chartreuse\" is neither a colour nor an emphasis."
          + " Write a colour as #89b4fa or by its name in [palette]."
      ),
      (
        "[role]\ntext = \"#111111\"",
        "2, column 1: Ordinary text looks as its surface says. Set \"text\" in [surface.base]."
      ),
      (
        "[palette]\nbold = \"#111111\"",
        "2, column 1: A colour of the palette cannot be called \"bold\", which means something else"
          + " already. Give it another name."
      ),
      (
        "[surface.overlai]\ntext = \"#111111\"",
        "1, column 10: There is no surface \"overlai\". Did you mean \"overlay\"?"
      ),
      (
        "background = \"beige\"",
        "1, column 14: \"beige\" is nothing that \"background\" can be. Write dark, light or any."
      ),
      (
        "colour = 1",
        "1, column 1: A theme has no part \"colour\". There is description, background, palette,"
          + " role, surface."
      ),
      (
        "[role]\ndim = \"\"",
        "2, column 7: \"dim\" says nothing. Give it a value, or leave the line out."
      ),
      (
        "[surface.bar]\nemphasis = \"#111111\"",
        "2, column 12: \"#111111\" is nothing that \"emphasis\" can be."
          + " Write bold, dim, underline or reverse."
      ),
      (
        "[surface.bar]\nuniform = \"yes\"",
        "2, column 11: \"uniform\" takes true or false, not text in quotation marks."
      ),
    ]
  )
  func `with a mistake is refused with its place and a sentence`(_ text: String, _ words: String) {
    #expect(complaints(text) == ["mine.toml, line " + words])
  }

  @Test func `names every mistake, in the order of the file`() {
    let all = complaints(
      """
      [surface.base]
      text = "blurple"
      colour = "#000000"

      [palette]
      blue = "#12345g"

      [role]
      key = "blue bold"
      """
    )

    #expect(
      all == [
        "mine.toml, line 2, column 8: \"blurple\" is neither a colour nor an emphasis."
          + " Write a colour as #89b4fa or by its name in [palette].",
        "mine.toml, line 3, column 1: There is no role \"colour\". There is background, emphasis,"
          + " uniform, text, strong, dim, accent, rule, stage-1, stage-2, stage-3, stage-4, stage-5,"
          + " won, good, warn, bad, later, key, chart, chart-second, cursor, carried.",
        "mine.toml, line 6, column 8: \"#12345g\" is not a colour."
          + " Write six hexadecimal digits, such as #89b4fa.",
      ]
    )
  }

  @Test(
    arguments: [
      (
        "dim = \"bold\nkey = 1",
        "1, column 7: {this text has no closing quotation mark on its line}"
      ),
      ("a = 1\n= 2", "2, column 1: {a name is expected here}"),
      ("[ä]", "1, column 2: {a name is expected here}"),
      ("[a.]", "1, column 4: {a name is expected here}"),
      ("[role", "1, column 6: {the name of this table has no closing ]}"),
      ("[[role]", "1, column 8: {the name of this table has no closing ]}"),
      ("dim \"bold\"", "1, column 5: {the name is followed by no =}"),
      ("dim = ", "1, column 7: {a value is expected here}"),
      ("dim = [1,, 2]", "1, column 10: {a value is expected here}"),
      ("dim = [1, 2", "1, column 7: {this list has no closing ]}"),
      ("dim = [1 2]", "1, column 10: {a comma or the end is expected here}"),
      ("dim = { a = 1 b = 2 }", "1, column 15: {a comma or the end is expected here}"),
      ("dim = 1 2", "1, column 9: {nothing more is expected on this line}"),
      ("dim = \"\\ud800\"", "1, column 8: {there is no such character after a backslash}"),
      ("a = \"\"\"b", "1, column 5: {this text has no closing three quotation marks}"),
      ("\"\"\"a\"\"\" = 1", "1, column 1: {a name cannot be in three quotation marks}"),
    ]
  )
  func `that is not TOML is refused where TOML ends`(_ text: String, _ words: String) {
    let said = words.replacing("{", with: "This is not TOML: ").replacing("}", with: ".")

    #expect(complaints(text) == ["mine.toml, line " + said])
  }

  @Test func `with a value that TOML does not know is refused in TOMLKit's words`() {
    let all = complaints("[role]\ndim = tru\n")

    #expect(all.count == 1)
    #expect(all[0].hasPrefix("mine.toml, line 2, column "))
    #expect(all[0].contains("This is not TOML: "))
  }

  @Test func `that is larger than 64 kB is not read`() {
    let comment = String(repeating: "#", count: 64 * 1024 + 1)

    #expect(
      complaints(comment) == [
        "mine.toml: The file is larger than 64 kB, which no settings need. Make it smaller."
      ]
    )
  }

  @Test(arguments: [[0xFF], [0x00]] as [[UInt8]])
  func `that is not text is refused where text ends`(_ bytes: [UInt8]) throws {
    let file = Array("# é\n[ro".utf8) + bytes

    let mistakes = #expect(throws: SettingsMistakes.self) {
      try ThemeFile(file, name: "mine", file: "mine.toml")
    }

    #expect(
      mistakes?.all.map(\.description) == [
        "mine.toml, line 2, column 4: This is not UTF-8 text. Save the file as UTF-8."
      ]
    )
  }

  @Test(
    arguments: [
      String(repeating: "a.", count: 20_000) + "a = 1",
      "[" + String(repeating: "a.", count: 20_000) + "a]",
      "a = " + String(repeating: "[", count: 60_000),
      "a = " + String(repeating: "{a = ", count: 10_000),
      "a = " + String(repeating: "{a.b.c.d.e = [\n", count: 4_000),
    ]
  )
  func `that nests without end is refused and does not overflow the stack`(_ text: String) {
    let all = complaints(text)

    #expect(all.count == 1)
    #expect(
      all[0].hasSuffix("No setting stands this deep in tables and lists. Take some away.")
    )
  }

  @Test func `may begin with a byte order mark`() throws {
    #expect(try theme("\u{FEFF}background = \"dark\"").background == .dark)
  }
}
