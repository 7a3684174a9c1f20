import Pipeline

/// A deal as a row: which columns, in which order, and how both become each other.
enum DealColumns {
  /// The columns in the order in which `bind` and `deal` go through them.
  static let names = [
    "id", "revision", "title", "organization", "contact", "labels", "source", "source_id", "owner",
    "pipeline", "stage", "status", "closed_day", "lost_reason", "currency", "amount",
    "first_amount", "probability", "expected_close", "category", "created", "exists_since",
    "last_touched", "last_event_day", "clock_started", "visits", "steps", "steps_planned",
    "snoozed_until", "presence", "furthest",
  ]

  static let list = names.joined(separator: ", ")

  /// Binds in the same order as an insert; the id, which comes first, finds the row.
  static let update = """
    UPDATE deal SET \(names.dropFirst().enumerated().map { "\($1) = ?\($0 + 2)" }
      .joined(separator: ", ")) WHERE id = ?1
    """

  static func bind(_ deal: Deal, furthest: Identifier<Stage>, to row: inout RowBatch) {
    row.bind(deal.id)
    row.bind(deal.revision)
    row.bind(deal.title)
    row.bind(deal.organization)
    row.bind(deal.contact)
    row.bind(Packed.labels(deal.labels))
    row.bind(deal.key?.source)
    row.bind(deal.key?.id)
    row.bind(deal.owner)
    row.bind(deal.pipeline)
    row.bind(deal.stage)
    row.bind(deal.status.number)
    row.bind(deal.status.closedDay)
    row.bind(deal.status.lostReason)
    row.bind(deal.currency)
    row.bind(deal.minorUnits)
    row.bind(deal.firstMinorUnits)
    row.bind(deal.probability.map { Int64($0.percent) })
    row.bind(deal.expectedClose)
    row.bind(deal.category.number)
    row.bind(deal.created)
    row.bind(deal.existsSince)
    row.bind(deal.lastTouched)
    row.bind(deal.lastEventDay)
    row.bind(deal.clockStarted)
    row.bind(Packed.visits(deal.visits))
    row.bind(Packed.steps(deal.steps))
    row.bind(deal.stepsPlanned)
    row.bind(deal.snoozedUntil)
    row.bind(deal.presence.number)
    row.bind(furthest)
  }
}

/// Reads deals from rows, sharing equal texts among them.
struct DealReader {
  private var pool = StringPool()
  /// The labels of a text, so that deals with the same ones share them.
  private var labels: [String: [String]] = [:]

  /// The deal of the present row; throws `UnreadableRow` where it holds what is never written.
  mutating func deal(_ row: Statement) throws -> Deal {
    Deal(
      id: row.id(0),
      revision: Int32(try row.int(1, in: NumberRange.counts, "a deal's revision")),
      title: row.text(2),
      organization: pooledText(row, 3),
      contact: pooledText(row, 4),
      labels: row.isNull(5) ? [] : try labels(of: row.text(5)),
      key: row.isNull(6) ? nil : SourceKey(source: pooledText(row, 6) ?? "", id: row.text(7)),
      owner: row.optionalID(8),
      pipeline: row.id(9),
      stage: row.id(10),
      status: try DealStatus(
        number: row.int(11),
        day: row.optionalDay(12),
        reason: row.optionalText(13)
      ),
      currency: try row.currency(14),
      minorUnits: row.optionalInt(15),
      firstMinorUnits: row.optionalInt(16),
      probability: try row.optionalInt(17).map { try Probability(column: $0) },
      expectedClose: row.optionalDay(18),
      category: try ForecastCategory(number: row.int(19)),
      created: row.optionalDay(20),
      existsSince: row.day(21),
      lastTouched: row.day(22),
      lastEventDay: row.day(23),
      clockStarted: row.optionalDay(24),
      visits: try row.withBytes(of: 25) { try Packed.visits($0) },
      steps: try row.withBytes(of: 26) { try Packed.steps($0) },
      stepsPlanned: Int32(try row.int(27, in: NumberRange.counts, "the steps of a deal")),
      snoozedUntil: row.optionalDay(28),
      presence: try DealPresence(number: row.int(29))
    )
  }

  private mutating func labels(of text: String) throws -> [String] {
    if let known = labels[text] { return known }
    let new = try Packed.labels(text)
    labels[text] = new
    return new
  }

  private mutating func pooledText(_ row: Statement, _ column: Int32) -> String? {
    row.isNull(column) ? nil : row.withBytes(of: column) { pool.string($0) }
  }
}

extension Statement {
  /// The currency in a column, without making a string of it.
  func currency(_ column: Int32) throws -> Currency {
    try withBytes(of: column) { bytes in
      guard let currency = Currency(bytes: bytes) else { throw UnreadableRow(what: "a currency") }
      return currency
    }
  }
}

extension DealStatus {
  /// The number that stands for it in the file.
  var number: Int64 {
    switch self {
    case .open: 0
    case .won: 1
    case .lost: 2
    }
  }

  /// The status of three columns.
  init(number: Int64, day: Day?, reason: String?) throws {
    switch (number, day) {
    case (0, nil): self = .open
    case (1, let day?): self = .won(day)
    case (2, let day?): self = .lost(day, reason: reason)
    default: throw UnreadableRow(what: "a deal's status")
    }
  }
}

extension DealPresence {
  /// The number that stands for it in the file.
  var number: Int64 {
    switch self {
    case .present: 0
    case .deleted: 1
    case .neverWas: 2
    }
  }

  /// The presence of a number in the file.
  init(number: Int64) throws {
    switch number {
    case 0: self = .present
    case 1: self = .deleted
    case 2: self = .neverWas
    default: throw UnreadableRow(what: "whether a deal counts")
    }
  }
}
