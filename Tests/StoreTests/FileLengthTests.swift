import Foundation
import GRDB
import Pipeline
import Store
import Testing

/// A file that is shorter than it says is damaged, but where its log has the rest.
@Suite struct `A file shorter than it says` {
  private static let pageSize = 4_096

  private func addDeals(_ count: Int, to workspace: Workspace) throws {
    try workspace.append(
      (0..<count).map { workspace.request(.created(workspace.draft("Deal \($0)")), .newDeal) }
    )
  }

  private func data(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// Puts a file and its log into a folder of their own, as a killed process leaves them.
  private func crashed(_ file: Data, log: Data? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try file.write(to: URL(fileURLWithPath: folder.file()))
    try log?.write(to: URL(fileURLWithPath: folder.file() + "-wal"))
    return folder
  }

  private func openDeals(in folder: TemporaryFolder) throws -> Int {
    let store = try SQLiteStore.open(at: folder.file(), .readWrite)
    #expect(store.readOnlyReason == nil)
    return try store.load(asOf: .today, window: .test).openDeals.count
  }

  private func expectDamaged(_ folder: TemporaryFolder, _ what: String) throws {
    let path = folder.file()
    let before = try data(path)
    do {
      let store = try SQLiteStore.open(at: path, .readWrite)
      #expect(store.readOnlyReason == .damaged("it is shorter than it says"), "\(what)")
      let error = #expect(throws: StoreError.self) { try store.edit(.addPerson(name: "Ana")) }
      #expect(error == .damaged(path: path, detail: "it is shorter than it says"), "\(what)")
      var findings: [DoctorFinding] = []
      try store.check { findings.append($0) }
      #expect(!findings.isEmpty)
      try store.close()
    } catch .damaged {
      // SQLite itself sees that whole pages are missing.
    }
    #expect(try data(path) == before, "\(what)")
  }

  @Test(arguments: [1, 100, 2_000, 4_095, 4_096, 4_097, 40_000])
  func `is read as far as it goes, and never written`(missing: Int) throws {
    let workspace = try Workspace()
    try addDeals(200, to: workspace)
    try workspace.store.close()
    let file = try data(workspace.folder.file())

    try expectDamaged(crashed(file.dropLast(missing)), "\(missing) bytes missing")
  }

  /// The file of ten deals, of which the last commits are in the log alone.
  private func uncheckpointed() throws -> (workspace: Workspace, file: Data, log: Data) {
    let workspace = try Workspace()
    try addDeals(10, to: workspace)
    try workspace.store.close()
    let file = try data(workspace.folder.file())
    let again = try workspace.secondStore()
    for _ in 0..<20 { try appendTen(workspace, to: again) }
    let log = try data(workspace.folder.file() + "-wal")
    #expect(try data(workspace.folder.file()) == file)
    try again.close()
    return (workspace, file, log)
  }

  private func appendTen(_ workspace: Workspace, to store: SQLiteStore) throws {
    try workspace.append(
      (0..<10).map { workspace.request(.created(workspace.draft("Later \($0)")), .newDeal) },
      in: store
    )
  }

  @Test func `is sound where its log has what it lacks`() throws {
    let (_, file, log) = try uncheckpointed()

    #expect(try openDeals(in: crashed(file, log: log)) == 210)
  }

  @Test func `is sound where a kill left its log folded into it in part`() throws {
    let (workspace, file, log) = try uncheckpointed()
    let folded = try data(workspace.folder.file())
    try #require(folded.count > file.count + 4 * Self.pageSize)

    // Pages go into the file in the order of their numbers, the first with the new length.
    for count in [1, 5, file.count / Self.pageSize, file.count / Self.pageSize + 2] {
      let bytes = count * Self.pageSize
      let mixed = folded.prefix(bytes) + file.dropFirst(bytes)
      #expect(try openDeals(in: crashed(Data(mixed), log: log)) == 210, "\(count) pages")
      // And in the middle of a page.
      let torn = folded.prefix(bytes + 1_000) + file.dropFirst(bytes + 1_000)
      #expect(try openDeals(in: crashed(Data(torn), log: log)) == 210, "\(count) pages and a part")
    }
  }

  @Test func `is damaged where neither has a page`() throws {
    let (_, file, log) = try uncheckpointed()

    for missing in [10 * Self.pageSize, 12 * Self.pageSize + 7] {
      let folder = try crashed(file.dropLast(missing), log: log)
      try expectDamaged(folder, "\(missing) bytes missing")
      #expect(try data(folder.file() + "-wal") == log)
    }
  }
}
