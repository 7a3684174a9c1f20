import Foundation
import Pipeline
import Store
import Testing

/// What one process found wrong with a file, and the next one must know.
@Suite struct `What is known to be wrong with a file` {
  private func closedFile() throws -> Workspace {
    let workspace = try Workspace()
    for number in 0..<40 { _ = try workspace.add(workspace.draft("Deal \(number)")) }
    try workspace.store.close()
    return workspace
  }

  private func addDeal(_ workspace: Workspace, to store: SQLiteStore) throws {
    try workspace.append(
      [workspace.request(.created(workspace.draft("Late")), .newDeal)],
      in: store
    )
  }

  private func expectDamaged(_ workspace: Workspace, _ store: SQLiteStore) {
    let error = #expect(throws: StoreError.self) { try addDeal(workspace, to: store) }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `is heeded by whoever comes after, though a change would not touch the damage`() throws
  {
    let workspace = try closedFile()
    try workspace.zeroPage("contact")
    let reader = try SQLiteStore.open(at: workspace.folder.file(), .readOnly)
    try reader.check { _ in }
    try reader.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: workspace.folder.file()))

    let store = try workspace.secondStore()

    #expect(store.readOnlyReason == .damaged("a part of it cannot be read"))
    expectDamaged(workspace, store)
    try store.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: workspace.folder.file())) == before)
  }

  @Test func `is heeded by whoever has the file open`() throws {
    let workspace = try closedFile()
    try workspace.zeroPage("contact")
    let writer = try workspace.secondStore()
    try addDeal(workspace, to: writer)
    let reader = try SQLiteStore.open(at: workspace.folder.file(), .readOnly)
    try reader.check { _ in }

    expectDamaged(workspace, writer)
    #expect(writer.readOnlyReason == .damaged("a part of it cannot be read"))
  }

  @Test(arguments: [true, false])
  func `is forgotten once a sound backup took its place`(isSameFile: Bool) throws {
    let workspace = try closedFile()
    let path = workspace.folder.file()
    let sound = try workspace.zeroPage("contact")
    let reader = try SQLiteStore.open(at: path, .readOnly)
    try reader.check { _ in }
    try reader.close()
    // As `cp` does it, and as `mv` does.
    if isSameFile {
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try handle.write(contentsOf: sound)
      try handle.close()
    } else {
      try sound.write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    let store = try workspace.secondStore()

    #expect(store.readOnlyReason == nil)
    try addDeal(workspace, to: store)
  }

  @Test func `is forgotten where the doctor finds no damage`() throws {
    let workspace = try closedFile()
    let path = workspace.folder.file()
    let sound = try workspace.zeroPage("contact")
    try SQLiteStore.open(at: path, .readOnly).check { _ in }
    try sound.write(to: URL(fileURLWithPath: path))

    let doctor = try SQLiteStore.open(at: path, .readOnly)
    try doctor.check { _ in }
    try doctor.close()

    #expect(try workspace.secondStore().readOnlyReason == nil)
  }

  @Test func `keeps lost events on record, whatever numbers come after, until they are accepted`()
    throws
  {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    let backup = workspace.folder.file("backup.db")
    try workspace.store.backup(to: backup)
    _ = try workspace.add(workspace.draft("Brick"))
    try workspace.store.close()
    let path = workspace.folder.file()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: backup, toPath: path)

    // The second has the lost one's number, and the third goes beyond it.
    for _ in 0..<3 {
      let store = try workspace.secondStore()
      #expect(store.wentBack == WentBack(known: 2, found: 1))
      try addDeal(workspace, to: store)
      try store.close()
    }

    let store = try workspace.secondStore()
    #expect(store.wentBack == WentBack(known: 2, found: 1))
    try store.acceptWhatIsThere()
    #expect(try workspace.secondStore().wentBack == nil)
  }

  @Test func `adds a second loss to the first`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    let path = workspace.folder.file()
    let backup = workspace.folder.file("backup.db")
    try workspace.store.backup(to: backup)
    for _ in 0..<4 { _ = try workspace.add(workspace.draft("Brick")) }
    try workspace.store.close()
    func restore() throws {
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: backup, toPath: path)
    }
    try restore()
    let store = try workspace.secondStore()
    try addDeal(workspace, to: store)
    try store.close()
    try store.close()
    try restore()

    #expect(try workspace.secondStore().wentBack == WentBack(known: 5, found: 1))
  }
}
