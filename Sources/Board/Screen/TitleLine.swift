import Pipeline

/// The first line: program, pipeline, what is shown, and the totals.
struct TitleLine {
  let board: BoardState

  init(_ board: BoardState) {
    self.board = board
  }

  func draw(on canvas: inout Canvas) {
    let width = canvas.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), Style(.text, on: .bar))
    var column = canvas.write(" dealboard ", row: 0, column: 0, Style(.strong, on: .badge, .bold))
    let totals = self.totals(width: width)
    let taken = canvas.writeRight(
      totals,
      row: 0,
      endingAt: width - 1,
      limit: max(0, width - column - 2),
      Style(board.isFilterPending ? .dim : .text, on: .bar)
    )
    let room = width - taken - 3
    let several = board.workspace.pipelines.count > 1
    if width >= 60 {
      column += 1
      column += canvas.write(
        board.pipeline.name + (several ? " ▾" : ""),
        row: 0,
        column: column,
        limit: room - column,
        Style(.strong, on: .bar)
      )
    }
    guard let narrowing = narrowingText, room - column > 8 else { return }
    canvas.write(
      "  / " + narrowing,
      row: 0,
      column: column + 1,
      limit: room - column - 1,
      Style(.warn, on: .bar)
    )
  }

  /// What is shown, where it is not all: `mine acme`.
  private var narrowingText: String? {
    guard !board.narrowing.isEmpty else { return nil }
    var parts: [String] = []
    if let owner = board.narrowing.owner {
      parts.append(owner == board.me ? "mine" : board.workspace.person(owner)?.name ?? "owner")
    }
    if !board.narrowing.filterText.isEmpty { parts.append(board.narrowing.filterText) }
    return parts.joined(separator: " ")
  }

  /// The totals of what is shown, and where that is not all, of how much.
  private func totals(width: Int) -> String {
    let figures = board.figures
    let money = board.currency
    let open = figures.open[money]
    var sum = MoneyText.short(open.value.minorUnits, money)
    var count = FigureText.grouped(figures.open.deals)
    if !board.narrowing.isEmpty {
      let all = board.workspace.live(board.pipelineID).open
      count += " of \(FigureText.grouped(all.deals))"
      if width >= 100 { sum += " of \(MoneyText.short(all[money].value.minorUnits, money))" }
    }
    if width < 60 { return "\(sum)  \(count)" }
    let others = figures.open.byCurrency.currencies.filter { $0 != money }.map {
      " " + MoneyText.short(figures.open[$0].value.minorUnits, $0)
    }
    let weighted = MoneyText.short(open.weighted, money)
    return "\(count) open  \(sum)\(others.joined())  wtd \(weighted)"
  }
}
