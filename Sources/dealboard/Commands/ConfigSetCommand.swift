import ArgumentParser
import Settings

/// Writes one setting into one's own config.toml.
struct ConfigSetCommand: ParsableCommand, SaysConfigMistakes {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Write a setting into your config.toml; everything else in it stays as it is.",
    discussion: """
      \(ConfigSetting.list)

      Example: dealboard config set theme nord
      """
  )

  @Argument(help: "The setting.")
  var name: String

  @Argument(help: "Its value.")
  var value: String

  func run() throws {
    let setting = try ConfigSetting(argument: name)
    let file = WritableConfig()
    let bytes = try file.bytes()
    do {
      let changed = try ConfigEdit.set(
        setting,
        to: value,
        in: bytes,
        file: file.path,
        rules: .ofThisProgram
      )
      try file.write(changed)
    } catch let mistake as SettingsMistake {
      throw mistake.reason.isOfText
        ? CommandFailure(.badData, mistake.description)
        : CommandFailure(.usage, mistake.sentence)
    }
  }
}

/// Takes one setting out of one's own config.toml.
struct ConfigUnsetCommand: ParsableCommand, SaysConfigMistakes {
  static let configuration = CommandConfiguration(
    commandName: "unset",
    abstract: "Take a setting out of your config.toml.",
    discussion: "Example: dealboard config unset theme"
  )

  @Argument(help: "The setting.")
  var name: String

  func run() throws {
    let setting = try ConfigSetting(argument: name)
    let file = WritableConfig()
    do {
      let changed = try ConfigEdit.unset(setting, in: try file.bytes(), file: file.path)
      if let changed { try file.write(changed) }
    } catch let mistake as SettingsMistake {
      throw CommandFailure(.badData, mistake.description)
    }
  }
}

extension ConfigSetting {
  /// The settings with what they set, a line each.
  fileprivate static var list: String {
    let width = allCases.map(\.rawValue.count).max() ?? 0
    return allCases.map { setting in
      let gap = String(repeating: " ", count: width - setting.rawValue.count + 2)
      return setting.rawValue + gap + setting.summary
    }.joined(separator: "\n")
  }

  /// The setting of a name.
  ///
  /// Throws `.usage` for none such.
  fileprivate init(argument name: String) throws(CommandFailure) {
    guard let setting = ConfigSetting(rawValue: name) else {
      let known = Self.allCases.map(\.rawValue)
      let mistake = SettingsMistake(.unknown(.setting, name: name, known: known), in: "")
      throw CommandFailure(.usage, mistake.sentence)
    }
    self = setting
  }
}
