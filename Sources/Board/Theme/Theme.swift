/// Colours and emphasis for every role and surface.
public struct Theme: Hashable, Sendable {
  /// How text of a role looks.
  public struct Ink: Hashable, Sendable {
    /// Its colour; `nil`: that of the surface it stands on.
    public var color: ThemeColor?
    /// Its emphasis.
    public var attributes: Attributes

    /// Makes an ink; without arguments, that of ordinary text.
    public init(_ color: ThemeColor? = nil, _ attributes: Attributes = []) {
      self.color = color
      self.attributes = attributes
    }
  }

  /// How a surface looks: both colours together, because a background that the text was not chosen
  /// for can make it unreadable.
  public struct Paint: Hashable, Sendable {
    /// The colour of ordinary text on it.
    public var foreground: ThemeColor
    /// The colour behind the text.
    public var background: ThemeColor
    /// Emphasis of everything on it.
    public var attributes: Attributes
    /// The inks of roles that look different here: a grey that reads on the board may not on a
    /// selection.
    public var inks: [Role: Ink]

    /// Makes a paint; without arguments, the terminal as it is.
    public init(
      foreground: ThemeColor = .terminal,
      background: ThemeColor = .terminal,
      _ attributes: Attributes = [],
      inks: [Role: Ink] = [:]
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
      self.inks = inks
    }
  }

  /// Emphasis that terminals know.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Underlined.
    public static let underline = Attributes(rawValue: 2)
    /// Text and background change places.
    public static let reverse = Attributes(rawValue: 4)
    /// Faint, where the terminal can.
    public static let dim = Attributes(rawValue: 8)
  }

  /// The terminals that a theme is made for, by their background.
  public enum Background: String, CaseIterable, Hashable, Sendable {
    /// Dark ones.
    case dark
    /// Light ones.
    case light
    /// Any.
    case any
  }

  /// The name it is chosen by.
  public var name: String
  /// The terminals that it is made for.
  public var background: Background
  /// The ink of each role; one that is missing is ordinary text.
  public var inks: [Role: Ink]
  /// The paint of each surface; one that is missing is the terminal's own.
  public var paints: [Surface: Paint]

  /// Makes a theme.
  public init(
    name: String,
    background: Background = .any,
    inks: [Role: Ink] = [:],
    paints: [Surface: Paint] = [:]
  ) {
    self.name = name
    self.background = background
    self.inks = inks
    self.paints = paints
  }

  /// How a cell of a style looks.
  ///
  /// For a table over `Style.index`, made once when a theme is chosen.
  public func look(of style: Style) -> Look {
    let paint = paints[style.surface] ?? Paint()
    let ink = paint.inks[style.role] ?? inks[style.role] ?? Ink()
    var attributes = ink.attributes.union(paint.attributes)
    if style.emphasis.contains(.bold) { attributes.insert(.bold) }
    if style.emphasis.contains(.underline) { attributes.insert(.underline) }
    if style.emphasis.contains(.reverse) { attributes.formSymmetricDifference(.reverse) }
    return Look(
      foreground: ink.color ?? paint.foreground,
      background: paint.background,
      attributes: attributes
    )
  }
}

/// What a terminal is asked for: two colours and emphasis.
public struct Look: Hashable, Sendable {
  /// The colour of the text.
  public var foreground: ThemeColor
  /// The colour behind it.
  public var background: ThemeColor
  /// Bold, underlined, reversed, faint.
  public var attributes: Theme.Attributes

  /// Makes a look.
  public init(
    foreground: ThemeColor,
    background: ThemeColor,
    attributes: Theme.Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
