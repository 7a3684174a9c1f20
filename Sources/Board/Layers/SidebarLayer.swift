import Pipeline

/// The sidebar with the focus in it, drawn over the board where there is no room beside it.
///
/// The cursor walks from number to number; each can be asked why.
struct SidebarLayer: Layer {
  private(set) var cursor = SidebarCursor()

  var place: Place { .sidebar }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .focusDown: move(by: 1, &board)
    case .focusUp: move(by: -1, &board)
    case .pageDown: move(by: 10, &board)
    case .pageUp: move(by: -10, &board)
    case .focusFirst: move(by: -Self.stops(board).count, &board)
    case .focusLast: move(by: Self.stops(board).count, &board)
    case .explain: return .handled(follow(&board, asksWhy: true))
    case .theme, .goFunnel, .goComparison, .goAttention, .goOwners, .goHistory, .goMonths,
      .goTrends, .goDay, .goList, .goReview, .goStandup:
      return .handled(board.perform(match, clock))
    case .leaveSidebar, .sidebar, .cancel, .goBoard:
      board.sidebarTop = 0
      return .closed([])
    default: return .ignored
    }
    return .handled([])
  }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    chord == Chord(.enter) ? .handled(follow(&board, asksWhy: false)) : .ignored
  }

  private static func stops(_ board: BoardState) -> [SidebarCursor.Stop] {
    SidebarCursor.stops(in: board.sidebarBlocks)
  }

  private mutating func move(by step: Int, _ board: inout BoardState) {
    let stops = Self.stops(board)
    cursor.move(by: step, among: stops)
    // From the first number on the heading above it is in sight too.
    guard let stop = cursor.stop(among: stops) else { return }
    board.scrollSidebar(toRow: stop.row)
    // Below the last number stands at most what it rests on, which nothing else brings in sight.
    if stop == stops.last { board.sidebarTop = .max }
    board.clampSidebar()
  }

  /// Explains the number under the cursor, or goes to the screen that shows what is behind the line;
  /// where the line has both, as was asked.
  private func follow(_ board: inout BoardState, asksWhy: Bool) -> [Effect] {
    // The live block always looks at the standard window.
    var scope = board.reportScope
    scope.window = .standard
    switch cursor.stop(among: Self.stops(board))?.target {
    case .explanation(let name): board.explain(ReportQuestion(name, in: scope))
    case .question(let subject, _, let reach) where asksWhy:
      // What else is counted off the screen's thread goes by the window that is chosen.
      board.explain(ReportQuestion(subject, in: reach.scope(in: board.reportScope)))
    case .screen(let screen), .question(_, let screen, _): board.layers.show(screen)
    case nil: return board.refuse(phrase("There is no number here."))
    }
    return []
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch input.kind {
    case .wheelDown: board.sidebarTop += 3
    case .wheelUp: board.sidebarTop -= 3
    case .press:
      let rect = Self.rect(board)
      guard rect.contains(row: input.row, column: input.column) else { return .closed([]) }
      _ = cursor.move(
        toRow: input.row - rect.row + board.sidebarTop,
        among: Self.stops(board)
      )
      return .handled([])
    case .drag, .release: return .handled([])
    }
    board.clampSidebar()
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let rect = Self.rect(board)
    guard BoardLayout(board).sidebar == nil else {
      // Scrolled, it stands over the one that the board drew.
      canvas.fill(rect, Style(.text))
      return SidebarView(board, cursor: cursor).draw(on: &canvas, in: rect)
    }
    let sheet = Rect(
      row: rect.row,
      column: rect.column - 2,
      rows: rect.rows,
      columns: rect.columns + 3
    )
    canvas.fill(sheet, Style(.text, on: .overlay))
    for row in sheet.row..<sheet.endRow {
      canvas.put("│", row: row, column: sheet.column, Style(.rule, on: .overlay))
    }
    SidebarView(board, cursor: cursor, surface: .overlay).draw(on: &canvas, in: rect)
  }

  /// Where its lines stand: beside the board, or over the right part of it.
  private static func rect(_ board: BoardState) -> Rect {
    let layout = BoardLayout(board)
    if let beside = layout.sidebar { return beside }
    let width = min(layout.screen.columns, 40)
    return Rect(
      row: layout.screen.row,
      column: layout.screen.endColumn - width + 2,
      rows: layout.screen.rows,
      columns: width - 3
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    board.hints([
      ([.focusDown, .focusUp], phrase("number")), ([.explain], phrase("why")),
      ([.leaveSidebar], phrase("board")),
    ])
  }
}
