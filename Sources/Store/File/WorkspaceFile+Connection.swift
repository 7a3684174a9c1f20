import CDefensive
import GRDB

extension WorkspaceFile {
  /// How much of the file a connection keeps in memory: what is read through once need not stay.
  static let cacheKilobytes = 2_000

  /// What a connection is set up with; one that keeps the log leaves it beside the file when it is
  /// closed, until it is told otherwise.
  static func configuration(readonly: Bool, keepsLog: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.label = "workspace"
    configuration.readonly = readonly
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection,
        defend_connection(UnsafeMutableRawPointer(connection))
      else {
        throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "SQLite is not defensive")
      }
      if keepsLog { try database.keepLogOnClose(true) }
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA secure_delete = OFF;
          PRAGMA cache_size = -\(cacheKilobytes);
          """
      )
    }
    return configuration
  }

  /// Makes each commit survive a power cut: GRDB's own `.wal` setting runs `synchronous=NORMAL`,
  /// which loses acknowledged changes.
  static func setDurable(_ database: Database) throws {
    let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    guard journal == "wal" else {
      throw DatabaseError(resultCode: .SQLITE_IOERR, message: "the file cannot keep a log (WAL)")
    }
    try database.execute(sql: "PRAGMA synchronous = FULL")
    guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
      throw DatabaseError(resultCode: .SQLITE_IOERR, message: "commits cannot be made durable")
    }
    _ = try Int64.fetchOne(database, sql: "PRAGMA journal_size_limit = 16777216")
  }

  /// Whether a file is shorter than it says; the log of one that is not is folded into it again when
  /// the connection is closed, which would make up the length of the other with zeros.
  static func isShort(_ database: Database, _ path: String) throws -> Bool {
    try database.beginTransaction(.deferred)
    defer { try? database.rollback() }
    let isShort = try FileLength.isShort(database, path)
    if !isShort { try database.keepLogOnClose(false) }
    return isShort
  }
}

extension Database {
  /// Has the log stay beside the file when the last connection to it is closed, or be folded into it.
  fileprivate func keepLogOnClose(_ keeps: Bool) throws {
    guard let connection = sqliteConnection,
      keep_log_on_close(UnsafeMutableRawPointer(connection), keeps)
    else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "SQLite decides on the log itself")
    }
  }
}
