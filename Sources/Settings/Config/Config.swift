public import Board

/// What a user's config.toml says; `nil` for what it leaves open.
public struct Config: Hashable, Sendable {
  /// A choice that may be left to the program.
  public enum Choice<Value: Hashable & Sendable>: Hashable, Sendable {
    /// As the program finds best.
    case automatic
    /// This and nothing else.
    case fixed(Value)
  }

  /// Who acts: a name, initials or a login.
  public var actor: String?
  /// The main currency of new workspaces, by its code.
  public var currency: String?
  /// The time zone of new workspaces, by its IANA name.
  public var timeZone: String?
  /// The theme, by name.
  public var theme: Choice<String>?
  /// The theme for a dark terminal, by name.
  public var darkTheme: String?
  /// The theme for a light terminal, by name.
  public var lightTheme: String?
  /// How bright the terminal is.
  public var background: Choice<Theme.Background>?
  /// The language of the board, by its code: `nl`.
  public var language: Choice<String>?
  /// Whether the mouse is taken.
  public var takesMouse: Bool?
  /// Whether only ASCII is drawn.
  public var drawsASCII: Bool?
  /// How tall cards are.
  public var density: Choice<Density>?
  /// Whether the sidebar is shown where there is room.
  public var showsSidebar: Bool?
  /// The keys: the standard ones, with what the config changes.
  public var keyMap = KeyMap.standard

  /// The config of somebody who has none.
  public init() {}

  /// The value of a setting as the file would write it, without quotation marks; `nil` where the
  /// config leaves it open.
  public func text(of setting: ConfigSetting) -> String? {
    switch setting {
    case .actor: actor
    case .currency: currency
    case .timeZone: timeZone
    case .theme: theme?.text { $0 }
    case .darkTheme: darkTheme
    case .lightTheme: lightTheme
    case .background: background?.text(\.rawValue)
    case .language: language?.text { $0 }
    case .mouse: takesMouse.map { "\($0)" }
    case .ascii: drawsASCII.map { "\($0)" }
    case .density: density?.text(\.rawValue)
    case .sidebar: showsSidebar.map { "\($0)" }
    }
  }
}

extension Config.Choice {
  /// The word for a choice that is left to the program.
  static var automaticWord: String { "auto" }

  /// How the file writes it.
  fileprivate func text(_ fixed: (Value) -> String) -> String {
    switch self {
    case .automatic: Self.automaticWord
    case .fixed(let value): fixed(value)
    }
  }
}
