import Glibc

/// What a file is to a database, so that writing over it would lose what the database holds.
public enum FileRole: Hashable, Sendable {
  /// It is a database, of this program or of another.
  case database
  /// It is what stands, or would come to stand, beside the database at this path: its log, the
  /// log's index, its journal or its gate.
  case companion(of: String)

  /// What the names of those end in that stand beside a database.
  public static let companions = ["-wal", "-shm", "-journal", "-gate"]

  /// What the file at a path is; `nil` where it is nothing of that kind, or cannot be looked at.
  ///
  /// Not for a database that this process has open: looking into it lets go of its locks (SQLite,
  /// "How To Corrupt An SQLite Database File", section 2.2).
  public init?(at path: String) {
    if Self.isDatabase(path) {
      self = .database
      return
    }
    guard let suffix = Self.companions.first(where: path.hasSuffix) else { return nil }
    let base = String(path.dropLast(suffix.count))
    guard Self.isDatabase(base) else { return nil }
    self = .companion(of: base)
  }

  /// Whether a file begins as databases do (SQLite, "Database File Format", section 1.3.1).
  private static func isDatabase(_ path: String) -> Bool {
    // A pipe would be waited for.
    guard
      let descriptor = FileMark(following: path).flatMap({ mark in
        mark.isRegularFile ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : nil
      }), descriptor >= 0
    else { return false }
    defer { close(descriptor) }
    let words = Array("SQLite format 3\0".utf8)
    var found = [UInt8](repeating: 0, count: words.count)
    return pread(descriptor, &found, found.count, 0) == found.count && found == words
  }
}
