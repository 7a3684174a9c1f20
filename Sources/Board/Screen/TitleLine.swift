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
    var column = canvas.write(
      phrase(" dealboard "),
      row: 0,
      column: 0,
      Style(.strong, on: .badge, .bold)
    )
    guard !board.layers.contains(FirstRunLayer.self) else { return }
    let taken = canvas.writeRight(
      totals(width: width),
      row: 0,
      endingAt: width - 1,
      limit: max(0, width - column - 2),
      Style(board.isFilterPending ? .dim : .text, on: .bar)
    )
    let room = width - taken - 3
    let narrowing = narrowingText
    // What the board is narrowed by goes before its name, and the totals before both.
    if width >= 60, narrowing.isEmpty || room - column > 24 {
      column += 1
      column += canvas.write(
        board.pipeline.name + (board.workspace.pipelines.count > 1 ? " ▾" : ""),
        row: 0,
        column: column,
        limit: room - column,
        Style(.strong, on: .bar)
      )
      if let day = board.asOf, room - column > 18 {
        column += canvas.write(
          phrase(" as of \(DayText.weekday(day.weekday)) \(day) "),
          row: 0,
          column: column + 1,
          Style(.warn, on: .grab, .bold)
        )
      }
      if board.isSample, room - column > 14 {
        column += canvas.write(
          phrase("  sample data"),
          row: 0,
          column: column,
          Style(.dim, on: .bar)
        )
      }
    }
    guard !narrowing.isEmpty, room - column > 6 else { return }
    canvas.write(
      " / " + narrowing,
      row: 0,
      column: column + 1,
      limit: room - column - 1,
      Style(.warn, on: .bar)
    )
  }

  /// What is shown, where it is not all: `mine acme`.
  private var narrowingText: String {
    var parts: [String] = []
    if let owner = board.narrowing.owner {
      parts.append(
        owner == board.me ? phrase("mine") : board.workspace.person(owner)?.name ?? phrase("owner")
      )
    }
    if !board.narrowing.filterText.isEmpty { parts.append(board.narrowing.filterText) }
    return parts.joined(separator: " ")
  }

  /// The totals of what is shown, and where that is not all, of how much.
  private func totals(width: Int) -> String {
    let figures = board.figuresIfDropped ?? board.figures
    let money = board.currency
    let open = figures.open[money]
    let sum = MoneyText.short(open.value.minorUnits, money)
    let count = FigureText.grouped(figures.open.deals)
    let weighted = phrase("wtd \(MoneyText.short(open.weighted, money))")
    if !board.narrowing.isEmpty {
      let all = board.workspace.live(board.pipelineID).open
      let allSum = MoneyText.short(all[money].value.minorUnits, money)
      if width < 60 { return phrase("\(sum)  \(count) of \(FigureText.grouped(all.deals))") }
      let part = phrase("\(count) of \(FigureText.count(all.deals, "deal")), \(sum) of \(allSum)")
      return width < 100 ? part : "\(part)  \(weighted)"
    }
    if width < 60 { return "\(sum)  \(count)" }
    let others = figures.open.byCurrency.currencies.filter { $0 != money }.map {
      " " + MoneyText.short(figures.open[$0].value.minorUnits, $0)
    }
    return phrase("\(count) open  \(sum)\(others.joined())  \(weighted)")
  }
}
