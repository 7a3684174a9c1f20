/// A screenful of cells to draw on.
///
/// Nothing drawn outside it, or outside a rectangle that is handed in, leaves a trace; a wide
/// character is never cut in half. Kept from frame to frame, so that drawing allocates nothing.
public struct Canvas: Sendable {
  /// How many rows it has.
  public private(set) var rows: Int
  /// How many columns it has.
  public private(set) var columns: Int
  /// The cells, row by row from the top left.
  public private(set) var cells: [Cell]
  /// The signs it draws with.
  public let glyphs: GlyphSet
  /// How wide characters are.
  public let width: ScalarWidth
  /// Where the terminal's own cursor is to stand; `nil`: hidden.
  public var cursor: (row: Int, column: Int)?
  /// Parts as they were drawn in the last frames.
  var kept = KeptParts()

  /// Makes a blank canvas; negative sizes count as 0.
  public init(
    rows: Int,
    columns: Int,
    glyphs: GlyphSet = .unicode,
    width: @escaping ScalarWidth
  ) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    self.cells = Array(repeating: Cell(), count: max(0, rows) * max(0, columns))
    self.glyphs = glyphs
    switch glyphs {
    case .unicode: self.width = width
    case .ascii:
      // A sign's twin is shown also where the locale lacks the sign.
      self.width = { scalar in glyphs.scalar(for: scalar).isASCII ? 1 : width(scalar) }
    }
  }

  /// All of it.
  public var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }

  /// The cell at a place; a blank one outside.
  public subscript(row: Int, column: Int) -> Cell {
    guard bounds.contains(row: row, column: column) else { return Cell() }
    return cells[row * columns + column]
  }

  /// Gives it another size and blanks it.
  public mutating func resize(rows: Int, columns: Int) {
    guard (rows, columns) != (self.rows, self.columns) else { return clear() }
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    cells = Array(repeating: Cell(), count: self.rows * self.columns)
    cursor = nil
  }

  /// Blanks it.
  public mutating func clear() {
    var all = cells.mutableSpan
    all.update(repeating: Cell())
    cursor = nil
  }

  /// The cells of a rectangle within the canvas, row by row.
  func cells(in rect: Rect) -> [Cell] {
    var found: [Cell] = []
    found.reserveCapacity(rect.rows * rect.columns)
    for row in rect.row..<rect.endRow {
      let start = row * columns + rect.column
      found.append(contentsOf: cells[start..<(start + rect.columns)])
    }
    return found
  }

  /// Puts cells that were taken from a rectangle of the same size into a blank one.
  mutating func put(_ taken: [Cell], in rect: Rect) {
    for row in 0..<rect.rows {
      let start = (rect.row + row) * columns + rect.column
      let from = row * rect.columns
      cells.replaceSubrange(
        start..<(start + rect.columns),
        with: taken[from..<(from + rect.columns)]
      )
    }
  }

  /// Sets one cell, and mends the halves of wide characters that it cuts.
  mutating func set(_ cell: Cell, row: Int, column: Int) {
    guard row >= 0, row < rows, column >= 0, column + max(1, Int(cell.width)) <= columns else {
      return
    }
    let index = row * columns + column
    mend(index)
    if cell.width == 2 {
      mend(index + 1)
      cells[index + 1] = .continuation(cell.style)
    }
    cells[index] = cell
  }

  /// Blanks the other half of a wide character one half of which is about to be overwritten.
  private mutating func mend(_ index: Int) {
    switch cells[index].width {
    case 0: cells[index - 1] = Cell(style: cells[index - 1].style)
    case 2: cells[index + 1] = Cell(style: cells[index + 1].style)
    default: break
    }
  }
}

extension Canvas {
  /// Fills a rectangle with one sign.
  public mutating func fill(_ rect: Rect, with sign: Unicode.Scalar = " ", _ style: Style) {
    let cell = Cell(glyphs.scalar(for: sign), style: style)
    let first = max(0, rect.column)
    let end = min(columns, rect.endColumn)
    guard first < end else { return }
    for row in max(0, rect.row)..<max(max(0, rect.row), min(rows, rect.endRow)) {
      for column in first..<end { set(cell, row: row, column: column) }
    }
  }

  /// Gives the cells of a rectangle another surface, and leaves what they say.
  public mutating func tint(_ rect: Rect, _ surface: Surface) {
    for row in max(0, rect.row)..<max(max(0, rect.row), min(rows, rect.endRow)) {
      for column in max(0, rect.column)..<max(max(0, rect.column), min(columns, rect.endColumn)) {
        cells[row * columns + column].style.surface = surface
      }
    }
  }

  /// What stands on each row, for tests: marks with their characters, blanks at the end kept.
  public var lines: [String] {
    (0..<rows).map { row in
      var scalars = String.UnicodeScalarView()
      for cell in cells[(row * columns)..<((row + 1) * columns)] where !cell.isContinuation {
        scalars.append(cell.base)
        for mark in [cell.firstMark, cell.secondMark] where mark != 0 {
          if let mark = Unicode.Scalar(mark) { scalars.append(mark) }
        }
      }
      return String(scalars)
    }
  }
}
