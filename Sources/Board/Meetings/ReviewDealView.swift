import Pipeline

/// The deal that a review is at: why it is looked at, its facts, its timeline, and on wide screens
/// the deals before and after it.
struct ReviewDealView {
  private let layer: ReviewLayer
  private let board: BoardState

  /// The width of the list of deals at the right.
  private static let queueColumns = 34

  init(_ layer: ReviewLayer, _ board: BoardState) {
    self.layer = layer
    self.board = board
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let id = layer.session?.deal else { return }
    guard let deal = board.workspace[id] else {
      canvas.write(phrase("This deal is gone."), row: rect.row, column: rect.column, Style(.dim))
      return
    }
    var main = rect
    if rect.columns >= 90 {
      main.columns -= Self.queueColumns + 3
      let rule = main.endColumn + 1
      for row in rect.row..<rect.endRow {
        canvas.put("│", row: row, column: rule, Style(.rule))
      }
      drawQueue(
        on: &canvas,
        in: Rect(
          row: rect.row,
          column: rule + 2,
          rows: rect.rows,
          columns: Self.queueColumns
        )
      )
    }
    var row = drawTitle(of: deal, on: &canvas, in: main)
    row = drawReasons(of: deal, on: &canvas, in: main, from: row) + 1
    row = DealFacts(deal, in: board).draw(on: &canvas, in: main, from: row)
    guard row + 2 < main.endRow else { return }
    canvas.drawRule(phrase("Timeline"), row: row, in: main)
    drawTimeline(
      of: deal,
      on: &canvas,
      in: Rect(
        row: row + 1,
        column: main.column,
        rows: main.endRow - row - 1,
        columns: main.columns
      )
    )
  }

  private func drawTitle(of deal: Deal, on canvas: inout Canvas, in rect: Rect) -> Int {
    let value = deal.value.map(MoneyText.full) ?? phrase("no value")
    let taken = canvas.writeRight(
      value,
      row: rect.row,
      endingAt: rect.endColumn,
      Style(.strong, .bold)
    )
    canvas.write(
      deal.title,
      row: rect.row,
      column: rect.column,
      limit: rect.columns - taken - 2,
      Style(.strong, .bold)
    )
    return rect.row + 1
  }

  private func drawReasons(
    of deal: Deal,
    on canvas: inout Canvas,
    in rect: Rect,
    from first: Int
  ) -> Int {
    var row = first
    func write(_ sign: String, _ text: String, _ role: Role) {
      for (index, line) in ReportText.wrapped(text, columns: rect.columns - 2).enumerated()
      where row < rect.endRow {
        if index == 0 { canvas.write(sign, row: row, column: rect.column, Style(role, .bold)) }
        canvas.write(line, row: row, column: rect.column + 2, Style(role))
        row += 1
      }
    }
    if layer.session?.isDecided(deal.id) == true {
      write("✓", phrase("decided in this review"), .good)
    } else if layer.session?.isSkipped(deal.id) == true {
      write("›", phrase("passed over"), .dim)
    }
    guard let entry = layer.entry(of: deal.id, board) else {
      if row == first { write("✓", phrase("nothing asks for a decision any more"), .good) }
      return row
    }
    for reason in entry.reasons {
      write(reason.kind.sign, board.meetingWords.reason(reason), reason.kind.role)
    }
    return row
  }

  private func drawTimeline(of deal: Deal, on canvas: inout Canvas, in rect: Rect) {
    guard board.history?.deal == deal.id else {
      canvas.write(phrase("Reading …"), row: rect.row, column: rect.column, Style(.dim))
      return
    }
    for (index, event) in board.timeline(of: deal.id).prefix(rect.rows).enumerated() {
      let row = rect.row + index
      let day = DayText.date(event.day, today: board.workspace.today)
      canvas.write(day, row: row, column: rect.column, limit: 9, Style(.dim))
      let actor =
        board.workspace.people.first { $0.name == event.actor }?.initials ?? event.actor
      canvas.write(actor, row: row, column: rect.column + 10, limit: 8, Style(.dim))
      canvas.write(
        event.timelineText(in: board.workspace),
        row: row,
        column: rect.column + 19,
        limit: rect.columns - 19,
        Style(event.isTakenBack ? .dim : .text)
      )
    }
  }

  // MARK: Queue

  private func drawQueue(on canvas: inout Canvas, in rect: Rect) {
    guard let session = layer.session else { return }
    let first = max(0, min(session.place - rect.rows / 3, session.deals.count - rect.rows))
    for (index, id) in session.deals.dropFirst(first).prefix(rect.rows).enumerated() {
      let row = rect.row + index
      let isHere = first + index == session.place
      let surface: Surface = isHere ? .selection : .base
      if isHere { canvas.fill(rect.line(index), Style(.text, on: surface)) }
      let (sign, role): (String, Role) =
        session.isDone(id)
        ? ("✓", .good) : session.isSkipped(id) ? ("›", .dim) : isHere ? ("▌", .cursor) : (" ", .dim)
      canvas.write(sign, row: row, column: rect.column, Style(role, on: surface))
      guard let deal = board.workspace[id] else { continue }
      let value = deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–"
      let taken = canvas.writeRight(
        value,
        row: row,
        endingAt: rect.endColumn,
        Style(.dim, on: surface)
      )
      canvas.write(
        deal.title,
        row: row,
        column: rect.column + 2,
        limit: rect.columns - 3 - taken,
        Style(isHere ? .strong : session.isDone(id) ? .dim : .text, on: surface)
      )
    }
  }
}

extension Canvas {
  /// Draws a rule with a heading in it.
  mutating func drawRule(_ text: String, row: Int, in rect: Rect, surface: Surface = .base) {
    for column in rect.column..<rect.endColumn {
      put("─", row: row, column: column, Style(.rule, on: surface))
    }
    write(" \(text) ", row: row, column: rect.column + 1, Style(.accent, on: surface))
  }
}
