/// A colour as the program named it.
public enum TerminalColor: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the palette: 0 to 7 and their bright forms 8 to 15, then the 256-colour cube and greys.
  case palette(Int)
  /// Red, green and blue, 0 to 255 each.
  case rgb(Int, Int, Int)
}

/// What a cell looks like besides its text.
public struct TerminalStyle: Hashable, Sendable {
  /// The colour of the text, before `isReverse` exchanges the two.
  public var foreground: TerminalColor = .standard
  /// The colour behind the text, before `isReverse` exchanges the two.
  public var background: TerminalColor = .standard
  /// SGR 1.
  public var isBold = false
  /// SGR 2.
  public var isDim = false
  /// SGR 3; what `screen-256color` uses as standout.
  public var isItalic = false
  /// SGR 4 in any of its shapes.
  public var isUnderlined = false
  /// SGR 5.
  public var isBlinking = false
  /// SGR 7.
  public var isReverse = false
  /// SGR 8.
  public var isInvisible = false
  /// SGR 9.
  public var isStruckThrough = false

  /// The terminal's own colours, nothing else.
  public init() {}

  /// The style that erasing leaves: the background stays, as terminals with `bce` do it.
  var erased: TerminalStyle {
    var style = TerminalStyle()
    style.background = background
    return style
  }
}

/// One cell of the screen.
public struct TerminalCell: Hashable, Sendable {
  /// A character with its combining marks; empty in the second cell of a wide one.
  public var text: String
  /// 1 or 2; 0 in the second cell of a wide character.
  public var widthInCells: Int
  /// Colours and attributes.
  public var style: TerminalStyle

  static func blank(_ style: TerminalStyle) -> TerminalCell {
    TerminalCell(text: " ", widthInCells: 1, style: style)
  }
}

/// A place on the screen; both from 0, columns in cells.
public struct TerminalPosition: Hashable, Sendable {
  /// From the top, 0 first.
  public var row: Int
  /// From the left, in cells, 0 first.
  public var column: Int

  /// Names a cell.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
