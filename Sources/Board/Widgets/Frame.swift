extension Canvas {
  /// Draws a window over the board: its border with a title and a hint in it, and a blank inside.
  ///
  /// - Returns: The inside, without the border and one blank column at each side.
  public mutating func frame(_ rect: Rect, title: String, hint: String = "") -> Rect {
    guard rect.rows >= 2, rect.columns >= 4 else {
      return Rect(row: 0, column: 0, rows: 0, columns: 0)
    }
    let border = Style(.rule, on: .overlay)
    fill(rect, Style(.text, on: .overlay))
    for column in (rect.column + 1)..<(rect.endColumn - 1) {
      put("─", row: rect.row, column: column, border)
      put("─", row: rect.endRow - 1, column: column, border)
    }
    for row in (rect.row + 1)..<(rect.endRow - 1) {
      put("│", row: row, column: rect.column, border)
      put("│", row: row, column: rect.endColumn - 1, border)
    }
    put("┌", row: rect.row, column: rect.column, border)
    put("┐", row: rect.row, column: rect.endColumn - 1, border)
    put("└", row: rect.endRow - 1, column: rect.column, border)
    put("┘", row: rect.endRow - 1, column: rect.endColumn - 1, border)
    let room = rect.columns - 4
    let hinted = hint.isEmpty || width(of: hint) + 8 > room ? 0 : width(of: hint) + 2
    if hinted > 0 {
      writeRight(
        " " + hint + " ",
        row: rect.row,
        endingAt: rect.endColumn - 2,
        limit: hinted,
        Style(.dim, on: .overlay)
      )
    }
    if !title.isEmpty {
      write(
        " " + title + " ",
        row: rect.row,
        column: rect.column + 2,
        limit: room - hinted,
        Style(.accent, on: .overlay, .bold)
      )
    }
    return rect.inset(rows: 1, columns: 2)
  }
}
