/// Rows of cells, aligned for a terminal or plain for a pipe.
struct TextTable {
  /// How the cells of a column stand.
  enum Alignment {
    /// Words, at the left edge.
    case left
    /// Numbers, at the right edge.
    case right
  }

  /// A column's heading and how its cells stand.
  struct Column {
    let heading: String
    let alignment: Alignment

    /// A column of words.
    static func words(_ heading: String) -> Column { Column(heading: heading, alignment: .left) }
    /// A column of numbers.
    static func numbers(_ heading: String) -> Column { Column(heading: heading, alignment: .right) }
  }

  private let columns: [Column]
  private let hasHeadings: Bool
  private let wrapsLast: Bool
  private var rows: [[StyledText]] = []

  /// A table without rows; with `wrapsLast` the last column, of sentences, goes on in further lines
  /// where another table is cut.
  init(_ columns: [Column], hasHeadings: Bool = true, wrapsLast: Bool = false) {
    self.columns = columns
    self.hasHeadings = hasHeadings
    self.wrapsLast = wrapsLast
  }

  /// Whether there is nothing below the headings.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; missing cells are empty.
  mutating func add(_ cells: [StyledText]) {
    rows.append(cells)
  }

  /// The lines, each ended by a line feed; headings first.
  ///
  /// Two blanks stand between columns. Where `width` is given, in cells, the widest column of words is
  /// cut so that lines fit, or the last one wrapped.
  func text(colored: Bool, width: Int?) -> String {
    let headings = columns.map { StyledText($0.heading, .dim) }
    var all = (hasHeadings ? [headings] : []) + rows
    if wrapsLast, let width { all = wrapped(all, in: width) }
    var widths = columns.indices.map { column in
      all.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    if let width { narrow(&widths, to: width) }
    return all.reduce(into: "") { text, row in
      text += line(row, widths: widths, colored: colored) + "\n"
    }
  }

  /// The rows with the last column in as many lines as it needs.
  private func wrapped(_ rows: [[StyledText]], in width: Int) -> [[StyledText]] {
    let last = columns.count - 1
    let used = columns.indices.dropLast().reduce(0) { sum, column in
      sum + 2 + (rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0)
    }
    return rows.flatMap { row -> [[StyledText]] in
      guard last < row.count else { return [row] }
      let lines = row[last].wrapped(to: max(20, width - used))
      return lines.enumerated().map { place, line in
        (place == 0 ? Array(row[..<last]) : Array(repeating: "", count: last)) + [line]
      }
    }
  }

  private func line(_ row: [StyledText], widths: [Int], colored: Bool) -> String {
    var line = ""
    var pending = 0
    for (index, column) in columns.enumerated() {
      let cell = (index < row.count ? row[index] : "").clipped(to: widths[index])
      let space = widths[index] - cell.width
      if column.alignment == .right { pending += space }
      if cell.width > 0 {
        line += String(repeating: " ", count: pending) + cell.rendered(colored: colored)
        pending = 0
      }
      if column.alignment == .left { pending += space }
      pending += 2
    }
    return line
  }

  private func narrow(_ widths: inout [Int], to width: Int) {
    let total = widths.reduce(0, +) + 2 * max(widths.count - 1, 0)
    let words = columns.indices.filter { columns[$0].alignment == .left }
    guard total > width, let widest = words.max(by: { widths[$0] < widths[$1] }) else { return }
    widths[widest] = max(8, widths[widest] - (total - width))
  }
}
