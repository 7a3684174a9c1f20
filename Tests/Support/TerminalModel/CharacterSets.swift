/// The two character sets a terminal has loaded and which of them is in use.
struct CharacterSets: Hashable {
  /// Whether G0 and G1 are DEC's line drawing; ASCII otherwise.
  var drawsLines = [false, false]
  /// 0, or 1 after SO.
  var inUse = 0

  /// Whether text comes out as text.
  var isText: Bool { !drawsLines[inUse] }

  /// The character that the set in use has in the place of this one.
  func translated(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    isText ? scalar : Self.lineDrawing[scalar] ?? scalar
  }

  /// DEC Special Graphics, VT100 User Guide, table 3-9.
  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "◆", "a": "▒", "b": "␉", "c": "␌", "d": "␍", "e": "␊", "f": "°", "g": "±",
    "h": "␤", "i": "␋", "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "o": "⎺",
    "p": "⎻", "q": "─", "r": "⎼", "s": "⎽", "t": "├", "u": "┤", "v": "┴", "w": "┬",
    "x": "│", "y": "≤", "z": "≥", "{": "π", "|": "≠", "}": "£", "~": "·",
  ]
}
