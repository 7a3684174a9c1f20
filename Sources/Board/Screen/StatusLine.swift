import Pipeline

/// The last line: the focused deal in full, or what has to be said; place, undo depth, save state.
struct StatusLine {
  let board: BoardState

  init(_ board: borrowing BoardState) {
    self.board = copy board
  }

  func draw(on canvas: inout Canvas, row: Int) {
    let width = canvas.columns
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), Style(.text, on: .bar))
    guard !board.layers.contains(FirstRunLayer.self) else {
      if let message = board.message {
        canvas.write(
          message.text,
          row: row,
          column: 1,
          limit: width - 1,
          Style(message.role, on: .bar)
        )
      }
      return
    }
    let room = drawRight(on: &canvas, row: row) - 3
    let carrying = CarryWords(board)
    // News leave the line to what a drop would do.
    if let message = board.message, message.kind != .news || carrying == nil {
      let text = message.text(fitting: room, on: canvas)
      let mayBeCut = message.kind == .done && !message.isWhole
      if mayBeCut || canvas.width(of: text) <= room {
        canvas.write(
          text,
          row: row,
          column: 1,
          limit: room,
          Style(message.role, on: .bar)
        )
        return
      }
    }
    // What could not be done says what to do instead, at its end.
    if let message = board.message {
      canvas.write(message.text, above: row, Style(message.role, on: .bar))
    }
    if let carrying {
      canvas.write(
        carrying.text(fitting: room, on: canvas),
        row: row,
        column: 1,
        limit: room,
        Style(.strong, on: .bar, .bold)
      )
    } else {
      var column = 1
      if let marked = markedText {
        column += canvas.write(
          marked + "  ",
          row: row,
          column: column,
          limit: room,
          Style(.carried, on: .bar, .bold)
        )
      }
      if let deal = board.focusedDeal {
        drawDeal(deal, on: &canvas, row: row, column: column, limit: room + 1 - column)
      }
    }
  }

  /// Says what was understood of a line that lies over the footer, or what is wrong with it, in the
  /// place of the deal: in full rather than with the line's keys in full.
  func draw(saying text: String, _ role: Role, on canvas: inout Canvas, row: Int) {
    let width = canvas.columns
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), Style(.text, on: .bar))
    let right = [saveState(isShort: width < 60).text] + rightTexts(width)
    let taken = right.reduce(0) { $0 + canvas.width(of: $1) + 2 }
    let isBrief = canvas.width(of: text) + 2 > width - taken
    let end = drawRight(on: &canvas, row: row, isBrief: isBrief)
    let isWrong = role == .bad || role == .warn
    guard !isWrong || canvas.width(of: text) <= end - 3 else {
      // The field that it is about is in the row above.
      return canvas.write(text, above: row - 1, Style(role, on: .bar))
    }
    canvas.write(text, row: row, column: 1, limit: end - 3, Style(role, on: .bar))
  }

  /// The save state at the right end, and left of it the facts, or the keys of a line that lies over
  /// the footer; returns where they begin.
  @discardableResult
  private func drawRight(on canvas: inout Canvas, row: Int, isBrief: Bool = false) -> Int {
    let width = canvas.columns
    let state = saveState(isShort: width < 60)
    var end = width - 1
    end -= canvas.writeRight(state.text, row: row, endingAt: end, Style(state.role, on: .bar))
    for text in rightTexts(width, isBrief: isBrief) {
      end -= width < 60 ? 1 : 2
      end -= canvas.writeRight(text, row: row, endingAt: end, Style(.dim, on: .bar))
    }
    return end
  }

  private func rightTexts(_ width: Int, isBrief: Bool = false) -> [String] {
    let top = board.layers.top
    let text: String
    if !top.coversFooter {
      text = facts(width: width).joined(separator: "   ")
    } else if isBrief || width < 60 {
      text = top.hints(board).map(\.keys).joined(separator: "/")
    } else {
      text = top.hints(board).map { "\($0.keys) \($0.label)" }.joined(separator: "  ")
    }
    return text.isEmpty ? [] : [text]
  }

  private func drawDeal(
    _ deal: Deal,
    on canvas: inout Canvas,
    row: Int,
    column: Int,
    limit: Int
  ) {
    let (deal, day) = board.listedThen(deal.id) ?? (deal, nil)
    let parts = DealLine(deal, in: board, .fitting(columns: canvas.columns), asOf: day).parts
    var used = canvas.write(
      parts[0],
      row: row,
      column: column,
      limit: limit,
      Style(.strong, on: .bar, .bold)
    )
    let rest = parts.dropFirst().map { " · " + $0 }.joined()
    used += canvas.write(
      rest,
      row: row,
      column: column + used,
      limit: limit - used,
      Style(.text, on: .bar)
    )
  }

  /// The marked deals: how many, and their values by currency.
  private var markedText: String? {
    let tally = board.marked.tally
    guard tally.deals > 0 else { return nil }
    var texts = [phrase("* \(FigureText.grouped(tally.deals)) marked")]
    for (currency, sum) in tally.sums.sorted(by: { $0.key < $1.key }) where sum > 0 {
      texts.append(MoneyText.short(sum, currency))
    }
    return texts.joined(separator: " ")
  }

  private func facts(width: Int) -> [String] {
    if board.carry != nil || board.layers.coversBoard { return [] }
    var facts: [String] = []
    let count = board.column(board.focus.column).count
    if count > 0 {
      facts.append("\(FigureText.grouped(board.focus.row + 1))/\(FigureText.grouped(count))")
    }
    if width >= 100, board.undoState.depth > 0 {
      facts.append(phrase("undo: \(board.undoState.depth)"))
    }
    if width >= 160, let file = board.fileName { facts.append(file) }
    return facts
  }

  private func saveState(isShort: Bool) -> (text: String, role: Role) {
    if board.carry != nil { return (isShort ? "◆" : phrase("GRAB"), .warn) }
    if let day = board.asOf {
      let text = DayText.date(day, today: board.wallClock.today)
      return (isShort ? text : phrase("as of \(text)"), .warn)
    }
    if board.readOnlyReason != nil { return (isShort ? phrase("ro") : phrase("read only"), .warn) }
    if let waiting = board.waiting, !isShort { return (waiting.words, .warn) }
    if let building = board.building {
      let done = FigureText.grouped(building.done)
      let all = FigureText.grouped(building.deals.count)
      return (isShort ? "\(done)/\(all)" : phrase("changing \(done) of \(all)…"), .warn)
    }
    if let verb = board.pending.lazy.compactMap(\.longVerb).first, !isShort {
      return (verb, .warn)
    }
    if let verb = board.pending.lazy.compactMap(\.verb).first {
      return (isShort ? "…" : verb.lowercased() + "…", .warn)
    }
    if !board.pending.isEmpty { return (isShort ? "…" : phrase("saving…"), .warn) }
    // What is offered again is not saved, whatever else is.
    if board.layers.contains(SendAgainLayer.self) {
      return (isShort ? "!" : phrase("not saved"), .warn)
    }
    return (isShort ? "✓" : phrase("saved ✓"), .dim)
  }
}

extension PendingStep {
  /// What is being done, as a word; `nil` where it is saving.
  fileprivate var verb: String? {
    switch kind {
    case .changes, .building, .record: nil
    case .newDeal: phrase("Adding")
    case .reversal(_, let isRedo, _): isRedo ? phrase("Making again") : phrase("Taking back")
    }
  }

  /// What is being done to many deals that only the store sees; `nil` where they are not many.
  fileprivate var longVerb: String? {
    guard let step = longReversal, case .reversal(_, let isRedo, _) = kind else { return nil }
    let changes = FigureText.count(step.eventCount, "change")
    return isRedo ? phrase("making \(changes) again…") : phrase("taking back \(changes)…")
  }
}
