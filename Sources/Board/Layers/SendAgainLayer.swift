import Pipeline

/// Says why a step was not saved, and offers to send it again on top of what others did.
struct SendAgainLayer: Layer {
  let sentence: String
  let request: StepRequest

  var place: Place { .entry }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.enter): .closed(board.sendAgain(request, clock))
    case Chord(.escape): .closed([])
    default: .handled([])
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let inside = canvas.frame(
      saying: phrase("\(sentence) You: \(request.summary)."),
      title: phrase("Not saved"),
      in: screen,
      rowsBelow: 2
    )
    canvas.write(
      [
        ("ent", Style(.key, on: .overlay)),
        (phrase(" do mine on top   "), Style(.text, on: .overlay)),
        ("esc", Style(.key, on: .overlay)),
        (phrase(" leave it as it is"), Style(.text, on: .overlay)),
      ],
      row: inside.endRow - 1,
      column: inside.column,
      limit: inside.columns
    )
  }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "ent", label: phrase("do mine on top")),
      Hint(keys: "esc", label: phrase("leave it")),
    ]
  }
}

extension BoardState {
  /// Sends a step again, made on the deals as they are now.
  fileprivate mutating func sendAgain(_ request: StepRequest, _ clock: BoardClock) -> [Effect] {
    var changes: [(Deal, DealChange, Day)] = []
    for wanted in request.changes {
      switch wanted.target {
      case .newDeal:
        guard case .created(let draft) = wanted.change else { continue }
        return commitNewDeal(draft, on: wanted.day, summary: request.summary, clock)
      case .dealMade: continue
      case .deal(let id, _):
        guard let deal = workspace[id] else { continue }
        changes.append((deal, wanted.change, max(wanted.day, deal.lastEventDay)))
      }
    }
    return commit(changes, summary: request.summary, clock)
  }
}
