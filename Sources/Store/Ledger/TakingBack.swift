import Pipeline

/// A step while it is taken back, deal by deal, the last touched first.
struct TakingBack {
  let writer: StepWriter
  private let ledger: Ledger
  private let request: UndoRequest
  private let target: Identifier<ChangeStep>
  private let today: Day
  /// What else is worth saying: the stages that came back.
  private(set) var notices: [StepNotice] = []

  init(
    _ ledger: Ledger,
    _ request: UndoRequest,
    _ target: Identifier<ChangeStep>,
    today: Day
  ) throws {
    self.ledger = ledger
    self.request = request
    self.target = target
    self.today = today
    writer = try StepWriter(ledger, actor: request.actor, at: request.at)
  }

  /// Appends what takes each of the step's events back; returns it with its deals where it is not
  /// too much.
  ///
  /// A stage that was put away comes back where a deal would stand in it again. Throws `.conflict`
  /// where something that came later stands on what would be taken back.
  mutating func run() throws -> [RecordedChange] {
    var changes: [RecordedChange] = []
    var conflicts: [ChangeConflict] = []
    for id in try deals() {
      let history = try ledger.history(of: id)
      guard let deal = try ledger.deal(id) else {
        throw UnreadableRow(what: "the deal of an event")
      }
      if deal.lastEventDay > today {
        throw StoreError.hasFutureEvents(deal: id, title: deal.title, until: deal.lastEventDay)
      }
      let mine = history.events.filter { $0.step == target }
      let covered = mine.filter { later(than: $0, in: history) != nil }
      if !request.goesOnTop, let first = covered.first, let theirs = later(than: first, in: history)
      {
        conflicts.append(
          ChangeConflict(
            deal: id,
            title: deal.title,
            theirs: theirs,
            mine: .undone(mine.first?.id ?? theirs.id)
          )
        )
        continue
      }
      if !conflicts.isEmpty { continue }
      let recorded = try takeBack(mine, covered, history)
      if writer.eventCount <= Int64(StepOutcome.changesLimit) { changes += recorded }
    }
    if !conflicts.isEmpty { throw StoreError.conflict(conflicts) }
    return writer.eventCount > Int64(StepOutcome.changesLimit) ? [] : changes
  }

  /// The deals that the step touched, the last touched first.
  private func deals() throws -> [Identifier<Deal>] {
    let query = try ledger.statement(
      """
      SELECT deal FROM event JOIN step ON step.id = ?
      WHERE sequence BETWEEN step.first_sequence AND step.first_sequence + step.event_count - 1
      GROUP BY deal ORDER BY max(sequence) DESC
      """
    )
    query.bind(target)
    var deals: [Identifier<Deal>] = []
    while try query.step() { deals.append(query.id(0)) }
    return deals
  }

  /// What came later, still stands and is about the same part of the deal: any change of another
  /// step, and where others took back, or made again, what came before.
  ///
  /// Undos of what came later leave no trace. One's own are no hindrance: they go back and forth in
  /// order.
  private func later(than event: DealEvent, in history: DealHistory) -> DealEvent? {
    let facet = history.facet(of: event)
    var takenBack: Set<EventID> = []
    for later in history.events.reversed() {
      guard later.revision > event.revision else { return nil }
      if takenBack.contains(later.id) { continue }
      if case .undone(let undone) = later.change {
        takenBack.insert(undone)
        if later.actor == request.actor { continue }
        if history.root(of: later).revision > event.revision { continue }
      }
      if later.step != target, history.facet(of: later).clashes(with: facet) { return later }
    }
    return nil
  }

  /// Takes events of a deal back; what others have covered of them since is put on top as well.
  private mutating func takeBack(
    _ mine: [DealEvent],
    _ covered: [DealEvent],
    _ history: DealHistory
  ) throws -> [RecordedChange] {
    var revision = Int32(history.events.count)
    var undone: [DealEvent] = []
    for event in mine.reversed() {
      undone.append(
        try writer.record(
          .undone(event.id),
          id: request.id.advanced(by: writer.eventCount),
          on: today,
          deal: event.deal,
          revision: revision,
          before: nil
        )
      )
      revision += 1
    }
    let after = DealHistory(events: history.events + undone)
    guard var deal = after.deal() ?? after.tombstone() else {
      throw UnreadableRow(what: "a deal's creation")
    }
    for change in uncovering(covered, history) {
      guard deal.presence == .present, !deal.isAlready(change),
        (try? deal.check(change, on: today)) != nil
      else { continue }
      undone.append(
        try writer.record(
          change,
          id: request.id.advanced(by: writer.eventCount),
          on: today,
          deal: deal.id,
          revision: deal.revision,
          before: deal.inverse(of: change)
        )
      )
      deal.apply(change, on: today)
    }
    try check(deal)
    try writer.deals.save(deal, isNew: false)
    return undone.map { RecordedChange(event: $0, deal: deal) }
  }

  /// The changes that make the parts of a deal that others have covered since what they were before
  /// the earliest of these events, or, where an undo is taken back, what that took away.
  private func uncovering(_ covered: [DealEvent], _ history: DealHistory) -> [DealChange] {
    var wanted: [(facet: DealFacet, change: DealChange)] = []
    for event in covered {
      let facet = history.facet(of: event)
      guard !wanted.contains(where: { $0.facet == facet }) else { continue }
      var (root, isUndo) = (event, false)
      while case .undone(let target) = root.change,
        let earlier = history.events.first(where: {
          $0.id == target && $0.revision < root.revision
        })
      {
        root = earlier
        isUndo.toggle()
      }
      guard let change = isUndo ? root.change : root.before else { continue }
      switch change {
      // What adds is there again without them, or gone for good.
      case .created, .enteredStage, .stepPlanned, .noted, .activityLogged, .updatedAtSource,
        .undone:
        continue
      case .moved, .transferred, .retitled, .valued, .probabilitySet, .expectedCloseSet, .ownerSet,
        .organizationSet, .contactSet, .labelled, .categorySet, .won, .lost, .reopened, .deleted,
        .longNotesSet, .stepDone, .stepDropped, .snoozed:
        wanted.append((facet, change))
      }
    }
    return wanted.map(\.change)
  }

  /// Makes room for what the world has no place for any more, or refuses it.
  private mutating func check(_ deal: Deal) throws {
    if deal.presence == .neverWas { return }
    if let key = deal.key, let other = try ledger.deal(for: key), other.id != deal.id {
      throw StoreError.keyTaken(key)
    }
    guard deal.status.isOpen, !deal.isDeleted,
      !writer.deals.order.isColumn(deal.stage, of: deal.pipeline)
    else { return }
    let stage = try ledger.bringBack(deal.stage, of: deal.pipeline, for: deal)
    writer.deals.order = StageOrder(try ledger.pipelines())
    notices.append(.stageIsBack(stage.name))
  }
}
