import Foundation
import GRDB
import Glibc
import Pipeline
import Store
import Testing

@Suite struct `A file that is refused` {
  /// Opens for writing, and expects the refusal and every byte as it was.
  private func expectRefused(
    _ folder: TemporaryFolder,
    _ expected: (String) -> StoreError
  ) throws {
    let before = try folder.bytes()

    for mode in [OpenMode.readOnly, .readWrite, .create(settings: .test)] {
      let error = #expect(throws: StoreError.self) {
        try SQLiteStore.open(at: folder.file(), mode)
      }
      #expect(error == expected(folder.file()))
    }

    #expect(try folder.bytes() == before)
  }

  @Test func `as a text file stays as it was`() throws {
    let folder = try TemporaryFolder()
    try Data("title,value\nAcme,48000\n".utf8).write(to: URL(fileURLWithPath: folder.file()))

    try expectRefused(folder) { .notADatabase(path: $0) }
  }

  @Test func `as another program's database stays as it was, its log included`() throws {
    let folder = try TemporaryFolder()
    let other = try DatabaseQueue(path: folder.file())
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE bookmark (url TEXT)")
    }
    // What a killed program leaves: a copy of the files while they are in use.
    let files = try folder.bytes()
    let crashed = try TemporaryFolder()
    for (name, bytes) in files {
      try bytes.write(to: URL(fileURLWithPath: crashed.file(name)))
    }
    #expect(files.keys.contains("pipeline.db-wal"))

    try expectRefused(crashed) { .otherProgram(path: $0) }
  }

  @Test func `as a newer version's stays as it was`() throws {
    let workspace = try Workspace()
    try workspace.store.close()
    let newer = try DatabaseQueue(path: workspace.folder.file())
    try newer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 3") }
    try newer.close()

    try expectRefused(workspace.folder) { .newerSchema(path: $0, version: 3) }
  }

  @Test func `as truncated is called damaged and stays as it was`() throws {
    let workspace = try Workspace()
    try workspace.store.close()
    let path = workspace.folder.file()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
    let before = try workspace.folder.bytes()

    let error = #expect(throws: StoreError.self) { try SQLiteStore.open(at: path, .readWrite) }

    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try workspace.folder.bytes()["pipeline.db"] == before["pipeline.db"])
  }

  @Test func `as a folder is named as one`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file(),
      withIntermediateDirectories: false
    )

    let error = #expect(throws: StoreError.self) {
      try SQLiteStore.open(at: folder.file(), .create(settings: .test))
    }

    #expect(error == .notAFile(path: folder.file()))
  }

  @Test func `for want of permission says so`() async throws {
    // Root may everything, so a process of its own gives that up before it looks.
    await #expect(processExitsWith: .exitCode(77)) {
      let folder = try TemporaryFolder()
      let store = try SQLiteStore.open(at: folder.file(), .create(settings: .test))
      try store.close()
      chmod(folder.path, 0o755)
      chmod(folder.file(), 0o000)
      chmod(folder.file() + "-gate", 0o666)
      if geteuid() == 0 { seteuid(65_534) }
      do {
        _ = try SQLiteStore.open(at: folder.file(), .readWrite)
      } catch let error as StoreError {
        if case .noPermission = error { exit(77) }
      }
    }
  }

  @Test func `may be looked at where it is read-only`() async throws {
    await #expect(processExitsWith: .exitCode(77)) {
      let folder = try TemporaryFolder()
      let store = try SQLiteStore.open(at: folder.file(), .create(settings: .test))
      try store.close()
      chmod(folder.path, 0o777)
      chmod(folder.file(), 0o444)
      chmod(folder.file() + "-gate", 0o666)
      if geteuid() == 0 { seteuid(65_534) }
      let reader = try SQLiteStore.open(at: folder.file(), .readWrite)
      guard try reader.structure().pipelines.count == 1, reader.readOnlyReason == .notWritable
      else { exit(1) }
      do {
        _ = try reader.edit(.addPerson(name: "Ana"))
      } catch let error as StoreError {
        if case .readOnly = error { exit(77) }
      }
    }
  }

  @Test func `may not even be looked at in a read-only folder`() async throws {
    await #expect(processExitsWith: .exitCode(77)) {
      let folder = try TemporaryFolder()
      let store = try SQLiteStore.open(at: folder.file(), .create(settings: .test))
      try store.close()
      chmod(folder.file(), 0o644)
      chmod(folder.path, 0o555)
      if geteuid() == 0 { seteuid(65_534) }
      do {
        let reader = try SQLiteStore.open(at: folder.file(), .readWrite)
        _ = try reader.structure()
      } catch let error as StoreError {
        if case .folderNotWritable = error { exit(77) }
      }
    }
  }
}
