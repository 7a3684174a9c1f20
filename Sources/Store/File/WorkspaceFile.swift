import CDefensive
import Dispatch
import GRDB
import Glibc
import Pipeline

/// A workspace file, opened: the one connection of this process, behind the gate.
///
/// Opening goes through one order: look first, take the gate, check whose file it is before
/// anything else is read or written, then make commits durable.
struct WorkspaceFile: Sendable {
  let location: FileLocation
  let gate: Gate
  let queue: DatabaseQueue
  /// What stood at the path when it was opened.
  let mark: FileMark
  /// Why nothing may be written; `nil` where it may.
  let readOnlyReason: ReadOnlyReason?
  /// The last event that was once saved and the last that was left, where the file went back in time
  /// and was not accepted as it is.
  let wentBack: WentBack?
  /// The number of the last event when it was opened.
  let lastSequence: Int64

  /// Opens what stands at a path, or makes it.
  ///
  /// Throws `.noSuchFile` where nothing stands there and `mode` is not `.create`; else what
  /// `StoreError` says of files.
  static func open(
    _ path: String,
    _ mode: OpenMode,
    holder: String,
    waiting: @escaping @Sendable (String) -> Void
  ) throws(StoreError) -> WorkspaceFile {
    let location = try locate(path, mode)
    let mark = try location.look()
    if let mark, !mark.isRegularFile { throw .notAFile(path: location.path) }
    if mark == nil || mark?.size == 0 {
      guard case .create = mode else { throw .noSuchFile(path: location.path) }
    } else if !FileLocation.may(R_OK, location.path) {
      throw .noPermission(path: location.path)
    } else {
      try refuseForeign(location.path)
    }
    for path in FileRole.companions.map({ location.path + $0 })
    where FileMark(path)?.isLink == true {
      throw .linkBeside(path: path)
    }
    let gate = Gate(besideFile: location.path, holder: holder, waiting: waiting)
    do {
      return try gate.hold(likeFile: mark) { hold throws(StoreError) in
        try create(location, mode)
        let file = try open(location, mode, gate, hold.reading)
        if let loss = file.wentBack, loss != gate.loss() {
          gate.mark(loss: loss)
          // From here on the file's own numbers count again, so that a second loss is noticed as well.
          hold.tellOthers(lastSequence: file.lastSequence, resetting: true)
        }
        return file
      }
    } catch .folderNotWritable where mark == nil {
      throw .cannotCreate(path: location.path, detail: "its folder may not be written")
    } catch .folderNotWritable where mark != nil && FileLocation.may(R_OK, gate.path) == false {
      // Nobody here can write, so nobody commits: reading needs no gate.
      return try open(location, .readOnly, gate, Gate.Reading())
    }
  }

  private static func locate(_ path: String, _ mode: OpenMode) throws(StoreError) -> FileLocation {
    do {
      return try FileLocation(path)
    } catch .noSuchFolder(let folder) {
      switch mode {
      case .create(_, makesFolder: true):
        try FileLocation.makeFolder(folder)
        return try FileLocation(path)
      case .create: throw .noSuchFolder(path: folder)
      case .readOnly, .readWrite: throw .noSuchFile(path: path)
      }
    }
  }

  /// Makes the file beside its place and renames it, so that at any moment it is whole or absent.
  private static func create(_ location: FileLocation, _ mode: OpenMode) throws(StoreError) {
    guard case .create(let settings, _) = mode else { return }
    if let mark = try location.look(), mark.size > 0 { return }
    let new = location.path + "-new"
    do {
      let queue = try newQueue(at: new)
      try queue.writeWithoutTransaction { database in
        try database.noticingFullDisk(location.path) {
          try database.inTransaction(.immediate) {
            try Ledger(database, path: location.path).create(settings)
            return .commit
          }
          try setDurable(database)
        }
      }
      try queue.close()
      try rename(new, to: location, replaces: true)
    } catch {
      unlink(new)
      throw StoreError(error, path: location.path)
    }
  }

  private static func open(
    _ location: FileLocation,
    _ mode: OpenMode,
    _ gate: Gate,
    _ reading: Gate.Reading
  ) throws(StoreError) -> WorkspaceFile {
    let isWritable = FileLocation.may(W_OK, location.path)
    if isWritable { mendCompanions(of: location.path) }
    do {
      let queue = try DatabaseQueue(
        path: location.path,
        configuration: configuration(readonly: !isWritable, keepsLog: true)
      )
      var reason: ReadOnlyReason? = isWritable ? nil : .notWritable
      var lastSequence: Int64 = 0
      try queue.writeWithoutTransaction { database in
        try database.noticingFullDisk(location.path) {
          try check(database, location.path)
          if try isShort(database, location.path) {
            reason = .damaged(phrase("it is shorter than it says"))
          } else if isWritable {
            try setDurable(database)
          }
        }
      }
      if reason == nil {
        try Migration.run(Migration.all, to: Schema.version, on: queue, at: location)
      }
      try queue.read { database in
        let schema = try schemaDifference(database)
        if let found = schema, reason == nil || reason == .notWritable { reason = found }
        lastSequence = try Ledger(database, path: location.path).lastSequence()
      }
      if case .readOnly = mode { reason = reason ?? .asked }
      guard let mark = try location.look() else {
        throw StoreError.fileReplaced(path: location.path)
      }
      // What a damaged file has lost is for the doctor to say.
      let isWhole = !(reason?.isDamage ?? false)
      return WorkspaceFile(
        location: location,
        gate: gate,
        queue: queue,
        mark: mark,
        readOnlyReason: reason,
        wentBack: isWhole ? gate.loss(where: reading, found: lastSequence) : gate.loss(),
        lastSequence: lastSequence
      )
    } catch {
      throw StoreError(error, path: location.path)
    }
  }
}

extension WorkspaceFile {
  /// Gives the file's own mode to what SQLite left beside it while it could only be read: the log
  /// and its index have the mode that the file had then, and would keep the file read-only.
  private static func mendCompanions(of path: String) {
    guard let mark = FileMark(path) else { return }
    for companion in ["-wal", "-shm"].map({ path + $0 }) {
      guard let found = FileMark(companion), !found.isLink, !FileLocation.may(W_OK, companion)
      else { continue }
      Permissions(of: mark).giveAsFarAsAllowed(to: companion)
    }
  }
}

// MARK: - Whose file it is

extension WorkspaceFile {
  /// Refuses what is not this program's without touching a byte.
  ///
  /// An ordinary connection would roll back another program's journal or fold its log into the file;
  /// `immutable` reads the file as it lies there. The application id stands in it from the first
  /// moment, because files are made whole.
  private static func refuseForeign(_ path: String) throws(StoreError) {
    do {
      let queue = try DatabaseQueue(
        path: immutableURI(path),
        configuration: configuration(readonly: true)
      )
      try queue.read { try check($0, path) }
      try queue.close()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // A checkpoint that was cut short can look like this; the ordinary connection knows the rest.
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The name under which SQLite reads a file as it lies there.
  private static func immutableURI(_ path: String) -> String {
    var escaped = ""
    for character in path {
      switch character {
      case "%": escaped += "%25"
      case "?": escaped += "%3f"
      case "#": escaped += "%23"
      default: escaped.append(character)
      }
    }
    return "file:\(escaped)?immutable=1"
  }

  /// A file that is shorter than it says, or damaged otherwise, as far as it goes: to be read only.
  static func damagedQueue(at path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "damaged workspace"
    configuration.readonly = true
    configuration.prepareDatabase { database in
      guard let connection = database.sqliteConnection,
        forgive_missing_pages(UnsafeMutableRawPointer(connection))
      else {
        throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "SQLite refuses damaged files")
      }
    }
    let queue = try DatabaseQueue(path: immutableURI(path), configuration: configuration)
    try queue.unsafeRead { try check($0, path) }
    return queue
  }

  private static func check(_ database: Database, _ path: String) throws {
    let application = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == Schema.applicationID else { throw StoreError.otherProgram(path: path) }
    let version = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version <= Schema.version else {
      throw StoreError.newerSchema(path: path, version: Int(version))
    }
  }

  /// Why a file is not written whose tables, indexes, triggers and views are not those of its version;
  /// `nil` where they are.
  private static func schemaDifference(_ database: Database) throws -> ReadOnlyReason? {
    let version = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let known = Set(Schema.statements(version: version))
    var seen: Set<String> = []
    var foreign: [String] = []
    let rows = try Statement(database, "SELECT name, sql FROM sqlite_schema ORDER BY name")
    while try rows.step() {
      let (name, sql) = (rows.text(0), rows.text(1))
      if name.hasPrefix("sqlite_") { continue }
      if known.contains(sql) { seen.insert(sql) } else { foreign.append(name) }
    }
    if !foreign.isEmpty { return .foreignSchema(foreign) }
    let missing = known.subtracting(seen).compactMap(Schema.name(madeBy:))
    return missing.isEmpty ? nil : .incompleteSchema(missing.sorted())
  }
}

// MARK: - While it is open

extension WorkspaceFile {
  /// Throws `.fileReplaced` where another file, or none, stands at the path.
  func refuseReplaced() throws(StoreError) {
    guard mark.isSameFile(as: FileMark(location.path)) else {
      throw .fileReplaced(path: location.path)
    }
  }

  /// Closes the connection behind the gate, because the last one to close folds the log into the
  /// file.
  func close() throws(StoreError) {
    do {
      try gate.hold { _ throws(StoreError) in try closeQueue() }
    } catch .folderNotWritable {
      try closeQueue()
    }
  }

  private func closeQueue() throws(StoreError) {
    do {
      try queue.close()
    } catch {
      throw StoreError(error, path: location.path)
    }
  }
}
