import Pipeline

@testable import Board

/// A store in memory that answers what a board asks, as the one on disk would.
struct TestStore {
  private struct Step {
    var step: ChangeStep
    /// The deals before it, and after it.
    var before: [Deal]
    var after: [Deal]
    var made: Set<Identifier<Deal>> = []
  }

  /// Every deal there is, closed and deleted ones included.
  private(set) var deals: [Identifier<Deal>: Deal] = [:]
  private var done: [Step] = []
  private var undone: [Step] = []
  private var sequence: Int64 = 1_000
  /// The last change of each deal that someone else made.
  private var others: [Identifier<Deal>: RecordedChange] = [:]
  private var steps: Int64 = 0
  /// Whether a step that someone else's last change stands on is taken back on top only.
  var refusesCovered = false

  init(_ deals: [Deal]) {
    for deal in deals { self.deals[deal.id] = deal }
  }

  subscript(number: Int64) -> Deal? { deals[numbered(number)] }

  /// The answer to an effect; `nil` for what is no question to a store.
  mutating func answer(_ effect: Effect) -> Action? {
    switch effect {
    case .commit(let ticket, let request): commit(ticket, request)
    case .undo(let ticket, let reversal): takeBack(ticket, reversal, isRedo: false)
    case .redo(let ticket, let reversal): takeBack(ticket, reversal, isRedo: true)
    case .keep(let ticket, _): .kept(ticket, nil)
    default: nil
    }
  }

  /// Changes a deal as someone else would.
  mutating func change(
    _ number: Int64,
    _ change: DealChange,
    by actor: String = "Rita Sato",
    on day: Day = SalesTeam.today,
    at milliseconds: Int64 = 0
  ) -> RecordedChange? {
    guard var deal = deals[numbered(number)] else { return nil }
    let before = deal
    deal.apply(change, on: day)
    deals[deal.id] = deal
    steps += 1
    let id = EventID(high: UInt64(steps), low: 0)
    let at = Instant(milliseconds: TestBoard.clock.now.milliseconds + milliseconds)
    let recorded = record(change, deal, id: id, by: actor, on: day, before: before, at: at)
    others[deal.id] = recorded
    return recorded
  }

  /// Makes a step as the same person would in a script; it is news to the board.
  mutating func elsewhere(_ number: Int64, _ change: DealChange, summary: String) -> Action? {
    guard let deal = deals[numbered(number)] else { return nil }
    let request = StepRequest(
      actor: "Anna Kern",
      summary: summary,
      at: TestBoard.clock.now,
      changes: [
        ChangeRequest(
          id: EventID(high: UInt64(steps + 1), low: 7),
          target: .deal(deal.id, revision: deal.revision),
          change: change,
          day: SalesTeam.today
        )
      ]
    )
    guard case .stored(_, let step) = commit(Ticket(number: 0), request) else { return nil }
    return .othersChanged(step.changes, step.undo)
  }

  private mutating func commit(_ ticket: Ticket, _ request: StepRequest) -> Action {
    var step = Step(step: named(request.summary, request), before: [], after: [])
    var changed: [Identifier<Deal>: Deal] = [:]
    var changes: [RecordedChange] = []
    for wanted in request.changes {
      var deal: Deal
      switch wanted.target {
      case .newDeal:
        guard case .created(let draft) = wanted.change else { continue }
        let next = (deals.keys.map(\.rawValue).max() ?? 0) + 1
        deal = Deal(id: numbered(next), draft: draft, on: wanted.day)
        step.made.insert(deal.id)
      case .dealMade: continue
      case .deal(let id, let revision):
        guard let known = changed[id] ?? deals[id], known.revision == revision else {
          return .storeFailed(
            ticket,
            StoreFailure(
              sentence: "Rita Sato changed \(deals[id]?.title ?? "a deal") first.",
              theirs: [deals[id]].compactMap(\.self),
              theirChanges: [others[id]].compactMap(\.self)
            )
          )
        }
        if changed[id] == nil { step.before.append(known) }
        deal = known
        deal.apply(wanted.change, on: wanted.day)
      }
      changed[deal.id] = deal
      changes.append(
        record(wanted.change, deal, id: wanted.id, by: request.actor, on: wanted.day)
      )
    }
    for (id, deal) in changed { deals[id] = deal }
    step.after = Array(changed.values)
    done.append(step)
    undone = []
    return .stored(ticket, StoredStep(changes: changes, undo: undoState))
  }

  private mutating func takeBack(
    _ ticket: Ticket,
    _ reversal: StepReversal,
    isRedo: Bool
  ) -> Action {
    guard (isRedo ? undone : done).last?.step.id == reversal.step else {
      return .storeFailed(ticket, StoreFailure(sentence: "Another step of yours is next by now."))
    }
    let covering = done.last?.before.compactMap { others[$0.id] } ?? []
    if refusesCovered, !reversal.goesOnTop, let first = covering.first {
      return .storeFailed(
        ticket,
        StoreFailure(
          sentence: "Rita Sato changed \(first.deal.title) first.",
          theirs: covering.map(\.deal),
          theirChanges: covering
        )
      )
    }
    let id = reversal.id
    guard var step = isRedo ? undone.popLast() : done.popLast() else {
      return .stored(ticket, StoredStep(changes: [], undo: undoState))
    }
    var changes: [RecordedChange] = []
    func revived(_ deal: Deal) -> Deal {
      var deal = deal
      deal.revision = (deals[deal.id]?.revision ?? deal.revision) + 1
      return deal
    }
    var gone = step.after.filter { step.made.contains($0.id) }
    for index in gone.indices { gone[index].presence = isRedo ? .present : .neverWas }
    let wanted = isRedo ? step.after.filter { !step.made.contains($0.id) } : step.before
    for deal in (wanted + gone).map(revived) {
      deals[deal.id] = deal
      changes.append(
        record(.undone(id), deal, id: id, by: step.step.actor, on: deal.lastEventDay)
      )
    }
    if isRedo { done.append(step) } else { undone.append(step) }
    step.after = []
    return .stored(ticket, StoredStep(changes: changes, undo: undoState))
  }

  /// What can be undone and redone now.
  var undoState: UndoState {
    UndoState(undo: done.last?.step, redo: undone.last?.step, depth: done.count)
  }

  private mutating func named(_ summary: String, _ request: StepRequest) -> ChangeStep {
    steps += 1
    return ChangeStep(
      id: numbered(steps),
      actor: request.actor,
      summary: summary,
      eventCount: request.changes.count,
      recordedAt: request.at,
      isImport: false
    )
  }

  private mutating func record(
    _ change: DealChange,
    _ deal: Deal,
    id: EventID,
    by actor: String,
    on day: Day,
    before: Deal? = nil,
    at: Instant? = nil
  ) -> RecordedChange {
    sequence += 1
    var undo: DealChange?
    if let before {
      switch change {
      case .valued: undo = .valued(before.minorUnits, before.currency)
      case .moved: undo = .moved(to: before.stage)
      default: break
      }
    }
    return RecordedChange(
      event: DealEvent(
        sequence: sequence,
        id: id,
        step: numbered(steps),
        actor: actor,
        deal: deal.id,
        revision: deal.revision,
        recordedAt: at ?? Instant(milliseconds: sequence),
        day: day,
        change: change,
        before: undo
      ),
      deal: deal
    )
  }
}
