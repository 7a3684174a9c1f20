/// A colour that a theme names.
public enum ThemeColor: Hashable, Sendable {
  /// The terminal's own text or background colour.
  case terminal
  /// A colour in sRGB; the terminal shows the nearest it has.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The colour of six hexadecimal digits: `#89b4fa`, the mark may be left out; `nil` for any other
  /// text.
  public init?(hex: some StringProtocol) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    self = .hex(number)
  }

  /// The colour of six hexadecimal digits as a number: `0x89b4fa`.
  public static func hex(_ number: UInt32) -> ThemeColor {
    .rgb(
      red: UInt8(truncatingIfNeeded: number >> 16),
      green: UInt8(truncatingIfNeeded: number >> 8),
      blue: UInt8(truncatingIfNeeded: number)
    )
  }
}

extension ThemeColor {
  /// Whether it has no hue to speak of.
  var isGrey: Bool {
    switch self {
    case .terminal: return false
    case .rgb(let red, let green, let blue):
      return max(red, green, blue) - min(red, green, blue) < 48
    }
  }
}
