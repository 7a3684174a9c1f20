/// What config.toml sets, apart from keys.
public enum ConfigSetting: String, CaseIterable, Hashable, Sendable {
  /// Who acts.
  case actor = "as"
  /// The main currency of new workspaces.
  case currency
  /// The time zone of new workspaces.
  case timeZone = "time_zone"
  /// The theme.
  case theme
  /// The theme for dark terminals.
  case darkTheme = "dark_theme"
  /// The theme for light terminals.
  case lightTheme = "light_theme"
  /// How bright the terminal is.
  case background
  /// The language of the board.
  case language
  /// Whether the mouse is taken.
  case mouse
  /// Whether only ASCII is drawn.
  case ascii
  /// How tall cards are.
  case density
  /// Whether the sidebar is shown.
  case sidebar

  /// What it sets, in a few words.
  public var summary: String {
    switch self {
    case .actor: "Who you are: a name, initials or a login"
    case .currency: "The main currency of a new workspace"
    case .timeZone: "The time zone of a new workspace"
    case .theme: "The theme, or auto: by the terminal's background"
    case .darkTheme: "The theme on a dark terminal, where theme is auto"
    case .lightTheme: "The theme on a light terminal, where theme is auto"
    case .background: "How bright the terminal is: dark, light, or auto: as it says itself"
    case .language: "The language of the board: en, nl, or auto: as LANG says"
    case .mouse: "Whether the board takes the mouse"
    case .ascii: "Whether the board draws with ASCII alone"
    case .density: "How tall cards are: comfortable, compact, line, or auto: by the screen's height"
    case .sidebar: "Whether the sidebar is shown where there is room"
    }
  }

  /// Whether its values are true and false.
  public var isBoolean: Bool {
    switch self {
    case .mouse, .ascii, .sidebar: true
    case .actor, .currency, .timeZone, .theme, .darkTheme, .lightTheme, .background, .language,
      .density:
      false
    }
  }
}
