import Foundation
import Glibc
import Settings

/// The folder of the user's own settings and themes, in the XDG config folder.
enum ConfigFolder {
  /// More files than this are no themes but a mistake.
  private static let mostThemes = 200

  /// Its path.
  static var path: String {
    Environment.folder("XDG_CONFIG_HOME", default: ".config") + "/dealboard"
  }

  /// Where the user's own settings are.
  static var file: String { path + "/config.toml" }

  /// Where the user's own themes are.
  static var themes: String { path + "/themes" }

  /// All themes there are.
  static func library() -> ThemeLibrary {
    ThemeLibrary(
      themeNames().map { name in
        let path = themes + "/" + name
        return ThemeLibrary.UserFile(path: path, bytes: SettingsFile.read(path))
      }
    )
  }

  /// The names of all themes that there are, which nothing is read for.
  static func themeNamesOfAll() -> [String] {
    let own = themeNames().map { ThemeLibrary.UserFile(path: $0, bytes: .success([])).name }
    let builtIn = ThemeLibrary.builtInNames
    return builtIn + own.filter { !builtIn.contains($0) }
  }

  /// The names of the user's own theme files, by the alphabet.
  private static func themeNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: themes)) ?? []
    return Array(
      names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().prefix(mostThemes)
    )
  }
}
