/// One character on the screen, with its style.
public struct TerminalCell: Sendable {
  /// The character's first scalar, then at most two marks that combine with it; 0 where there is none.
  public var scalars: (UInt32, UInt32, UInt32)
  /// How many columns the character takes: 1 or 2, or 0 for the second half of a wide one, which is skipped.
  public var width: UInt8
  /// The style it is drawn in.
  public var style: StyleIndex

  /// Creates a cell; the width, in columns, is as the active locale sees it.
  public init(scalars: (UInt32, UInt32, UInt32), width: UInt8 = 1, style: StyleIndex = .standard) {
    self.scalars = scalars
    self.width = width
    self.style = style
  }

  /// Creates a cell of one scalar that is one column wide.
  public init(_ scalar: Unicode.Scalar, style: StyleIndex = .standard) {
    self.init(scalars: (scalar.value, 0, 0), width: 1, style: style)
  }
}
