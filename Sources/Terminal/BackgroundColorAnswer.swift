/// A terminal's answer to the question for its background colour.
///
/// Source: operating system command 11, XTerm Control Sequences; the colour as in XParseColor(3).
enum BackgroundColorAnswer {
  static let question = "\u{1b}]11;?\u{1b}\\"

  /// The colour in an answer, from its escape to before its end: `ESC ] 1 1 ; r g b : 1e1e/1e1e/2e2e`.
  static func color(in bytes: [UInt8]) -> RGBColor? {
    let text = String(decoding: bytes, as: UTF8.self)
    for beginning in ["\u{1b}]11;rgb:", "\u{1b}]11;rgba:"] where text.hasPrefix(beginning) {
      let parts = text.dropFirst(beginning.count)
        .split(separator: "/", omittingEmptySubsequences: false).map(part)
      guard parts.count >= 3, let red = parts[0], let green = parts[1], let blue = parts[2] else {
        return nil
      }
      return RGBColor(red: red, green: green, blue: blue)
    }
    return nil
  }

  /// One to four hexadecimal digits as a share of the largest number that they can write.
  private static func part(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    let largest = (1 << (4 * digits.count)) - 1
    return UInt8((value * 255 + largest / 2) / largest)
  }
}
