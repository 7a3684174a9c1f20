import Board
import Pipeline
import Settings

/// A setting as it is shown: its name, what it comes to, and who said so.
struct ConfigRow {
  /// Who said so where nobody did.
  static let standard = "default"

  let name: String
  let value: String
  let source: String
}

extension UserConfig {
  /// What all settings come to, in the order of the list; `actor` is whom the command line names.
  func rows(actor named: String?) -> [ConfigRow] {
    ConfigSetting.allCases.map { setting in
      let (value, source) = outcome(of: setting, actor: named)
      return ConfigRow(name: setting.rawValue, value: value, source: source)
    }
  }

  /// The commands whose keys the config changes, in the order of the list.
  var changedCommands: [Command] {
    Command.allCases.filter { config.keyMap.keys(of: $0) != KeyMap.standard.keys(of: $0) }
  }

  private func outcome(of setting: ConfigSetting, actor named: String?) -> (String, String) {
    if setting == .actor, let named { return (named, "--as") }
    if setting == .timeZone, let zone = LocalTime.ofEnvironment { return (zone.name, "TZ") }
    if setting == .theme, Environment["NO_COLOR"] != nil { return ("mono", "NO_COLOR") }
    if let value = config.text(of: setting) { return (value, path) }
    if let value = BoardMemory.current.text(of: setting) { return (value, "the board's last run") }
    return (standardText(of: setting), ConfigRow.standard)
  }

  private func standardText(of setting: ConfigSetting) -> String {
    switch setting {
    case .actor: actor.value
    case .currency: currency.value.code
    case .timeZone: timeZone.value
    case .theme, .background, .language, .density: "auto"
    case .darkTheme: "default"
    case .lightTheme: "light"
    case .mouse, .sidebar: "true"
    case .ascii: "false"
    }
  }
}

extension BoardMemory {
  /// What is remembered of a setting; `nil` for nothing.
  fileprivate func text(of setting: ConfigSetting) -> String? {
    switch setting {
    case .theme: theme
    case .density: density?.rawValue
    case .sidebar: wantsSidebar ? nil : "false"
    case .actor, .currency, .timeZone, .darkTheme, .lightTheme, .background, .language, .mouse,
      .ascii:
      nil
    }
  }
}
