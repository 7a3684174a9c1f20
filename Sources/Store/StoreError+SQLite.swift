import CDefensive
import GRDB

extension StoreError {
  /// What an error inside a transaction means for a file.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self = .init(error, path: path)
    case let error as UnreadableRow:
      self = .damaged(path: path, detail: "\(error.what) cannot be read")
    default: self = .inputOutput(path: path, detail: String(describing: error))
    }
  }

  /// Whether an error is the file's, and not of whoever reads or writes it.
  static func isOfTheFile(_ error: any Error) -> Bool {
    error is StoreError || error is DatabaseError || error is UnreadableRow
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.extendedResultCode {
    case .SQLITE_READONLY_DIRECTORY, .SQLITE_READONLY_CANTINIT, .SQLITE_READONLY_RECOVERY:
      self = .folderNotWritable(path: path)
      return
    case .SQLITE_IOERR_SHMSIZE:
      // The index of the log could not grow; nothing but room is in its way.
      self = .diskFull(path: path)
      return
    case .SQLITE_READONLY_DBMOVED:
      self = .fileReplaced(path: path)
      return
    default: break
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(holder: nil)
    case .SQLITE_READONLY: self = .readOnly(path: path, .notWritable)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
    case .SQLITE_CANTOPEN: self = .folderNotWritable(path: path)
    default: self = .inputOutput(path: path, detail: detail)
    }
  }

  /// Whether the file itself is what is wrong, so that nothing more may be written to it.
  var saysDamaged: Bool {
    if case .damaged = self { true } else { false }
  }
}

extension Database {
  /// Whether a full disk, a quota or a limit on a file's size was in the way of the last write that
  /// failed.
  var lacksRoom: Bool {
    sqliteConnection.map { connection_lacks_room(UnsafeMutableRawPointer($0)) } ?? false
  }

  /// Runs something, and tells a disk that is full from one that is broken.
  ///
  /// Throws what `body` throws.
  func noticingFullDisk<Result>(
    _ path: String,
    _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      guard error.resultCode == .SQLITE_IOERR || error.resultCode == .SQLITE_CANTOPEN, lacksRoom
      else { throw error }
      throw StoreError.diskFull(path: path)
    }
  }
}
