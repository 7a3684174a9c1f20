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
  /// The decision about many deals of a review that it is the reason of; `nil`: about the deals that
  /// keys act on.
  private let decision: DecisionTogether?
  /// The reason of one letter that was asked about, and is taken by a second enter.
  private var doubted: String?
  var list: PickList<Choice>

  init(board: BoardState, losing decision: DecisionTogether? = nil) {
    let subjects = board.subjects
    self.decision = decision
    deals = decision?.deals ?? subjects.map(\.id)
    title = decision?.count ?? board.named(subjects)
    let used = board.suggestions.lostReasons.map {
      PickList<Choice>.Item(.reason($0), title: $0)
    }
    // Many are lost with a word why, or not at all.
    let without = [PickList<Choice>.Item(.none, title: phrase("no reason"))]
    list = PickList(used + (decision == nil ? without : []))
  }

  mutating func pick(_ board: inout BoardState, _ clock: BoardClock) -> Response {
    // Where letters move a cursor elsewhere, one of them is soon typed for a reason.
    let typed = list.query.text.trimmed
    if list.current == nil, typed.count == 1, doubted != typed {
      doubted = typed
      return .handled(
        board.refuse(
          phrase("\"\(typed)\" is one letter: enter again takes it, backspace does not.")
        )
      )
    }
    return .closed(take(&board, clock))
  }

  private func take(_ board: inout BoardState, _ clock: BoardClock) -> [Effect] {
    if let decision {
      do throws(EntryError) {
        let reading = try decision.reading(of: reason, board)
        return reading.perform(&board, clock)
      } catch {
        return board.refuse(error.sentence)
      }
    }
    guard board.subjects.map(\.id) == deals else {
      return board.refuse(
        phrase("Others changed \(title) meanwhile. Look again before you lose it.")
      )
    }
    return board.lose(reason: reason.isEmpty ? nil : reason, clock)
  }

  /// The reason that is chosen, else what is typed; empty: none.
  private var reason: String {
    switch list.current?.value {
    case .reason(let reason): reason
    case Choice.none?, nil: list.query.text.trimmed
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
