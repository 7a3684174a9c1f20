import Pipeline

/// Asks why a deal is lost: reasons used before, or another one by typing it.
struct LostReasonLayer: PickLayer {
  enum Choice: Sendable {
    case reason(String)
    case none
  }

  /// What is lost: a title, or how many.
  private let title: String
  private let deals: [Identifier<Deal>]
  var list: PickList<Choice>

  init(board: BoardState) {
    let subjects = board.subjects
    deals = subjects.map(\.id)
    title = board.named(subjects)
    let used = board.suggestions.lostReasons.map {
      PickList<Choice>.Item(.reason($0), title: $0)
    }
    list = PickList(used + [PickList<Choice>.Item(.none, title: phrase("no reason"))])
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    .closed(take(&board, clock))
  }

  private func take(_ board: inout BoardState, _ clock: BoardClock) -> [Effect] {
    guard board.subjects.map(\.id) == deals else {
      return board.refuse(
        phrase("Others changed \(title) meanwhile. Look again before you lose it.")
      )
    }
    let typed = list.query.text.trimmed
    switch list.current?.value {
    case .reason(let reason): return board.lose(reason: reason, clock)
    case Choice.none?: return board.lose(reason: typed.isEmpty ? nil : typed, clock)
    case nil: return board.lose(reason: typed.isEmpty ? nil : typed, clock)
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    list.draw(
      on: &canvas,
      over: screen,
      title: phrase("Lose \(title): why?"),
      hint: phrase("type another"),
      field: phrase("reason"),
      empty: phrase("enter takes this reason")
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("lose")), Hint(keys: "esc", label: phrase("cancel"))]
  }
}
