import GRDB
import Glibc

/// Whether a file is as long as it says.
///
/// SQLite counts a page that is there in part as whole and reads zeros behind the file's end, so that
/// a file which was cut off within its last page would be taken for one of fewer deals.
enum FileLength {
  /// The page that SQLite never uses, because locks are taken there, begins at this byte ("Database
  /// File Format", section 1.1).
  private static let lockPlace = 1 << 30

  /// Whether pages are missing: they are neither in the file nor in its log.
  ///
  /// A file that is shorter than its last commit says is sound while the log has the rest: a process
  /// that is killed leaves it so, before the log was folded into the file or in the middle of it.
  /// To be asked within a transaction, which keeps others from beginning the log anew.
  static func isShort(_ database: Database, _ path: String) throws -> Bool {
    let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
    let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    // The length after the number of pages: it grows while somebody else folds the log into the file.
    guard pageSize > 0, let size = FileMark(path)?.size, size / pageSize < pages else {
      return false
    }
    var missing = Set(size / pageSize + 1...pages)
    missing.remove(lockPlace / pageSize + 1)
    missing.subtract(loggedPages(path + "-wal", pageSize))
    return !missing.isEmpty
  }

  /// The pages that a log has, with those of a transaction that did not come to its end.
  ///
  /// Source: "WAL-mode File Format", sections 4.1 and 4.2: a header of 32 bytes, and before each page
  /// one of 24. What was left over from an earlier log has other salts.
  private static func loggedPages(_ path: String, _ pageSize: Int) -> Set<Int> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var pages: Set<Int> = []
    guard let header = bytes(32, of: descriptor, at: 0) else { return pages }
    var place = 32
    while let frame = bytes(24, of: descriptor, at: place), frame[8..<16] == header[16..<24] {
      pages.insert(frame[..<4].reduce(0) { $0 << 8 | Int($1) })
      place += 24 + pageSize
    }
    return pages
  }

  private static func bytes(_ count: Int, of descriptor: Int32, at place: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return pread(descriptor, &bytes, count, off_t(place)) == count ? bytes : nil
  }
}
