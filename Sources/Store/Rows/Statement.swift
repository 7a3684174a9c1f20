import GRDB
import GRDBSQLite
import Pipeline

/// A prepared statement bound and read by position, without GRDB's boxes for each value.
///
/// GRDB prepares it and keeps its cache; binding and stepping go to SQLite directly: an import
/// binds some 40 million values. Texts carry their length, so a NUL inside one survives.
final class Statement {
  private let owner: GRDB.Statement
  private let pointer: OpaquePointer
  private var nextIndex: Int32 = 1
  /// What the first parameter that could not be bound failed with; it would be NULL in the row.
  private var bindingFault = SQLITE_OK

  /// Prepares a statement, or takes it from the connection's cache.
  ///
  /// One text must not be in use twice at the same time.
  init(_ database: Database, _ sql: String) throws {
    owner = try database.cachedStatement(sql: sql)
    guard let pointer = owner.sqliteStatement as OpaquePointer? else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "no statement")
    }
    self.pointer = pointer
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  deinit {
    sqlite3_reset(pointer)
  }

  // MARK: Binding, from the first parameter on

  /// Binds the next parameter.
  func bind(_ value: Int64?) {
    if let value { note(sqlite3_bind_int64(pointer, nextIndex, value)) }
    nextIndex += 1
  }

  /// Binds the next parameter.
  func bind(_ value: Int?) { bind(value.map(Int64.init)) }

  /// Binds the next parameter.
  func bind(_ value: Int32?) { bind(value.map(Int64.init)) }

  /// Binds the next parameter to the day's number.
  func bind(_ day: Day?) { bind(day?.number) }

  /// Binds the next parameter to the identifier's number.
  func bind(_ id: Identifier<some Any>?) { bind(id?.rawValue) }

  /// Binds the next parameter.
  func bind(_ text: String?) {
    if var text {
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          bind(characters, Self.copied)
        }
      }
    }
    nextIndex += 1
  }

  /// Binds text to the present parameter.
  private func bind(
    _ characters: UnsafeBufferPointer<CChar>,
    _ keeping: sqlite3_destructor_type?
  ) {
    // An empty string has no address, and no address would bind NULL.
    guard let start = characters.baseAddress, !characters.isEmpty else {
      return note(sqlite3_bind_text(pointer, nextIndex, "", 0, Self.copied))
    }
    // With 64 bits of length, a text beyond SQLite's limit is refused by it and cut by nobody.
    note(
      sqlite3_bind_text64(
        pointer,
        nextIndex,
        start,
        UInt64(characters.count),
        keeping,
        UInt8(SQLITE_UTF8)
      )
    )
  }

  /// Binds the next parameter; empty bytes are bound as NULL.
  func bind(_ bytes: [UInt8]) {
    if !bytes.isEmpty {
      note(sqlite3_bind_blob64(pointer, nextIndex, bytes, UInt64(bytes.count), Self.copied))
    }
    nextIndex += 1
  }

  private func note(_ code: Int32) {
    if bindingFault == SQLITE_OK { bindingFault = code }
  }

  // MARK: Running

  /// Goes to the next row; `false` after the last, and the statement is then ready to be bound anew.
  ///
  /// Throws where a parameter could not be bound, and what SQLite says of the step.
  func step() throws -> Bool {
    if bindingFault != SQLITE_OK {
      defer { reset() }
      throw DatabaseError(
        resultCode: ResultCode(rawValue: bindingFault),
        message: String(cString: sqlite3_errstr(bindingFault))
      )
    }
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      reset()
      return false
    default: throw failure()
    }
  }

  /// Runs a statement that gives no rows.
  func run() throws {
    while try step() {}
  }

  /// Runs a statement whose parameters are the cells of a batch in this range.
  ///
  /// SQLite reads texts where they are, and has forgotten them when this ends.
  func run(_ batch: RowBatch, _ cells: Range<Int>) throws {
    try batch.bytes.withUnsafeBytes { bytes in
      for cell in batch.cells[cells] {
        switch cell {
        case .null: break
        case .number(let number): note(sqlite3_bind_int64(pointer, nextIndex, number))
        case .text(let place):
          let text = UnsafeRawBufferPointer(rebasing: bytes[place])
          bind(text.assumingMemoryBound(to: CChar.self), nil)
        case .blob(let place):
          let blob = UnsafeRawBufferPointer(rebasing: bytes[place]).baseAddress
          note(sqlite3_bind_blob64(pointer, nextIndex, blob, UInt64(place.count), nil))
        }
        nextIndex += 1
      }
      try run()
    }
  }

  /// Ends a reading before its last row, and forgets what was bound.
  func reset() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
    nextIndex = 1
    bindingFault = SQLITE_OK
  }

  private func failure() -> DatabaseError {
    let handle = sqlite3_db_handle(pointer)
    let error = DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(handle)),
      message: String(cString: sqlite3_errmsg(handle))
    )
    reset()
    return error
  }

  /// Tells SQLite to copy what is bound (`SQLITE_TRANSIENT`, a macro that Swift cannot import).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

// MARK: - Reading the present row, columns counted from 0

extension Statement {
  /// The number in a column; 0 for NULL.
  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// The number in a column; `nil` for NULL.
  func optionalInt(_ column: Int32) -> Int64? {
    isNull(column) ? nil : int(column)
  }

  /// Whether a column is NULL.
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  /// The identifier in a column.
  func id<Subject>(_ column: Int32) -> Identifier<Subject> {
    Identifier(rawValue: int(column))
  }

  /// The identifier in a column; `nil` for NULL.
  func optionalID<Subject>(_ column: Int32) -> Identifier<Subject>? {
    optionalInt(column).map { Identifier(rawValue: $0) }
  }

  /// The day in a column.
  func day(_ column: Int32) -> Day { Day(number: Int32(clamping: int(column))) }

  /// The day in a column; `nil` for NULL.
  func optionalDay(_ column: Int32) -> Day? { isNull(column) ? nil : day(column) }

  /// The text in a column; empty for NULL.
  func text(_ column: Int32) -> String {
    withBytes(of: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text in a column; `nil` for NULL.
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Hands out the bytes of a text or blob column, valid until the next step; none for NULL.
  func withBytes<Result>(
    of column: Int32,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let start = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
