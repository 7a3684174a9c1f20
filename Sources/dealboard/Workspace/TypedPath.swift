/// A path as people type or drop it into a field: with quotes around it, blanks escaped, and `~` for
/// the home folder, which no shell has taken away.
enum TypedPath {
  /// The path that is meant.
  static func path(_ text: String) -> String {
    var text = text
    if let mark = text.first, mark == "'" || mark == "\"", text.count > 1, text.last == mark {
      text = String(text.dropFirst().dropLast())
    } else {
      text = unescaped(text)
    }
    if text == "~" || text.hasPrefix("~/") { text = Environment.home + text.dropFirst() }
    if text.hasPrefix("file:///") { text = String(text.dropFirst("file://".count)) }
    return text
  }

  /// Without the backslash before blanks and other characters.
  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        plain.append(character)
        isEscaped = false
      }
    }
    return plain
  }
}
