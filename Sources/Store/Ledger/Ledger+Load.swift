import Pipeline

extension Ledger {
  /// Everything a board needs of a day.
  ///
  /// Rows hold deals as all events leave them. A deal with events after the day is read from its log
  /// instead, and its row's part in the totals taken out: few deals today, all of them for a day
  /// long past.
  func load(asOf day: Day, window: DayRange) throws -> WorkspaceSnapshot {
    let (settings, structureVersion) = try settings()
    let pipelines = try pipelines()
    let later = try dealsWithEvents(after: day)
    var snapshot = WorkspaceSnapshot(
      settings: settings,
      pipelines: pipelines,
      people: try people(),
      goals: try goals(),
      baselines: try baselines(),
      filters: try filters(),
      window: window,
      asOf: day,
      lastSequence: try lastSequence(),
      structureVersion: structureVersion,
      dealsWithLaterEvents: later
    )
    try addOpenDeals(to: &snapshot, without: later)
    var totals = TotalsBuilder(window: window, asOf: day, order: StageOrder(pipelines))
    try addClosedDeals(to: &totals)
    for id in later {
      if let final = try deal(id) { totals.add(final, times: -1) }
      guard let deal = try history(of: id).deal(asOf: day) else { continue }
      totals.add(deal, times: 1)
      if deal.status.isOpen, !deal.isDeleted { snapshot.add(deal) }
    }
    snapshot.closed = totals.totals()
    return snapshot
  }

  private func addOpenDeals(
    to snapshot: inout WorkspaceSnapshot,
    without later: Set<Identifier<Deal>>
  ) throws {
    let rows = try statement(
      """
      SELECT \(DealColumns.list) FROM deal INDEXED BY deal_open
      WHERE status = 0 AND presence = 0
      """
    )
    var reader = DealReader()
    while try rows.step() {
      if !later.isEmpty, later.contains(rows.id(0)) { continue }
      snapshot.add(try reader.deal(rows))
    }
  }

  /// Hands out every deal that existed at the end of a day, deleted ones included, oldest first.
  func deals(asOf day: Day, _ body: (Deal) throws -> Void) throws {
    let later = try dealsWithEvents(after: day)
    let rows = try statement(
      "SELECT \(DealColumns.list) FROM deal WHERE presence <> 2 OR last_event_day > ? ORDER BY id"
    )
    rows.bind(day)
    defer { rows.reset() }
    var reader = DealReader()
    // Both go by the deal's number, so that one walk over the log serves all deals.
    var histories = try HistoryReader(self, changedAfter: day)
    while try rows.step() {
      guard later.contains(rows.id(0)) else {
        try body(try reader.deal(rows))
        continue
      }
      if let deal = try histories.history()?.deal(asOf: day) { try body(deal) }
    }
  }

  /// Hands out all events of every deal that has one dated after a day, or of every deal.
  func histories(changedAfter day: Day?, _ body: (DealHistory) throws -> Void) throws {
    var reader = try HistoryReader(self, changedAfter: day)
    while let history = try reader.history() { try body(history) }
  }
}

extension Ledger {
  /// One deal as known at the end of a day; `nil` where it did not exist.
  func deal(_ id: Identifier<Deal>, asOf day: Day) throws -> Deal? {
    guard let final = try deal(id) else { return nil }
    if final.lastEventDay > day { return try history(of: id).deal(asOf: day) }
    return final.presence == .neverWas ? nil : final
  }

  /// Pipelines, stages, people, settings, goals, baselines and saved filters.
  func structure() throws -> WorkspaceStructure {
    let (settings, version) = try settings()
    return WorkspaceStructure(
      settings: settings,
      pipelines: try pipelines(),
      people: try people(),
      goals: try goals(),
      baselines: try baselines(),
      filters: try filters(),
      version: version
    )
  }

  /// The events after a number with their deals as of a day, without those of a step, however many
  /// these are.
  func newChanges(
    after sequence: Int64,
    asOf day: Day,
    without step: Identifier<ChangeStep>?
  ) throws -> NewChanges {
    let last = try lastSequence()
    let version = try settings().structureVersion
    let parts = last > sequence ? try numbers((sequence + 1)...last, without: step) : []
    let count = parts.reduce(0) { $0 + $1.count }
    // Fewer events than the caller has seen: another file's log, or an older one.
    guard last >= sequence, count <= StepOutcome.changesLimit else {
      return NewChanges(
        changes: [],
        lastSequence: last,
        structureVersion: version,
        needsReload: true
      )
    }
    let recorded = try parts.flatMap { try self.changes($0) }
    let changes = try recorded.compactMap { change -> RecordedChange? in
      guard change.deal.lastEventDay > day else { return change }
      guard let deal = try history(of: change.deal.id).deal(asOf: day) else { return nil }
      return RecordedChange(event: change.event, deal: deal)
    }
    return NewChanges(changes: changes, lastSequence: last, structureVersion: version)
  }

  /// What is left of a range of numbers without those of a step, which follow one another.
  private func numbers(
    _ all: ClosedRange<Int64>,
    without step: Identifier<ChangeStep>?
  ) throws -> [ClosedRange<Int64>] {
    guard let step else { return [all] }
    let query = try statement("SELECT first_sequence, event_count FROM step WHERE id = ?")
    query.bind(step)
    guard try query.step() else { return [all] }
    defer { query.reset() }
    let first = query.int(0)
    let end = first + query.int(1)
    let before = (all.lowerBound, min(all.upperBound, first - 1))
    let after = (max(all.lowerBound, end), all.upperBound)
    return [before, after].filter { $0.0 <= $0.1 }.map { $0.0...$0.1 }
  }
}
