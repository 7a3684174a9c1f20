import Pipeline

/// Asks why a deal is lost: reasons used before, or another one by typing it.
struct LostReasonLayer: Layer {
  private enum Choice: Sendable {
    case reason(String)
    case none
  }

  /// What is lost: a title, or how many.
  private let title: String
  private let deals: [Identifier<Deal>]
  private var list: PickList<Choice>

  var place: Place { .entry }
  var takesText: Bool { true }

  init(board: BoardState) {
    let subjects = board.subjects
    deals = subjects.map(\.id)
    title = board.named(subjects)
    let used = board.suggestions.lostReasons.map {
      PickList<Choice>.Item(.reason($0), title: $0)
    }
    list = PickList(used + [PickList<Choice>.Item(.none, title: phrase("no reason"))])
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
