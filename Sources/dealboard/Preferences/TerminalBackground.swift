/// Whether a terminal's background is dark or light.
enum TerminalBackground: String {
  case dark
  case light

  /// What the environment says: COLORFGBG, which rxvt, konsole and others set to the numbers of their
  /// text and background colours, `15;0` or `15;default;0`; `nil` where it says nothing.
  ///
  /// The kernel's own console is dark.
  static func ofEnvironment(_ environment: (String) -> String?) -> TerminalBackground? {
    if let color = environment("COLORFGBG")?.split(separator: ";").last.flatMap({ Int($0) }) {
      switch color {
      case 0...6, 8: return .dark
      case 7, 9...15: return .light
      default: return nil
      }
    }
    return environment("TERM") == "linux" ? .dark : nil
  }
}
