import Interchange
import Pipeline

/// Text as it is typed for a field.
enum TextArgument {
  /// The text as an import would take it; `nil` where nothing is left.
  static func optional(_ text: String) -> String? {
    let trimmed = text.cleaned
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The text of a field that can be cleared; `nil` where nothing is left, and for `none`.
  static func clearable(_ text: String) -> String? { isNone(text) ? nil : optional(text) }

  /// Whether a text clears what it is given for.
  static func isNone(_ text: String) -> Bool {
    let trimmed = text.trimmed
    return trimmed.isEmpty || trimmed.lowercased() == "none"
  }

  /// Whether a text means that it is nobody's, where it is about an owner; an empty one does as well.
  static func isNobody(_ text: String) -> Bool {
    isNone(text) || InputWords.current.isNobody(text.trimmed)
  }
}

extension String {
  /// The text as an import would take it: without blanks around it and without control characters.
  var cleaned: String { CleanText.cleaned(self).trimmed }

  /// The text without white space around it.
  var trimmed: String {
    let tail = drop(while: \.isWhitespace)
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(tail[...last])
  }
}
