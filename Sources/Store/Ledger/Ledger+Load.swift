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
    let filling = SnapshotFilling(
      WorkspaceSnapshot(
        settings: settings,
        pipelines: pipelines,
        people: try orNone(people),
        goals: try orNone(goals),
        baselines: try orNone(baselines),
        filters: try orNone(filters),
        window: window,
        asOf: day,
        lastSequence: try lastSequence(),
        structureVersion: structureVersion,
        dealsWithLaterEvents: later
      )
    )
    let closed = try deals(asOf: day, window: window, pipelines, without: later, filling.add)
    var snapshot = try filling.filled()
    snapshot.closed = closed
    return snapshot
  }

  /// The live figures of a pipeline at the end of a day; those of an empty one where there is none of
  /// that number.
  ///
  /// With a test, over the deals that pass it.
  func liveFigures(
    of id: Identifier<SalesPipeline>,
    asOf day: Day,
    window: DayRange,
    where test: ((Deal) -> Bool)?
  ) throws -> LiveFigures {
    let pipelines = try pipelines()
    let pipeline =
      pipelines.first { $0.id == id } ?? SalesPipeline(id: id, name: "", stages: [])
    var counter = OpenDealCounter(pipeline: pipeline, day: day, window: window)
    func addOpen(_ deal: Deal) {
      if deal.pipeline == id { counter.add(deal) }
    }
    guard let test else {
      let later = try dealsWithEvents(after: day)
      let closed = try deals(asOf: day, window: window, pipelines, without: later, addOpen)
      return counter.figures(closed: closed[id] ?? ClosedTotals())
    }
    var totals = TotalsBuilder(window: window, asOf: day, order: StageOrder(pipelines))
    let later = try dealsWithEvents(after: day)
    func add(_ deal: Deal) {
      guard !deal.isDeleted, test(deal) else { return }
      if deal.status.isOpen { addOpen(deal) } else { totals.add(deal, times: 1) }
    }
    try openDeals(without: later, add)
    try closedDeals(countedIn: totals, without: later, add)
    try deals(changedAfter: day, add)
    return counter.figures(closed: totals.totals()[id] ?? ClosedTotals())
  }

  /// Sums over the closed deals that pass a test, as known at the end of a day, by pipeline.
  func closedTotals(
    asOf day: Day,
    window: DayRange,
    where test: (Deal) -> Bool
  ) throws -> [Identifier<SalesPipeline>: ClosedTotals] {
    var totals = TotalsBuilder(window: window, asOf: day, order: StageOrder(try pipelines()))
    func add(_ deal: Deal) {
      if test(deal) { totals.add(deal, times: 1) }
    }
    try closedDeals(countedIn: totals, without: try dealsWithEvents(after: day), add)
    try deals(changedAfter: day, add)
    return totals.totals()
  }

  /// Hands out every closed deal that totals may count, and has no event after their day.
  private func closedDeals(
    countedIn totals: TotalsBuilder,
    without later: Set<Identifier<Deal>>,
    _ body: (Deal) -> Void
  ) throws {
    let rows = try statement(
      """
      SELECT \(DealColumns.list) FROM deal
      WHERE status <> 0 AND presence = 0 AND closed_day >= ?
      """
    )
    // Who came to a stage within the window was closed within it, or later.
    rows.bind(min(totals.days.window.first, totals.days.month.first))
    defer { rows.reset() }
    var reader = DealReader()
    while try rows.step() {
      if !later.isEmpty, later.contains(rows.id(0)) { continue }
      body(try reader.deal(rows))
    }
  }

  /// Hands out every deal that has events after a day, as it was at its end.
  private func deals(changedAfter day: Day, _ body: (Deal) -> Void) throws {
    try histories(changedAfter: day) { history in
      if let deal = history.deal(asOf: day) { body(deal) }
    }
  }

  /// Hands out every deal that was open at the end of a day, in no order, and gives the sums over
  /// those closed in a window.
  private func deals(
    asOf day: Day,
    window: DayRange,
    _ pipelines: [SalesPipeline],
    without later: Set<Identifier<Deal>>,
    _ addOpen: (Deal) throws -> Void
  ) throws -> [Identifier<SalesPipeline>: ClosedTotals] {
    try openDeals(without: later, addOpen)
    var totals = TotalsBuilder(window: window, asOf: day, order: StageOrder(pipelines))
    try addClosedDeals(to: &totals)
    if later.isEmpty { return totals.totals() }
    try histories(changedAfter: day) { history in
      if let final = history.deal() { totals.add(final, times: -1) }
      guard let deal = history.deal(asOf: day) else { return }
      totals.add(deal, times: 1)
      if deal.status.isOpen, !deal.isDeleted { try addOpen(deal) }
    }
    return totals.totals()
  }

  private func openDeals(
    without later: Set<Identifier<Deal>>,
    _ body: (Deal) throws -> Void
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
      try body(try reader.deal(rows))
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
    var histories = later.isEmpty ? nil : try HistoryReader(self, changedAfter: day)
    while try rows.step() {
      guard later.contains(rows.id(0)) else {
        try body(try reader.deal(rows))
        continue
      }
      if let deal = try histories?.history()?.deal(asOf: day) { try body(deal) }
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
      people: try orNone(people),
      goals: try orNone(goals),
      baselines: try orNone(baselines),
      filters: try orNone(filters),
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
    let parts =
      last > sequence && sequence >= 0 ? try numbers((sequence + 1)...last, without: step) : []
    let count = parts.reduce(0) { $0 + $1.count }
    // Fewer events than the caller has seen: another file's log, or an older one.
    guard last >= sequence, sequence >= 0, count <= StepOutcome.changesLimit else {
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
    let own = try numbers(of: step)
    if own.isEmpty { return [all] }
    let before = (all.lowerBound, min(all.upperBound, own.lowerBound - 1))
    let after = (max(all.lowerBound, own.upperBound), all.upperBound)
    return [before, after].filter { $0.0 <= $0.1 }.map { $0.0...$0.1 }
  }
}
