import Foundation
import GRDB
import Testing

extension Workspace {
  /// Makes a table's or index's first page zeros in the closed file, as a failing disk does; returns the
  /// file's bytes before.
  ///
  /// The file stays the same one: it is written in place.
  @discardableResult
  func zeroPage(_ root: String) throws -> Data {
    let path = folder.file()
    let page = try DatabaseQueue(path: path).read { database in
      try Int.fetchOne(
        database,
        sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?",
        arguments: [root]
      )
    }
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    let start = (try #require(page) - 1) * 4_096
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.seek(toOffset: UInt64(start))
    try handle.write(contentsOf: Data(count: 4_096))
    try handle.close()
    return sound
  }
}
