import Board

/// Makes a config of what a file says, and collects what is wrong with it.
struct ConfigReader {
  /// The name of the table of keys.
  static let keys = "keys"

  private let rules: ConfigFile.Rules
  private var reader: NodeReader
  private var bindings = KeyBindings()

  /// A reader that calls the file so.
  init(file: String, rules: ConfigFile.Rules) {
    self.rules = rules
    reader = NodeReader(file: file)
  }

  /// What is wrong.
  var mistakes: [SettingsMistake] { reader.mistakes }

  /// The config of a file, without what has a mistake.
  mutating func config(_ document: SettingsDocument) -> Config {
    var config = Config()
    for entry in document.entries {
      if let setting = ConfigSetting(rawValue: entry.name) {
        read(setting, entry.value, into: &config)
      } else if entry.name == Self.keys {
        bindings.read(reader.table(entry.value, of: Self.keys), &reader)
      } else {
        let known = ConfigSetting.allCases.map(\.rawValue) + [Self.keys]
        reader.refuse(unknown: entry, .setting, known)
      }
    }
    config.keyMap = bindings.keyMap(&reader)
    return config
  }

  private mutating func read(
    _ setting: ConfigSetting,
    _ node: SettingsNode,
    into config: inout Config
  ) {
    let name = setting.rawValue
    switch setting {
    case .actor: config.actor = reader.word(node, of: name)
    case .currency: config.currency = currency(node, of: name)
    case .timeZone: config.timeZone = timeZone(node, of: name)
    case .theme:
      config.theme = theme(node, of: name, orAutomatic: true).map {
        $0 == Config.Choice<String>.automaticWord ? .automatic : .fixed($0)
      }
    case .darkTheme: config.darkTheme = theme(node, of: name)
    case .lightTheme: config.lightTheme = theme(node, of: name)
    case .background:
      config.background = choice(node, of: name, [Theme.Background.dark, .light], \.rawValue)
    case .language: config.language = choice(node, of: name, rules.languages) { $0 }
    case .mouse: config.takesMouse = reader.boolean(node, of: name)
    case .ascii: config.drawsASCII = reader.boolean(node, of: name)
    case .density: config.density = choice(node, of: name, Density.allCases, \.rawValue)
    case .sidebar: config.showsSidebar = reader.boolean(node, of: name)
    }
  }

  private mutating func currency(_ node: SettingsNode, of name: String) -> String? {
    guard let text = reader.word(node, of: name) else { return nil }
    if let code = rules.currency(text) { return code }
    reader.refuse(.notACurrency(text), at: node.place)
    return nil
  }

  private mutating func timeZone(_ node: SettingsNode, of name: String) -> String? {
    guard let text = reader.word(node, of: name) else { return nil }
    if rules.isTimeZone(text) { return text }
    reader.refuse(.notATimeZone(text), at: node.place)
    return nil
  }

  private mutating func theme(
    _ node: SettingsNode,
    of name: String,
    orAutomatic: Bool = false
  ) -> String? {
    guard let text = reader.word(node, of: name) else { return nil }
    if orAutomatic, text == Config.Choice<String>.automaticWord { return text }
    if rules.themes.contains(text) { return text }
    reader.refuse(.unknown(.theme, name: text, known: rules.themes), at: node.place)
    return nil
  }

  private mutating func choice<Value>(
    _ node: SettingsNode,
    of name: String,
    _ values: [Value],
    _ word: (Value) -> String
  ) -> Config.Choice<Value>? {
    let automatic = Config.Choice<Value>.automaticWord
    guard let text = reader.word(node, of: name, among: values.map(word) + [automatic]) else {
      return nil
    }
    return values.first { word($0) == text }.map { .fixed($0) } ?? .automatic
  }
}
