import CDefensive
import GRDB

extension WorkspaceFile {
  /// How much of the file a connection keeps in memory: what is read through once need not stay.
  static let cacheKilobytes = 2_000

  static func configuration(readonly: Bool) -> Configuration {
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
}
