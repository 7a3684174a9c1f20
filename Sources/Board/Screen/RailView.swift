import Pipeline

/// A column as a rail of a few cells: its name downwards, its count and sum.
struct RailView {
  private let board: BoardState
  private let column: BoardLayout.Column

  init(_ board: BoardState, _ column: BoardLayout.Column) {
    self.board = board
    self.column = column
  }

  func draw(on canvas: inout Canvas) {
    let figures = board.figuresIfDropped ?? board.figures
    let name: String
    let count: Int
    let role: Role
    var sums: [String] = []
    switch column.place {
    case .won:
      name = phrase("WON")
      count = figures.dealsWonThisMonth
      role = .won
      for (currency, won) in figures.wonThisMonth where won.valued > 0 {
        let lines = lines(won.minorUnits, currency, on: canvas)
        sums.insert(contentsOf: lines, at: currency == board.currency ? 0 : sums.endIndex)
      }
    case .stage(let index):
      guard figures.stages.indices.contains(index) else { return }
      name = figures.stages[index].stage.name.uppercased()
      count = figures.stages[index].open.deals
      role = Role.stage(at: index)
    }
    let rect = column.rect
    let isTarget = board.shownColumnPlace == column.place
    let letters = Array(name.prefix(max(0, rect.rows - 4)))
    for (line, letter) in letters.enumerated() {
      canvas.write(
        String(letter),
        row: rect.row + line,
        column: rect.column + 2,
        limit: 2,
        Style(role, on: isTarget ? .selection : .base, .bold)
      )
    }
    let row = rect.row + letters.count + 1
    guard row < rect.endRow else { return }
    canvas.writeRight(
      FigureText.grouped(count),
      row: row,
      endingAt: rect.endColumn,
      limit: rect.columns,
      Style(.text, .bold)
    )
    for (line, text) in sums.enumerated() where row + 1 + line < rect.endRow {
      canvas.writeRight(
        text,
        row: row + 1 + line,
        endingAt: rect.endColumn,
        limit: rect.columns,
        Style(.dim)
      )
    }
  }

  /// A sum with its currency, on a line of its own where both do not fit on one.
  private func lines(_ amount: Int128, _ currency: Currency, on canvas: Canvas) -> [String] {
    let sign = MoneyText.symbol(currency).filter { $0 != " " }
    let digits = MoneyText.tight(amount, currency)
    let isShort = canvas.width(of: sign + digits) <= column.rect.columns
    return isShort ? [sign + digits] : [sign, digits]
  }
}
