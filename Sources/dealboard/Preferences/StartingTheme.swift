import Board
import Settings

/// The themes that a board opens with, and which of them it begins in.
struct StartingTheme {
  /// The themes to walk through.
  private(set) var themes: Themes
  /// The theme that was asked for; `nil`: the terminal's background decides.
  let chosen: String?
  /// What the board begins in until the background is known.
  let guessed: String
  /// The theme for a dark terminal.
  let dark: String
  /// The theme for a light terminal.
  let light: String
  /// What is wrong with a theme that was asked for.
  let complaint: String?

  /// Chooses among the themes of a library for a terminal with colours.
  ///
  /// `named` is what the command line asks for; then the config's word counts, and then what was
  /// chosen last on the board. Throws `.usage` where the command line names a theme that there is
  /// not.
  init(
    library: ThemeLibrary,
    named: String?,
    config: Config,
    remembered: String?,
    background: TerminalBackground?
  ) throws(CommandFailure) {
    if let named, library.entry(named: named) == nil {
      throw CommandFailure(.usage, Self.unknown(named, library))
    }
    themes = Themes(names: library.entries.map(\.name), make: library.theme)
    let dark = library.usable(config.darkTheme, else: "default")
    let light = library.usable(config.lightTheme, else: "light")
    (self.dark, self.light) = (dark.name, light.name)
    let wanted =
      switch config.theme {
      case .fixed(let theme)?: named ?? theme
      case .automatic?: named
      case nil: named ?? remembered
      }
    let theme = wanted.map { library.usable($0, else: "default") }
    let told: TerminalBackground? =
      switch config.background {
      case .fixed(let fixed)?: TerminalBackground(rawValue: fixed.rawValue)
      case .automatic?, nil: nil
      }
    chosen = theme?.name ?? told.map { $0 == .dark ? dark.name : light.name }
    guessed = background.map { $0 == .dark ? dark.name : light.name } ?? "neutral"
    complaint = [theme?.complaint, dark.complaint, light.complaint].compactMap { $0 }.first
  }

  /// The same for a terminal without colours, where only emphasis shows.
  var withoutColors: StartingTheme {
    var theme = self
    theme.themes = themes.filter { $0 == "mono" }
    return theme
  }

  /// What somebody is told who asked for a theme that there is not.
  static func unknown(_ name: String, _ library: ThemeLibrary) -> String {
    let known = library.entries.map(\.name)
    return SettingsMistake(.unknown(.theme, name: name, known: known), in: "").sentence
  }
}

extension ThemeLibrary {
  /// The theme to use where one is wanted, and what is to be said where that one cannot be used.
  ///
  /// One that does not exist any more is forgotten without a word.
  fileprivate func usable(
    _ wanted: String?,
    else fallback: String
  ) -> (name: String, complaint: String?) {
    guard let entry = wanted.flatMap({ entry(named: $0) }) else { return (fallback, nil) }
    switch entry.content {
    case .success: return (entry.name, nil)
    case .failure(let mistakes):
      let words = mistakes.first.shortDescription
      return (fallback, "\(words) The board opens in its default theme.")
    }
  }
}
