import Pipeline

/// A report over the board, between the title line and the footer.
struct ReportLayer: Layer {
  /// Which one.
  let screen: ReportScreen
  /// The first line that is drawn.
  private var top = 0

  /// Opens a screen at its top.
  init(_ screen: ReportScreen) {
    self.screen = screen
  }

  var place: Place { screen.place }
  var coversBoard: Bool { true }

  func subject(in board: BoardState) -> LayerSubject { .deal(nil) }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch match.command {
    case .focusDown: scroll(to: top + 1, board)
    case .focusUp: scroll(to: top - 1, board)
    case .pageDown: scroll(to: top + pageRows(board), board)
    case .pageUp: scroll(to: top - pageRows(board), board)
    case .focusFirst: top = 0
    case .focusLast: scroll(to: .max, board)
    case .goFunnel: return open(.funnel)
    case .goBoard: return .closed([])
    case .switchPolicy:
      let all = ConversionPolicy.allCases
      let next = (all.firstIndex(of: board.reportChoices.policy) ?? 0) + 1
      board.reportChoices.policy = all[next % all.count]
    case .switchCurrency: board.reportChoices.currencyIndex += 1
    case .theme, .mine, .pipeline, .filter: return .handled(board.perform(match, clock))
    default: return .ignored
    }
    return .handled([])
  }

  private mutating func open(_ screen: ReportScreen) -> Response {
    self = ReportLayer(screen)
    return .handled([])
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch input.kind {
    case .wheelDown: scroll(to: top + 3, board)
    case .wheelUp: scroll(to: top - 3, board)
    case .press, .drag, .release: break
    }
    return .handled([])
  }

  private mutating func scroll(to line: Int, _ board: BoardState) {
    let view = ReportView(board, screen)
    let last = max(0, view.page.lines.count - view.bodyRows)
    top = max(0, min(line, last))
  }

  private func pageRows(_ board: BoardState) -> Int {
    max(1, ReportView(board, screen).bodyRows - 2)
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    ReportView(board, self.screen).draw(on: &canvas, in: screen, from: top)
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "esc", label: "board")]
      + board.hints([
        ([.focusDown, .focusUp], "scroll"), ([.switchPolicy], "policy"),
        ([.switchCurrency], "currency"), ([.filter], "find"), ([.mine], "mine"),
      ])
  }
}
