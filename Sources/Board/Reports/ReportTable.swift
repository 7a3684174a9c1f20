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
    /// How narrow it may be made before columns are left out; `nil`: not at all.
    var least: Int?

    /// A column of names.
    static func words(_ title: String, rank: Int = 0, least: Int? = nil) -> Column {
      Column(title: title, isRight: false, rank: rank, least: least)
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
    /// What the cursor finds here.
    var target: ReportTarget?

    /// Makes an entry.
    init(
      _ text: String,
      _ role: Role = .text,
      _ emphasis: Style.Emphasis = [],
      target: ReportTarget? = nil
    ) {
      self.text = text
      self.role = role
      self.emphasis = emphasis
      self.target = target
    }
  }

  /// The blank columns between two.
  private static let gap = 2

  private var columns: [Column]
  private var rows: [(entries: [Entry], target: ReportTarget?)] = []

  /// A table without rows.
  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row, an entry for each column; the cursor may find something on the whole of it.
  mutating func add(_ row: [Entry], target: ReportTarget? = nil) {
    rows.append((row, target))
  }

  /// Gives a column the room that it takes before any column above a rank is shown, as far as those
  /// up to that rank leave it.
  mutating func give(_ place: Int, roomBeforeRanksAbove rank: Int, in width: Int) {
    let widths = widths
    let others = columns.indices.filter { $0 != place && columns[$0].rank <= rank }
    let room = width - others.reduce(0) { $0 + widths[$1] + Self.gap }
    columns[place].least = max(columns[place].least ?? 0, min(widths[place], room))
  }

  /// How wide each column is where there is room for all that stands in it.
  private var widths: [Int] {
    columns.indices.map { index in
      max(
        ReportText.width(columns[index].title),
        rows.map { ReportText.width($0.entries[index].text) }.max() ?? 0
      )
    }
  }

  /// The heading and the rows as lines of at most so many columns.
  func lines(width: Int) -> [ReportLine] {
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
            entry.emphasis,
            target: entry.target
          )
        )
        column += fitted[place] + Self.gap
      }
      return ReportLine(cells)
    }
    let heading = line { Entry(columns[$0].title, .dim) }
    return [heading]
      + rows.map { row in
        var shown = line { row.entries[$0] }
        shown.target = row.target
        return shown
      }
  }

  /// Whether all of it stands in so many columns, nothing left out or made narrower.
  func fits(_ width: Int) -> Bool { columns.isEmpty || fullWidth <= width }

  /// How many columns of cells those up to a rank take, with nothing made narrower.
  func width(upToRank rank: Int) -> Int {
    let widths = widths
    let shown = columns.indices.filter { columns[$0].rank <= rank }
    return shown.reduce(Self.gap * max(0, shown.count - 1)) { $0 + widths[$1] }
  }

  private var fullWidth: Int {
    widths.reduce(Self.gap * (columns.count - 1), +)
  }

  /// The lines with a bar behind each row, of parts of its length one after the other, where there is
  /// room for one; so many cells are kept for it.
  func lines(
    width: Int,
    bars: [[(share: Double, role: Role)]],
    keeping kept: Int = 0
  ) -> [ReportLine] {
    var lines = lines(width: width - kept)
    let start = Self.gap + (lines.flatMap(\.cells).map { $0.column + $0.width }.max() ?? 0)
    let room = width - start
    guard room >= (kept > 0 ? kept - Self.gap : 10) else { return lines }
    // The first line is the heading.
    for (line, parts) in zip(lines.indices.dropFirst(), bars) {
      var column = start
      for part in parts where part.share > 0 {
        let left = start + room - column
        let cells = parts.count == 1 ? left : Int((part.share * Double(room)).rounded())
        let length = min(left, max(1, cells))
        guard length > 0 else { break }
        let share = parts.count == 1 ? part.share : 1
        lines[line].cells.append(
          ReportCell(column: column, width: length, .bar(share), part.role)
        )
        column += length
      }
    }
    return lines
  }

  /// Which columns are shown, and how wide: the least important ones go first, then the widest that
  /// may be narrower give way.
  private func fit(_ widths: [Int], to width: Int) -> (shown: [Int], widths: [Int]) {
    var shown = Array(columns.indices)
    func needed(_ widths: [Int]) -> Int {
      shown.reduce(0) { $0 + widths[$1] } + Self.gap * max(0, shown.count - 1)
    }
    let least = columns.indices.map { index in
      min(widths[index], columns[index].least ?? widths[index])
    }
    while needed(least) > width, let worst = shown.map({ columns[$0].rank }).max(), worst > 0 {
      shown.removeAll { columns[$0].rank == worst }
    }
    var fitted = widths
    while needed(fitted) > width {
      let narrowable = shown.filter { fitted[$0] > least[$0] }
      // Where all are as narrow as they may be, the names give way all the same.
      guard
        let widest = (narrowable.isEmpty ? shown.filter { fitted[$0] > 6 } : narrowable)
          .max(by: { fitted[$0] < fitted[$1] })
      else { break }
      fitted[widest] -= 1
    }
    return (shown, shown.map { fitted[$0] })
  }
}
