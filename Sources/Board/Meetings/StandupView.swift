import Pipeline

/// A standup as it stands on the screen: the name large, the clock, and the turn's three lists.
struct StandupView {
  private let layer: StandupLayer
  private let board: BoardState
  /// The lines of the turn, or of the summary at the end.
  let page: ReportPage
  /// How many rows the lines have.
  let bodyRows: Int

  private let showsLargeName: Bool

  init(_ layer: StandupLayer, _ board: BoardState) {
    self.layer = layer
    self.board = board
    let width = board.columns - 2
    let isOver = layer.session?.isOver == true
    showsLargeName = Self.showsLargeName(board.rows)
    if let session = layer.session, let turn = session.turn {
      // Who is missing is said once, on the first page.
      let away = session.place == 0 ? board.meetingWords.away(session.standup) : nil
      page =
        StandupTurnPage(
          turn,
          notice: away,
          isFirst: session.place == 0,
          board,
          width: width
        ).page
    } else if isOver {
      page =
        MinutesPage(
          layer.markdown(board),
          heldAt: layer.heldAt,
          readOnlyReason: board.readOnlyReason,
          width: width
        ).page
    } else {
      page = ReportPage(title: "")
    }
    let head = Self.headRows(board.rows, isOver: isOver)
    let room = max(1, board.rows - 3 - head)
    bodyRows = page.lines.count > room ? max(1, room - 1) : room
  }

  private static func showsLargeName(_ rows: Int) -> Bool { rows >= 18 }

  /// Whether a blank line stands between the name and the clock.
  private static func isAiry(_ rows: Int) -> Bool { rows >= 30 }

  /// Title, name and clock, with a blank line after them.
  private static func headRows(_ rows: Int, isOver: Bool) -> Int {
    if isOver { return 2 }
    return 1 + (showsLargeName(rows) ? BigText.rows + 1 : 1) + (isAiry(rows) ? 1 : 0) + 3
  }

  func draw(on canvas: inout Canvas, in screen: Rect) {
    canvas.fill(screen, .plain)
    let (left, end) = (screen.column + 1, screen.endColumn - 1)
    let width = end - left
    var row = screen.row
    drawTitle(on: &canvas, row: row, left: left, end: end)
    row += 1
    guard let session = layer.session else {
      let text = layer.failure ?? phrase("counting …")
      for line in ReportText.wrapped(text, columns: width) {
        row += 1
        canvas.write(line, row: row, column: left, Style(layer.failure == nil ? .dim : .bad))
      }
      return
    }
    if !session.isOver {
      let name = session.turn?.person?.name ?? phrase("Nobody's deals")
      if showsLargeName {
        row += 1
        BigText(name).draw(
          on: &canvas,
          in: Rect(row: row, column: left, rows: BigText.rows, columns: width),
          Style(.accent, .bold)
        )
        row += BigText.rows + (Self.isAiry(board.rows) ? 1 : 0)
      } else {
        canvas.write(name, row: row, column: left, limit: width, Style(.accent, .bold))
        row += 1
      }
      drawClock(session.timer, on: &canvas, row: row, left: left, width: width)
      row += 2
    }
    row += 1
    drawLines(
      on: &canvas,
      in: Rect(row: row, column: left, rows: screen.endRow - row, columns: width)
    )
  }

  private func drawTitle(on canvas: inout Canvas, row: Int, left: Int, end: Int) {
    let used = canvas.write(phrase("STANDUP"), row: row, column: left, Style(.accent, .bold))
    guard let session = layer.session else { return }
    let count = session.standup.turns.count
    let place = session.isOver ? phrase("done") : phrase("\(session.place + 1) of \(count)")
    let parked = session.topics.isEmpty ? "" : phrase("\(session.topics.count) parked · ")
    let taken = canvas.writeRight(parked + place, row: row, endingAt: end, Style(.strong, .bold))
    let since = session.standup.since
    let day = board.meetingWords.day(since.day)
    let time = layer.sinceMinute.map { " " + DayText.time($0) } ?? ""
    var scope = [
      since.moment == nil ? phrase("after \(day)") : phrase("since \(day)\(time)")
    ]
    // Where there is little room, since when says more than what it always is.
    if board.columns >= 60 { scope.insert(phrase("whole team"), at: 0) }
    if let name = board.nameAmongPipelines { scope.insert(name, at: 0) }
    if !board.narrowing.isEmpty { scope.append(phrase("the filter does not apply here")) }
    canvas.write(
      scope.joined(separator: " · "),
      row: row,
      column: left + used + 2,
      limit: end - left - used - taken - 3,
      Style(.dim)
    )
  }

  // MARK: Clock

  /// Two plain bars: what is left of the whole, and of the turn.
  private func drawClock(
    _ timer: StandupTimer,
    on canvas: inout Canvas,
    row: Int,
    left: Int,
    width: Int
  ) {
    let now = board.clock.now
    draw(
      phrase("all"),
      left: timer.left(at: now),
      of: timer.limit,
      on: &canvas,
      row: row,
      left,
      width
    )
    draw(
      timer.isRunning ? phrase("turn") : timer.hasBegun ? phrase("stopped") : phrase("turn"),
      left: timer.turnLeft(at: now),
      of: timer.turnLimit,
      on: &canvas,
      row: row + 1,
      left,
      width
    )
  }

  private func draw(
    _ label: String,
    left remaining: Int64,
    of limit: Int64,
    on canvas: inout Canvas,
    row: Int,
    _ column: Int,
    _ width: Int
  ) {
    let isOver = remaining < 0
    let text = Self.time(abs(remaining)) + (isOver ? phrase(" over") : phrase(" left"))
    canvas.write(label, row: row, column: column, limit: 8, Style(.dim))
    canvas.writeRight(
      text,
      row: row,
      endingAt: column + width,
      Style(isOver ? .bad : .strong, isOver ? .bold : [])
    )
    let share = limit > 0 ? Double(max(0, remaining)) / Double(limit) : 0
    canvas.gauge(
      share,
      in: Rect(row: row, column: column + 9, rows: 1, columns: max(0, width - 9 - 12)),
      filled: Style(share < 0.2 ? .warn : .chart),
      rest: Style(isOver ? .bad : .rule)
    )
  }

  /// Minutes and seconds: `12:04`; the second that has begun counts as left.
  private static func time(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds + 999) / 1000
    let rest = seconds % 60
    return "\(seconds / 60):" + (rest < 10 ? "0" : "") + String(rest)
  }

  // MARK: Lines

  private func drawLines(on canvas: inout Canvas, in rect: Rect) {
    let isOver = layer.session?.isOver == true
    let wanted = isOver ? layer.top : layer.cursor.top
    let top = min(wanted, max(0, page.lines.count - bodyRows))
    let shown = page.lines.dropFirst(top)
    for (index, line) in shown.prefix(bodyRows).enumerated() {
      let row = rect.row + index
      let isHere =
        !isOver && layer.unlisted == nil && top + index == layer.cursor.line && line.target != nil
      let surface: Surface = isHere ? .selection : .base
      if isHere {
        canvas.fill(
          Rect(row: row, column: rect.column - 1, rows: 1, columns: rect.columns + 2),
          Style(.text, on: surface)
        )
        canvas.put("▌", row: row, column: rect.column - 1, Style(.cursor, on: surface))
      }
      for cell in line.cells {
        cell.draw(on: &canvas, row: row, left: rect.column, surface: surface)
      }
    }
    let below = shown.count - bodyRows
    guard below > 0 else { return }
    canvas.write(phrase("+\(below) more"), row: rect.endRow - 1, column: rect.column, Style(.dim))
  }
}
