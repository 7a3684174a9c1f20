import Foundation
import Pipeline
import Store
import Testing

/// What one process found wrong with a file, and the next one must know.
@Suite struct `What is known to be wrong with a file` {
  private func addDeal(_ workspace: Workspace, to store: SQLiteStore) throws {
    try workspace.append(
      [workspace.request(.created(workspace.draft("Late")), .newDeal)],
      in: store
    )
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
