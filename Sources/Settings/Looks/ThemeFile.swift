public import Board

/// A theme as its file says it.
public struct ThemeFile: Hashable, Sendable {
  /// The theme.
  public var theme: Theme
  /// What it looks like, in a few words; may be empty.
  public var summary: String

  /// Reads the bytes of a theme file.
  ///
  /// `name` is what the theme is chosen by, `file` what people are to be told of the file. Throws all
  /// mistakes; nothing of a theme with a mistake is used.
  public init(_ bytes: [UInt8], name: String, file: String) throws(SettingsMistakes) {
    let document: SettingsDocument
    do {
      document = try SettingsDocument(bytes, file: file)
    } catch {
      throw SettingsMistakes(error)
    }
    var reader = ThemeReader(file: file)
    let theme = reader.theme(document, name: name)
    if let mistakes = SettingsMistakes(reader.mistakes) { throw mistakes }
    self.theme = theme
    summary = reader.summary
  }
}
