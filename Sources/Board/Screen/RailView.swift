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
    var sum = ""
    switch column.place {
    case .won:
      name = phrase("WON")
      count = figures.dealsWonThisMonth
      role = .won
      if let won = figures.wonThisMonth[board.currency], won.valued > 0 {
        sum = MoneyText.tight(won.minorUnits, board.currency)
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
    guard row + 1 < rect.endRow else { return }
    canvas.writeRight(
      sum,
      row: row + 1,
      endingAt: rect.endColumn,
      limit: rect.columns,
      Style(.dim)
    )
  }
}
