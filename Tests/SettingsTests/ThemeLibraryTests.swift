import Board
import Testing

@testable import Settings

@Suite struct `The library of themes` {
  private func file(_ name: String, _ text: String) -> ThemeLibrary.UserFile {
    ThemeLibrary.UserFile(path: "/themes/\(name).toml", bytes: .success(Array(text.utf8)))
  }

  @Test func `puts the user's own in the place of the built-in of that name`() {
    let library = ThemeLibrary([file("nord", "background = \"light\"")])

    #expect(library.entries.map(\.name) == ThemeLibrary().entries.map(\.name))
    #expect(library.entry(named: "nord")?.origin == .file("/themes/nord.toml"))
    #expect(library.theme(named: "nord")?.background == .light)
  }

  @Test func `puts the user's others at the end`() {
    let library = ThemeLibrary([file("sea", ""), file("a b", "")])

    #expect(library.entries.suffix(2).map(\.name) == ["sea", "a b"])
    #expect(library.theme(named: "a b")?.name == "a b")
  }

  @Test func `uses the built-in one where the user's own has a mistake`() throws {
    let library = ThemeLibrary([file("nord", "[role]\ndmi = \"bold\""), file("sea", "=")])

    #expect(library.entry(named: "nord")?.theme == nil)
    #expect(library.theme(named: "nord") == ThemeLibrary().theme(named: "nord"))
    #expect(library.theme(named: "sea") == nil)
  }

  @Test func `says why a file cannot be read`() {
    let unreadable = ThemeLibrary.UserFile(
      path: "/themes/sea.toml",
      bytes: .failure(UnreadableFile("permission denied"))
    )

    let mistakes = #expect(throws: SettingsMistakes.self) {
      try ThemeLibrary([unreadable]).entry(named: "sea")?.content.get()
    }

    #expect(
      mistakes?.first.description
        == "/themes/sea.toml: The file cannot be read: permission denied."
    )
  }
}
