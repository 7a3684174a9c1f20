import GRDB
import Pipeline

/// The tables of a workspace within one transaction: what every reading and writing starts from.
struct Ledger {
  let database: Database
  /// The file, for errors.
  let path: String
  /// Notes the parts that are done without; `nil` where nothing is.
  let unread: UnreadParts?

  init(_ database: Database, path: String, without unread: UnreadParts? = nil) {
    self.database = database
    self.path = path
    self.unread = unread
  }

  func statement(_ sql: String) throws -> Statement {
    try Statement(database, sql)
  }

  /// Makes the tables of a new workspace with the default pipeline.
  func create(_ settings: WorkspaceSettings) throws {
    try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
    for sql in Schema.statements(version: Schema.version) { try database.execute(sql: sql) }
    let workspace = try statement("INSERT INTO workspace VALUES (1, ?, ?, 1)")
    workspace.bind(settings.timeZone)
    workspace.bind(settings.currency.code)
    try workspace.run()
    try insertPipeline("Sales", StageTemplate.defaults, isUntouchedDefault: true)
  }

  /// The number of the last event; 0 for an empty log.
  func lastSequence() throws -> Int64 {
    try number("SELECT max(sequence) FROM event")
  }

  /// The single number that a query gives; 0 where it gives none.
  func number(_ sql: String, _ parameters: [Int64] = []) throws -> Int64 {
    let query = try statement(sql)
    for parameter in parameters { query.bind(parameter) }
    guard try query.step() else { return 0 }
    defer { query.reset() }
    return query.int(0)
  }

  // MARK: Deals and their logs

  /// The deal as all its events leave it; `nil` where there is no such number.
  func deal(_ id: Identifier<Deal>) throws -> Deal? {
    let query = try statement("SELECT \(DealColumns.list) FROM deal WHERE id = ?")
    query.bind(id)
    return try firstDeal(query)
  }

  /// The deal that was imported under a key, deleted ones included, without those whose import was
  /// taken back.
  func deal(for key: SourceKey) throws -> Deal? {
    let query = try statement(
      """
      SELECT \(DealColumns.list) FROM deal
      WHERE source = ? AND source_id = ? AND presence <> 2
      """
    )
    query.bind(key.source)
    query.bind(key.id)
    return try firstDeal(query)
  }

  /// Whether any deal was imported from a source, without those whose import was taken back.
  func hasDeals(from source: String) throws -> Bool {
    let query = try statement("SELECT 1 FROM deal WHERE source = ? AND presence <> 2 LIMIT 1")
    query.bind(source)
    defer { query.reset() }
    return try query.step()
  }

  private func firstDeal(_ query: Statement) throws -> Deal? {
    guard try query.step() else { return nil }
    defer { query.reset() }
    var reader = DealReader()
    return try reader.deal(query)
  }

  /// All events of a deal in the order of the log; none where there is no such number.
  func history(of id: Identifier<Deal>) throws -> DealHistory {
    DealHistory(events: try log(of: id).map(\.event))
  }

  /// All events of a deal in the order of the log, each with whether an import made it.
  func log(of id: Identifier<Deal>) throws -> [(event: DealEvent, isImport: Bool)] {
    let query = try statement(
      "\(EventRows.select) WHERE event.deal = ? ORDER BY event.revision"
    )
    query.bind(id)
    var reader = EventReader()
    var log: [(event: DealEvent, isImport: Bool)] = []
    while try query.step() {
      log.append((try reader.event(query), reader.isImport(query)))
    }
    return log
  }

  /// The events of a deal after a revision, in the order of the log.
  ///
  /// A change on top of others' asks for them behind the gate, where all of a long history would keep
  /// everybody waiting.
  func events(of id: Identifier<Deal>, after revision: Int32) throws -> [DealEvent] {
    let query = try statement(
      "\(EventRows.select) WHERE event.deal = ? AND event.revision > ? ORDER BY event.revision"
    )
    query.bind(id)
    query.bind(Int64(revision))
    var reader = EventReader()
    var events: [DealEvent] = []
    while try query.step() { events.append(try reader.event(query)) }
    return events
  }

  /// What an undo, or an undo of an undo, takes back or gives back in the end, as `DealHistory` finds
  /// it; any other event itself.
  func root(of event: DealEvent) throws -> DealEvent {
    let query = try statement(
      "\(EventRows.select) WHERE event.id_high = ? AND event.id_low = ?"
    )
    var reader = EventReader()
    var root = event
    while case .undone(let target) = root.change {
      query.bind(Int64(bitPattern: target.high))
      query.bind(Int64(bitPattern: target.low))
      defer { query.reset() }
      guard try query.step() else { break }
      let earlier = try reader.event(query)
      guard earlier.deal == root.deal, earlier.revision < root.revision else { break }
      root = earlier
    }
    return root
  }

  /// Hands out events with a number in a range, in the order of the log.
  func events(_ numbers: ClosedRange<Int64>, _ body: (DealEvent) throws -> Void) throws {
    let query = try statement(
      "\(EventRows.select) WHERE event.sequence BETWEEN ? AND ? ORDER BY event.sequence"
    )
    query.bind(numbers.lowerBound)
    query.bind(numbers.upperBound)
    var reader = EventReader()
    while try query.step() { try body(try reader.event(query)) }
  }

  /// The deals with an event dated after a day.
  func dealsWithEvents(after day: Day) throws -> Set<Identifier<Deal>> {
    do {
      return try deals("deal", withEventsAfter: day)
    } catch {
      // The index of it may be what is damaged; the deals themselves take longer to go through.
      guard let unread, StoreError(error, path: path).saysDamaged else { throw error }
      unread.note()
      return try deals("deal NOT INDEXED", withEventsAfter: day)
    }
  }

  private func deals(
    _ table: StaticString,
    withEventsAfter day: Day
  ) throws -> Set<Identifier<Deal>> {
    let query = try statement("SELECT id FROM \(table) WHERE last_event_day > ?")
    query.bind(day)
    var ids: Set<Identifier<Deal>> = []
    while try query.step() { ids.insert(query.id(0)) }
    return ids
  }
}
