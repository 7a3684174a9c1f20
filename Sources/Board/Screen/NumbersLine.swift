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
      phrase("win \(FigureText.percent(outcomes.winRate)) (\(FigureText.grouped(outcomes.won))/")
      + "\(FigureText.grouped(outcomes.closed)))"
    let age = FigureText.days(outcomes.agesAtWin.mean)
    let velocity = figures.velocity(in: money).perDay.map {
      MoneyText.short($0, money) + phrase("/day")
    }
    let count = FigureText.grouped(figures.open.deals)
    let parts =
      canvas.columns < 60
      ? [count, size ?? "n/a", FigureText.percent(outcomes.winRate), age]
      : [
        FigureText.count(figures.open.deals, "deal"), phrase("avg \(size ?? "n/a")"), rate, age,
        velocity ?? phrase("n/a/day"),
      ]
    if let dropped = board.figuresIfDropped {
      // What a move changes comes first: on a narrow screen the rest may be cut.
      let before = MoneyText.short(board.figures.open[money].weighted, money)
      let after = MoneyText.short(dropped.open[money].weighted, money)
      let used = canvas.write(
        phrase("if dropped: wtd \(before) → \(after)"),
        row: row,
        column: 1,
        limit: canvas.columns - 2,
        Style(.carried)
      )
      write(" · " + parts.joined(separator: " · "), on: &canvas, row: row, column: 1 + used)
      return
    }
    if board.isFilterPending {
      let open = canvas.columns < 60 ? [count, size ?? "n/a"] : Array(parts.prefix(2))
      let text = (open + [phrase("counting closed deals …")]).joined(separator: " · ")
      write(text, on: &canvas, row: row, column: 1)
      return
    }
    write(
      (board.isBehind ? phrase("(older) ") : "") + parts.joined(separator: " · "),
      on: &canvas,
      row: row,
      column: 1
    )
  }

  private func write(_ text: String, on canvas: inout Canvas, row: Int, column: Int) {
    canvas.write(text, row: row, column: column, limit: canvas.columns - 1 - column, Style(.text))
  }
}

extension BoardState {
  /// Whether figures over closed deals wait to be counted anew.
  var isBehind: Bool { isFilterPending || workspace.pipelinesBehind.contains(pipelineID) }
}
