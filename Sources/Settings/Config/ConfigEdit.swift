/// Changes one setting in the text of a config, and leaves everything else in it as it is.
public enum ConfigEdit {
  /// The text with a setting set, and its comments kept.
  ///
  /// The value is written as the setting takes it. Throws the mistake that the setting would then
  /// have, or because of which the text cannot be changed.
  public static func set(
    _ setting: ConfigSetting,
    to value: String,
    in bytes: [UInt8],
    file: String,
    rules: ConfigFile.Rules
  ) throws(SettingsMistake) -> [UInt8] {
    let truths = ["true", "false"]
    if setting.isBoolean, !truths.contains(value) {
      throw SettingsMistake(
        .notAmong(name: setting.rawValue, value: value, choices: truths),
        in: file
      )
    }
    let document = try SettingsDocument(bytes, file: file)
    var scalars = Array(document.text.unicodeScalars)
    let written = Array((setting.isBoolean ? value : quoted(value)).unicodeScalars)
    let line = Array("\(setting.rawValue) = ".unicodeScalars) + written + ["\n"]
    if let entry = document.outline.entries[[.key(setting.rawValue)]] {
      scalars.replaceSubrange(entry.range, with: written)
    } else if let last = lastRootValue(document.outline) {
      let end = endOfLine(after: last, in: scalars)
      if end == scalars.count, scalars.last != "\n" { scalars.append("\n") }
      scalars.insert(contentsOf: line, at: min(scalars.count, end + 1))
    } else if document.outline.firstHeader == nil {
      if let last = scalars.last, last != "\n" { scalars.append("\n") }
      scalars += line
    } else {
      scalars.insert(contentsOf: line + ["\n"], at: 0)
    }
    let changed = Array(String(String.UnicodeScalarView(scalars)).utf8)
    try check(setting, in: changed, file: file, rules: rules)
    return changed
  }

  /// The text without a setting; `nil` where it does not set it.
  public static func unset(
    _ setting: ConfigSetting,
    in bytes: [UInt8],
    file: String
  ) throws(SettingsMistake) -> [UInt8]? {
    let document = try SettingsDocument(bytes, file: file)
    guard let entry = document.outline.entries[[.key(setting.rawValue)]] else { return nil }
    var scalars = Array(document.text.unicodeScalars)
    let end = endOfLine(after: entry.range.upperBound, in: scalars)
    let start = scalars[..<entry.range.lowerBound].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    scalars.removeSubrange(start..<min(scalars.count, end + 1))
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// Throws what is wrong with the setting in a text, and nothing that is wrong elsewhere.
  private static func check(
    _ setting: ConfigSetting,
    in bytes: [UInt8],
    file: String,
    rules: ConfigFile.Rules
  ) throws(SettingsMistake) {
    let document = try SettingsDocument(bytes, file: file)
    let place = document.outline.entries[[.key(setting.rawValue)]]?.value
    let read = ConfigFile(bytes, file: file, rules: rules)
    if let mistake = read.mistakes.first(where: { $0.place == place }) { throw mistake }
  }

  /// The end of the last value that stands before all tables.
  private static func lastRootValue(_ outline: TOMLOutline) -> Int? {
    let limit = outline.firstHeader ?? .max
    return outline.entries.values.map(\.range.upperBound).filter { $0 > 0 && $0 < limit }.max()
  }

  private static func endOfLine(after place: Int, in scalars: [Unicode.Scalar]) -> Int {
    scalars[place...].firstIndex(of: "\n") ?? scalars.count
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
