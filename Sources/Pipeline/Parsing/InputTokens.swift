/// One word of a line that a person types: `acme`, `"two words"`, `owner:ana`, `-label:hot`.
struct InputToken: Hashable, Sendable {
  /// Where it begins, in characters from 0.
  let position: Int
  /// What is before the first colon outside quotes, in small letters; `nil` without one.
  let field: String?
  /// The rest, without quotes.
  let text: String
  /// Whether any of the rest was in quotes.
  let isQuoted: Bool
  /// Whether a minus stands before it.
  let isNegated: Bool
  /// The whole token as it was typed.
  let source: String

  /// Takes a line apart at its spaces; a quote that is not closed reaches to the end.
  static func tokens(of line: String) -> [InputToken] {
    var tokens: [InputToken] = []
    var current = ""
    var start = 0
    var isInQuotes = false
    for (position, character) in line.enumerated() {
      if character.isWhitespace, !isInQuotes {
        if !current.isEmpty { tokens.append(InputToken(current, at: start)) }
        current = ""
      } else {
        if current.isEmpty { start = position }
        if character == "\"" { isInQuotes.toggle() }
        current.append(character)
      }
    }
    if !current.isEmpty { tokens.append(InputToken(current, at: start)) }
    return tokens
  }

  /// Whether it is searched for as it stands.
  var isPlainWord: Bool { field == nil && !isNegated && !isQuoted }

  /// Whether it is a name of letters, a colon and a text right behind it: `bogus:x`, but neither
  /// `Re:`, `10:30` nor `https://x.example`.
  var looksLikeField: Bool {
    guard let field, !isNegated, !text.isEmpty, !text.hasPrefix("//") else { return false }
    return field.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" }
  }

  private init(_ source: String, at position: Int) {
    self.position = position
    self.source = source
    let isNegated = source.first == "-" && source.count > 1
    var rest = isNegated ? source.dropFirst() : Substring(source)
    let colon = rest.firstIndex { $0 == ":" || $0 == "\"" }
    if let colon, rest[colon] == ":", colon != rest.startIndex {
      field = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    } else {
      field = nil
    }
    self.isNegated = isNegated
    self.isQuoted = rest.contains("\"")
    self.text = rest.filter { $0 != "\"" }
  }
}
