import Pipeline

/// Where everything on the board stands, for a size and what is to be shown.
struct BoardLayout {
  /// One column as it is drawn.
  struct Column {
    /// Which one.
    var place: ColumnPlace
    /// Its header and cards, without the rule to its right.
    var rect: Rect
    /// Whether it is a rail of a few cells, for its name and count only.
    var isRail: Bool
  }

  /// How the board is arranged.
  enum Arrangement: Equatable {
    /// Too small to show anything: a single line says so.
    case tooSmall
    /// One stage at a time, under a strip of the others.
    case strip
    /// Stage columns side by side.
    case columns
  }

  static let leastRows = 10
  static let leastColumns = 40
  /// Cells of a column with the blank at its left; the rule at its right comes on top.
  static let leastColumnWidth = 16
  static let railWidth = 4

  var arrangement: Arrangement
  /// All rows between the title and the footer.
  var screen: Rect
  /// The columns that are drawn, from left to right.
  var columns: [Column] = []
  /// The sidebar beside the board; `nil`: folded into `numbersRow`.
  var sidebar: Rect?
  /// The row of the four numbers; `nil` where the sidebar is shown.
  var numbersRow: Int?
  /// The row above the headers that names the stages out of sight; `nil` where none is.
  var edgeRow: Int?
  /// The row of what is said once for the whole board; `nil` where nothing is to be said.
  var noticeRow: Int?
  /// The rows of the headers.
  var header: Rect
  /// The rows of the cards.
  var cards: Rect
  /// How tall cards are.
  var density: Density
  /// The stages that are out of sight to the left.
  var hiddenLeft: Range<Int> = 0..<0
  /// The stages that are out of sight to the right.
  var hiddenRight: Range<Int> = 0..<0

  /// How the board is arranged on a screen of a size.
  static func arrangement(rows: Int, columns: Int) -> Arrangement {
    if rows < leastRows || columns < leastColumns { return .tooSmall }
    return columns < 60 ? .strip : .columns
  }

  /// All rows between the title and the footer of a screen of a size.
  static func screen(rows: Int, columns: Int) -> Rect {
    Rect(row: 1, column: 0, rows: rows - 3, columns: columns)
  }

  init(_ board: borrowing BoardState) {
    let rows = board.rows
    let width = board.columns
    density = board.chosenDensity ?? .fitting(rows: rows)
    if rows < 20 { density = .line }
    arrangement = Self.arrangement(rows: rows, columns: width)
    screen = Self.screen(rows: rows, columns: width)
    var top = 1
    var end = rows - 2
    var boardWidth = width
    if arrangement == .columns, width >= 100, board.wantsSidebar {
      let sidebarWidth = width >= 160 ? 36 : 27
      sidebar = Rect(
        row: 1,
        column: width - sidebarWidth - 1,
        rows: rows - 3,
        columns: sidebarWidth
      )
      boardWidth = width - sidebarWidth - 3
    } else {
      end -= 1
      numbersRow = end
    }
    if rows >= 16, board.notice != nil {
      end -= 1
      noticeRow = end
    }
    header = Rect(row: top, column: 0, rows: 3, columns: boardWidth)
    cards = header
    if arrangement == .columns {
      placeColumns(board, width: boardWidth)
      if !hiddenLeft.isEmpty || !hiddenRight.isEmpty {
        edgeRow = top
        top += 1
      }
    } else {
      let place = board.shownColumnPlace
      columns = [
        Column(
          place: place,
          rect: Rect(row: 0, column: 0, rows: 0, columns: width),
          isRail: false
        )
      ]
    }
    header = Rect(row: top, column: 0, rows: 3, columns: boardWidth)
    cards = Rect(row: top + 3, column: 0, rows: end - top - 3, columns: boardWidth)
    for index in columns.indices {
      columns[index].rect.row = top
      columns[index].rect.rows = end - top
    }
  }

  /// The cards of a column.
  func cards(of column: Column) -> Rect {
    Rect(
      row: cards.row,
      column: column.rect.column,
      rows: cards.rows,
      columns: column.rect.columns
    )
  }

  /// The column at a cell.
  func column(atColumn cell: Int) -> Column? {
    columns.first { ($0.rect.column...$0.rect.endColumn).contains(cell) }
  }
}

extension BoardLayout {
  private mutating func placeColumns(_ board: borrowing BoardState, width: Int) {
    let stages = board.pipeline.stages
    let unit = Self.leastColumnWidth + 1
    let rail = Self.railWidth + 1
    var rails = Set(stages.indices.filter { board.collapsed.contains(stages[$0].id) })
    func needed(_ rails: Set<Int>, won: Int) -> Int {
      (stages.count - rails.count) * unit + rails.count * rail + won - 1
    }
    if needed(rails, won: unit) <= width {
      return spread(Array(stages.indices), rails: rails, wonIsRail: false, width: width)
    }
    if board.carry == nil, board.focus.column == .won {
      // The rail widens under the focus, beside as many of the last stages as fit.
      let count = max(0, min(stages.count, (width + 1) / unit - 1))
      hiddenLeft = 0..<(stages.count - count)
      return spread(
        Array(hiddenLeft.upperBound..<stages.count),
        rails: [],
        wonIsRail: false,
        width: width
      )
    }
    if needed(rails, won: rail) > width {
      let focused = board.shownColumnPlace
      rails.formUnion(
        stages.indices.filter { .stage($0) != focused && board.column(.stage($0)).count == 0 }
      )
    }
    if needed(rails, won: rail) <= width {
      return spread(Array(stages.indices), rails: rails, wonIsRail: true, width: width)
    }
    rails = []
    let count = max(1, min(stages.count, (width + 1 - rail) / unit))
    let first = min(max(0, board.firstStage), max(0, stages.count - count))
    let last = min(first + count, stages.count)
    hiddenLeft = 0..<first
    hiddenRight = last..<stages.count
    spread(Array(first..<last), rails: [], wonIsRail: true, width: width)
  }

  /// Lays the columns side by side, what remains going to the leftmost ones cell by cell.
  private mutating func spread(
    _ stages: [Int],
    rails: Set<Int>,
    wonIsRail: Bool,
    width: Int
  ) {
    let wide = stages.count - rails.count + (wonIsRail ? 0 : 1)
    let narrow = rails.count + (wonIsRail ? 1 : 0)
    let room = width - narrow * (Self.railWidth + 1) - wide + 1
    let each = wide > 0 ? max(0, room) / wide : 0
    var extra = wide > 0 ? max(0, room) % wide : 0
    var column = 0
    func rect(_ columns: Int) -> Rect {
      Rect(row: 0, column: column, rows: 0, columns: columns)
    }
    for stage in stages {
      let isRail = rails.contains(stage)
      var columns = isRail ? Self.railWidth : each
      if !isRail, extra > 0 {
        columns += 1
        extra -= 1
      }
      self.columns.append(Column(place: .stage(stage), rect: rect(columns), isRail: isRail))
      column += columns + 1
    }
    let last = wonIsRail ? Self.railWidth : each
    self.columns.append(Column(place: .won, rect: rect(last), isRail: wonIsRail))
  }
}

extension BoardState {
  /// The column that matters for what is drawn: where the carried deal would be dropped, else the
  /// focused one.
  var shownColumnPlace: ColumnPlace { carry?.target ?? focus.column }
}

extension LiveFigures {
  /// Whether more than half of the open deals have no next step, so that it is said once and not on
  /// each card.
  var mostLackNextStep: Bool { open.withoutStep * 2 > open.deals }
}
