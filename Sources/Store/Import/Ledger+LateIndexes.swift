import GRDB

/// The indexes and sums that a first import makes at its end.
///
/// Imports bring deals in the order of their numbers, and days as they come: a row goes to the end
/// of most indexes, but anywhere in those that begin with a day or a stage. With a million deals
/// that took half of the time; sorting them once takes a tenth. The sums over closed deals, too, are
/// counted once instead of brought up to date with each deal.
extension Ledger {
  private static let late = Schema.indexes.filter { name, _ in
    ["deal_last_event", "deal_closed", "closed_stay_days"].contains(name)
  }

  /// Takes them away, from tables that are empty.
  func dropLateIndexes() throws {
    for (name, _) in Self.late { try database.execute(sql: "DROP INDEX \(name)") }
    for (name, _) in Schema.spanTriggers { try database.execute(sql: "DROP TRIGGER \(name)") }
  }

  /// Makes them again, in the words that they always have.
  func makeLateIndexes() throws {
    // As much memory as pages may take is also taken to sort in; a small part is as fast.
    try setCache(kilobytes: WorkspaceFile.cacheKilobytes)
    for (_, sql) in Self.late { try database.execute(sql: sql) }
    for (table, sql) in Schema.spanCounts {
      try database.execute(sql: "INSERT INTO \(table) \(sql)")
    }
    for (_, sql) in Schema.spanTriggers { try database.execute(sql: sql) }
  }

  /// Says how much of the file the connection keeps in memory.
  func setCache(kilobytes: Int) throws {
    try database.execute(sql: "PRAGMA cache_size = -\(kilobytes)")
  }
}
