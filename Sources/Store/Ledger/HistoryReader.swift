import Pipeline

/// Reads the histories of deals one after the other, by number.
struct HistoryReader {
  private let rows: Statement
  private var events = EventReader()
  private var next: DealEvent?

  /// Begins with the first deal that has an event dated after a day, or with the first of all.
  init(_ ledger: Ledger, changedAfter day: Day?) throws {
    let condition =
      day == nil ? "" : "WHERE event.deal IN (SELECT id FROM deal WHERE last_event_day > ?)"
    rows = try ledger.statement(
      "\(EventRows.select) \(condition) ORDER BY event.deal, event.revision"
    )
    if let day { rows.bind(day) }
    try step()
  }

  /// All events of the next deal, oldest first; `nil` after the last deal.
  mutating func history() throws -> DealHistory? {
    guard let first = next else { return nil }
    var own = [first]
    try step()
    while let event = next, event.deal == first.deal {
      own.append(event)
      try step()
    }
    return DealHistory(events: own)
  }

  private mutating func step() throws {
    next = try rows.step() ? try events.event(rows) : nil
  }
}
