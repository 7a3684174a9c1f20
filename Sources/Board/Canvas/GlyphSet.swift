/// Which characters the program draws its own signs with.
///
/// Text from outside keeps its letters in both; only the program's own signs change.
public enum GlyphSet: Hashable, Sendable {
  /// Signs beyond ASCII, each one cell wide.
  case unicode
  /// ASCII alone, one character for one sign, so that the grid stays the same.
  case ascii

  /// The one that texts are worded for: the signs of currencies are wider in ASCII.
  @TaskLocal static var current = GlyphSet.unicode

  /// The character that stands for a sign.
  func scalar(for sign: Unicode.Scalar) -> Unicode.Scalar {
    switch self {
    case .unicode: sign
    case .ascii: sign.isASCII ? sign : Self.asciiTwin(of: sign)
    }
  }

  /// A text with the signs of currencies as their codes, where they have no twin that is understood;
  /// `nil` where the text stays as it is.
  func spelled(_ text: String) -> String? {
    guard self == .ascii, text.unicodeScalars.contains(where: { Self.codes[$0] != nil }) else {
      return nil
    }
    return text.unicodeScalars.map { Self.codes[$0] ?? String(Character($0)) }.joined()
  }

  private static let codes: [Unicode.Scalar: String] = ["€": "EUR ", "£": "GBP ", "¥": "JPY "]

  /// The ASCII twin of a sign; the sign itself where it has none.
  private static func asciiTwin(of sign: Unicode.Scalar) -> Unicode.Scalar {
    switch sign {
    case "▎", "│", "┃": "|"
    case "▌", "›": ">"
    case "‹": "<"
    case "█", "▉", "▊", "▋", "▇", "▆": "#"
    case "▍", "▅", "━": "="
    case "▃", "▄", "─", "╌": "-"
    case "▁": "_"
    case "▂", "○", "░", "┄": "."
    case "●", "◆": sign == "●" ? "*" : "@"
    case "▓": "%"
    case "▸", "▒", "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
    case "✓", "▼", "▾": "v"
    case "▲": "^"
    case "…": "~"
    case "·": ","
    case "→": ">"
    case "←": "<"
    case "−", "–", "—": "-"
    case "▏": "|"
    case "×": "x"
    case "Δ": "d"
    case "\u{FFFD}": "?"
    // Where a single cell is drawn; a text has the code (`spelled`).
    case "€": "E"
    case "£": "L"
    case "¥": "Y"
    // Braille: a dot that is part of a line.
    case "\u{2800}": " "
    case "\u{2801}"..."\u{28FF}": "*"
    default: sign
    }
  }
}
