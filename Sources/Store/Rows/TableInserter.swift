/// Inserts rows into one table, perhaps many with one statement.
///
/// SQLite opens the table and its indexes once for a statement, and finds the place of a row right
/// behind the one before: of an import's 16 µs a deal within SQLite, 6 go with rows one by one.
final class TableInserter {
  private let one: Statement
  private let many: Statement?
  private let rowsAtOnce: Int
  private let thread: SideThread?
  private var held: RowBatch

  /// An inserter of rows of a table with these columns.
  ///
  /// With one row at once each is inserted as soon as it is made; with more they are held until
  /// there are as many, or `flush` is called, and inserted on `thread` where there is one.
  init(
    _ ledger: Ledger,
    into table: StaticString,
    _ columns: [String],
    rowsAtOnce: Int,
    on thread: SideThread?
  ) throws {
    // Rows before one that fails would stay, but for the transaction, which is then rolled back; SQLite
    // need not keep what a statement changed to take back that statement alone.
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    func statement(rows: Int) throws -> Statement {
      try ledger.statement(
        """
        INSERT OR FAIL INTO \(table) (\(columns.joined(separator: ", ")))
        VALUES \(repeatElement(row, count: rows).joined(separator: ", "))
        """
      )
    }
    one = try statement(rows: 1)
    many = rowsAtOnce > 1 ? try statement(rows: rowsAtOnce) : nil
    self.rowsAtOnce = rowsAtOnce
    self.thread = thread
    held = RowBatch(columns: columns.count, rows: rowsAtOnce)
  }

  /// Inserts the row that `bind` makes, or holds it.
  ///
  /// Throws what SQLite throws, perhaps for a row before.
  func insert(_ bind: (inout RowBatch) -> Void) throws {
    bind(&held)
    if held.rows == rowsAtOnce { try flush() }
  }

  /// Inserts the rows that are held.
  ///
  /// Throws what SQLite throws, perhaps for rows before.
  func flush() throws {
    guard held.rows > 0 else { return }
    let batch = held
    held = RowBatch(columns: batch.columns, rows: rowsAtOnce)
    guard let thread else { return try insert(batch) }
    // Sound, because the statements are run on that thread alone.
    nonisolated(unsafe) let inserter = self
    try thread.hand { try inserter.insert(batch) }
  }

  private func insert(_ batch: RowBatch) throws {
    if let many, batch.rows == rowsAtOnce { return try many.run(batch, batch.cells.indices) }
    for row in 0..<batch.rows {
      try one.run(batch, row * batch.columns..<(row + 1) * batch.columns)
    }
  }
}
