import Pipeline

extension Ledger {
  /// Makes the changes of a step that was not sent before, all or none.
  ///
  /// Throws `.conflict`, `.rule` and what else `StoreError` says of deals and stages; the caller's
  /// transaction then takes everything back.
  func append(_ request: StepRequest, today: Day) throws -> StepOutcome {
    var appending = try Appending(self, request, today: today)
    for change in request.changes { try appending.make(change) }
    return try appending.finish()
  }

  /// What the step did that recorded an event of one of these ids; `nil` where none was recorded.
  func outcome(ofAny ids: [EventID]) throws -> StepOutcome? {
    guard let step = try step(ofAny: ids) else { return nil }
    return StepOutcome(step: step, changes: try changes(of: step))
  }

  /// The step that recorded an event of one of these ids; `nil` where none was recorded.
  func step(ofAny ids: [EventID]) throws -> ChangeStep? {
    let query = try statement("SELECT step FROM event WHERE id_high = ? AND id_low = ?")
    for id in ids {
      query.bind(Int64(bitPattern: id.high))
      query.bind(Int64(bitPattern: id.low))
      if try query.step() {
        let step: Identifier<ChangeStep> = query.id(0)
        query.reset()
        return try self.step(step)
      }
    }
    return nil
  }

  /// What a step recorded, each event with its deal as all events leave it; nothing where it is too
  /// much.
  func changes(of step: ChangeStep) throws -> [RecordedChange] {
    guard step.eventCount <= StepOutcome.changesLimit else { return [] }
    let numbers = try numbers(of: step.id)
    return numbers.isEmpty ? [] : try changes(ClosedRange(numbers))
  }

  /// The events in a range of numbers, each with its deal as all events leave it.
  func changes(_ numbers: ClosedRange<Int64>) throws -> [RecordedChange] {
    var recorded: [DealEvent] = []
    try events(numbers) { recorded.append($0) }
    var deals: [Identifier<Deal>: Deal] = [:]
    return try recorded.map { event in
      let deal = try deals[event.deal] ?? self.deal(event.deal)
      guard let deal else { throw UnreadableRow(what: "the deal of an event") }
      deals[event.deal] = deal
      return RecordedChange(event: event, deal: deal)
    }
  }
}

/// A step while it is made.
private struct Appending {
  private let ledger: Ledger
  private let request: StepRequest
  private let today: Day
  private let writer: StepWriter
  private var working: [Identifier<Deal>: Deal] = [:]
  /// Revisions of the deals before this step.
  private var found: [Identifier<Deal>: Int32] = [:]
  private var made: [Identifier<Deal>] = []
  private var nextDeal: Int64
  private var changes: [RecordedChange] = []
  private var notices: [StepNotice] = []
  private var conflicts: [ChangeConflict] = []

  init(_ ledger: Ledger, _ request: StepRequest, today: Day) throws {
    self.ledger = ledger
    self.request = request
    self.today = today
    writer = try StepWriter(ledger, actor: request.actor, at: request.at)
    nextDeal = try ledger.nextDeal()
  }

  mutating func make(_ wanted: ChangeRequest) throws {
    if wanted.day > today { throw StoreError.dayAfterToday(wanted.day) }
    switch wanted.target {
    case .newDeal: try create(wanted)
    case .dealMade(let index):
      precondition(made.indices.contains(index), "a step names a deal that it has not made")
      try change(made[index], seen: nil, wanted)
    case .deal(let id, let revision): try change(id, seen: revision, wanted)
    }
  }

  mutating func finish() throws -> StepOutcome {
    if !conflicts.isEmpty { throw StoreError.conflict(conflicts) }
    guard !changes.isEmpty else { return StepOutcome(step: nil, changes: [], notices: notices) }
    for (id, deal) in working where deal.revision != found[id] {
      try writer.deals.save(deal, isNew: found[id] == nil)
    }
    let step = try writer.finish(summary: request.summary, isImport: request.isImport)
    return StepOutcome(
      step: step,
      changes: changes.count > StepOutcome.changesLimit ? [] : changes,
      notices: notices
    )
  }

  private mutating func create(_ wanted: ChangeRequest) throws {
    guard case .created(let draft) = wanted.change else {
      preconditionFailure("a new deal begins with its creation")
    }
    let id = Identifier<Deal>(rawValue: nextDeal)
    func broken(_ rule: DealRuleViolation) -> StoreError {
      .rule(deal: id, title: draft.title, rule)
    }
    if draft.title.allSatisfy(\.isWhitespace) { throw broken(.emptyTitle) }
    if let amount = draft.minorUnits, amount < 0 { throw broken(.negativeValue) }
    guard writer.deals.order.isColumn(draft.stage, of: draft.pipeline) else {
      throw broken(.unknownStage)
    }
    nextDeal += 1
    made.append(id)
    let event = try writer.record(
      wanted.change,
      id: wanted.id,
      on: wanted.day,
      deal: id,
      revision: 0,
      before: nil
    )
    let deal = Deal(id: id, draft: draft, on: wanted.day)
    working[id] = deal
    changes.append(RecordedChange(event: event, deal: deal))
  }

  private mutating func change(
    _ id: Identifier<Deal>,
    seen: Int32?,
    _ wanted: ChangeRequest
  ) throws {
    var deal = try workingDeal(id)
    var change = wanted.change
    switch change {
    case .created, .undone: preconditionFailure("an append neither creates twice nor takes back")
    case .stepPlanned(let step) where step.number <= deal.stepsPlanned:
      // Someone else planned a step meanwhile; both stay, under numbers of their own.
      change = .stepPlanned(step.numbered(deal.stepsPlanned + 1))
    case .enteredStage, .moved, .transferred, .retitled, .valued, .probabilitySet,
      .expectedCloseSet, .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .won,
      .lost, .reopened, .deleted, .noted, .longNotesSet, .activityLogged, .stepPlanned, .stepDone,
      .stepDropped, .snoozed, .updatedAtSource:
      break
    }
    if deal.lastEventDay > today {
      throw StoreError.hasFutureEvents(deal: id, title: deal.title, until: deal.lastEventDay)
    }
    if let seen, let found = found[id], seen != found {
      guard try meets(change, deal, since: seen) else { return }
    } else if !deal.isDeleted, deal.isUnmoved(by: change) {
      notices.append(.alreadySo(deal: id, title: deal.title, wanted: change))
      return
    }
    try check(change, deal, on: wanted.day)
    let event = try writer.record(
      change,
      id: wanted.id,
      on: wanted.day,
      deal: id,
      revision: deal.revision,
      before: deal.inverse(of: change)
    )
    deal.apply(change, on: wanted.day)
    working[id] = deal
    changes.append(RecordedChange(event: event, deal: deal))
  }

  /// Looks at what others did to a deal since it was seen, and says whether the change may go on
  /// top.
  private mutating func meets(_ change: DealChange, _ deal: Deal, since seen: Int32) throws -> Bool
  {
    let later = try ledger.events(of: deal.id, after: seen).filter { $0.step != writer.id }
    let clash = try later.last {
      try ledger.root(of: $0).change.clashFacet.clashes(with: change.clashFacet)
    }
    if deal.isAlready(change) {
      notices.append(.alreadySo(deal: deal.id, title: deal.title, wanted: change))
      return false
    }
    if let clash {
      conflicts.append(
        ChangeConflict(deal: deal.id, title: deal.title, theirs: clash, mine: change)
      )
      return false
    }
    if let last = later.last {
      notices.append(.alsoChanged(deal: deal.id, title: deal.title, theirs: last))
    }
    return true
  }

  private func check(_ change: DealChange, _ deal: Deal, on day: Day) throws {
    do {
      try deal.check(change, on: day)
    } catch {
      throw StoreError.rule(deal: deal.id, title: deal.title, error)
    }
    let order = writer.deals.order
    let isKnown =
      switch change {
      case .moved(let stage): order.isColumn(stage, of: deal.pipeline)
      case .transferred(let pipeline, let stage): order.isColumn(stage, of: pipeline)
      case .created, .enteredStage, .retitled, .valued, .probabilitySet, .expectedCloseSet,
        .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .won, .lost, .reopened,
        .deleted, .noted, .longNotesSet, .activityLogged, .stepPlanned, .stepDone, .stepDropped,
        .snoozed, .updatedAtSource, .undone:
        true
      }
    if !isKnown { throw StoreError.rule(deal: deal.id, title: deal.title, .unknownStage) }
  }

  private mutating func workingDeal(_ id: Identifier<Deal>) throws -> Deal {
    if let deal = working[id] { return deal }
    guard let deal = try ledger.deal(id) else { throw StoreError.unknownDeal(id) }
    found[id] = deal.revision
    working[id] = deal
    return deal
  }
}

extension PlannedStep {
  /// The same step under another number.
  fileprivate func numbered(_ number: Int32) -> PlannedStep {
    PlannedStep(number: number, due: due, minuteOfDay: minuteOfDay, activity: activity)
  }
}
