import Foundation
import Pipeline
import Store
import Testing

/// A damaged file gives what stands beside the damage, and says what does not.
@Suite struct `A lost part of a file` {
  /// A closed file with something in each table, and a table's first page zeros.
  private func file(without root: String) throws -> Workspace {
    let workspace = try Workspace()
    _ = try workspace.store.edit(.addPerson(name: "Ana"))
    _ = try workspace.store.edit(.saveFilter(name: "mine", text: "owner:me"))
    for number in 0..<3 { _ = try workspace.add(workspace.draft("Deal \(number)")) }
    try workspace.store.close()
    try workspace.zeroPage(root)
    return workspace
  }

  /// The tables beside the deals, and what the doctor calls what is in them.
  private static let parts = [
    ("goal", "goals"), ("baseline", "baselines"), ("saved_filter", "filters"),
    ("person", "people"), ("login", "logins"), ("contact", "contacts"), ("meeting", "meetings"),
    ("meeting_draft", "drafts of meetings"),
  ]

  // An empty table of meetings is not read: its index says that there is none.
  @Test(arguments: parts.filter { $0.0 != "meeting" })
  func `beside the deals leaves them to be read, and nothing to be written`(
    table: String,
    name: String
  ) throws {
    let workspace = try file(without: table)
    let store = try SQLiteStore.open(at: workspace.folder.file(), .readOnly)

    #expect(try store.structure().pipelines.count == 1)
    #expect(try store.load(asOf: .today, window: .test).openDeals.count == 3)
    try store.exporting { try $0.readAll() }

    #expect(store.readOnlyReason == .damaged("a part of it cannot be read"))
    let error = #expect(throws: StoreError.self) {
      try workspace.secondStore().edit(.addPerson(name: "Ben"))
    }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: parts)
  func `is named by the doctor`(table: String, name: String) throws {
    let workspace = try file(without: table)
    var found: [DoctorFinding] = []

    try SQLiteStore.open(at: workspace.folder.file(), .readOnly).check { found.append($0) }

    #expect(found.contains(.lostRows(of: name)), "\(found)")
    #expect(!found.contains { if case .lostDeals = $0 { true } else { false } })
  }

  @Test func `that is an index leaves all that it was made of to be read`() throws {
    let workspace = try file(without: "deal_last_event")
    let store = try SQLiteStore.open(at: workspace.folder.file(), .readOnly)
    var found: [DoctorFinding] = []

    try store.exporting { try $0.readAll() }
    try store.check { found.append($0) }

    let isLost = found.contains { finding in
      switch finding {
      case .lostDeals, .lostEvents, .lostRows: true
      case .brokenStructure, .missingReference, .wentBack, .dealDiffers, .dealWithoutEvents,
        .eventsWithoutDeal, .brokenLog, .brokenStep, .unreadableDeal, .unreadableRow,
        .staysDiffer, .closedSumsDiffer:
        false
      }
    }
    #expect(!found.isEmpty && !isLost, "\(found)")
  }

  @Test func `is in the backup too, which says so and is kept`() throws {
    let workspace = try file(without: "goal")
    let path = workspace.folder.file("backup.db")
    let store = try SQLiteStore.open(at: workspace.folder.file(), .readOnly)

    let isWhole = try store.backup(to: path)

    #expect(!isWhole)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `is missing from no backup of a sound file`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))

    #expect(try workspace.store.backup(to: workspace.folder.file("backup.db")))
  }
}
