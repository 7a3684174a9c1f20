import Pipeline

/// A review as it stands on the screen.
struct ReviewView {
  private let layer: ReviewLayer
  private let board: BoardState
  private let width: Int
  /// The lines of the page, where it is one that scrolls.
  let page: ReportPage
  /// How many rows the lines have.
  let bodyRows: Int

  /// The rows of the head: what is reviewed, how far it is, and a blank.
  private static let headRows = 3

  init(_ layer: ReviewLayer, _ board: BoardState) {
    self.layer = layer
    self.board = board
    width = board.columns - 2
    switch layer.page {
    case .news:
      page =
        layer.start.map { start in
          ReviewNewsPage(start, layer.session, board, width: board.columns - 2).page
        }
        ?? ReportPage(title: "")
    case .end:
      page =
        MinutesPage(
          layer.minutes?.markdown,
          heldAt: layer.heldAt,
          readOnlyReason: board.readOnlyReason,
          width: board.columns - 2
        ).page
    case .reasons, .deals: page = ReportPage(title: "")
    }
    let room = max(1, board.rows - 3 - Self.headRows)
    bodyRows = page.lines.count > room ? max(1, room - 1) : room
  }

  func draw(on canvas: inout Canvas, in screen: Rect) {
    canvas.fill(screen, .plain)
    drawHead(on: &canvas, in: screen)
    let body = Rect(
      row: screen.row + Self.headRows,
      column: screen.column + 1,
      rows: screen.rows - Self.headRows,
      columns: screen.columns - 2
    )
    if let failure = layer.failure {
      for (index, line) in ReportText.wrapped(failure, columns: body.columns).enumerated() {
        canvas.write(line, row: body.row + index, column: body.column, Style(.bad))
      }
      return
    }
    switch layer.page {
    case .news, .end: drawLines(on: &canvas, in: body)
    case .reasons: ReviewReasonsView(layer, board).draw(on: &canvas, in: body)
    case .deals: ReviewDealView(layer, board).draw(on: &canvas, in: body)
    }
  }

  // MARK: Head

  private func drawHead(on canvas: inout Canvas, in screen: Rect) {
    let (left, end) = (screen.column + 1, screen.endColumn - 1)
    let progress = self.progress
    let taken = canvas.writeRight(progress, row: screen.row, endingAt: end, Style(.strong, .bold))
    let used = canvas.write(phrase("REVIEW"), row: screen.row, column: left, Style(.accent, .bold))
    canvas.write(
      choices.joined(separator: " · "),
      row: screen.row,
      column: left + used + 2,
      limit: end - left - used - 3 - taken,
      Style(.dim)
    )
    guard let session = layer.session, !session.deals.isEmpty else { return }
    let done = Double(session.decidedCount + session.skippedCount) / Double(session.deals.count)
    canvas.gauge(
      done,
      in: Rect(row: screen.row + 1, column: left, rows: 1, columns: end - left),
      filled: Style(.chart),
      rest: Style(.rule)
    )
  }

  /// What is reviewed, and in which order.
  private var choices: [String] {
    var parts = [layer.scope(board).isEmpty ? phrase("whole team") : layer.scope(board)]
    if let name = board.nameAmongPipelines { parts.insert(name, at: 0) }
    switch layer.start?.draft.order {
    case .worstFirst: parts.append(phrase("worst first"))
    case .byOwner: parts.append(phrase("by owner"))
    case .mostValue(let count):
      // Amounts of different currencies cannot be compared.
      let currencies = board.workspace.live(board.pipelineID).open.byCurrency.currencies
      parts.append(
        currencies.count > 1
          ? phrase("\(count) of each currency with most value")
          : phrase("\(count) with most value")
      )
    case nil: break
    }
    let isOtherOwner = board.narrowing.owner.map { $0 != layer.owner } ?? false
    if !board.narrowing.filterText.isEmpty || isOtherOwner {
      parts.append(phrase("the filter does not apply here"))
    }
    return parts
  }

  /// How far it is: `7 of 31 · 5 decided`.
  private var progress: String {
    guard let session = layer.session else {
      return layer.failure == nil ? phrase("counting …") : ""
    }
    let total = FigureText.grouped(session.deals.count)
    let isNarrow = board.columns < 60
    switch layer.page {
    case .news, .reasons: return FigureText.count(session.deals.count, "deal")
    case .deals:
      let place = phrase("\(FigureText.grouped(session.place + 1)) of \(total)")
      return isNarrow
        ? place : phrase("\(place) · \(FigureText.grouped(session.decidedCount)) decided")
    case .end: return phrase("\(FigureText.grouped(session.decidedCount)) of \(total) decided")
    }
  }

  // MARK: Lines

  private func drawLines(on canvas: inout Canvas, in rect: Rect) {
    let shown = page.lines.dropFirst(min(layer.top, max(0, page.lines.count - bodyRows)))
    for (index, line) in shown.prefix(bodyRows).enumerated() {
      for cell in line.cells { cell.draw(on: &canvas, row: rect.row + index, left: rect.column) }
    }
    let below = shown.count - bodyRows
    guard below > 0 else { return }
    canvas.write(phrase("+\(below) more"), row: rect.endRow - 1, column: rect.column, Style(.dim))
  }
}

extension ReviewLayer {
  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    ReviewView(self, board).draw(on: &canvas, in: screen)
  }

  func hints(_ board: BoardState) -> [Hint] {
    let escape = Hint(
      keys: "esc",
      label: page == .end && heldAt == nil ? phrase("back") : phrase("leave")
    )
    switch page {
    case .news:
      let anew: [Hint] =
        start?.goesOn == true ? board.hints([([.restartReview], phrase("begin anew"))]) : []
      return board.hints([([.meetingNext], phrase("go on"))]) + anew
        + board.hints([
          ([.reviewOwner], phrase("whose")), ([.reviewOrder], phrase("order")),
          ([.mine], phrase("mine")), ([.explain], phrase("why")),
        ])
        + [escape]
    case .reasons:
      return board.keyHints([
        ([.open], phrase("one by one")), ([.meetingNext], phrase("all one by one")),
      ])
        + (board.readOnlyReason == nil
          ? board.keyHints([
            ([.keep], phrase("keep all")), ([.snooze], phrase("put all aside")),
            ([.nextStep], phrase("step for all")), ([.lose], phrase("lose all")),
          ]) + board.hints([([.undo], phrase("undo"))]) : [])
        + board.hints([([.mine], phrase("mine")), ([.reviewOwner], phrase("whose"))]) + [escape]
    case .deals:
      return board.hints([
        ([.sendOn], phrase("push on")), ([.nextStep], phrase("next step")),
        ([.snooze], phrase("aside")), ([.keep], phrase("keep")),
        ([.lose], phrase("lost")), ([.win], phrase("won")), ([.meetingNext], phrase("pass over")),
        ([.meetingBack], phrase("back")),
        ([.value, .expectedClose, .edit], phrase("fix")), ([.note], phrase("note")),
        ([.undo], phrase("undo")),
        ([.endMeeting], phrase("end")),
      ]) + [escape]
    case .end:
      if heldAt != nil {
        return [Hint(keys: "ent", label: phrase("done"))]
          + board.keyHints([([.copyLine], phrase("copy"))])
      }
      return board.writeHints
        + board.keyHints([
          ([.copyLine], phrase("copy")), ([.meetingBack], phrase("back")),
        ]) + [escape]
    }
  }
}

extension BoardState {
  /// The footer's pair for writing minutes, where they can be written.
  var writeHints: [Hint] {
    readOnlyReason == nil ? keyHints([([.open], phrase("write and end"))]) : []
  }

  /// Footer pairs whether or not the commands can be done to the focused deal: here they mean
  /// something else.
  func keyHints(_ pairs: [(commands: [Command], label: String)]) -> [Hint] {
    pairs.compactMap { pair in
      let keys = pair.commands.compactMap { keyMap.keys(of: $0).first?.label }
      return keys.isEmpty ? nil : Hint(keys: keys.joined(separator: "/"), label: pair.label)
    }
  }
}
