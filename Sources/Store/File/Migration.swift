import GRDB
import Glibc
import Pipeline

/// A change of the schema from one version to the next.
struct Migration {
  /// The version it starts from; it leads to the next one.
  let from: Int64
  /// The statements, in order.
  let statements: [String]

  /// All there are, in order; a version that was released keeps its migration for ever.
  static let all: [Migration] = [
    Migration(
      from: 1,
      statements: Schema.spanTables + ["DROP INDEX deal_closed", Schema.closedIndex]
        + Schema.spanCounts.map { "INSERT INTO \($0.table) \($0.sql)" }
        + Schema.spanTriggers.map(\.sql)
    )
  ]

  /// Brings a file up to a version, in one transaction, after a copy of it was put beside it.
  ///
  /// Throws what SQLite throws, and the file is then as before.
  static func run(
    _ migrations: [Migration],
    to version: Int64,
    on queue: DatabaseQueue,
    at location: FileLocation
  ) throws {
    let old = try queue.read { try Int64.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard old < version else { return }
    let due = migrations.filter { $0.from >= old && $0.from < version }
    guard due.map(\.from) == Array(old..<version) else {
      throw UnreadableRow(what: "the schema's version")
    }
    try copy(queue, to: location, version: old)
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        for migration in due {
          for statement in migration.statements { try database.execute(sql: statement) }
        }
        try database.execute(sql: "PRAGMA user_version = \(version)")
        return .commit
      }
    }
  }

  /// Puts a copy of a file beside it, and beside the copies that stand there already.
  ///
  /// An earlier copy may be of something else: who puts it back, goes on with the older program and
  /// comes to this one again has two files to lose.
  private static func copy(
    _ queue: DatabaseQueue,
    to location: FileLocation,
    version: Int64
  ) throws {
    let first = "\(location.path)-schema-\(version)"
    var (path, earlier, number) = (first, String?.none, 1)
    while try FileLocation(path).look() != nil {
      number += 1
      (path, earlier) = ("\(first)-\(number)", path)
    }
    try WorkspaceFile.copy(queue, to: FileLocation(path), like: try location.look())
    // A migration that was cut off after its copy is not copied twice.
    if let earlier, FileBytes.areSame(earlier, path) { unlink(path) }
  }
}
