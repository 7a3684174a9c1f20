import Pipeline

/// The log's rows: how an event is written, and how it is read back with its step's actor and time.
enum EventRows {
  private static let payload = [
    "kind", "stage", "person", "amount", "currency", "probability", "due", "text", "pipeline",
    "organization", "contact", "labels", "category", "flags", "source", "source_id", "planned",
    "minute", "activity", "minutes", "cost", "cost_currency", "undoes_high", "undoes_low", "before",
  ]

  /// The columns in the order in which `bind` goes through them.
  static let names =
    ["sequence", "id_high", "id_low", "step", "deal", "revision", "day"] + payload

  /// Selects events with their step's actor, time and whether it was an import; a condition and an
  /// order may follow.
  static let select = select(joinedBy: "JOIN")

  /// The same with the events of a step that is not written yet, whose actor and time are not known.
  static let selectUnfinished = select(joinedBy: "LEFT JOIN")

  private static func select(joinedBy join: StaticString) -> String {
    """
    SELECT \(names.map { "event.\($0)" }.joined(separator: ", ")), step.actor, step.at, step.is_import
    FROM event \(join) step ON step.id = event.step
    """
  }

  static func bind(_ event: DealEvent, to row: inout RowBatch) {
    row.bind(event.sequence)
    row.bind(Int64(bitPattern: event.id.high))
    row.bind(Int64(bitPattern: event.id.low))
    row.bind(event.step)
    row.bind(event.deal)
    row.bind(event.revision)
    row.bind(event.day)
    bind(ChangePayload(event.change), to: &row)
    row.bind(event.before.map(PackedChange.bytes) ?? [])
  }

  private static func bind(_ payload: ChangePayload, to row: inout RowBatch) {
    row.bind(payload.kind.rawValue)
    row.bind(payload.stage)
    row.bind(payload.person)
    row.bind(payload.amount)
    row.bind(payload.currency)
    row.bind(payload.probability.map { Int64($0.percent) })
    row.bind(payload.due)
    row.bind(payload.activity?.text ?? payload.text)
    row.bind(payload.pipeline)
    row.bind(payload.organization)
    row.bind(payload.contact)
    row.bind(Packed.labels(payload.labels))
    row.bind(payload.category?.number)
    row.bind(payload.flags)
    row.bind(payload.key?.source)
    row.bind(payload.key?.id)
    row.bind(payload.planned)
    row.bind(payload.minute.map(Int64.init))
    row.bind(payload.activity?.kind.number)
    row.bind(payload.activity?.minutes)
    row.bind(payload.activity?.cost?.minorUnits)
    row.bind(payload.activity?.cost?.currency)
    row.bind(payload.undoes.map { Int64(bitPattern: $0.high) })
    row.bind(payload.undoes.map { Int64(bitPattern: $0.low) })
  }
}

/// Reads events from rows of `EventRows.select`, sharing equal names among them.
struct EventReader {
  private var pool = StringPool()

  /// The event of the present row; throws `UnreadableRow` where it holds what is never written.
  mutating func event(_ row: Statement) throws -> DealEvent {
    DealEvent(
      sequence: row.int(0),
      id: EventID(high: UInt64(bitPattern: row.int(1)), low: UInt64(bitPattern: row.int(2))),
      step: row.id(3),
      actor: row.withBytes(of: Self.actorColumn) { pool.string($0) },
      deal: row.id(4),
      revision: Int32(try row.int(5, in: NumberRange.counts, "an event's revision")),
      recordedAt: Instant(milliseconds: row.int(Self.actorColumn + 1)),
      day: row.day(6),
      change: try payload(row).change(),
      before: try row.withBytes(of: 31) { try $0.isEmpty ? nil : PackedChange.change($0) }
    )
  }

  /// Whether an import made the event of the present row.
  func isImport(_ row: Statement) -> Bool {
    row.int(Self.actorColumn + 2) != 0
  }

  private static let actorColumn: Int32 = 32

  private mutating func payload(_ row: Statement) throws -> ChangePayload {
    guard let kind = EventKind(rawValue: row.int(7)) else {
      throw UnreadableRow(what: "a kind of event")
    }
    var payload = ChangePayload(kind: kind)
    payload.stage = row.optionalID(8)
    payload.person = row.optionalID(9)
    payload.amount = row.optionalInt(10)
    payload.currency = row.isNull(11) ? nil : try row.currency(11)
    payload.probability = try row.optionalInt(12).map { try Probability(column: $0) }
    payload.due = row.optionalDay(13)
    payload.text = row.optionalText(14)
    payload.pipeline = row.optionalID(15)
    payload.organization = pooledText(row, 16)
    payload.contact = pooledText(row, 17)
    payload.labels = row.isNull(18) ? [] : try Packed.labels(row.text(18))
    payload.category = try row.optionalInt(19).map { try ForecastCategory(number: $0) }
    payload.flags = row.optionalInt(20)
    payload.key = pooledText(row, 21).map { SourceKey(source: $0, id: row.text(22)) }
    payload.planned = try row.optionalInt(23, in: NumberRange.counts, "a step's number")
      .map { Int32($0) }
    payload.minute = row.optionalInt(24).map { Int16(clamping: $0) }
    payload.activity = try activity(row)
    if let high = row.optionalInt(29) {
      payload.undoes = EventID(
        high: UInt64(bitPattern: high),
        low: UInt64(bitPattern: row.int(30))
      )
    }
    return payload
  }

  private func activity(_ row: Statement) throws -> Activity? {
    guard let kind = row.optionalInt(25) else { return nil }
    return Activity(
      kind: try ActivityKind(number: kind),
      text: row.text(14),
      minutes: row.optionalInt(26).map { Int32(clamping: $0) },
      cost: try Packed.money(row.optionalInt(27), row.optionalText(28))
    )
  }

  private mutating func pooledText(_ row: Statement, _ column: Int32) -> String? {
    row.isNull(column) ? nil : row.withBytes(of: column) { pool.string($0) }
  }
}
