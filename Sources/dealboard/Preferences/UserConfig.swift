import Pipeline
import Settings

/// The user's config.toml, read once for the whole run of the program.
struct UserConfig {
  /// Its path.
  let path: String
  /// Whether there is one.
  let isPresent: Bool
  /// What it says, and what is wrong with it.
  let file: ConfigFile

  /// What it says.
  var config: Config { file.config }

  /// The user's config.
  static let current = UserConfig(path: ConfigFolder.file)

  private init(path: String) {
    self.path = path
    isPresent = SettingsFile.exists(path)
    guard isPresent else {
      file = ConfigFile()
      return
    }
    switch SettingsFile.read(path) {
    case .success(let bytes): file = ConfigFile(bytes, file: path, rules: .ofThisProgram)
    case .failure(let unreadable): file = ConfigFile(unreadable: unreadable, file: path)
    }
  }

  /// The first thing that is wrong, and how to see the others; `nil` where nothing is.
  func complaint(short: Bool) -> String? {
    guard let first = file.mistakes.first else { return nil }
    let words = short ? first.shortDescription : first.description
    let others = file.mistakes.count - 1
    guard others > 0 else { return words }
    return "\(words) (\(others) more: dealboard config)"
  }
}

/// A command that says itself what is wrong with the user's config.
protocol SaysConfigMistakes {}

extension ConfigFile.Rules {
  /// Currencies as the domain knows them, time zones as this machine does, themes as there are.
  static var ofThisProgram: ConfigFile.Rules {
    ConfigFile.Rules(
      currency: { Currency(iso4217: $0)?.code },
      isTimeZone: { LocalTime(name: $0) != nil },
      themes: ConfigFolder.themeNamesOfAll(),
      languages: Language.allCases.map(\.rawValue)
    )
  }
}
