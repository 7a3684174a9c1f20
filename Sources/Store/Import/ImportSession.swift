public import Pipeline

/// One import into a SQLite file: an open transaction, its prepared statements, and the rows that are
/// being made.
///
/// Rows are written on a thread of their own while the next are made: SQLite takes half of an
/// import's time. What reads the file here waits for that thread first.
public final class ImportSession: ImportTarget {
  /// How many rows are inserted with one statement; more are no faster.
  private static let rowsAtOnce = 128
  /// How many inserts may wait for the other thread, so that memory does not grow with the file.
  private static let insertsWaiting = 8
  /// How much of the file is kept in memory: rows go to many places of its indexes.
  private static let cacheKilobytes = 16_000

  /// The ledger for who waited for the other thread: `settled` gives it.
  private let ledger: Ledger
  private let thread = SideThread(label: "import", capacity: ImportSession.insertsWaiting)
  private let request: ImportRequest
  private let writer: StepWriter
  private var people: [String: Identifier<Person>] = [:]
  private var nextDeal: Int64
  private var held = HeldDeals()
  private var areIndexesLate = false

  init(_ ledger: Ledger, _ request: ImportRequest) throws {
    self.ledger = ledger
    self.request = request
    try ledger.setCache(kilobytes: Self.cacheKilobytes)
    let deals = try DealWriter(
      ledger,
      order: StageOrder(try ledger.pipelines()),
      rowsAtOnce: Self.rowsAtOnce,
      on: thread
    )
    writer = try StepWriter(
      ledger,
      deals,
      actor: request.actor,
      at: request.at,
      rowsAtOnce: Self.rowsAtOnce,
      on: thread
    )
    nextDeal = try ledger.nextDeal()
    for person in try ledger.people() where person.isActive {
      people[person.name.lowercased()] = person.id
    }
  }

  /// Writes what is still held back, and the step where anything was recorded.
  func finish() throws -> ChangeStep? {
    let ledger = try written()
    // What is taken back need not be found.
    if areIndexesLate, !request.isDryRun { try ledger.makeLateIndexes() }
    guard writer.eventCount > 0 else { return nil }
    return try writer.finish(summary: request.summary, isImport: true)
  }

  /// Waits until nothing is written any more, whatever became of it.
  func stop() {
    try? thread.finish()
    try? ledger.setCache(kilobytes: WorkspaceFile.cacheKilobytes)
  }

  /// The ledger while nothing else uses it, with every deal that is not held.
  private func settled() throws -> Ledger {
    try writer.deals.flush()
    try thread.finish()
    return ledger
  }

  /// The ledger with everything that was recorded.
  func written() throws -> Ledger {
    try writeHeld()
    try writer.flush()
    return try settled()
  }

  private func writeHeld() throws {
    for (deal, isNew) in held.deals { try writer.deals.save(deal, isNew: isNew) }
    held.clear()
  }

  // MARK: Structure

  /// The pipelines as the import has left them so far.
  ///
  /// Throws what the store throws.
  public func pipelines() throws -> [SalesPipeline] {
    try settled().pipelines()
  }

  /// Makes an edit of the structure within the import.
  ///
  /// The first pipeline that an import adds takes the place of the default one while that is
  /// untouched and empty. Throws what the store throws.
  public func edit(_ edit: StructureEdit) throws {
    let ledger = try written()
    if areIndexesLate {
      try ledger.makeLateIndexes()
      areIndexesLate = false
    }
    try ledger.edit(edit)
    if case .addPipeline = edit { try ledger.dropUntouchedDefault() }
    writer.deals.order = StageOrder(try ledger.pipelines())
  }

  /// Keeps, replaces or forgets a meeting, a draft or a contact within the import.
  ///
  /// Throws what the store throws.
  public func keep(_ record: RecordEdit) throws {
    try settled().keep(record)
  }

  /// The team member of this name, matched without regard to case, made active and new if missing.
  ///
  /// Throws what the store throws.
  public func person(named name: String) throws -> Identifier<Person> {
    let key = name.lowercased()
    if let known = people[key] { return known }
    let id = try settled().activePerson(named: name)
    people[key] = id
    return id
  }

  // MARK: Deals

  /// Whether there are deals of a source whose import was not taken back.
  ///
  /// Throws what the store throws.
  public func hasDeals(from source: String) throws -> Bool {
    if held.deals.contains(where: { $0.deal.key?.source == source }) { return true }
    return try settled().hasDeals(from: source)
  }

  /// The deal that was brought under this key, deleted ones included; `nil` where there is none.
  ///
  /// Throws what the store throws.
  public func deal(for key: SourceKey) throws -> Deal? {
    try held[key] ?? settled().deal(for: key)
  }

  /// A deal as all its events leave it; `nil` where there is no such number.
  ///
  /// Throws what the store throws.
  public func deal(_ id: Identifier<Deal>) throws -> Deal? {
    try held[id] ?? settled().deal(id)
  }

  /// Hands out the titles of all deals, deleted ones left out.
  ///
  /// Throws what the store throws.
  public func titles(_ body: (Identifier<Deal>, String) -> Void) throws {
    let rows = try written().statement(
      "SELECT id, title FROM deal WHERE presence = 0 ORDER BY id"
    )
    while try rows.step() { body(rows.id(0), rows.text(1)) }
  }

  /// How a contact is reached: who has this name and works there, else who has this name and whose
  /// organization is not known.
  ///
  /// Throws what the store throws.
  public func contact(named name: String, at organization: String?) throws -> Contact? {
    try settled().contact(named: name, at: organization)
  }

  /// Keeps how a contact is reached, in place of what was known of the same name and organization.
  ///
  /// Throws what the store throws.
  public func save(_ contact: Contact) throws {
    try settled().keep(.saveContact(contact))
  }

  /// The log of a deal before this import, in order, each event with whether an import made it.
  ///
  /// Throws what the store throws.
  public func events(
    of deal: Identifier<Deal>
  ) throws -> [(event: DealEvent, isImport: Bool)] {
    try settled().log(of: deal)
  }

  /// Makes a deal and returns it.
  ///
  /// Throws what the store throws.
  public func create(_ draft: DealDraft, on day: Day) throws -> Deal {
    if nextDeal == 1 {
      try settled().dropLateIndexes()
      areIndexesLate = true
    }
    let id = Identifier<Deal>(rawValue: nextDeal)
    nextDeal += 1
    try record(.created(draft), on: day, deal: id, revision: 0, before: nil)
    let deal = Deal(id: id, draft: draft, on: day)
    if held.isFull { try writeHeld() }
    held.add(deal, isNew: true)
    return deal
  }

  /// Appends a change that passed `Deal.check` to a deal as it was last returned here, and returns
  /// the deal after it.
  ///
  /// Throws what the store throws.
  public func append(_ change: DealChange, on day: Day, to deal: Deal) throws -> Deal {
    try record(
      change,
      on: day,
      deal: deal.id,
      revision: deal.revision,
      before: deal.inverse(of: change)
    )
    var after = deal
    after.apply(change, on: day)
    if held.isFull, held[deal.id] == nil { try writeHeld() }
    held.put(after)
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

  // MARK: What was not taken

  /// Values of fields that an earlier import brought and that were not taken, because they were
  /// changed on both sides, by facet.
  ///
  /// Throws what the store throws.
  public func valuesNotTaken(of deal: Identifier<Deal>) throws -> [DealFacet: DealChange] {
    try settled().valuesNotTaken(of: deal)
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
    try settled().remember(notTaken: change, for: facet, of: deal)
  }
}
