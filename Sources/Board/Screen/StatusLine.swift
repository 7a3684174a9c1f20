import Pipeline

/// The last line: the focused deal in full, or what has to be said; place, undo depth, save state.
struct StatusLine {
  let board: BoardState

  init(_ board: BoardState) {
    self.board = board
  }

  func draw(on canvas: inout Canvas, row: Int) {
    let width = canvas.columns
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), Style(.text, on: .bar))
    var end = width - 1
    guard !board.layers.contains(FirstRunLayer.self) else {
      if let message = board.message {
        canvas.write(message.text, row: row, column: 1, limit: end, Style(message.role, on: .bar))
      }
      return
    }
    let state = saveState(isShort: width < 60)
    end -= canvas.writeRight(state.text, row: row, endingAt: end, Style(state.role, on: .bar))
    let facts = self.facts(width: width).joined(separator: "   ")
    if !facts.isEmpty {
      end -= canvas.writeRight(
        facts,
        row: row,
        endingAt: end - (width < 60 ? 1 : 2),
        Style(.dim, on: .bar)
      )
      end -= width < 60 ? 1 : 2
    }
    let room = end - 3
    if let message = board.message {
      canvas.write(message.text, row: row, column: 1, limit: room, Style(message.role, on: .bar))
    } else if let text = carryText {
      canvas.write(text, row: row, column: 1, limit: room, Style(.strong, on: .bar, .bold))
    } else if let deal = board.focusedDeal {
      drawDeal(deal, on: &canvas, row: row, limit: room)
    }
  }

  private func drawDeal(_ deal: Deal, on canvas: inout Canvas, row: Int, limit: Int) {
    let parts = DealLine(deal, in: board, .fitting(columns: canvas.columns)).parts
    var used = canvas.write(
      parts[0],
      row: row,
      column: 1,
      limit: limit,
      Style(.strong, on: .bar, .bold)
    )
    let rest = parts.dropFirst().map { " · " + $0 }.joined()
    used += canvas.write(
      rest,
      row: row,
      column: 1 + used,
      limit: limit - used,
      Style(.text, on: .bar)
    )
  }

  /// What is carried where, and what that would do to the stage.
  private var carryText: String? {
    guard let carry = board.carry, let deal = board.actual[carry.deal] else { return nil }
    let stages = board.pipeline.stages
    guard let origin = board.pipeline.position(of: deal.stage) else { return nil }
    let from = stages[origin].name
    switch carry.target {
    case .won:
      let money = deal.currency
      let before = board.figures.wonThisMonth[money]?.minorUnits ?? 0
      let after = board.figuresIfDropped?.wonThisMonth[money]?.minorUnits ?? before
      let sums = "\(MoneyText.short(before, money)) → \(MoneyText.short(after, money))"
      return "◆ \(deal.title): \(from) → WON   this month \(sums)"
    case .stage(let index):
      guard stages.indices.contains(index), index != origin else {
        return "◆ \(deal.title): \(from) (\(origin + 1)/\(stages.count))"
      }
      let money = deal.currency
      let before = board.figures.stages[index].open[money].value.minorUnits
      let after = board.figuresIfDropped?.stages[index].open[money].value.minorUnits ?? before
      let sums = "\(MoneyText.short(before, money)) → \(MoneyText.short(after, money))"
      let place = "(\(index + 1)/\(stages.count))"
      return
        "◆ \(deal.title): \(from) → \(stages[index].name.uppercased()) \(place)   stage \(sums)"
    }
  }

  private func facts(width: Int) -> [String] {
    if board.carry != nil || board.layers.coversBoard { return [] }
    var facts: [String] = []
    let count = board.column(board.focus.column).count
    if count > 0 { facts.append("\(board.focus.row + 1)/\(count)") }
    if width >= 100, board.undoState.depth > 0 { facts.append("undo: \(board.undoState.depth)") }
    if width >= 160, let file = board.fileName { facts.append(file) }
    return facts
  }

  private func saveState(isShort: Bool) -> (text: String, role: Role) {
    if board.carry != nil { return (isShort ? "◆" : "GRAB", .warn) }
    if board.readOnlyReason != nil { return (isShort ? "ro" : "read only", .warn) }
    if let waiting = board.waiting, !isShort { return (waiting, .warn) }
    if let unknown = board.pending.first(where: \.holdsKeys),
      case .unknown(_, let verb) = unknown.kind
    {
      return (isShort ? "…" : verb.lowercased() + "…", .warn)
    }
    if !board.pending.isEmpty { return (isShort ? "…" : "saving…", .warn) }
    return (isShort ? "✓" : "saved ✓", .dim)
  }
}
