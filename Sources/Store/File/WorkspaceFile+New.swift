import GRDB
import Glibc

/// New files: made under another name beside their place, whole before they get their own.
extension WorkspaceFile {
  /// Copies a database as it is at one moment to a place where nothing stands, with another file's
  /// permissions.
  ///
  /// What came to stand there meanwhile is not replaced, a link neither.
  static func copy(
    _ queue: DatabaseQueue,
    to location: FileLocation,
    like mark: FileMark?
  ) throws {
    let new = location.path + "-new"
    do {
      let copy = try newQueue(at: new)
      do {
        try queue.backup(to: copy)
      } catch {
        let isFull = copy.writeWithoutTransaction { $0.lacksRoom }
        throw isFull ? StoreError.diskFull(path: location.path) : error
      }
      try copy.close()
      if let mark { Permissions(of: mark).giveAsFarAsAllowed(to: new) }
      try rename(new, to: location, replaces: false)
    } catch {
      unlink(new)
      throw error
    }
  }

  /// Whether a file that nobody has open has the structure of a whole one.
  ///
  /// Without a look at what indexes hold, which takes several times as long.
  static func isWhole(_ path: String) throws -> Bool {
    let queue = try damagedQueue(at: path)
    return try queue.unsafeRead { database in
      do {
        return try String.fetchAll(database, sql: "PRAGMA quick_check(1)") == ["ok"]
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return false
      }
    }
  }

  /// A connection to a new file that only its owner may read, in place of what an interrupted
  /// attempt left.
  static func newQueue(at path: String) throws -> DatabaseQueue {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.cannotCreate(path: path, detail: String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    return try DatabaseQueue(path: path, configuration: configuration(readonly: false))
  }

  /// Gives a file its own name, for good: the folder is written to disk as well.
  static func rename(_ path: String, to location: FileLocation, replaces: Bool) throws {
    guard rename(path, location.path, replaces: replaces) == 0 else {
      throw StoreError.cannotCreate(
        path: location.path,
        detail: String(cString: strerror(errno))
      )
    }
    let descriptor = Glibc.open(location.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Glibc.close(descriptor)
  }

  private static func rename(_ path: String, _ target: String, replaces: Bool) -> Int32 {
    if replaces { return Glibc.rename(path, target) }
    // A second name is refused where anything stands; not every file system knows second names.
    if link(path, target) != 0 { return errno == EPERM ? Glibc.rename(path, target) : -1 }
    return unlink(path)
  }
}
