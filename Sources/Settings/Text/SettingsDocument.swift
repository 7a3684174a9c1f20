import TOMLKit

/// A file of settings, read as TOML: what it says, not yet what that means.
struct SettingsDocument {
  /// The most that is read of a file: the largest theme here has 3 kB.
  static let kilobytes = 64

  /// The names of the root table, in the order of the file.
  let entries: [SettingsEntry]
  /// Where everything stands.
  let outline: TOMLOutline
  /// The text.
  let text: String

  /// Reads the bytes of a file.
  ///
  /// Throws the one mistake because of which nothing of it can be used.
  init(_ bytes: [UInt8], file: String) throws(SettingsMistake) {
    guard bytes.count <= Self.kilobytes * 1024 else {
      throw SettingsMistake(.tooLarge(kilobytes: Self.kilobytes), in: file)
    }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    // A zero byte would end the text for TOMLKit, and what follows would not be read.
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw SettingsMistake(.notText, in: file, at: Self.placeOfFirstFault(bytes))
    }
    self.text = text
    do {
      outline = try TOMLOutline(text)
    } catch {
      let reason: SettingsMistake.Reason =
        error.reason == .tooDeep ? .tooDeep : .notTOML(error.reason.rawValue)
      throw SettingsMistake(reason, in: file, at: error.place)
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch {
      throw Self.syntaxMistake(error, in: file)
    }
    entries = SettingsNode.entries(
      of: table,
      at: [],
      within: SourcePlace(line: 1, column: 1),
      outline
    )
  }

  private static func syntaxMistake(_ error: any Error, in file: String) -> SettingsMistake {
    guard let error = error as? TOMLParseError else {
      return SettingsMistake(.notTOML("\(error)"), in: file)
    }
    let begin = error.source.begin
    return SettingsMistake(
      .notTOML(error.description),
      in: file,
      at: SourcePlace(line: max(1, begin.line), column: max(1, begin.column))
    )
  }

  /// Where the text stops being UTF-8, or has a zero byte.
  private static func placeOfFirstFault(_ bytes: [UInt8]) -> SourcePlace {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var line = 1
    var column = 1
    for scalar in text {
      if scalar == "\u{FFFD}" || scalar == "\0" { break }
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return SourcePlace(line: line, column: column)
  }
}
