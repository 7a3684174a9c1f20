/// A colour of text or background, before it is brought to what the terminal has.
public enum TerminalColor: Hashable, Sendable {
  /// The terminal's own colour.
  case standard
  /// Any colour; terminals with a palette show the nearest of it.
  case rgb(RGBColor)
  /// A place in the terminal's palette: 0 to 15 are the user's own colours, 16 to 255 xterm's.
  case palette(UInt8)
}

/// How a cell looks.
public struct TerminalStyle: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: TerminalColor
  /// The colour behind it.
  public var background: TerminalColor
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether the text is faint; without effect where the terminal cannot.
  public var isDim: Bool
  /// Whether text and background change places.
  public var isReverse: Bool
  /// Whether the text is underlined.
  public var isUnderlined: Bool

  /// Creates a style; without arguments, the terminal's own.
  public init(
    foreground: TerminalColor = .standard,
    background: TerminalColor = .standard,
    isBold: Bool = false,
    isDim: Bool = false,
    isReverse: Bool = false,
    isUnderlined: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isDim = isDim
    self.isReverse = isReverse
    self.isUnderlined = isUnderlined
  }
}

/// A registered style's number; valid until the screen's styles are reset.
public struct StyleIndex: Hashable, Sendable {
  let rawValue: UInt16

  /// The terminal's own style, which every screen knows from the start.
  public static let standard = Self(rawValue: 0)
}
