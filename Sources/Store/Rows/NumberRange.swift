import Pipeline

/// The numbers that this program writes into a file's columns.
///
/// A file may hold any: it was damaged, or somebody edited it. What is counted on from leaves room
/// above it, so that no sum of it has to be looked at again.
enum NumberRange {
  /// Numbers of deals, steps and events.
  static let rows: ClosedRange<Int64> = 0...(.max / 2)
  /// How many of anything there are, of one deal or of all.
  static let counts: ClosedRange<Int64> = 0...1_000_000_000
  /// Days between two days of the calendar.
  static let days: ClosedRange<Int64> = -4_000_000...4_000_000
}

extension Statement {
  /// The number in a column.
  ///
  /// Throws `UnreadableRow` where it is none that is written there.
  func int(_ column: Int32, in range: ClosedRange<Int64>, _ what: String) throws -> Int64 {
    let number = int(column)
    guard range.contains(number) else { throw UnreadableRow(what: what) }
    return number
  }

  /// The number in a column; `nil` for NULL.
  ///
  /// Throws `UnreadableRow` where it is none that is written there.
  func optionalInt(
    _ column: Int32,
    in range: ClosedRange<Int64>,
    _ what: String
  ) throws -> Int64? {
    isNull(column) ? nil : try int(column, in: range, what)
  }
}

extension ByteReader {
  /// The next number.
  ///
  /// Throws `UnreadableRow` where it is none that is written there.
  mutating func number(in range: ClosedRange<Int64>, _ what: String) throws -> Int64 {
    let number = try number()
    guard range.contains(number) else { throw UnreadableRow(what: what) }
    return number
  }
}

extension Ledger {
  /// The number behind the largest that a query gives.
  ///
  /// Throws `UnreadableRow` where there is none left.
  func number(after sql: String, _ what: String) throws -> Int64 {
    let last = try number(sql)
    guard NumberRange.rows.contains(last) else { throw UnreadableRow(what: what) }
    return last + 1
  }

  /// The number of the next deal.
  func nextDeal() throws -> Int64 {
    try number(after: "SELECT max(id) FROM deal", "the number of the last deal")
  }

  /// The numbers of a step's events; empty for a step that has none.
  ///
  /// Throws `UnreadableRow` where they are none that are given.
  func numbers(of step: Identifier<ChangeStep>) throws -> Range<Int64> {
    let query = try statement("SELECT first_sequence, event_count FROM step WHERE id = ?")
    query.bind(step)
    guard try query.step() else { return 0..<0 }
    defer { query.reset() }
    let first = try query.int(0, in: NumberRange.rows, "the first event of a step")
    return first..<first + (try query.int(1, in: NumberRange.counts, "how many events a step has"))
  }
}
