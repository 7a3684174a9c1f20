/// Makes text from outside fit to be shown (STORE.md, "What comes from outside is data").
enum TerminalText {
  /// The text with nothing in it that a terminal would act on.
  ///
  /// Line breaks and tabs become a space, other controls, bidi controls, invisible and private
  /// characters U+FFFD. Of each cluster the first character and at most two marks stay, because
  /// terminals disagree about the width of what is joined.
  static func safe(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
    var result = String.UnicodeScalarView()
    for character in text {
      var marks = 0
      for (index, scalar) in character.unicodeScalars.enumerated() {
        if index == 0 {
          result.append(replacement(for: scalar))
        } else if scalar.isMark, marks < 2 {
          result.append(scalar)
          marks += 1
        }
      }
    }
    return String(result)
  }

  /// How many cells text takes that went through `safe`.
  static func width(_ text: String) -> Int {
    guard !text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
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

  private static func width(of scalar: Unicode.Scalar) -> Int {
    scalar.isMark ? 0 : 1
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF, 0xE000..<0xF900, 0xE0000...: "\u{FFFD}"
    default: scalar
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is drawn on the one before it: a combining mark, no variation selector.
  fileprivate var isMark: Bool {
    guard !(0xFE00...0xFE0F ~= value), !(0xE0100...0xE01EF ~= value) else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
