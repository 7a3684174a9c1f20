/// The words of VISUAL or EDITOR: a program and its arguments, as a shell would take them apart, but
/// without one, so that nothing in them is carried out or replaced.
public struct EditorWords: Hashable, Sendable {
  /// The program and its arguments; never empty.
  public let words: [String]

  /// Takes a text apart at its blanks; quotes keep words together, a backslash takes the character
  /// behind it as it is.
  ///
  /// Fails where there is no word, and where a quote is not closed.
  public init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (_, let open?) where character == open: quote = nil
      case ("\\", nil), ("\\", "\""):
        guard let next = rest.popFirst() else { return nil }
        // Within double quotes only these two are taken out of their meaning.
        let isKept = quote != nil && next != "\"" && next != "\\"
        word = (word ?? "") + (isKept ? "\\" : "") + String(next)
      case (" ", nil), ("\t", nil), ("\n", nil):
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    guard let program = words.first, !program.isEmpty else { return nil }
    self.words = words
  }
}
