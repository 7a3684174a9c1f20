import Pipeline

/// Says why a step was not saved, and offers to send it again on top of what others did.
struct SendAgainLayer: Layer {
  private let step: PendingStep
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
    self.step = step
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
      switch step.kind {
      case .changes(let request), .newDeal(let request):
        .closed(board.sendAgain(request, of: step, onTop: hasTheirs))
      case .reversal(let target, let isRedo, let sent):
        .closed(
          board.reverse(target, isRedo: isRedo, goesOnTop: hasTheirs, again: sent.id, clock)
        )
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
    case .reversal(let step, let isRedo, _):
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

  /// Sends a step again under the ids that it had: what stands in the log after all is not made
  /// twice.
  ///
  /// On top of what others did, its changes are made of the deals as they are now; else as it was
  /// sent first, so that the store asks about what others did meanwhile.
  fileprivate mutating func sendAgain(
    _ request: StepRequest,
    of step: PendingStep,
    onTop: Bool
  ) -> [Effect] {
    if let refusalToChange { return refuse(refusalToChange) }
    var allowed: [AllowedChange] = []
    var after: [Identifier<Deal>: Deal] = [:]
    var changes: [ChangeRequest] = []
    for wanted in request.changes {
      guard case .deal(let id, let seen) = wanted.target else {
        changes.append(wanted)
        continue
      }
      guard let known = workspace[id] else { continue }
      var current = after[id] ?? known
      let day = max(wanted.day, current.lastEventDay)
      let revision = onTop ? current.revision : seen
      do throws(ChangeRefusal) {
        allowed.append(try allow(wanted.change, of: &current, on: day))
      } catch {
        return refuse(error.sentence)
      }
      after[id] = current
      changes.append(
        ChangeRequest(
          id: wanted.id,
          target: .deal(id, revision: revision),
          change: wanted.change,
          day: day
        )
      )
    }
    guard !changes.isEmpty else { return [] }
    let again = StepRequest(
      actor: request.actor,
      summary: request.summary,
      at: request.at,
      changes: changes,
      isImport: request.isImport,
      contact: request.contact
    )
    let effects: [Effect]
    if case .newDeal = step.kind {
      let ticket = issue(.newDeal(again), before: [], focusesNewDeal: step.focusesNewDeal)
      effects = [.commit(ticket, again)]
    } else {
      effects = send(again, of: allowed, leaving: Array(after.values))
    }
    let titles = Set(allowed.map(\.before.title))
    let title = titles.count == 1 ? titles.first : nil
    pending[pending.count - 1].notesPath = step.notesPath
    pending[pending.count - 1].saidWhenSaved = Message(
      .done,
      phrase("Saved: \(request.summary)"),
      about: title
    )
    message = Message(.done, phrase("Sending again: \(request.summary)"), about: title)
    return effects
  }
}
