import Pipeline

/// Says why a step was not saved, and offers to send it again on top of what others did.
struct SendAgainLayer: Layer {
  private let step: PendingStep.Kind
  /// What happened, what others did first and what was wanted here.
  private let text: String
  /// Whether others were first.
  private let hasTheirs: Bool

  init(
    _ step: PendingStep,
    after failure: StoreFailure,
    saying sentence: String,
    in board: BoardState
  ) {
    self.step = step.kind
    hasTheirs = !failure.theirs.isEmpty
    // What they set, as their deal's timeline says it.
    let theirs = failure.theirChanges.prefix(3).map { change in
      let what = change.event.change.timelineText(before: change.event.before, in: board.workspace)
      let ago = DayText.ago(change.event.recordedAt, now: board.wallClock.now)
      return "\(change.event.actor), \(ago): \(what)."
    }
    let mine = board.wish(of: step, titles: failure.theirs.map(\.title))
    text = ([sentence] + theirs + [phrase("You: \(mine).")]).joined(separator: " ")
  }

  var place: Place { .entry }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.enter):
      switch step {
      case .changes(let request), .newDeal(let request):
        .closed(board.sendAgain(request, clock))
      case .reversal(let step, let isRedo):
        .closed(board.reverse(step, isRedo: isRedo, goesOnTop: hasTheirs, clock))
      case .record(let request): .closed(board.keep(request))
      // Nothing was sent that could have failed.
      case .building: .closed([])
      }
    case Chord(.escape): .closed([])
    default: .handled([])
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let inside = canvas.frame(
      saying: text,
      title: phrase("Not saved"),
      in: screen,
      rowsBelow: 2
    )
    canvas.write(
      [
        ("ent", Style(.key, on: .overlay)),
        (" \(again)   ", Style(.text, on: .overlay)),
        ("esc", Style(.key, on: .overlay)),
        (phrase(" leave it as it is"), Style(.text, on: .overlay)),
      ],
      row: inside.endRow - 1,
      column: inside.column,
      limit: inside.columns
    )
  }

  /// What is asked before the board is left without it.
  fileprivate func questionBeforeLeaving(_ quit: String) -> String {
    hasTheirs
      ? phrase(
        "Not saved yet: ent does yours on top, esc leaves it, \(quit) again quits without it."
      )
      : phrase("Not saved yet: ent tries again, esc leaves it, \(quit) again quits without it.")
  }

  private var again: String { hasTheirs ? phrase("do mine on top") : phrase("try again") }

  func hints(_ board: BoardState) -> [Hint] {
    [
      Hint(keys: "ent", label: again),
      Hint(keys: "esc", label: phrase("leave it")),
    ]
  }
}

extension BoardState {
  /// What is asked before the board is left while something is not saved and offered again; `nil`
  /// where nothing is, and where the last key was answered with it.
  mutating func questionBeforeLeaving() -> String? {
    guard !hasAskedToLeave, let layer = layers.topmost(SendAgainLayer.self) else { return nil }
    hasAskedToLeave = true
    return layer.questionBeforeLeaving(key(of: .quit))
  }

  /// What a step was to do, in words; of a form its fields, as they were to be.
  fileprivate func wish(of step: PendingStep, titles: [String]) -> String {
    switch step.kind {
    case .reversal(let step, let isRedo):
      return isRedo
        ? phrase("make again: \(step.summary)") : phrase("take back: \(step.summary)")
    case .record(let request): return request.summary
    case .building: return ""
    case .changes(let request), .newDeal(let request):
      let isForm = (titles + step.before.map(\.title) + [named(step.before)]).contains {
        StepWords.edited($0).summary == request.summary
      }
      // Of many deals most fields are set to the same.
      var told: Set<String> = []
      let fields = request.changes.compactMap { $0.change.fieldText(in: workspace) }
        .filter { told.insert($0).inserted }
      guard isForm, !fields.isEmpty else { return request.summary }
      return "\(request.summary), \(fields.joined(separator: ", "))"
    }
  }

  /// Sends a step again, made on the deals as they are now.
  fileprivate mutating func sendAgain(_ request: StepRequest, _ clock: BoardClock) -> [Effect] {
    var changes: [(Deal, DealChange, Day)] = []
    for wanted in request.changes {
      switch wanted.target {
      case .newDeal:
        guard case .created(let draft) = wanted.change else { continue }
        return commitNewDeal(
          draft,
          on: wanted.day,
          summary: request.summary,
          done: phrase("Saved: \(request.summary)"),
          clock
        )
      case .dealMade: continue
      case .deal(let id, _):
        guard let deal = workspace[id] else { continue }
        changes.append((deal, wanted.change, max(wanted.day, deal.lastEventDay)))
      }
    }
    let effects = commit(
      changes,
      summary: request.summary,
      by: nil,
      contact: request.contact,
      clock
    )
    if !effects.isEmpty {
      let titles = Set(changes.map(\.0.title))
      message = Message(
        .done,
        phrase("Saved: \(request.summary)"),
        about: titles.count == 1 ? titles.first : nil
      )
    }
    return effects
  }
}
