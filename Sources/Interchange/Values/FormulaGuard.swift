/// Keeps a spreadsheet from running a text as a formula: what comes from outside is data.
public enum FormulaGuard {
  /// A text with an apostrophe in front where a spreadsheet would run it.
  public static func guarded(_ text: String) -> String {
    isFormula(text[...]) ? "'" + text : text
  }

  /// A text without the apostrophe that `guarded` put in front of it.
  ///
  /// `'s-Hertogenbosch` stays: no formula follows its apostrophe.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), isFormula(text.dropFirst()) else { return text }
    return String(text.dropFirst())
  }

  /// Whether the first character behind blanks and apostrophes begins a formula.
  private static func isFormula(_ text: Substring) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\r": return true
      case "'": continue
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
      default:
        guard scalar.properties.isWhitespace else { return false }
      }
    }
    return false
  }
}
