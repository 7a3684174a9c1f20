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
    let taken = canvas.writeRight(count, row: row, endingAt: end, Style(changedRole))
    canvas.write(
      name,
      row: row,
      column: left,
      limit: end - left - taken - 1,
      Style(role, .bold)
    )
    let room = end - left
    // The wins' "this month" gives way to their sum, the probability does not.
    let chance =
      chances.first { !sums(room - canvas.width(of: $0) - 1, canvas).isCut } ?? chances.last ?? ""
    let right = canvas.writeRight(chance, row: row + 1, endingAt: end, Style(.dim))
    let limit = room - right - 1
    canvas.write(
      sums(limit, canvas).text,
      row: row + 1,
      column: left,
      limit: limit,
      Style(changedRole)
    )
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
    func text(_ index: Int) -> String { "\(name(index)) \(FigureText.grouped(number(index)))" }
    let middle = " \(name(focused).uppercased()) \(FigureText.grouped(number(focused))) "
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
    let room = width - taken - 3
    canvas.write(strip(room, canvas), row: row + 1, column: 1, limit: room, Style(changedRole))
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

  /// What stands at the right of the sum, the shorter the later.
  private var chances: [String] {
    guard let stage else { return [phrase("this month"), phrase("month"), ""] }
    return [figures.stages[stage].stage.probability.map { "\($0.percent)%" } ?? ""]
  }

  /// Sum, weighted value and probability of one stage, then as many of the other currencies' sums as
  /// have room, and how many have none.
  private func strip(_ room: Int, _ canvas: Canvas) -> String {
    // "this month" stands at the right of the wins already.
    guard let stage, let main = parts.first else { return sums(room, canvas).text }
    let open = figures.stages[stage].open[board.currency]
    let weighted = phrase("wtd \(MoneyText.short(open.weighted, board.currency))")
    let chance = chances.first { !$0.isEmpty }
    let head = [main, weighted, chance].compactMap(\.self).joined(separator: " · ")
    let rest = Array(parts.dropFirst())
    guard !rest.isEmpty else { return head }
    return Self.fitting([head] + rest, room, canvas).text
  }

  /// The sums that have room, the pipeline's currency first; `isCut` where not all have.
  private func sums(_ room: Int, _ canvas: Canvas) -> (text: String, isCut: Bool) {
    Self.fitting(parts, room, canvas)
  }

  /// As many parts as have room, and after them how many more there are.
  private static func fitting(
    _ parts: [String],
    _ room: Int,
    _ canvas: Canvas
  ) -> (text: String, isCut: Bool) {
    for count in stride(from: parts.count, to: 0, by: -1) {
      let left = parts.count - count
      let text = parts.prefix(count).joined(separator: " ") + (left > 0 ? " +\(left)" : "")
      if canvas.width(of: text) <= room { return (text, left > 0) }
    }
    return (parts.first ?? "", true)
  }

  /// The sums: the pipeline's currency first, the others as their own short ones.
  private var parts: [String] { Self.parts(figures, stage, board.currency) }

  private static func parts(_ figures: LiveFigures, _ stage: Int?, _ main: Currency) -> [String] {
    func amount(_ currency: Currency) -> Int128? {
      let totals =
        stage.map { figures.stages[$0].open[currency].value }
        ?? figures.wonThisMonth[currency]
      return totals.flatMap { $0.valued == 0 ? nil : $0.minorUnits }
    }
    let open = stage.map { figures.stages[$0].open }
    let currencies = open?.byCurrency.currencies ?? figures.wonThisMonth.currencies
    let parts = ([main] + currencies.filter { $0 != main }).compactMap { currency in
      amount(currency).map { MoneyText.short($0, currency) }
    }
    guard parts.isEmpty else { return parts }
    let isEmpty = (open?.deals ?? figures.dealsWonThisMonth) == 0
    return [isEmpty ? MoneyText.short(Int128(0), main) : phrase("no value")]
  }

  /// The role of what dropping the carried deal changes, else of plain text.
  private var changedRole: Role {
    guard board.figuresIfDropped != nil else { return .text }
    let now = board.figures
    let before = stage.map { now.stages[$0].open.deals } ?? now.dealsWonThisMonth
    let after = stage.map { figures.stages[$0].open.deals } ?? figures.dealsWonThisMonth
    return before == after && Self.parts(now, stage, board.currency) == parts ? .text : .carried
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
