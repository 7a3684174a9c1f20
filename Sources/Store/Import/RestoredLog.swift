public import Pipeline

/// Writes steps that another file recorded as they were recorded there: by whom, when, and under
/// which ids.
///
/// An event is recorded once however often it is brought, because its id tells it.
public final class RestoredLog: RestoreTarget {
  private let ledger: Ledger
  private let deals: DealWriter
  private var nextDeal: Int64
  /// The step that events go into, and what becomes of it in the end.
  private var step: (writer: StepWriter, summary: String, isImport: Bool)?
  private var undone: Identifier<ChangeStep>?
  /// The deal whose row is behind its log, and whether it has a row.
  private var pending: (deal: Deal, isNew: Bool)?

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    deals = try DealWriter(ledger, order: StageOrder(try ledger.pipelines()))
    nextDeal = try ledger.nextDeal()
  }

  /// Brings in pipelines, stages and people, and returns what the record's numbers stand for here.
  ///
  /// Throws what the store throws.
  public func restoreStructure(_ record: WorkspaceRecord) throws -> WorkspaceNumbers {
    let numbers = try ledger.restoreStructure(record)
    deals.order = StageOrder(try ledger.pipelines())
    return numbers
  }

  /// Brings in goals, baselines, filters, contacts, meetings and drafts.
  ///
  /// Throws what the store throws.
  public func restoreRecords(_ record: WorkspaceRecord) throws {
    try ledger.restoreRecords(record)
  }

  /// Remembers a value that an import brought to a deal and that was not taken.
  ///
  /// Throws what the store throws.
  public func remember(notTaken change: DealChange, of deal: Identifier<Deal>) throws {
    try ledger.remember(notTaken: change, for: change.facet, of: deal)
  }

  // MARK: Steps

  /// Ends the step before and begins one that was recorded at a moment.
  ///
  /// Throws what the store throws.
  public func begin(actor: String, summary: String, at: Instant, isImport: Bool) throws {
    let previous = step?.writer
    try finish()
    let writer =
      try previous.map { StepWriter(after: $0, actor: actor, at: at) }
      ?? StepWriter(ledger, deals, actor: actor, at: at)
    step = (writer, summary, isImport)
  }

  /// Ends the last step; one that recorded nothing leaves no trace.
  func finish() throws {
    try writePending()
    defer {
      step = nil
      undone = nil
    }
    guard let step, step.writer.eventCount > 0 else { return }
    let undoes = try undone.flatMap { try isTakenBack($0) ? nil : $0 }
    let made = try step.writer.finish(
      summary: step.summary,
      isImport: step.isImport,
      undoes: undoes
    )
    if let undoes { try noteUndo(made.id, of: undoes) }
  }

  private func isTakenBack(_ step: Identifier<ChangeStep>) throws -> Bool {
    try ledger.number("SELECT count(*) FROM step WHERE undoes = ?", [step.rawValue]) > 0
  }

  /// Lets the step at the root of a chain of undos know the chain's tip, and whether it is in
  /// effect.
  private func noteUndo(_ tip: Identifier<ChangeStep>, of step: Identifier<ChangeStep>) throws {
    var root = step.rawValue
    var isInEffect = false
    while true {
      let before = try ledger.number("SELECT undoes FROM step WHERE id = ?", [root])
      // Nothing undoes what came after it: a file in which something seems to was damaged.
      if before == 0 || before >= root { break }
      root = before
      isInEffect.toggle()
    }
    let update = try ledger.statement("UPDATE step SET tip = ?, in_effect = ? WHERE id = ?")
    update.bind(tip)
    update.bind(isInEffect ? 1 : 0)
    update.bind(root)
    try update.run()
  }

  // MARK: Events

  /// The deal of an event that is in the log already; `nil` where there is no such event.
  ///
  /// Throws what the store throws.
  public func deal(ofEvent id: EventID) throws -> Identifier<Deal>? {
    try row(of: id, "deal").map { Identifier(rawValue: $0) }
  }

  private func row(of id: EventID, _ column: StaticString) throws -> Int64? {
    let query = try ledger.statement(
      "SELECT \(column) FROM event WHERE id_high = ? AND id_low = ?"
    )
    query.bind(Int64(bitPattern: id.high))
    query.bind(Int64(bitPattern: id.low))
    guard try query.step() else { return nil }
    defer { query.reset() }
    return query.int(0)
  }

  /// The deal that was imported under a key; `nil` where there is none.
  ///
  /// Throws what the store throws.
  public func deal(for key: SourceKey) throws -> Deal? {
    if let pending, pending.deal.key == key { return pending.deal }
    return try ledger.deal(for: key)
  }

  /// A deal as all its events leave it; `nil` where there is no such number.
  ///
  /// Throws what the store throws.
  public func deal(_ id: Identifier<Deal>) throws -> Deal? {
    if let pending, pending.deal.id == id { return pending.deal }
    return try ledger.deal(id)
  }

  /// Makes a deal, under a number where that is free, and returns it.
  ///
  /// Throws what the store throws.
  public func create(
    _ draft: DealDraft,
    id: EventID,
    on day: Day,
    as number: Identifier<Deal>?
  ) throws -> Deal {
    try writePending()
    let wanted = number.map(\.rawValue) ?? nextDeal
    // One so large that few are left behind it is as good as none that is free.
    let isFree = wanted >= nextDeal && wanted <= NumberRange.rows.upperBound / 2
    let deal = Identifier<Deal>(rawValue: isFree ? wanted : nextDeal)
    nextDeal = deal.rawValue + 1
    try record(.created(draft), id: id, on: day, deal: deal, revision: 0, before: nil)
    let made = Deal(id: deal, draft: draft, on: day)
    pending = (made, true)
    return made
  }

  /// Appends a change that passed `Deal.check` to a deal as it was last returned here, and returns
  /// the deal after it.
  ///
  /// Throws what the store throws.
  public func append(
    _ change: DealChange,
    id: EventID,
    on day: Day,
    to deal: Deal
  ) throws -> Deal {
    let isNew = pending.map { $0.deal.id == deal.id && $0.isNew } ?? false
    if pending?.deal.id != deal.id { try writePending() }
    try record(
      change,
      id: id,
      on: day,
      deal: deal.id,
      revision: deal.revision,
      before: deal.inverse(of: change)
    )
    var after = deal
    after.apply(change, on: day)
    if case .undone(let target) = change {
      undone = try row(of: target, "step").map { Identifier(rawValue: $0) } ?? undone
      let history = try history(of: deal.id)
      after = history.deal() ?? history.tombstone() ?? after
    }
    pending = (after, isNew)
    return after
  }

  /// All events of a deal, those of the step that is not written yet too.
  private func history(of deal: Identifier<Deal>) throws -> DealHistory {
    let query = try ledger.statement(
      "\(EventRows.selectUnfinished) WHERE event.deal = ? ORDER BY event.revision"
    )
    query.bind(deal)
    var reader = EventReader()
    var events: [DealEvent] = []
    while try query.step() { events.append(try reader.event(query)) }
    return DealHistory(events: events)
  }

  private func record(
    _ change: DealChange,
    id: EventID,
    on day: Day,
    deal: Identifier<Deal>,
    revision: Int32,
    before: DealChange?
  ) throws {
    guard let writer = step?.writer else { throw UnreadableRow(what: "the step of an event") }
    _ = try writer.record(
      change,
      id: id,
      on: day,
      deal: deal,
      revision: revision,
      before: before
    )
  }

  private func writePending() throws {
    guard let deal = pending else { return }
    try deals.save(deal.deal, isNew: deal.isNew)
    pending = nil
  }
}

extension ImportSession {
  /// Writes steps of another file's log, each as a step of its own.
  ///
  /// Throws what `body` and the store throw.
  public func restoring(_ body: (RestoredLog) throws -> Void) throws {
    let log = try RestoredLog(written())
    try body(log)
    try log.finish()
  }
}
