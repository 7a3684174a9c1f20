import Pipeline
import Settings

/// What a setting comes to, and who said so.
struct Preference<Value> {
  /// Who said so.
  enum Source: Hashable {
    /// A variable of the environment, by name.
    case environment(String)
    /// The user's config.
    case config
    /// What the board remembers of its last run.
    case memory
    /// Nobody: it is the program's own choice.
    case standard
  }

  /// What it comes to.
  let value: Value
  /// Who said so.
  let source: Source

  /// Makes a preference.
  init(_ value: Value, _ source: Source) {
    self.value = value
    self.source = source
  }
}

extension UserConfig {
  /// Who acts where the command line names nobody: as the config says, else the login.
  var actor: Preference<String> {
    config.actor.map { Preference($0, .config) } ?? Preference(Environment.loginName, .standard)
  }

  /// The main currency of a new workspace.
  var currency: Preference<Currency> {
    config.currency.flatMap { Currency(code: $0) }.map { Preference($0, .config) }
      ?? Preference(.euro, .standard)
  }

  /// The time zone of a new workspace: TZ's, which is said for this one run, else the config's, else
  /// the machine's.
  var timeZone: Preference<String> {
    if let zone = LocalTime.ofEnvironment { return Preference(zone.name, .environment("TZ")) }
    if let zone = config.timeZone { return Preference(zone, .config) }
    return Preference(LocalTime.ofThisMachine.name, .standard)
  }

  /// The language of the board: the config's, else the one that the locale for messages names.
  var language: Preference<Language> {
    if case .fixed(let code) = config.language, let language = Language(rawValue: code) {
      return Preference(language, .config)
    }
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let name = Environment[variable] else { continue }
      return Preference(Language(localeName: name) ?? .english, .environment(variable))
    }
    return Preference(.english, .standard)
  }

  /// What a new workspace is set to.
  var newWorkspace: WorkspaceSettings {
    WorkspaceSettings(timeZone: timeZone.value, currency: currency.value)
  }
}
