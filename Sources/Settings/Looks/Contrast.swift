public import Board
import Glibc

/// How well one colour is told from another.
///
/// Source: Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
public enum Contrast {
  /// The least that ordinary text needs.
  public static let ofText = 4.5
  /// The least that text to be read last and signs need.
  public static let ofSigns = 3.0

  /// The contrast ratio of two colours, 1 (the same) to 21 (black on white); `nil` where one of them
  /// is the terminal's own and so unknown.
  public static func ratio(_ one: ThemeColor, _ other: ThemeColor) -> Double? {
    guard let first = luminance(one), let second = luminance(other) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: ThemeColor) -> Double? {
    switch color {
    case .terminal: nil
    case .rgb(let red, let green, let blue):
      0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
  }

  private static func linear(_ part: UInt8) -> Double {
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
