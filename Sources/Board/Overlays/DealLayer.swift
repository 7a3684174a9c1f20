import Pipeline

/// An open deal: all its fields, and its timeline.
///
/// The board's keys act on it: it can be moved, won or noted on without being left.
struct DealLayer: Layer {
  /// Its number.
  let deal: Identifier<Deal>
  private var top = 0

  /// Opens the deal of a number.
  init(_ deal: Identifier<Deal>) {
    self.deal = deal
  }

  var place: Place { .deal }
  var letsKeysThrough: Bool { true }

  func subject(in board: BoardState) -> LayerSubject { .deal(deal) }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .focusDown: top += 1
    case .focusUp: top = max(0, top - 1)
    case .pageDown: top += 10
    case .pageUp: top = max(0, top - 10)
    case .focusFirst: top = 0
    case .focusLast: top = board.timeline(of: deal).count
    case .open: return .closed([])
    // Over a screen, that is left first.
    case .goBoard: return board.layers.layers.count == 2 ? .closed([]) : .ignored
    case .copyContact: return .handled(board.doIfPossible(match, clock))
    case .focusLeft, .focusRight, .focusStage, .goToNumber, .grab, .filter, .mine, .sort,
      .density, .collapse, .pipeline, .focusSidebar, .add:
      // These leave the deal for the board.
      return .closed([])
    default: return .ignored
    }
    top = min(top, max(0, board.timeline(of: deal).count - 1))
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    guard let deal = board.actual[deal] ?? board.workspace[deal] else { return }
    let rect = screen.centered(rows: screen.rows, columns: 92)
    let title = "\(deal.title)  #\(deal.id)"
    let inside = canvas.frame(rect, title: title, hint: phrase("e edit  enter close"))
    var row = DealFacts(deal, in: board).draw(
      on: &canvas,
      in: inside,
      from: inside.row,
      surface: .overlay
    )
    guard row + 1 < inside.endRow else { return }
    row = drawNotes(of: deal, board, row: row, in: inside, on: &canvas)
    drawRule(phrase("Timeline"), row: row, in: inside, on: &canvas)
    drawTimeline(
      of: deal,
      board,
      in: Rect(
        row: row + 1,
        column: inside.column,
        rows: inside.endRow - row - 1,
        columns: inside.columns
      ),
      on: &canvas
    )
  }

  private func drawRule(_ text: String, row: Int, in rect: Rect, on canvas: inout Canvas) {
    for column in rect.column..<rect.endColumn {
      canvas.put("─", row: row, column: column, Style(.rule, on: .overlay))
    }
    canvas.write(" \(text) ", row: row, column: rect.column + 1, Style(.accent, on: .overlay))
  }

  /// The beginning of the long notes, in a third of the room at most; gives the row below them.
  private func drawNotes(
    of deal: Deal,
    _ board: BoardState,
    row: Int,
    in rect: Rect,
    on canvas: inout Canvas
  ) -> Int {
    guard let notes = board.longNotes(of: deal.id) else { return row }
    let room = (rect.endRow - row) / 3
    guard room >= 2 else { return row }
    let lines = notes.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { canvas.wrapped(String($0), columns: rect.columns) }
    drawRule(phrase("Notes"), row: row, in: rect, on: &canvas)
    let shown = lines.count < room ? lines.count : room - 2
    for (line, text) in lines.prefix(shown).enumerated() {
      canvas.write(
        text,
        row: row + 1 + line,
        column: rect.column,
        limit: rect.columns,
        Style(.text, on: .overlay)
      )
    }
    guard shown < lines.count else { return row + 1 + shown }
    let rest = lines.count - shown
    let key = board.keyMap.keys(of: .editNotes).first?.label
    canvas.write(
      key.map { phrase("+\(rest) more: \($0) opens all") } ?? phrase("+\(rest) more"),
      row: row + 1 + shown,
      column: rect.column,
      limit: rect.columns,
      Style(.dim, on: .overlay)
    )
    return row + 2 + shown
  }

  private func drawTimeline(
    of deal: Deal,
    _ board: BoardState,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    guard board.history?.deal == deal.id else {
      canvas.write(
        phrase("Reading …"),
        row: rect.row,
        column: rect.column,
        Style(.dim, on: .overlay)
      )
      return
    }
    let lines = board.timeline(of: deal.id).dropFirst(top)
    let room = lines.count > rect.rows ? rect.rows - 1 : rect.rows
    let shown = lines.prefix(max(0, room))
    let people = Dictionary(board.workspace.people.map { ($0.name, $0.initials) }) { first, _ in
      first
    }
    let texts = shown.map { event in
      (
        day: DayText.date(event.day, today: board.workspace.today),
        actor: people[event.actor] ?? event.actor, event: event
      )
    }
    // Columns as wide as what stands in them, so that the text begins as far left as it can.
    let dayWidth = min(10, texts.map { canvas.width(of: $0.day) }.max() ?? 0)
    let actorWidth = min(10, texts.map { canvas.width(of: $0.actor) }.max() ?? 0)
    for (line, text) in texts.enumerated() {
      let row = rect.row + line
      var column = rect.column
      for (part, width) in [(text.day, dayWidth), (text.actor, actorWidth)] {
        canvas.write(part, row: row, column: column, limit: width, Style(.dim, on: .overlay))
        column += width + 2
      }
      canvas.write(
        text.event.timelineText(in: board.workspace),
        row: row,
        column: column,
        limit: rect.endColumn - column,
        Style(text.event.isTakenBack ? .dim : .text, on: .overlay)
      )
    }
    let rest = lines.count - shown.count
    guard rest > 0 else { return }
    canvas.write(
      phrase("+\(rest) more"),
      row: rect.endRow - 1,
      column: rect.column,
      Style(.dim, on: .overlay)
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "esc", label: phrase("close"))]
      + board.hints([
        ([.edit], phrase("edit")), ([.nextStep], phrase("next step")), ([.note], phrase("note")),
        ([.value], phrase("value")),
        ([.sendBack, .sendOn], phrase("stage")), ([.win], phrase("won")), ([.lose], phrase("lost")),
        ([.reopen], phrase("reopen")), ([.editNotes], phrase("notes")),
        ([.contact], phrase("phone, mail")), ([.copyContact], phrase("copy phone")),
        ([.undo], phrase("undo")),
      ])
  }
}
