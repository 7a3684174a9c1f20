import Pipeline

/// The four numbers in one line, for screens without a sidebar.
struct NumbersLine {
  private let board: BoardState

  init(_ board: BoardState) {
    self.board = board
  }

  func draw(on canvas: inout Canvas, row: Int) {
    let figures = board.figuresIfDropped ?? board.figures
    let money = board.currency
    let size = figures.value(of: .meanDealSize(money)).map { MoneyText.short($0, money) }
    let outcomes = figures.outcomes
    let rate =
      "win \(FigureText.percent(outcomes.winRate)) (\(FigureText.grouped(outcomes.won))/"
      + "\(FigureText.grouped(outcomes.closed)))"
    let age = FigureText.days(outcomes.agesAtWin.mean)
    let velocity = figures.velocity(in: money).perDay.map { MoneyText.short($0, money) + "/day" }
    let count = FigureText.grouped(figures.open.deals)
    let parts =
      canvas.columns < 60
      ? [count, size ?? "n/a", FigureText.percent(outcomes.winRate), age]
      : ["\(count) deals", "avg \(size ?? "n/a")", rate, age, velocity ?? "n/a/day"]
    let mark = board.carry != nil ? "if dropped: " : board.isBehind ? "(older) " : ""
    canvas.write(
      mark + parts.joined(separator: " · "),
      row: row,
      column: 1,
      limit: canvas.columns - 2,
      Style(.text)
    )
  }
}

extension BoardState {
  /// Whether figures over closed deals wait to be counted anew.
  var isBehind: Bool { isFilterPending || workspace.pipelinesBehind.contains(pipelineID) }
}
