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
  private var rows: [[StyledText]] = []

  /// A table without rows.
  init(_ columns: [Column], hasHeadings: Bool = true) {
    self.columns = columns
    self.hasHeadings = hasHeadings
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
  /// cut so that lines fit.
  func text(colored: Bool, width: Int?) -> String {
    let headings = columns.map { StyledText($0.heading, .dim) }
    let all = (hasHeadings ? [headings] : []) + rows
    var widths = columns.indices.map { column in
      all.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    if let width { narrow(&widths, to: width) }
    return all.reduce(into: "") { text, row in
      text += line(row, widths: widths, colored: colored) + "\n"
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
