import Board
import Terminal

/// Makes text from outside fit to be shown, and measures it, by the C library's widths.
enum TerminalText {
  private static let width: ScalarWidth = { CharacterWidth.of($0) }

  /// The text with nothing in it that a terminal would act on, on one line.
  static func safe(_ text: String) -> String {
    DisplayText.clean(text, width: width)
  }

  /// Each line of the text made safe, the line breaks kept.
  static func safeLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { safe(String($0)) }
      .joined(separator: "\n")
  }

  /// How many cells a text takes.
  static func width(_ text: String) -> Int {
    DisplayText.width(of: text, width: width)
  }

  /// The beginning of a safe text that takes at most `cells`, ended by an ellipsis.
  static func clipped(_ text: String, to cells: Int) -> String {
    var result = ""
    var used = 0
    for character in text {
      let width = width(String(character))
      if used + width > cells - 1 { break }
      result.append(character)
      used += width
    }
    return cells > 0 ? result + "…" : ""
  }
}
