import Board
import Settings

/// The themes that a board opens with, and which of them it begins in.
struct StartingTheme {
  /// The themes to walk through.
  private(set) var themes: [Theme]
  /// The theme that was asked for; `nil`: the terminal's background decides.
  let chosen: String?
  /// What the board begins in until the background is known.
  let guessed: String
  /// What is wrong with the theme that was asked for.
  let complaint: String?

  /// Chooses among the themes of a library for a terminal with colours.
  ///
  /// `named` is what the command line asks for, `remembered` what was chosen last on the board.
  /// Throws `.usage` where the command line names a theme that there is not.
  init(
    library: ThemeLibrary,
    named: String?,
    remembered: String?,
    background: TerminalBackground?
  ) throws(CommandFailure) {
    if let named, library.entry(named: named) == nil {
      throw CommandFailure(.usage, Self.unknown(named, library))
    }
    themes = library.themes
    guessed = background.map(\.theme) ?? "neutral"
    let wanted = (named ?? remembered).flatMap { library.entry(named: $0) }
    switch wanted?.content {
    case .success?:
      chosen = wanted?.name
      complaint = nil
    case .failure(let mistakes)?:
      chosen = "default"
      complaint = "\(mistakes.first.shortDescription) The board opens in its default theme."
    case nil:
      chosen = nil
      complaint = nil
    }
  }

  /// The same for a terminal without colours, where only emphasis shows.
  var withoutColors: StartingTheme {
    var theme = self
    theme.themes = themes.filter { $0.name == "mono" }
    return theme
  }

  /// What somebody is told who asked for a theme that there is not.
  static func unknown(_ name: String, _ library: ThemeLibrary) -> String {
    let known = library.entries.map(\.name)
    return SettingsMistake(.unknown(.theme, name: name, known: known), in: "").sentence
  }
}
