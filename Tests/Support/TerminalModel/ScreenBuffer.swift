/// A grid of cells and what terminals do to it; knows no cursor.
struct ScreenBuffer: Hashable {
  /// Top to bottom; every line has the same number of cells.
  private(set) var lines: [[TerminalCell]]

  private var columns: Int { lines.first?.count ?? 0 }

  init(rows: Int, columns: Int, style: TerminalStyle = TerminalStyle()) {
    lines = Array(repeating: Array(repeating: .blank(style), count: columns), count: rows)
  }

  // MARK: Cells

  /// Writes a character; a wide one that loses a half by it is blanked.
  mutating func put(
    _ text: String,
    width: Int,
    style: TerminalStyle,
    at place: TerminalPosition
  ) {
    splitWide(row: place.row, column: place.column)
    splitWide(row: place.row, column: place.column + width)
    lines[place.row][place.column] = TerminalCell(text: text, widthInCells: width, style: style)
    if width == 2 {
      lines[place.row][place.column + 1] = TerminalCell(text: "", widthInCells: 0, style: style)
    }
  }

  /// Adds a mark to the character that covers a cell.
  mutating func combine(_ mark: Unicode.Scalar, at place: TerminalPosition) {
    let isSecondHalf = lines[place.row][place.column].widthInCells == 0
    let column = isSecondHalf ? place.column - 1 : place.column
    lines[place.row][column].text.unicodeScalars.append(mark)
  }

  /// Blanks cells of a row; columns outside of it are left out.
  mutating func erase(row: Int, columns range: Range<Int>, style: TerminalStyle) {
    let range = range.clamped(to: 0..<columns)
    guard !range.isEmpty else { return }
    splitWide(row: row, column: range.lowerBound)
    splitWide(row: row, column: range.upperBound)
    for column in range { lines[row][column] = .blank(style) }
  }

  /// Blanks whole rows.
  mutating func erase(rows: Range<Int>, style: TerminalStyle) {
    for row in rows { erase(row: row, columns: 0..<columns, style: style) }
  }

  /// Pushes the rest of a row to the right; what leaves it is lost.
  mutating func insertCells(_ count: Int, at place: TerminalPosition, style: TerminalStyle) {
    let count = min(count, columns - place.column)
    splitWide(row: place.row, column: place.column)
    splitWide(row: place.row, column: columns - count)
    lines[place.row].removeLast(count)
    lines[place.row].insert(
      contentsOf: Array(repeating: .blank(style), count: count),
      at: place.column
    )
  }

  /// Pulls the rest of a row to the left and fills it with blanks.
  mutating func deleteCells(_ count: Int, at place: TerminalPosition, style: TerminalStyle) {
    let count = min(count, columns - place.column)
    splitWide(row: place.row, column: place.column)
    splitWide(row: place.row, column: place.column + count)
    lines[place.row].removeSubrange(place.column..<place.column + count)
    lines[place.row].append(contentsOf: Array(repeating: .blank(style), count: count))
  }

  /// Blanks the wide character whose second half starts at a column, because an edit cuts it there.
  private mutating func splitWide(row: Int, column: Int) {
    guard lines[row].indices.contains(column), lines[row][column].widthInCells == 0 else { return }
    lines[row][column - 1] = .blank(lines[row][column - 1].style)
    lines[row][column] = .blank(lines[row][column].style)
  }

  // MARK: Lines

  /// Moves the rows of a region up; blank ones come in below.
  mutating func scrollUp(_ count: Int, in region: Range<Int>, style: TerminalStyle) {
    let count = min(count, region.count)
    // Made first: the width is that of the lines, all of which may go.
    let blank = blankLines(count, style)
    lines.removeSubrange(region.lowerBound..<region.lowerBound + count)
    lines.insert(contentsOf: blank, at: region.upperBound - count)
  }

  /// Moves the rows of a region down; blank ones come in above.
  mutating func scrollDown(_ count: Int, in region: Range<Int>, style: TerminalStyle) {
    let count = min(count, region.count)
    let blank = blankLines(count, style)
    lines.removeSubrange(region.upperBound - count..<region.upperBound)
    lines.insert(contentsOf: blank, at: region.lowerBound)
  }

  /// Cuts or pads at the right and below, after `dropped` rows have gone at the top.
  mutating func resize(rows: Int, columns: Int, dropped: Int) {
    lines.removeFirst(min(dropped, lines.count))
    if lines.count > rows { lines.removeLast(lines.count - rows) }
    for row in lines.indices {
      splitWide(row: row, column: columns)
      let missing = columns - lines[row].count
      if missing < 0 { lines[row].removeLast(-missing) }
      if missing > 0 {
        lines[row].append(
          contentsOf: Array(repeating: .blank(TerminalStyle()), count: missing)
        )
      }
    }
    while lines.count < rows {
      lines.append(Array(repeating: .blank(TerminalStyle()), count: columns))
    }
  }

  private func blankLines(_ count: Int, _ style: TerminalStyle) -> [[TerminalCell]] {
    Array(repeating: Array(repeating: .blank(style), count: columns), count: count)
  }
}
