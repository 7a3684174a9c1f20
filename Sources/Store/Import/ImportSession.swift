public import Pipeline

/// One import into a SQLite file: an open transaction, its prepared statements, and the deal that is
/// being written.
///
/// A deal's row is written once its next deal begins, not at each of its events.
public final class ImportSession: ImportTarget {
  let ledger: Ledger
  private let request: ImportRequest
  private let writer: StepWriter
  private var people: [String: Identifier<Person>] = [:]
  private var nextDeal: Int64
  /// The deal whose row is behind its log, and whether it has a row.
  private var pending: (deal: Deal, isNew: Bool)?

  init(_ ledger: Ledger, _ request: ImportRequest) throws {
    self.ledger = ledger
    self.request = request
    writer = try StepWriter(ledger, actor: request.actor, at: request.at)
    nextDeal = try ledger.number("SELECT max(id) FROM deal") + 1
    for person in try ledger.people() where person.isActive {
      people[person.name.lowercased()] = person.id
    }
  }

  /// Writes what is still held back, and the step where anything was recorded.
  func finish() throws -> ChangeStep? {
    try writePending()
    guard writer.eventCount > 0 else { return nil }
    return try writer.finish(summary: request.summary, isImport: true)
  }

  // MARK: Structure

  /// The pipelines as the import has left them so far.
  ///
  /// Throws what the store throws.
  public func pipelines() throws -> [SalesPipeline] {
    try ledger.pipelines()
  }

  /// Makes an edit of the structure within the import.
  ///
  /// The first pipeline that an import adds takes the place of the default one while that is
  /// untouched and empty. Throws what the store throws.
  public func edit(_ edit: StructureEdit) throws {
    try writePending()
    try ledger.edit(edit)
    if case .addPipeline = edit { try ledger.dropUntouchedDefault() }
    writer.deals.order = StageOrder(try ledger.pipelines())
  }

  /// Keeps, replaces or forgets a meeting, a draft or a contact within the import.
  ///
  /// Throws what the store throws.
  public func keep(_ record: RecordEdit) throws {
    try ledger.keep(record)
  }

  /// The team member of this name, matched without regard to case, made active and new if missing.
  ///
  /// Throws what the store throws.
  public func person(named name: String) throws -> Identifier<Person> {
    let key = name.lowercased()
    if let known = people[key] { return known }
    let id = try ledger.activePerson(named: name)
    people[key] = id
    return id
  }

  // MARK: Deals

  /// The deal that was brought under this key, deleted ones included; `nil` where there is none.
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

  /// Hands out the titles of all deals, deleted ones left out.
  ///
  /// Throws what the store throws.
  public func titles(_ body: (Identifier<Deal>, String) -> Void) throws {
    try writePending()
    let rows = try ledger.statement("SELECT id, title FROM deal WHERE presence = 0 ORDER BY id")
    while try rows.step() { body(rows.id(0), rows.text(1)) }
  }

  /// How a contact is reached: who has this name and works there, else who has this name and whose
  /// organization is not known.
  ///
  /// Throws what the store throws.
  public func contact(named name: String, at organization: String?) throws -> Contact? {
    try ledger.contact(named: name, at: organization)
  }

  /// Keeps how a contact is reached, in place of what was known of the same name and organization.
  ///
  /// Throws what the store throws.
  public func save(_ contact: Contact) throws {
    try ledger.keep(.saveContact(contact))
  }

  /// The whole log of a deal in order, each event with whether an import made it.
  ///
  /// Throws what the store throws.
  public func events(
    of deal: Identifier<Deal>
  ) throws -> [(event: DealEvent, isImport: Bool)] {
    try ledger.log(of: deal)
  }

  /// Makes a deal and returns it.
  ///
  /// Throws what the store throws.
  public func create(_ draft: DealDraft, on day: Day) throws -> Deal {
    try writePending()
    let id = Identifier<Deal>(rawValue: nextDeal)
    nextDeal += 1
    try record(.created(draft), on: day, deal: id, revision: 0, before: nil)
    let deal = Deal(id: id, draft: draft, on: day)
    pending = (deal, true)
    return deal
  }

  /// Appends a change that passed `Deal.check` to a deal as it was last returned here, and returns
  /// the deal after it.
  ///
  /// Throws what the store throws.
  public func append(_ change: DealChange, on day: Day, to deal: Deal) throws -> Deal {
    let isNew = pending.map { $0.deal.id == deal.id && $0.isNew } ?? false
    if pending?.deal.id != deal.id { try writePending() }
    try record(
      change,
      on: day,
      deal: deal.id,
      revision: deal.revision,
      before: deal.inverse(of: change)
    )
    var after = deal
    after.apply(change, on: day)
    pending = (after, isNew)
    return after
  }

  private func record(
    _ change: DealChange,
    on day: Day,
    deal: Identifier<Deal>,
    revision: Int32,
    before: DealChange?
  ) throws {
    _ = try writer.record(
      change,
      id: request.id.advanced(by: writer.eventCount),
      on: day,
      deal: deal,
      revision: revision,
      before: before
    )
  }

  private func writePending() throws {
    guard let deal = pending else { return }
    try writer.deals.save(deal.deal, isNew: deal.isNew)
    pending = nil
  }

  // MARK: What was not taken

  /// Values of fields that an earlier import brought and that were not taken, because they were
  /// changed on both sides, by facet.
  ///
  /// Throws what the store throws.
  public func valuesNotTaken(of deal: Identifier<Deal>) throws -> [DealFacet: DealChange] {
    try ledger.valuesNotTaken(of: deal)
  }

  /// Remembers that this import brought a value that was not taken; `nil` forgets it.
  ///
  /// Throws what the store throws.
  public func remember(
    notTaken change: DealChange?,
    for facet: DealFacet,
    of deal: Identifier<Deal>
  )
    throws
  {
    try ledger.remember(notTaken: change, for: facet, of: deal)
  }
}
