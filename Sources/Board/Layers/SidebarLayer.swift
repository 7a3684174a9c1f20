import Pipeline

/// The sidebar with the focus in it, drawn over the board where there is no room beside it.
struct SidebarLayer: Layer {
  var place: Place { .sidebar }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .focusDown: board.sidebarTop += 1
    case .focusUp: board.sidebarTop -= 1
    case .pageDown: board.sidebarTop += 10
    case .pageUp, .focusFirst: board.sidebarTop = 0
    case .focusLast: board.sidebarTop = .max
    case .theme, .goFunnel, .goComparison, .goAttention, .goOwners, .goHistory, .goMonths,
      .goTrends, .goDay, .goList, .goReview, .goStandup, .explain:
      return .handled(board.perform(match, clock))
    case .leaveSidebar, .sidebar, .cancel, .goBoard:
      board.sidebarTop = 0
      return .closed([])
    default: return .ignored
    }
    board.clampSidebar()
    return .handled([])
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch input.kind {
    case .wheelDown: board.sidebarTop += 3
    case .wheelUp: board.sidebarTop -= 3
    case .press: return .closed([])
    case .drag, .release: return .handled([])
    }
    board.clampSidebar()
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let layout = BoardLayout(board)
    if let beside = layout.sidebar {
      // Scrolled, it stands over the one that the board drew.
      canvas.fill(beside, Style(.text))
      return SidebarView(board, hasFocus: true).draw(on: &canvas, in: beside)
    }
    let width = min(screen.columns, 40)
    let rect = Rect(
      row: screen.row,
      column: screen.endColumn - width,
      rows: screen.rows,
      columns: width
    )
    canvas.fill(rect, Style(.text, on: .overlay))
    for row in rect.row..<rect.endRow {
      canvas.put("│", row: row, column: rect.column, Style(.rule, on: .overlay))
    }
    SidebarView(board, hasFocus: true, surface: .overlay).draw(
      on: &canvas,
      in: Rect(row: rect.row, column: rect.column + 2, rows: rect.rows, columns: width - 3)
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    board.hints([([.focusDown, .focusUp], phrase("scroll")), ([.leaveSidebar], phrase("board"))])
  }
}
