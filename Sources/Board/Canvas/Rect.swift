/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The first row, from 0 at the top.
  public var row: Int
  /// The first column, from 0 at the left.
  public var column: Int
  /// How many rows; never negative.
  public var rows: Int
  /// How many columns; never negative.
  public var columns: Int

  /// Makes a rectangle; negative sizes count as 0.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The row after the last.
  public var endRow: Int { row + rows }
  /// The column after the last.
  public var endColumn: Int { column + columns }
  /// Whether it has no cell.
  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// Whether a cell lies in it.
  public func contains(row: Int, column: Int) -> Bool {
    (self.row..<endRow).contains(row) && (self.column..<endColumn).contains(column)
  }

  /// The same rectangle, smaller by so many cells at each side.
  public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      row: row + rows,
      column: column + columns,
      rows: self.rows - 2 * rows,
      columns: self.columns - 2 * columns
    )
  }

  /// One row of it, by its number from 0 within the rectangle.
  public func line(_ index: Int) -> Rect {
    Rect(row: row + index, column: column, rows: index < rows ? 1 : 0, columns: columns)
  }

  /// A rectangle of at most this size in the middle of it.
  public func centered(rows: Int, columns: Int) -> Rect {
    let rows = min(rows, self.rows)
    let columns = min(columns, self.columns)
    return Rect(
      row: row + (self.rows - rows) / 2,
      column: column + (self.columns - columns) / 2,
      rows: rows,
      columns: columns
    )
  }
}
