/// A config.toml as it was read: what it says, and what is wrong with it.
///
/// A mistake takes away the setting that it is in, and no other.
public struct ConfigFile: Hashable, Sendable {
  /// What only other modules know of values.
  public struct Rules {
    /// The code of a currency as it is written; `nil` where there is none such.
    public var currency: (String) -> String?
    /// Whether this machine knows a time zone.
    public var isTimeZone: (String) -> Bool
    /// The themes that there are, by name.
    public var themes: [String]
    /// The languages that the board speaks, by code.
    public var languages: [String]

    /// Makes rules.
    public init(
      currency: @escaping (String) -> String?,
      isTimeZone: @escaping (String) -> Bool,
      themes: [String],
      languages: [String]
    ) {
      self.currency = currency
      self.isTimeZone = isTimeZone
      self.themes = themes
      self.languages = languages
    }
  }

  /// What it says.
  public let config: Config
  /// What is wrong with it, in the order of the file.
  public let mistakes: [SettingsMistake]

  /// The config of somebody who has none.
  public init() {
    config = Config()
    mistakes = []
  }

  /// Reads the bytes of a config file, of which people are told by the name `file`.
  public init(_ bytes: [UInt8], file: String, rules: Rules) {
    do throws(SettingsMistake) {
      let document = try SettingsDocument(bytes, file: file)
      var reader = ConfigReader(file: file, rules: rules)
      config = reader.config(document)
      mistakes = SettingsMistakes(reader.mistakes)?.all ?? []
    } catch {
      config = Config()
      mistakes = [error]
    }
  }

  /// A config file that cannot be read at all.
  public init(unreadable: UnreadableFile, file: String) {
    config = Config()
    mistakes = [SettingsMistake(.unreadable(unreadable.reason), in: file)]
  }
}
