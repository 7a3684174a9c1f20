import Foundation
import GRDB
import Pipeline
import Store
import Testing

@Suite struct `Opening a file` {
  @Test func `makes it for its owner alone, and its folder where asked`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a/b/pipeline.db"

    let store = try SQLiteStore.open(at: path, .create(settings: .test, makesFolder: true))

    for suffix in ["", "-wal", "-shm", "-gate"] {
      #expect(try permissions(path + suffix) == 0o600, "\(suffix)")
    }
    #expect(try permissions("\(folder.path)/a") == 0o700)
    #expect(try permissions("\(folder.path)/a/b") == 0o700)
    #expect(store.readOnlyReason == nil)
  }

  @Test func `leaves only the file and its gate behind when it is closed`() throws {
    let workspace = try Workspace()

    try workspace.store.close()

    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
    #expect(names.sorted() == ["pipeline.db", "pipeline.db-gate"])
  }

  @Test func `that was closed and removed leaves nothing behind when it is let go`() throws {
    let folder = try TemporaryFolder()
    var store: SQLiteStore? = try SQLiteStore.open(at: folder.file(), .create(settings: .test))
    try store?.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.removeItem(atPath: folder.file(name))
    }

    try store?.close()
    store = nil

    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `of a missing one makes nothing for a reader`() throws {
    let folder = try TemporaryFolder()

    #expect(try SQLiteStore.openIfPresent(at: folder.file(), .readOnly) == nil)
    #expect(try SQLiteStore.openIfPresent(at: "\(folder.path)/no/such.db", .readWrite) == nil)

    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `in a missing folder is refused where the folder is not to be made`() throws {
    let folder = try TemporaryFolder()

    let error = #expect(throws: StoreError.self) {
      try SQLiteStore.open(at: "\(folder.path)/no/such.db", .create(settings: .test))
    }

    guard case .noSuchFolder = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `takes an empty file for a missing one`() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(fileURLWithPath: folder.file()))

    #expect(try SQLiteStore.openIfPresent(at: folder.file(), .readOnly) == nil)
    let store = try SQLiteStore.open(at: folder.file(), .create(settings: .test))

    #expect(try store.structure().pipelines.count == 1)
  }

  @Test func `follows a link, and refuses one that leads nowhere`() throws {
    let workspace = try Workspace()
    let link = workspace.folder.file("link.db")
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: workspace.folder.file()
    )
    let dangling = workspace.folder.file("dangling.db")
    try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "/nowhere")

    let store = try SQLiteStore.open(at: link, .readWrite)
    let error = #expect(throws: StoreError.self) {
      try SQLiteStore.open(at: dangling, .create(settings: .test))
    }

    #expect(store.path == workspace.store.path)
    guard case .cannotCreate = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `for reading refuses to write`() throws {
    let workspace = try Workspace()
    let reader = try SQLiteStore.open(at: workspace.folder.file(), .readOnly)

    let error = #expect(throws: StoreError.self) {
      try reader.edit(.addPerson(name: "Ana"))
    }

    #expect(error == .readOnly(path: reader.path, .asked))
  }

  @Test func `with a trigger that is not ours allows looking only`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { database in
      try database.execute(
        sql: "CREATE TRIGGER spy AFTER INSERT ON event BEGIN DELETE FROM deal; END"
      )
    }

    let store = try SQLiteStore.open(at: workspace.folder.file(), .readWrite)

    #expect(store.readOnlyReason == .foreignSchema(["spy"]))
    #expect(try store.load(asOf: .today, window: .test).openDeals.count == 1)
    #expect(throws: StoreError.readOnly(path: store.path, .foreignSchema(["spy"]))) {
      try store.edit(.addPerson(name: "Ana"))
    }
  }

  @Test func `whose index is missing says which`() throws {
    let workspace = try Workspace()
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { database in
      try database.execute(sql: "DROP INDEX event_revision; DROP INDEX deal_key")
    }

    let store = try SQLiteStore.open(at: workspace.folder.file(), .readWrite)

    #expect(store.readOnlyReason == .incompleteSchema(["deal_key", "event_revision"]))
  }

  @Test(arguments: ["-wal", "-shm", "-gate"])
  func `with a link beside it names the link`(suffix: String) throws {
    let workspace = try Workspace()
    try workspace.store.close()
    let path = workspace.folder.file() + suffix
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: path,
      withDestinationPath: workspace.folder.file("target")
    )

    let error = #expect(throws: StoreError.self) { try workspace.secondStore() }

    #expect(error == .linkBeside(path: path))
    #expect(!FileManager.default.fileExists(atPath: workspace.folder.file("target")))
  }

  @Test func `behind a file, or of an impossible name, says what is wrong`() throws {
    let workspace = try Workspace()
    let file = workspace.folder.file()
    let long = workspace.folder.file(String(repeating: "x", count: 5_000))

    let behind = #expect(throws: StoreError.self) {
      try SQLiteStore.open(at: file + "/x.db", .readWrite)
    }
    let named = #expect(throws: StoreError.self) { try SQLiteStore.open(at: long, .readWrite) }

    #expect(behind == .notAFolder(path: file))
    #expect(named == .unreadable(path: long, detail: "File name too long"))
  }

  @Test func `whose folder was renamed meanwhile is called replaced, not its gate missing`() throws
  {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a/pipeline.db"
    let store = try SQLiteStore.open(at: path, .create(settings: .test, makesFolder: true))
    try FileManager.default.moveItem(atPath: "\(folder.path)/a", toPath: "\(folder.path)/b")

    let error = #expect(throws: StoreError.self) { try store.edit(.addPerson(name: "Ana")) }

    #expect(error == .fileReplaced(path: path))
  }

  @Test func `notices that another file took its place`() throws {
    let workspace = try Workspace()
    try FileManager.default.moveItem(
      atPath: workspace.folder.file(),
      toPath: workspace.folder.file("away.db")
    )

    let error = #expect(throws: StoreError.self) { try workspace.store.pulse() }

    #expect(error == .fileReplaced(path: workspace.store.path))
    #expect(throws: StoreError.self) { try workspace.add(workspace.draft("Acme")) }
  }

  @Test func `at once by many makes one workspace`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file()

    let stores = try await withThrowingTaskGroup(of: SQLiteStore.self) { group in
      for _ in 0..<12 {
        group.addTask { try SQLiteStore.open(at: path, .create(settings: .test)) }
      }
      return try await group.reduce(into: [SQLiteStore]()) { $0.append($1) }
    }

    #expect(stores.count == 12)
    let (first, last) = (try #require(stores.first), try #require(stores.last))
    _ = try first.edit(.addPerson(name: "Ana"))
    #expect(try last.structure().people.map(\.name) == ["Ana"])
  }
}

extension DayRange {
  static let test = DayRange(days: 365, endingOn: .today)
}
