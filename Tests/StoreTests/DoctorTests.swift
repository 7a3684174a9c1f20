import Foundation
import GRDB
import Pipeline
import Store
import Testing

@Suite struct `The doctor` {
  private func findings(_ store: SQLiteStore) throws -> [DoctorFinding] {
    var findings: [DoctorFinding] = []
    try store.check { findings.append($0) }
    return findings
  }

  /// Every column of a deal's row but those that say which deal it is.
  private static let columns = [
    ("title", "'Acne'"), ("organization", "'Z'"), ("contact", "'Z'"), ("labels", "'1:z'"),
    ("owner", "NULL"), ("stage", "2"), ("currency", "'USD'"), ("amount", "1"),
    ("first_amount", "1"), ("probability", "99"), ("expected_close", "3"), ("category", "3"),
    ("created", "3"), ("exists_since", "3"), ("last_touched", "3"), ("clock_started", "NULL"),
    ("visits", "x'020406'"), ("steps_planned", "9"), ("snoozed_until", "7"), ("presence", "1"),
    ("furthest", "2"), ("revision", "9"), ("last_event_day", "30000"),
  ]

  @Test(arguments: columns)
  func `finds a column that is not what the log says`(column: String, value: String) throws {
    let workspace = try Workspace()
    _ = try workspace.store.edit(.addPerson(name: "Ana"))
    var draft = workspace.draft("Acme", minorUnits: 500)
    draft.owner = Identifier(rawValue: 1)
    let deal = try workspace.add(draft)
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { database in
      try database.execute(sql: "UPDATE deal SET \(column) = \(value)")
    }

    let found = try findings(workspace.secondStore())

    #expect(found == [.dealDiffers(deal.id, columns: [column])])
  }

  @Test func `finds a flipped bit in a title`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme renewal of the year"))
    try workspace.store.close()
    let path = workspace.folder.file()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.lastRange(of: Data("Acme renewal".utf8)))
    bytes[place.lowerBound] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))

    let found = try findings(workspace.secondStore())

    #expect(!found.isEmpty)
    #expect(deal.title == "Acme renewal of the year")
  }

  @Test func `finds days in a stage that are not what the log says`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    try workspace.change(deal, .won)
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { database in
      try database.execute(sql: "UPDATE closed_stay SET days = days + 1")
    }

    #expect(
      try findings(workspace.secondStore()) == [.staysDiffer(deal.id), .closedSumsDiffer]
    )
  }

  @Test(arguments: [
    "UPDATE closed_span SET deals = deals + 1", "UPDATE closed_span SET rest = rest - 1",
    "UPDATE closed_span SET span = span + 1", "UPDATE closed_span_age SET age = age + 1",
    "UPDATE closed_span_stay SET days = days + 1", "DELETE FROM closed_span_stay",
    "INSERT INTO closed_span_age VALUES (1, 7, 1, 'EUR', 3, 1)",
  ])
  func `finds sums that the closed deals do not add up to`(damage: String) throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", minorUnits: 500))
    try workspace.change(deal, .won)
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { try $0.execute(sql: damage) }

    #expect(try findings(workspace.secondStore()) == [.closedSumsDiffer])
  }

  @Test func `finds events without their deal, and deals without their events`() throws {
    let workspace = try Workspace()
    let acme = try workspace.add(workspace.draft("Acme"))
    let brick = try workspace.add(workspace.draft("Brick"))
    _ = try workspace.add(workspace.draft("Cello"))
    try workspace.store.close()
    try DatabaseQueue(path: workspace.folder.file()).write { database in
      try database.execute(
        sql: "DELETE FROM deal WHERE id = 1; DELETE FROM event WHERE deal = 2"
      )
    }

    let found = try findings(workspace.secondStore())

    let second = Identifier<ChangeStep>(rawValue: 2)
    #expect(
      found == [.eventsWithoutDeal(acme.id), .brokenStep(second), .dealWithoutEvents(brick.id)]
    )
  }

  @Test func `says that a file went back in time, until it is accepted`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    let backup = workspace.folder.file("backup.db")
    try workspace.store.backup(to: backup)
    _ = try workspace.add(workspace.draft("Brick"))
    try workspace.store.close()
    let path = workspace.folder.file()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: backup, toPath: path)

    let store = try workspace.secondStore()
    #expect(store.wentBack == WentBack(known: 2, found: 1))
    #expect(try findings(store) == [.wentBack(WentBack(known: 2, found: 1))])

    try store.acceptWhatIsThere()
    #expect(try workspace.secondStore().wentBack == nil)
  }

  @Test func `finds a page of zeros, and nothing is written from then on`() throws {
    let workspace = try Workspace()
    for number in 0..<200 { _ = try workspace.add(workspace.draft("Deal \(number)")) }
    try workspace.store.close()
    let path = workspace.folder.file()
    let root = try DatabaseQueue(path: path).read { database in
      try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'deal'")
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let start = (try #require(root) - 1) * 4096
    bytes.replaceSubrange(start..<start + 4096, with: Data(count: 4096))
    try bytes.write(to: URL(fileURLWithPath: path))

    let store = try workspace.secondStore()
    let found = try findings(store)
    #expect(!found.isEmpty)
    let error = #expect(throws: StoreError.self) { try store.deals(asOf: .today) { _ in } }
    guard case .damaged = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(throws: StoreError.self) { try store.edit(.addPerson(name: "Ana")) }
  }
}

@Suite struct `A backup` {
  @Test func `is the workspace of one moment, for the same people's eyes`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let path = workspace.folder.file("backup.db")

    try workspace.store.backup(to: path)
    try workspace.change(deal, .won)

    #expect(try permissions(path) == 0o600)
    let backup = try SQLiteStore.open(at: path, .readOnly)
    #expect(try backup.load(asOf: .today, window: .test).openDeals == [deal])
  }

  @Test func `takes nothing's place`() throws {
    let workspace = try Workspace()
    let path = workspace.folder.file("backup.db")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))

    let error = #expect(throws: StoreError.self) { try workspace.store.backup(to: path) }

    guard case .cannotCreate = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
  }
}
