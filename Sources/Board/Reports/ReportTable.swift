/// A table of a report, fitted to a width: columns as wide as what stands in them; where there is no
/// room for all, the least important ones are left out.
struct ReportTable {
  /// One column.
  struct Column {
    /// Its heading.
    var title: String
    /// Whether its entries end at its right edge, as numbers do.
    var isRight = true
    /// Columns of a higher number are left out first; 0 is never left out.
    var rank = 0

    /// A column of names.
    static func words(_ title: String, rank: Int = 0) -> Column {
      Column(title: title, isRight: false, rank: rank)
    }

    /// A column of numbers.
    static func numbers(_ title: String, rank: Int = 0) -> Column {
      Column(title: title, rank: rank)
    }
  }

  /// What stands in one place of it.
  struct Entry {
    /// The text.
    var text: String
    /// What it is.
    var role = Role.text
    /// Emphasis beyond that of the role.
    var emphasis: Style.Emphasis = []

    /// Makes an entry.
    init(_ text: String, _ role: Role = .text, _ emphasis: Style.Emphasis = []) {
      self.text = text
      self.role = role
      self.emphasis = emphasis
    }
  }

  /// The blank columns between two.
  private static let gap = 2

  private let columns: [Column]
  private var rows: [[Entry]] = []

  /// A table without rows.
  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row, an entry for each column.
  mutating func add(_ row: [Entry]) {
    rows.append(row)
  }

  /// The heading and the rows as lines of at most so many columns.
  func lines(width: Int) -> [ReportLine] {
    let widths = columns.indices.map { index in
      max(
        ReportText.width(columns[index].title),
        rows.map { ReportText.width($0[index].text) }.max() ?? 0
      )
    }
    let (shown, fitted) = fit(widths, to: width)
    func line(_ entry: (Int) -> Entry) -> ReportLine {
      var cells: [ReportCell] = []
      var column = 0
      for (place, index) in shown.enumerated() {
        let entry = entry(index)
        cells.append(
          ReportCell(
            column: column,
            width: fitted[place],
            columns[index].isRight ? .right(entry.text) : .text(entry.text),
            entry.role,
            entry.emphasis
          )
        )
        column += fitted[place] + Self.gap
      }
      return ReportLine(cells)
    }
    return [line { Entry(columns[$0].title, .dim) }] + rows.map { row in line { row[$0] } }
  }

  /// Which columns are shown, and how wide.
  private func fit(_ widths: [Int], to width: Int) -> (shown: [Int], widths: [Int]) {
    var shown = Array(columns.indices)
    func needed() -> Int {
      shown.reduce(0) { $0 + widths[$1] } + Self.gap * max(0, shown.count - 1)
    }
    while needed() > width, let worst = shown.map({ columns[$0].rank }).max(), worst > 0 {
      shown.removeAll { columns[$0].rank == worst }
    }
    var fitted = shown.map { widths[$0] }
    // What is still too wide is taken from the names, the first column.
    let missing = needed() - width
    if missing > 0, let first = fitted.first { fitted[0] = max(6, first - missing) }
    return (shown, fitted)
  }
}
