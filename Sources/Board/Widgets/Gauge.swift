extension Canvas {
  /// Draws a bar whose filled part is a share of its length, to an eighth of a cell.
  ///
  /// - Parameters:
  ///   - share: From 0 to 1; held within.
  ///   - rect: Where; only its first row is used.
  ///   - filled: How the filled part looks.
  ///   - rest: How the rest looks.
  public mutating func gauge(_ share: Double, in rect: Rect, filled: Style, rest: Style) {
    guard rect.rows > 0, rect.columns > 0, share.isFinite else { return }
    let eighths = Int((min(1, max(0, share)) * Double(rect.columns * 8)).rounded())
    let parts: [Unicode.Scalar] = ["░", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    for cell in 0..<rect.columns {
      let part = eighths - cell * 8
      if part >= 8 {
        put("█", row: rect.row, column: rect.column + cell, filled)
      } else if part > 0 {
        put(parts[part], row: rect.row, column: rect.column + cell, filled)
      } else {
        put("░", row: rect.row, column: rect.column + cell, rest)
      }
    }
  }

  /// Draws one column of eight heights for each value, the greatest full; the latest values where
  /// there are more than cells.
  public mutating func sparkline(_ values: [Double], in rect: Rect, _ style: Style) {
    guard rect.rows > 0, rect.columns > 0 else { return }
    let heights: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let shown = values.suffix(rect.columns)
    guard let top = shown.max(), top > 0 else { return }
    for (cell, value) in shown.enumerated() {
      let height = Int((max(0, value) / top * 7).rounded())
      put(heights[min(7, height)], row: rect.row, column: rect.column + cell, style)
    }
  }
}
