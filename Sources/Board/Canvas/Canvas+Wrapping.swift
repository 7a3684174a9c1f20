extension Canvas {
  /// A text in lines of at most so many of this canvas's cells.
  func wrapped(_ text: String, columns: Int) -> [String] {
    text.wrapped(columns: columns) { width(of: $0) }
  }

  /// Writes a sentence that has no room in a line, to its end, in the rows right above a row.
  mutating func write(_ text: String, above row: Int, _ style: Style) {
    let lines = wrapped(text, columns: columns - 2)
    let first = max(0, row - lines.count)
    fill(Rect(row: first, column: 0, rows: row - first, columns: columns), style)
    for (index, line) in lines.enumerated() where first + index < row {
      write(line, row: first + index, column: 1, limit: columns - 2, style)
    }
  }

  /// Draws a window in the middle of the screen that says something to its end, with so many rows
  /// free below it; returns what is within its frame.
  mutating func frame(
    saying text: String,
    title: String,
    in screen: Rect,
    rowsBelow: Int = 0
  ) -> Rect {
    let width = min(screen.columns - 2, 64)
    let lines = wrapped(text, columns: width - 4)
    let rect = screen.centered(rows: lines.count + rowsBelow + 2, columns: width)
    let inside = frame(rect, title: title)
    for (index, line) in lines.prefix(max(0, inside.rows - rowsBelow)).enumerated() {
      write(
        line,
        row: inside.row + index,
        column: inside.column,
        limit: inside.columns,
        Style(.text, on: .overlay)
      )
    }
    return inside
  }
}
