/// Makes text from outside fit to be kept: it is data, whatever it says.
public enum CleanText {
  /// A text in which a tab or a line end is one space, and every other control character (C0, DEL,
  /// C1, U+202A to U+202E, U+2066 to U+2069) U+FFFD; nothing else is changed or cut.
  public static func cleaned(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    return cleaned(bytes, 0..<bytes.count)
  }

  /// A text of several lines, each cleaned by itself: line ends are `\n`, tabs stay, blanks at the
  /// end of a line and empty lines at the end of the text go.
  public static func cleanedLines(_ text: String) -> String {
    // A carriage return before a line feed is one character with it.
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      var clean = parts.map { cleaned($0) }.joined(separator: "\t")[...]
      while clean.last?.isWhitespace == true { clean.removeLast() }
      return clean
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// The same of a part of a text in UTF-8.
  static func cleaned(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    guard needsCleaning(bytes, range) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var clean = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\n" where last == "\r": break
      case "\t", "\n", "\r": clean.append(" ")
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        clean.append("\u{FFFD}")
      default: clean.append(scalar)
      }
    }
    return String(clean)
  }

  /// Whether anything is to be replaced, found on bytes: nearly no text has any of it.
  private static func needsCleaning(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F { continue }
      if byte <= 0x7F { return true }
      // C2 80…9F are the C1 controls; E2 80 AA…AE and E2 81 A6…A9 those that turn text around.
      if byte == 0xC2, index + 1 < range.upperBound, bytes[index + 1] < 0xA0 { return true }
      guard byte == 0xE2, index + 2 < range.upperBound else { continue }
      let third = bytes[index + 2]
      if bytes[index + 1] == 0x80, (0xAA...0xAE).contains(third) { return true }
      if bytes[index + 1] == 0x81, (0xA6...0xA9).contains(third) { return true }
    }
    return false
  }
}

extension [UInt8] {
  /// A cell's text as it is kept: clean, and without the apostrophe that an export put in front.
  func text(_ range: Range<Int>) -> String {
    let clean = CleanText.cleaned(self, range)
    return range.isEmpty || self[range.lowerBound] != UInt8(ascii: "'")
      ? clean : FormulaGuard.unguarded(clean)
  }

  /// A cell's text without outer blanks, as names are compared.
  func name(_ range: Range<Int>) -> String { text(trimmed(range)) }
}
