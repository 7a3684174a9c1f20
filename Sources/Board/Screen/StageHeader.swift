import Pipeline

/// The head of a stage column: its name and count, its sum and probability, its share of the value.
struct StageHeader {
  private let board: BoardState
  private let column: BoardLayout.Column
  private let figures: LiveFigures

  init(_ board: BoardState, _ column: BoardLayout.Column) {
    self.board = board
    self.column = column
    figures = board.figuresIfDropped ?? board.figures
  }

  private var isFocused: Bool { board.shownColumnPlace == column.place }

  /// Three rows at the top of the column.
  func draw(on canvas: inout Canvas) {
    let row = column.rect.row
    let left = column.rect.column + 1
    let end = column.rect.endColumn
    let name = (isFocused ? "▼ " : "") + title.uppercased()
    let taken = canvas.writeRight(count, row: row, endingAt: end, Style(.text))
    canvas.write(
      name,
      row: row,
      column: left,
      limit: end - left - taken - 1,
      Style(role, .bold)
    )
    let chance = self.chance
    let right = canvas.writeRight(chance, row: row + 1, endingAt: end, Style(.dim))
    canvas.write(sum, row: row + 1, column: left, limit: end - left - right - 1, Style(.text))
    drawShare(on: &canvas, row: row + 2, left: left, end: end)
  }

  /// The strip of all stages, the focused one's figures and share.
  func drawStrip(on canvas: inout Canvas) {
    let stages = board.pipeline.stages
    let width = canvas.columns
    let focused: Int
    if case .stage(let index) = column.place { focused = index } else { focused = stages.count }
    func name(_ index: Int) -> String { index < stages.count ? stages[index].name : phrase("Won") }
    func number(_ index: Int) -> Int {
      index < stages.count
        ? board.shown.column(stages[index].id).count : figures.dealsWonThisMonth
    }
    let row = column.rect.row
    func text(_ index: Int) -> String { "\(name(index)) \(number(index))" }
    let middle = " \(name(focused).uppercased()) \(number(focused)) "
    let middleWidth = canvas.width(of: middle)
    let start = max(2, (width - middleWidth) / 2)
    canvas.write(
      middle,
      row: row,
      column: start,
      limit: width - 4,
      Style(role, on: .selection, .bold)
    )
    drawNeighbours(
      (0..<focused).reversed().map(text),
      on: &canvas,
      row: row,
      columns: 2..<max(2, start - 1),
      isLeft: true
    )
    drawNeighbours(
      focused < stages.count ? ((focused + 1)...stages.count).map(text) : [],
      on: &canvas,
      row: row,
      columns: min(width - 2, start + middleWidth + 1)..<(width - 2),
      isLeft: false
    )
    if focused > 0 { canvas.put("‹", row: row, column: 0, Style(.dim)) }
    if focused < stages.count { canvas.put("›", row: row, column: width - 1, Style(.dim)) }
    let place =
      focused < stages.count ? phrase("\(focused + 1) of \(stages.count)") : phrase("this month")
    let taken = canvas.writeRight(place, row: row + 1, endingAt: width - 1, Style(.dim))
    let weighted = stage.map { place in
      let open = figures.stages[place].open[board.currency]
      return phrase(" · wtd \(MoneyText.short(open.weighted, board.currency))")
    }
    canvas.write(
      sum + (weighted ?? "") + (chance.isEmpty ? "" : " · \(chance)"),
      row: row + 1,
      column: 1,
      limit: width - taken - 3,
      Style(.text)
    )
    drawShare(on: &canvas, row: row + 2, left: 1, end: width - 1)
  }

  /// The stages beside the focused one, the nearest next to it, as many as fit; the nearest is cut
  /// where not even that one does.
  private func drawNeighbours(
    _ texts: [String],
    on canvas: inout Canvas,
    row: Int,
    columns: Range<Int>,
    isLeft: Bool
  ) {
    var free = columns
    for (index, text) in texts.enumerated() {
      let width = canvas.width(of: text)
      guard width <= free.count || index == 0 else { return }
      let shown = min(width, free.count)
      let column = isLeft ? free.upperBound - shown : free.lowerBound
      canvas.write(text, row: row, column: column, limit: shown, Style(.dim))
      let left = max(0, free.count - shown - 2)
      free =
        isLeft
        ? free.lowerBound..<(free.lowerBound + left) : (free.upperBound - left)..<free.upperBound
    }
  }

  private var stage: Int? {
    guard case .stage(let index) = column.place, figures.stages.indices.contains(index) else {
      return nil
    }
    return index
  }

  private var title: String { stage.map { figures.stages[$0].stage.name } ?? phrase("Won") }

  private var role: Role { stage.map { Role.stage(at: $0) } ?? .won }

  private var count: String {
    FigureText.grouped(stage.map { figures.stages[$0].open.deals } ?? figures.dealsWonThisMonth)
  }

  private var chance: String {
    guard let stage else { return phrase("this month") }
    return figures.stages[stage].stage.probability.map { "\($0.percent)%" } ?? ""
  }

  /// The pipeline's currency first, the others as their own short sums.
  private var sum: String {
    let main = board.currency
    if let stage {
      let open = figures.stages[stage].open
      return sums(
        open.byCurrency.currencies,
        main,
        { open[$0].value.valued == 0 ? nil : open[$0].value.minorUnits },
        isEmpty: open.deals == 0
      )
    }
    return sums(
      figures.wonThisMonth.currencies,
      main,
      { figures.wonThisMonth[$0].flatMap { $0.valued == 0 ? nil : $0.minorUnits } },
      isEmpty: figures.dealsWonThisMonth == 0
    )
  }

  private func sums(
    _ currencies: [Currency],
    _ main: Currency,
    _ amount: (Currency) -> Int128?,
    isEmpty: Bool
  ) -> String {
    let others = currencies.filter { $0 != main }.sorted()
    let parts = ([main] + others).compactMap { currency in
      amount(currency).map { MoneyText.short($0, currency) }
    }
    guard parts.isEmpty else { return parts.joined(separator: " ") }
    return isEmpty ? MoneyText.short(Int128(0), main) : phrase("no value")
  }

  private func drawShare(on canvas: inout Canvas, row: Int, left: Int, end: Int) {
    let width = max(0, end - left)
    var filled = figures.dealsWonThisMonth > 0 ? width : 0
    if let stage {
      let share = figures.share(stage: stage, in: board.currency)
      filled = share.map { Int(($0 * Ratio(width)).rounded(decimals: 0)) } ?? 0
    }
    for cell in 0..<width {
      let isFilled = cell < filled
      canvas.put(
        isFilled ? "━" : "─",
        row: row,
        column: left + cell,
        Style(isFilled ? role : .rule)
      )
    }
  }
}
