/// How many colours a terminal shows.
public enum ColorDepth: Hashable, Sendable {
  /// Any colour, told as red, green and blue.
  case trueColor
  /// xterm's 256.
  case palette256
  /// The user's own 16.
  case palette16
  /// The first 8 of them; the other 8 as bold ones.
  case palette8
  /// None: bold, reverse and underline have to do.
  case none
}

/// A style in the terms that curses takes: a colour's number, or -1 for the terminal's own.
struct ResolvedStyle: Hashable, Sendable {
  var foreground: Int32 = -1
  var background: Int32 = -1
  var isBold: Bool
  var isDim: Bool
  var isReverse: Bool
  var isUnderlined: Bool
}

extension ColorDepth {
  /// Brings a style to this depth.
  func resolve(_ style: TerminalStyle) -> ResolvedStyle {
    var resolved = ResolvedStyle(
      isBold: style.isBold,
      isDim: style.isDim,
      isReverse: style.isReverse,
      isUnderlined: style.isUnderlined
    )
    switch self {
    case .none:
      break
    case .trueColor:
      resolved.foreground = Self.directNumber(style.foreground)
      resolved.background = Self.directNumber(style.background)
    case .palette256:
      resolved.foreground = Self.number(style.foreground) { NearestColor.of256($0) }
      resolved.background = Self.number(style.background) { NearestColor.of256($0) }
    case .palette16:
      resolved.foreground = Self.number16(style.foreground)
      resolved.background = Self.number16(style.background)
    case .palette8:
      Self.resolve8(style, into: &resolved)
    }
    return resolved
  }

  private static func number(
    _ color: TerminalColor,
    nearest: (RGBColor) -> UInt8
  ) -> Int32 {
    switch color {
    case .standard: -1
    case .rgb(let rgb): Int32(nearest(rgb))
    case .palette(let index): Int32(index)
    }
  }

  private static func number16(_ color: TerminalColor) -> Int32 {
    if case .palette(let index) = color, index > 15 {
      return Int32(NearestColor.of16(NearestColor.rgb(of256: index)))
    }
    return number(color) { NearestColor.of16($0) }
  }

  /// A colour's number where numbers are colours: 0xRRGGBB, but below 8 the user's palette.
  private static func directNumber(_ color: TerminalColor) -> Int32 {
    switch color {
    case .standard:
      return -1
    case .palette(let index) where index < 8:
      return Int32(index)
    case .palette(let index):
      return directNumber(.rgb(NearestColor.rgb(of256: index)))
    case .rgb(let rgb):
      return max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
    }
  }

  /// Brings the bright half of 16 colours to 8.
  ///
  /// Bold makes a colour bright on some terminals only, and bold black is invisible on the rest:
  /// grey text becomes the terminal's own, faint, and bold is used only where a bright colour was
  /// asked for by its place.
  private static func resolve8(_ style: TerminalStyle, into resolved: inout ResolvedStyle) {
    let foreground = number16(style.foreground)
    if foreground == 8 {
      resolved.isDim = true
    } else if foreground > 8 {
      resolved.foreground = foreground - 8
      if case .palette = style.foreground { resolved.isBold = true }
    } else {
      resolved.foreground = foreground
    }
    let background = number16(style.background)
    resolved.background = background > 7 ? background - 8 : background
  }
}
