import Pipeline

/// Asks why a deal is lost: reasons used before, or another one by typing it.
struct LostReasonLayer: Layer {
  private enum Choice: Sendable {
    case reason(String)
    case none
  }

  private let deal: Identifier<Deal>
  private let title: String
  private var list: PickList<Choice>

  var place: Place { .entry }
  var takesText: Bool { true }

  init(board: BoardState) {
    deal = board.focusedDeal?.id ?? Identifier(rawValue: 0)
    title = board.focusedDeal?.title ?? ""
    let used = board.suggestions.lostReasons.map {
      PickList<Choice>.Item(.reason($0), title: $0)
    }
    list = PickList(used + [PickList<Choice>.Item(.none, title: "no reason")])
  }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.escape): return .closed([])
    case Chord(.up), Chord(.character("p"), .control): list.move(by: -1)
    case Chord(.down), Chord(.character("n"), .control): list.move(by: 1)
    case Chord(.enter): return .closed(take(&board, clock))
    default: if !list.query.take(chord) { return .ignored }
    }
    return .handled([])
  }

  mutating func paste(
    _ text: String,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    list.query.insert(text)
    return .handled([])
  }

  private func take(_ board: inout BoardState, _ clock: BoardClock) -> [Effect] {
    guard board.focusedDeal?.id == deal else {
      return board.refuse("\(title) is not there any more.")
    }
    let typed = list.query.text.trimmed
    switch list.current?.value {
    case .reason(let reason): return board.lose(reason: reason, clock)
    case Choice.none?: return board.lose(reason: typed.isEmpty ? nil : typed, clock)
    case nil: return board.lose(reason: typed.isEmpty ? nil : typed, clock)
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let rows = min(screen.rows, max(5, min(list.items.count, 10) + 3))
    let rect = screen.centered(rows: rows, columns: min(screen.columns - 2, 52))
    let inside = canvas.frame(rect, title: "Lose \(title): why?", hint: "type another")
    list.query.draw(on: &canvas, in: inside.line(0), hint: "reason", isFocused: true)
    list.draw(
      on: &canvas,
      in: Rect(
        row: inside.row + 1,
        column: inside.column,
        rows: inside.rows - 1,
        columns: inside.columns
      ),
      empty: "enter takes this reason"
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: "lose"), Hint(keys: "esc", label: "cancel")]
  }
}
