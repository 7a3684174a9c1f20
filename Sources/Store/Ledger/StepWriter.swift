import Pipeline

/// Writes the events of one step: numbers them, keeps what they replaced, and says in the end what
/// was recorded.
final class StepWriter {
  let ledger: Ledger
  let deals: DealWriter
  let id: Identifier<ChangeStep>
  private let actor: String
  private let at: Instant
  private let events: TableInserter
  private let firstSequence: Int64
  private var nextSequence: Int64

  /// How many events it made so far.
  var eventCount: Int64 { nextSequence - firstSequence }

  /// The number of the last event, of this step or before it.
  var lastSequence: Int64 { nextSequence - 1 }

  convenience init(_ ledger: Ledger, actor: String, at: Instant) throws {
    let deals = try DealWriter(ledger, order: StageOrder(try ledger.pipelines()))
    try self.init(ledger, deals, actor: actor, at: at)
  }

  /// A step whose deals are written by a writer that there is already.
  ///
  /// Events are written at once, or `rowsAtOnce` together on a thread of their own.
  init(
    _ ledger: Ledger,
    _ deals: DealWriter,
    actor: String,
    at: Instant,
    rowsAtOnce: Int = 1,
    on thread: SideThread? = nil
  ) throws {
    self.ledger = ledger
    self.actor = actor
    self.at = at
    self.deals = deals
    id = Identifier(
      rawValue: try ledger.number(after: "SELECT max(id) FROM step", "the number of the last step")
    )
    events = try TableInserter(
      ledger,
      into: "event",
      EventRows.names,
      rowsAtOnce: rowsAtOnce,
      on: thread
    )
    firstSequence = try ledger.number(
      after: "SELECT max(sequence) FROM event",
      "the number of the last event"
    )
    nextSequence = firstSequence
  }

  /// The step right behind one of the same transaction, whose numbers it goes on from without asking
  /// the file; what recorded nothing leaves its number free.
  init(after step: StepWriter, actor: String, at: Instant) {
    ledger = step.ledger
    self.actor = actor
    self.at = at
    deals = step.deals
    id = Identifier(rawValue: step.id.rawValue + (step.eventCount > 0 ? 1 : 0))
    events = step.events
    firstSequence = step.nextSequence
    nextSequence = firstSequence
  }

  /// Records a change of a deal that has seen `revision` events, and returns the event.
  func record(
    _ change: DealChange,
    id eventID: EventID,
    on day: Day,
    deal: Identifier<Deal>,
    revision: Int32,
    before: DealChange?
  ) throws -> DealEvent {
    let event = DealEvent(
      sequence: nextSequence,
      id: eventID,
      step: id,
      actor: actor,
      deal: deal,
      revision: revision + 1,
      recordedAt: at,
      day: day,
      change: change,
      before: before
    )
    try events.insert { EventRows.bind(event, to: &$0) }
    nextSequence += 1
    return event
  }

  /// Writes the events and the deals that are held.
  func flush() throws {
    try events.flush()
    try deals.flush()
  }

  /// Writes the step itself, after everything in it.
  ///
  /// `undoes` is the step that this one takes back; it is then no step of its own that could be
  /// undone, but the tip of that one's chain.
  func finish(
    summary: String,
    isImport: Bool = false,
    undoes: Identifier<ChangeStep>? = nil
  ) throws -> ChangeStep {
    let insert = try ledger.statement(
      """
      INSERT INTO step
        (id, actor, summary, at, is_import, first_sequence, event_count, undoes, tip, in_effect)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    insert.bind(id)
    insert.bind(actor)
    insert.bind(summary)
    insert.bind(at.milliseconds)
    insert.bind(isImport ? 1 : 0)
    insert.bind(firstSequence)
    insert.bind(eventCount)
    insert.bind(undoes)
    insert.bind(undoes == nil ? id : nil)
    insert.bind(undoes == nil ? 1 : Int?.none)
    try insert.run()
    return ChangeStep(
      id: id,
      actor: actor,
      summary: summary,
      eventCount: Int(eventCount),
      recordedAt: at,
      isImport: isImport
    )
  }
}
