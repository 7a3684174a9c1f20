import Pipeline

/// The strip of all stages where one is shown at a time, with the focused one's figures and share.
struct StageStrip {
  private let board: BoardState
  private let place: ColumnPlace
  private let row: Int
  private let content: StageHeaderContent
  private let wins: String

  init(_ context: BoardContext, _ column: BoardLayout.Column) {
    board = context.board
    place = column.place
    row = column.rect.row
    content = StageHeaderContent(context, column.place)
    wins = StageHeaderContent(context, .won).count
  }

  /// Three rows, as wide as the canvas.
  func draw(on canvas: inout Canvas) {
    let stages = board.pipeline.stages
    let width = canvas.columns
    let focused: Int
    if case .stage(let index) = place { focused = index } else { focused = stages.count }
    func name(_ index: Int) -> String { index < stages.count ? stages[index].name : phrase("Won") }
    func number(_ index: Int) -> String {
      index < stages.count
        ? FigureText.grouped(board.shown.column(stages[index].id).count) : wins
    }
    func text(_ index: Int) -> String { "\(name(index)) \(number(index))" }
    let middle = " \(name(focused).uppercased()) \(number(focused)) "
    let middleWidth = canvas.width(of: middle)
    let start = max(2, (width - middleWidth) / 2)
    canvas.write(
      middle,
      row: row,
      column: start,
      limit: width - 4,
      Style(content.figures.role, on: .selection, .bold)
    )
    drawNeighbours(
      (0..<focused).reversed().map(text),
      on: &canvas,
      columns: 2..<max(2, start - 1),
      isLeft: true
    )
    drawNeighbours(
      focused < stages.count ? ((focused + 1)...stages.count).map(text) : [],
      on: &canvas,
      columns: min(width - 2, start + middleWidth + 1)..<(width - 2),
      isLeft: false
    )
    if focused > 0 { canvas.put("‹", row: row, column: 0, Style(.dim)) }
    if focused < stages.count { canvas.put("›", row: row, column: width - 1, Style(.dim)) }
    let place =
      focused < stages.count ? phrase("\(focused + 1) of \(stages.count)") : phrase("this month")
    let taken = canvas.writeRight(place, row: row + 1, endingAt: width - 1, Style(.dim))
    let room = width - taken - 3
    let header = StageHeader(content)
    canvas.write(
      figures(room, canvas),
      row: row + 1,
      column: 1,
      limit: room,
      Style(header.changedRole)
    )
    header.drawShare(on: &canvas, row: row + 2, left: 1, end: width - 1)
  }

  /// The stages beside the focused one, the nearest next to it, as many as fit; the nearest is cut
  /// where not even that one does.
  private func drawNeighbours(
    _ texts: [String],
    on canvas: inout Canvas,
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

  /// Sum, weighted value and probability of one stage, then as many of the other currencies' sums as
  /// have room, and how many have none.
  private func figures(_ room: Int, _ canvas: Canvas) -> String {
    let sums = content.sums
    // "this month" stands at the right of the wins already.
    guard case .stage(_, _, let open, _) = content.figures, let main = sums.first else {
      return StageHeader.fitting(sums, room, canvas).text
    }
    let weighted = phrase(
      "wtd \(MoneyText.short(open[content.currency].weighted, content.currency))"
    )
    let chance = content.figures.chances.first { !$0.isEmpty }
    let head = [main, weighted, chance].compactMap(\.self).joined(separator: " · ")
    let rest = Array(sums.dropFirst())
    guard !rest.isEmpty else { return head }
    return StageHeader.fitting([head] + rest, room, canvas).text
  }
}
