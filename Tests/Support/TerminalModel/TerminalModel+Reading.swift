extension TerminalModel {
  /// One cell; the place must be on the screen.
  public func cell(row: Int, column: Int) -> TerminalCell { screen.lines[row][column] }

  /// All cells of a row, left to right.
  public func cells(row: Int) -> [TerminalCell] { screen.lines[row] }

  /// The text of a row, without the blanks at its end.
  public func row(_ row: Int) -> String {
    let text = screen.lines[row].map(\.text).joined()
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }

  /// The text of all rows, top to bottom.
  public var textRows: [String] { (0..<rows).map { row($0) } }

  /// The text of the screen, rows separated by newlines, without the empty ones at its end.
  public var text: String {
    let rows = textRows
    let last = rows.lastIndex { !$0.isEmpty } ?? -1
    return rows[...last].joined(separator: "\n")
  }

  /// Whether some row has this text.
  public func contains(_ text: String) -> Bool { textRows.contains { $0.contains(text) } }

  /// Where a text first stands within one row, from the top and the left.
  public func position(of text: String) -> TerminalPosition? {
    for (row, cells) in screen.lines.enumerated() {
      let line = cells.map(\.text).joined()
      guard let found = line.firstRange(of: text) else { continue }
      // Columns count cells: a wide character before the text takes two.
      var length = line[..<found.lowerBound].unicodeScalars.count
      let column = cells.firstIndex { cell in
        defer { length -= cell.text.unicodeScalars.count }
        return length <= 0 && cell.widthInCells > 0
      }
      if let column { return TerminalPosition(row: row, column: column) }
    }
    return nil
  }

  /// The style of the first character of a text where it first stands; nil where it does not.
  public func style(of text: String) -> TerminalStyle? {
    position(of: text).map { cell(row: $0.row, column: $0.column).style }
  }

  /// What a program has left changed in the terminal, in words; empty where all is as it was.
  ///
  /// Text on the main screen counts for nothing: terminals without an alternate screen keep it.
  public var leftovers: [String] {
    var found = modes.leftovers
    if isAlternateScreen { found.append("the alternate screen is still on") }
    if !isCursorVisible { found.append("the cursor is hidden") }
    if cursorShape > 2 { found.append("the cursor has shape \(cursorShape)") }
    if style != TerminalStyle() { found.append("text comes out styled: \(style)") }
    if !characterSets.isText { found.append("text comes out as line drawing") }
    if scrollRegion != 0..<rows { found.append("only rows \(scrollRegion) scroll") }
    if !titleStack.isEmpty { found.append("a saved title was not restored") }
    if isPaletteChanged { found.append("the palette is changed") }
    return found
  }
}
