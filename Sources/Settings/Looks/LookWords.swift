import Board

/// The words that a theme file says looks with: a colour and emphasis, in any order.
enum LookWords {
  /// The emphasis that terminals know, by name.
  static let emphases: [(name: String, attribute: Theme.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("underline", .underline), ("reverse", .reverse),
  ]
  /// The word for the terminal's own colour.
  static let terminal = "terminal"

  /// What a word asks for.
  enum Meaning {
    case color(ThemeColor)
    case emphasis(Theme.Attributes)
  }

  /// What a word asks for, in a theme with this palette; `nil` for none of its words.
  static func meaning(of word: Substring, palette: [String: ThemeColor]) -> Meaning? {
    if word.hasPrefix("#") { return ThemeColor(hex: word).map(Meaning.color) }
    if word == terminal { return .color(.terminal) }
    if let emphasis = emphases.first(where: { $0.name == word }) {
      return .emphasis(emphasis.attribute)
    }
    return palette[String(word)].map(Meaning.color)
  }

  /// Whether a colour of a palette may be called so.
  static func isFree(_ name: String) -> Bool {
    !name.isEmpty && name != terminal && !name.hasPrefix("#")
      && !name.contains(where: \.isWhitespace)
      && !emphases.contains { $0.name == name }
  }
}
