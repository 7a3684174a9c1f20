import Pipeline

/// The deals that are shown as a list, sorted by any column.
struct DealListLayer: Layer {
  private(set) var order = DealListOrder()
  /// The column that `sortList` sorts by.
  private(set) var column = DealListKey.stage
  /// The row of the cursor, and the first that is drawn, from 0.
  private(set) var row = 0
  private(set) var top = 0
  private var deal: Identifier<Deal>?
  /// Whether the list is being sorted anew, and the cursor goes to its top once it is.
  private var isSorting = false

  var place: Place { .list }
  var coversBoard: Bool { true }
  var heedsMarks: Bool { true }

  func subject(in board: BoardState) -> LayerSubject { .deal(deal) }

  func wantedReport(_ board: BoardState) -> ReportRequest {
    .list(
      ReportScope(
        pipeline: board.pipelineID,
        asOf: board.workspace.today,
        narrowing: board.narrowing
      ),
      order
    )
  }

  /// The list as it was counted last; `nil` before the first time.
  static func report(in board: BoardState) -> DealListReport? {
    if case .list(let report)? = board.reports[.list]?.report { report } else { nil }
  }

  /// How many deals have room, below the two lines of the head.
  static func rows(_ board: BoardState) -> Int { max(1, board.rows - 3 - 2) }

  mutating func settle(_ board: BoardState) {
    guard let report = Self.report(in: board) else { return }
    if isSorting {
      // What the sorting brings to the top is what one wants to see.
      (deal, row) = (nil, 0)
      isSorting = report.order != order
    }
    // The cursor stays on its deal; where that is gone, at its height.
    if let deal, let place = report.places[deal] { row = place }
    row = max(0, min(row, report.deals.count - 1))
    deal = report.deals.indices.contains(row) ? report.deals[row].id : nil
    let rows = Self.rows(board)
    if row < top { top = row }
    if row >= top + rows { top = row - rows + 1 }
    top = max(0, min(top, report.deals.count - rows))
  }

  mutating func perform(
    _ match: KeyMap.Match,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    let rows = Self.rows(board)
    if match.command == .cancel, !(board.layers.top is DealListLayer) { return .ignored }
    switch match.command {
    case .goBoard:
      board.layers.closeAll()
      return .handled([])
    case .cancel:
      guard board.marked.isEmpty else {
        board.unmarkAll()
        return .handled([])
      }
      return .closed([])
    case .mark: return .handled(mark(&board))
    case .markAll: return .handled(markAll(&board))
    case .focusDown: go(to: row + 1, board)
    case .focusUp: go(to: row - 1, board)
    case .pageDown: go(to: row + rows - 1, board)
    case .pageUp: go(to: row - rows + 1, board)
    case .focusFirst: go(to: 0, board)
    case .focusLast: go(to: .max, board)
    case .focusLeft, .focusRight:
      let keys = DealListKey.allCases
      let place = (keys.firstIndex(of: column) ?? 0) + (match.command == .focusLeft ? -1 : 1)
      column = keys[max(0, min(keys.count - 1, place))]
    case .sortList: sort()
    case .open:
      guard let deal else { return .handled([]) }
      board.layers.push(DealLayer(deal))
      return .handled([.loadHistory(deal)])
    default:
      guard match.command.places.contains(.list), match.command.places.contains(.board) else {
        return .ignored
      }
      return .handled(board.doIfPossible(match, clock))
    }
    return .handled([])
  }

  /// Marks the deal at the cursor as on the board, or takes its mark away.
  private func mark(_ board: inout BoardState) -> [Effect] {
    guard let deal else { return board.refuse(phrase("No deal has the focus.")) }
    guard board.marked.contains(deal) || board.canMark(deal) else {
      return board.refuse(phrase("What does not stand on the board cannot be marked."))
    }
    board.toggleMark(of: deal)
    return []
  }

  /// Marks all that are listed and stand on the board; how many do not is said.
  private func markAll(_ board: inout BoardState) -> [Effect] {
    let listed = Self.report(in: board)?.deals.map(\.id) ?? []
    let marked = listed.filter(board.canMark)
    board.mark(all: marked)
    let others = listed.count - marked.count
    guard others > 0 else { return [] }
    let sentence = phrase("\(FigureText.count(others, "deal")) not on the board cannot be marked.")
    board.message = Message(marked.isEmpty ? .refused : .notice, sentence)
    return []
  }

  private mutating func sort() {
    isSorting = true
    order =
      order.key == column
      ? DealListOrder(key: column, isReversed: !order.isReversed) : DealListOrder(key: column)
  }

  private mutating func go(to row: Int, _ board: BoardState) {
    guard let report = Self.report(in: board) else { return }
    self.row = max(0, min(row, report.deals.count - 1))
    deal = report.deals.indices.contains(self.row) ? report.deals[self.row].id : nil
  }

  mutating func mouse(
    _ input: MouseInput,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch input.kind {
    case .wheelDown: go(to: row + 3, board)
    case .wheelUp: go(to: row - 3, board)
    case .press:
      if input.row >= 3 {
        go(to: top + input.row - 3, board)
      } else if input.row == 2, let key = DealListView(self, board).key(at: input.column) {
        column = key
        sort()
      }
    case .drag, .release: break
    }
    return .handled([])
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    DealListView(self, board).draw(on: &canvas, in: screen)
  }

  func hints(_ board: BoardState) -> [Hint] {
    let ways = board.hints([
      ([.focusDown, .focusUp], phrase("move")), ([.focusLeft, .focusRight], phrase("column")),
      ([.sortList], phrase("sort")), ([.open], phrase("open")), ([.reopen], phrase("reopen")),
      ([.filter], phrase("find")), ([.nextStep], phrase("next step")), ([.value], phrase("value")),
      ([.expectedClose], phrase("close")), ([.win], phrase("won")), ([.lose], phrase("lost")),
      ([.undo], phrase("undo")), ([.mark], phrase("mark")),
    ])
    return ways + [
      Hint(keys: "esc", label: board.marked.isEmpty ? phrase("board") : phrase("unmark"))
    ]
  }
}
