import ArgumentParser
import Board
import Interchange
import Settings

/// Lists the themes, and checks one.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or check one.",
    discussion: """
      A file NAME.toml in the folder dealboard/themes of your config folder is a theme of your own,
      and wins over the one here of that name. --print shows what a theme is made of, to begin from.

      Example: dealboard themes nord --print
      """
  )

  @Argument(help: "The theme to check.")
  var name: String?

  @Flag(name: .long, help: "Print the theme's file.")
  var print = false

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    if print, name == nil {
      throw ValidationError("--print needs the name of a theme.")
    }
  }

  func run() throws {
    let library = ConfigFolder.library()
    guard let name else { return try list(library) }
    guard let entry = library.entry(named: name) else {
      throw CommandFailure(.usage, StartingTheme.unknown(name, library))
    }
    if print { return try Console.write(String(decoding: entry.bytes, as: UTF8.self)) }
    try check(entry)
  }

  private func list(_ library: ThemeLibrary) throws {
    try Answer.print(json: json, .array(library.entries.map { .object(Self.members($0)) })) {
      var table = TextTable([
        .words("Theme"), .words("For"), .words("From"), .words("Looks"),
      ])
      for entry in library.entries {
        table.add([
          StyledText(entry.name, .strong),
          StyledText(entry.theme.map(\.background.terminals) ?? ""),
          StyledText(entry.origin.text, .dim),
          entry.mistakes.isEmpty
            ? StyledText((try? entry.content.get())?.summary ?? "")
            : StyledText("cannot be used, see below", .bad),
        ])
      }
      var lines = Lines()
      lines.add(table)
      let mistakes = library.entries.flatMap(\.mistakes)
      if !mistakes.isEmpty { lines.addBlank() }
      for mistake in mistakes { lines.add(StyledText("\(mistake)", .bad)) }
      return lines.text
    }
  }

  private func check(_ entry: ThemeLibrary.Entry) throws {
    let faint = entry.theme.map(FaintText.found) ?? []
    let members = Self.members(entry) + [.init("faint", JSONValue(faint.map(\.sentence)))]
    try Answer.print(json: json, .object(members)) {
      var lines = Lines()
      for mistake in entry.mistakes { lines.add(StyledText("\(mistake)", .bad)) }
      if entry.mistakes.isEmpty {
        lines.add(
          StyledText(entry.name, .strong),
          StyledText(": no mistake (\(entry.origin.text))")
        )
      }
      for text in faint { lines.add(StyledText(text.sentence, .warning)) }
      return lines.text
    }
    if !entry.mistakes.isEmpty { throw SilentFailure(status: .badData) }
  }

  private static func members(_ entry: ThemeLibrary.Entry) -> [JSONValue.Member] {
    JSONValue.members([
      "name": .string(entry.name),
      "background": JSONValue(entry.theme?.background.rawValue),
      "from": .string(entry.origin.text),
      "description": JSONValue((try? entry.content.get())?.summary),
      "mistakes": JSONValue(entry.mistakes.map(\.description)),
    ])
  }
}

extension ThemeLibrary.Entry {
  /// What is wrong with it.
  fileprivate var mistakes: [SettingsMistake] {
    switch content {
    case .success: []
    case .failure(let mistakes): mistakes.all
    }
  }
}

extension ThemeLibrary.Origin {
  /// Where that is.
  fileprivate var text: String {
    switch self {
    case .builtIn: "built in"
    case .file(let path): path
    }
  }
}

extension Theme.Background {
  /// The terminals of it.
  fileprivate var terminals: String {
    switch self {
    case .dark: "dark"
    case .light: "light"
    case .any: "any"
    }
  }
}
