import Foundation
import GRDB
import Glibc
import Pipeline
import Store
import Testing

@Suite struct `A file of the first version` {
  private static let window = DayRange(days: 365, endingOn: .today)

  @Test(arguments: UInt64(31)...33)
  func `is brought up to date when it is opened, and keeps its sums from then on`(
    seed: UInt64
  ) throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: seed, from: .today - 60)
    try history.run(150)
    let deal = try workspace.add(workspace.draft("Acme", minorUnits: 700), on: history.day)
    let before = try workspace.store.load(asOf: .last, window: Self.window)
    let path = workspace.folder.file()
    try workspace.store.close()
    try takeBack(path)
    let old = try Data(contentsOf: URL(fileURLWithPath: path))

    let store = try workspace.secondStore()
    let after = try store.load(asOf: .last, window: Self.window)

    #expect(store.readOnlyReason == nil)
    let pipeline = workspace.pipeline.id
    #expect(TotalsAsSets(after.closed[pipeline]) == TotalsAsSets(before.closed[pipeline]))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-schema-1")).count == old.count)

    let change = workspace.request(.won, .deal(deal.id, revision: 1), on: history.day)
    _ = try store.append(workspace.step([change]), today: history.day)
    var findings: [DoctorFinding] = []
    try store.check { findings.append($0) }
    #expect(findings.isEmpty)
    let won = try store.load(asOf: .last, window: Self.window).closed[pipeline]?.outcomes
    #expect(won?.reduce(0) { $0 + $1.deals } == before.closed[pipeline].deals + 1)
  }

  @Test func `that was put back from its copy and changed is copied again, beside the first copy`()
    throws
  {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    let path = workspace.folder.file()
    try workspace.store.close()
    try takeBack(path)
    try workspace.secondStore().close()
    let first = try Data(contentsOf: URL(fileURLWithPath: path + "-schema-1"))
    // What somebody did who went on with an older program.
    try rename("Acme", to: "Borealis", in: path)
    try takeBack(path)

    try workspace.secondStore().close()

    let copies = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
      .filter { $0.contains("-schema-") }
    #expect(copies.sorted() == ["pipeline.db-schema-1", "pipeline.db-schema-1-2"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-schema-1")) == first)
    let copy = try DatabaseQueue(path: path + "-schema-1-2")
    let titles = try copy.read { try String.fetchAll($0, sql: "SELECT title FROM deal") }
    #expect(titles == ["Borealis"])
    #expect(try copy.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
  }

  @Test func `of which a copy was made before is not copied again`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    let path = workspace.folder.file()
    try workspace.store.close()
    try takeBack(path)
    // As if the first attempt had ended after its copy.
    let old = try Data(contentsOf: URL(fileURLWithPath: path))
    try workspace.secondStore().close()
    try old.write(to: URL(fileURLWithPath: path))

    try workspace.secondStore().close()

    let copies = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
      .filter { $0.contains("-schema-") }
    #expect(copies == ["pipeline.db-schema-1"])
  }

  @Test func `is read as it is where it may not be written`() async throws {
    // Root may everything, so a process of its own gives that up before it looks.
    await #expect(processExitsWith: .success) {
      let workspace = try Workspace()
      try workspace.change(try workspace.add(workspace.draft("Acme")), .won)
      let path = workspace.folder.file()
      try workspace.store.close()
      try takeBack(path)
      chmod(workspace.folder.path, 0o777)
      chmod(path, 0o444)
      chmod(path + "-gate", 0o666)
      if geteuid() == 0 { seteuid(65_534) }

      let reader = try SQLiteStore.open(at: path, .readWrite)
      let snapshot = try reader.load(asOf: .today, window: .test)
      var findings: [DoctorFinding] = []
      try reader.check { findings.append($0) }

      let isRead = snapshot.closed[workspace.pipeline.id].deals == 1 && findings.isEmpty
      exit(isRead && reader.readOnlyReason == .notWritable ? 0 : 1)
    }
  }
}

/// Takes a closed file back to how the first version would have left it.
private func takeBack(_ path: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { database in
    let names = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    )
    for name in names { try database.execute(sql: "DROP TRIGGER \(name)") }
    try database.execute(
      sql: """
        DROP TABLE closed_span; DROP TABLE closed_span_age; DROP TABLE closed_span_stay;
        DROP INDEX deal_closed;
        CREATE INDEX deal_closed
          ON deal (pipeline, closed_day, status, currency, furthest, created, amount)
          WHERE status <> 0 AND presence = 0;
        PRAGMA user_version = 1
        """
    )
  }
  try queue.close()
}

/// Gives a deal of a closed file another title, as another version of the program would.
private func rename(_ title: String, to other: String, in path: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.write {
    try $0.execute(sql: "UPDATE deal SET title = ? WHERE title = ?", arguments: [other, title])
  }
  try queue.close()
}

extension ClosedTotals? {
  /// How many deals were closed.
  fileprivate var deals: Int { self?.outcomes.reduce(0) { $0 + $1.deals } ?? 0 }
}
