import GRDB
import Pipeline
import Store
import Testing

/// Numbers that this program never writes, in a file that somebody edited or a disk damaged.
@Suite struct `A number at the end of its range` {
  /// A file with a deal that has a planned step, in which something was then set.
  private func workspace(_ sql: String) throws -> Workspace {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let call = Activity(kind: .call, text: "call")
    try workspace.change(
      deal,
      .stepPlanned(PlannedStep(number: 1, due: .today, activity: call))
    )
    try workspace.store.close()
    let queue = try DatabaseQueue(path: workspace.folder.file())
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    return workspace
  }

  private func damage(_ what: String, in workspace: Workspace) -> StoreError {
    .damaged(path: workspace.folder.file(), detail: "\(what) cannot be read")
  }

  @Test(arguments: [
    ("UPDATE deal SET id = 9223372036854775807", "the number of the last deal"),
    ("UPDATE step SET id = 9223372036854775807 WHERE id = 2", "the number of the last step"),
    (
      "UPDATE event SET sequence = 9223372036854775807 WHERE sequence = 2",
      "the number of the last event"
    ),
  ])
  func `is said where a change would be numbered behind it`(sql: String, what: String) throws {
    let workspace = try workspace(sql)
    let store = try workspace.secondStore()

    #expect(throws: damage(what, in: workspace)) {
      try store.append(
        workspace.step([workspace.request(.created(workspace.draft("New")), .newDeal)]),
        today: .today
      )
    }
    // What can be read is read.
    #expect(try store.structure().pipelines.count == 1)
  }

  @Test(arguments: [
    ("UPDATE deal SET revision = 2147483647", "a deal's revision"),
    ("UPDATE deal SET steps_planned = 2147483647", "the steps of a deal"),
    ("UPDATE stage SET idle_limit = 9223372036854775807", "a stage's idle days"),
    ("UPDATE stage SET stuck_limit = -1", "a stage's stuck days"),
  ])
  func `is said where it is read`(sql: String, what: String) throws {
    let workspace = try workspace(sql)
    let store = try workspace.secondStore()

    #expect(throws: damage(what, in: workspace)) {
      try store.load(asOf: .today, window: DayRange(days: 365, endingOn: .today))
    }
  }

  @Test func `is said of a planned step in the log`() throws {
    let workspace = try workspace("UPDATE event SET planned = 2147483647 WHERE planned = 1")
    let store = try workspace.secondStore()

    #expect(throws: damage("a step's number", in: workspace)) {
      try store.history(of: Identifier(rawValue: 1))
    }
  }

  @Test(arguments: [
    ("UPDATE step SET event_count = 9223372036854775807", "how many events a step has"),
    ("UPDATE step SET first_sequence = 9223372036854775807", "the first event of a step"),
  ])
  func `is said of a step's events`(sql: String, what: String) throws {
    let workspace = try workspace(sql)
    let store = try workspace.secondStore()

    #expect(throws: damage(what, in: workspace)) {
      try store.changes(after: 0, asOf: .today, without: Identifier(rawValue: 1))
    }
  }
}
