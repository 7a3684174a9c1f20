import Board
import Pipeline
import Settings

extension UserConfig {
  /// What is said of a setting that was changed on the board, where the config sets it.
  ///
  /// It is not remembered then, for what a file says should hold at the next start. `nil` where the
  /// config leaves it open.
  func remark(on setting: Setting) -> String? {
    switch setting {
    case .theme(let name):
      config.theme == nil
        ? nil : phrase("Theme \(name) until you quit; config.toml sets the theme.")
    case .density:
      config.density == nil
        ? nil : phrase("Cards are so tall until you quit; config.toml sets the density.")
    case .sidebar:
      config.showsSidebar == nil
        ? nil : phrase("This holds until you quit; config.toml sets the sidebar.")
    case .mine, .pipeline, .askedWho: nil
    }
  }

  /// How tall cards are at the start; `nil`: by the screen's height.
  func density(remembered: Density?) -> Density? {
    switch config.density {
    case .fixed(let density)?: density
    case .automatic?: nil
    case nil: remembered
    }
  }
}
