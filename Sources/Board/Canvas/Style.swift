/// How a cell looks, by what it means: a theme turns it into colours.
public struct Style: Hashable, Sendable {
  /// Emphasis that a caller asks for beyond what role and surface bring.
  public struct Emphasis: OptionSet, Hashable, Sendable {
    /// The set as bits, below 8.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Bold text.
    public static let bold = Emphasis(rawValue: 1)
    /// Underlined text.
    public static let underline = Emphasis(rawValue: 2)
    /// Text and background change places.
    public static let reverse = Emphasis(rawValue: 4)
  }

  /// What the text is.
  public var role: Role
  /// What it stands on.
  public var surface: Surface
  /// Emphasis on top of both.
  public var emphasis: Emphasis

  /// Text as the terminal has it.
  public static let plain = Style(.text)

  /// Makes a style.
  public init(_ role: Role, on surface: Surface = .base, _ emphasis: Emphasis = []) {
    self.role = role
    self.surface = surface
    self.emphasis = emphasis
  }

  /// The same text on another surface.
  public func on(_ surface: Surface) -> Style {
    Style(role, on: surface, emphasis)
  }

  /// How many different styles there are.
  public static let count = Role.allCases.count * Surface.allCases.count * 8

  /// A number below `count` that names this style, for tables.
  public var index: Int {
    (Int(surface.rawValue) * Role.allCases.count + Int(role.rawValue)) * 8 + Int(emphasis.rawValue)
  }
}
