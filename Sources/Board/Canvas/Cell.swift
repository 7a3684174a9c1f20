/// One place of a canvas: a character with its marks, and how it looks.
public struct Cell: Hashable, Sendable {
  /// The character; a space where nothing is written.
  public var base: Unicode.Scalar
  /// The first combining mark on it, as a scalar's value; 0: none.
  public var firstMark: UInt32
  /// The second combining mark on it, as a scalar's value; 0: none.
  public var secondMark: UInt32
  /// How many cells the character takes, 1 or 2; 0 in the second half of a wide one, which is not
  /// sent.
  public var width: UInt8
  /// How it looks.
  public var style: Style

  /// Makes a cell; without arguments, a blank one.
  public init(
    _ base: Unicode.Scalar = " ",
    firstMark: UInt32 = 0,
    secondMark: UInt32 = 0,
    width: UInt8 = 1,
    style: Style = .plain
  ) {
    self.base = base
    self.firstMark = firstMark
    self.secondMark = secondMark
    self.width = width
    self.style = style
  }

  /// Whether this is the second half of the wide character to its left.
  public var isContinuation: Bool { width == 0 }

  /// Whether nothing is written in it.
  public var isBlank: Bool { base == " " && firstMark == 0 && width == 1 }

  /// The second half of a wide character in a style.
  static func continuation(_ style: Style) -> Cell {
    Cell(" ", width: 0, style: style)
  }
}
