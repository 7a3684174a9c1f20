import Pipeline
import Store

extension OpenWorkspace {
  /// Makes changes of one deal as one step, and returns the deal after them.
  ///
  /// `summary` says what is done, in words for the log of steps: `move Acme renewal to Demo`.
  func change(
    _ deal: Deal,
    _ changes: [DealChange],
    on day: Day,
    summary: String,
    contact: ContactEdit? = nil
  ) throws -> Deal {
    let target = ChangeRequest.Target.deal(deal.id, revision: deal.revision)
    let wanted = changes.map { (target, $0) }
    let outcome = try append(wanted, on: day, summary: summary, contact: contact)
    if let changed = outcome.changes.last?.deal { return changed }
    return try store.deal(deal.id, asOf: today) ?? deal
  }

  /// Makes one change of several deals as one step, and returns the deals that it changed.
  func changeAll(
    _ deals: [Deal],
    _ change: DealChange,
    on day: Day,
    summary: String
  ) throws -> [Deal] {
    let wanted = deals.map { (ChangeRequest.Target.deal($0.id, revision: $0.revision), change) }
    return try append(wanted, on: day, summary: summary).changes.map(\.deal)
  }

  /// Makes a deal, and changes it further, as one step.
  func create(
    _ draft: DealDraft,
    then changes: [DealChange] = [],
    on day: Day,
    contact: ContactEdit? = nil
  ) throws -> Deal? {
    let wanted: [(ChangeRequest.Target, DealChange)] =
      [(.newDeal, .created(draft))] + changes.map { (.dealMade(0), $0) }
    let outcome = try append(wanted, on: day, summary: "add \(draft.title)", contact: contact)
    return outcome.changes.last?.deal
  }

  /// Makes an edit of what stands beside the deals, and returns all of that after it.
  ///
  /// It is no step; that it was made is remembered, so that undo takes back nothing older unasked.
  func edit(_ edit: StructureEdit) throws -> WorkspaceStructure {
    try self.edit([edit])
  }

  /// The same of several edits, of which all are made or none.
  func edit(_ edits: [StructureEdit]) throws -> WorkspaceStructure {
    try store.edit(edits, by: actor, at: Clock.now)
  }

  /// Writes down how somebody is reached, where no step names them with it.
  func keep(_ contact: ContactEdit) throws {
    try store.keep(.editContact(contact, by: actor, at: Clock.now))
  }

  private func append(
    _ changes: [(ChangeRequest.Target, DealChange)],
    on day: Day,
    summary: String,
    contact: ContactEdit? = nil
  ) throws -> StepOutcome {
    let now = Clock.now
    var generator = SystemRandomNumberGenerator()
    let requests = changes.map { target, change in
      ChangeRequest(
        id: EventID(at: now, using: &generator),
        target: target,
        change: change,
        day: day
      )
    }
    let request = StepRequest(
      actor: actor,
      summary: summary,
      at: now,
      changes: requests,
      contact: contact
    )
    let outcome = try store.append(request, today: today)
    tell(outcome)
    return outcome
  }

  /// Says what is worth saying of a step though it was made.
  func tell(_ outcome: StepOutcome) {
    for notice in outcome.notices { Console.writeError(TerminalText.safe(Self.sentence(notice))) }
  }

  /// Asks to take back or make again a step of the actor's own, and no other.
  func undoRequest(_ step: ChangeStep, goesOnTop: Bool) -> UndoRequest {
    let now = Clock.now
    var generator = SystemRandomNumberGenerator()
    return UndoRequest(
      id: EventID(at: now, using: &generator),
      actor: actor,
      at: now,
      step: step.id,
      goesOnTop: goesOnTop
    )
  }

  private static func sentence(_ notice: StepNotice) -> String {
    switch notice {
    case .alreadySo(_, let title, _): "\(title) was so already; nothing was recorded."
    case .alsoChanged(_, let title, let theirs):
      "\(theirs.actor) changed \(title) as well meanwhile; both changes stand."
    case .stageIsBack(let stage): "\(stage) is on the board again."
    }
  }
}
