import GRDB
import Pipeline
import Store
import Testing

@Suite struct `Two people who change one deal` {
  @Test func `both get their way where they change different parts`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    try workspace.change(deal, .moved(to: workspace.stage(1)), by: "Ana")

    let outcome = try workspace.change(deal, .valued(500, .euro), by: "Ben")

    let after = try #require(outcome.changes.last?.deal)
    #expect(after.stage == workspace.stage(1))
    #expect(after.minorUnits == 500)
    #expect(after.revision == 3)
    guard case .alsoChanged(deal.id, "Acme", let theirs) = outcome.notices.first else {
      Issue.record("nothing was said of Ana's change")
      return
    }
    #expect(theirs.actor == "Ana")
  }

  @Test func `are told of the clash where they change the same part, and nothing is written`()
    throws
  {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let other = try workspace.add(workspace.draft("Brick"))
    try workspace.change(deal, .moved(to: workspace.stage(3)), by: "Ana")

    let error = #expect(throws: StoreError.self) {
      try workspace.append(
        [
          workspace.request(.retitled("New"), .deal(other.id, revision: other.revision)),
          workspace.request(.won, .deal(deal.id, revision: deal.revision)),
        ],
        by: "Ben"
      )
    }

    guard case .conflict(let conflicts) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(conflicts.map(\.deal) == [deal.id])
    #expect(conflicts.map(\.mine) == [.won])
    #expect(conflicts.map(\.theirs.actor) == ["Ana"])
    #expect(conflicts.map(\.theirs.sequence) == [3])
    #expect(try workspace.load().lastSequence == 3)
  }

  @Test func `agree where both want the same`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    try workspace.change(deal, .moved(to: workspace.stage(1)), by: "Ana")

    let outcome = try workspace.change(deal, .moved(to: workspace.stage(1)), by: "Ben")

    #expect(outcome.step == nil)
    #expect(
      outcome.notices
        == [.alreadySo(deal: deal.id, title: "Acme", wanted: .moved(to: workspace.stage(1)))]
    )
    #expect(try workspace.load().lastSequence == 2)
  }

  @Test func `are asked where they put it aside until the same day for different reasons`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    func kept(_ why: String) -> DealChange {
      .snoozed(until: .today + 7, reason: why, isKept: true)
    }
    let first = try workspace.change(deal, kept("budget"), by: "Ana")

    let error = #expect(throws: StoreError.self) {
      try workspace.change(deal, kept("holiday"), by: "Ben")
    }
    guard case .conflict(let conflicts) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(conflicts.map(\.theirs.change) == [kept("budget")])

    // Who has seen theirs adds a reason, and both are in the log.
    let seen = try #require(first.changes.last?.deal)
    try workspace.change(seen, kept("holiday"), by: "Ben")
    let history = try workspace.store.history(of: deal.id)
    #expect(history.events.map(\.change).suffix(2) == [kept("budget"), kept("holiday")])
  }

  @Test func `can both write notes and plan steps`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let step = PlannedStep(
      number: 1,
      due: .today,
      activity: Activity(kind: .call, text: "Call")
    )
    try workspace.change(deal, .stepPlanned(step), by: "Ana")

    let outcome = try workspace.change(deal, .stepPlanned(step), by: "Ben")

    #expect(outcome.changes.last?.deal.steps.map(\.number) == [1, 2])
  }

  @Test func `clash where one takes the deal's creation back`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    _ = try workspace.undo()

    let error = #expect(throws: StoreError.self) {
      try workspace.change(deal, .noted("hello"), by: "Ben")
    }

    guard case .conflict = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `clash over what one took back and made again, and over nothing else`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let moved = try workspace.change(deal, .moved(to: workspace.stage(1)))
    let seen = try #require(moved.changes.last?.deal)
    _ = try workspace.undo()
    _ = try workspace.redo()

    let error = #expect(throws: StoreError.self) {
      try workspace.change(seen, .moved(to: workspace.stage(2)), by: "Ben")
    }
    let outcome = try workspace.change(seen, .valued(500, .euro), by: "Ben")

    // Created, moved, taken back, made again: it is the fourth that is in Ben's way.
    guard case .conflict(let conflicts) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(conflicts.map(\.theirs.revision) == [4])
    #expect(outcome.changes.last?.deal.revision == 5)
  }

  @Test func `are kept waiting by no more of the log than what came since`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let noted = try workspace.change(deal, .noted("called"))
    let seen = try #require(noted.changes.last?.deal)
    try workspace.change(seen, .moved(to: workspace.stage(1)))
    // Whoever reads what Ben has seen stumbles over it.
    let file = try DatabaseQueue(path: workspace.folder.file())
    try file.write { try $0.execute(sql: "UPDATE event SET kind = 99 WHERE revision <= 2") }

    let outcome = try workspace.change(seen, .valued(500, .euro), by: "Ben")

    #expect(outcome.changes.last?.deal.revision == 4)
  }

  @Test func `write long notes over nobody's`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    try workspace.change(deal, .longNotesSet("Ben's"), by: "Ben")

    let error = #expect(throws: StoreError.self) {
      try workspace.change(deal, .longNotesSet("Ana's"))
    }

    guard case .conflict(let conflicts) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(conflicts.map(\.theirs.actor) == ["Ben"])
    #expect(try workspace.store.history(of: deal.id).longNotes() == "Ben's")
  }

  @Test func `keep long notes beside another's note, value and step`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    try workspace.change(deal, .noted("called"), by: "Ben")
    try workspace.change(deal, .valued(9, .euro), by: "Ben")
    try workspace.change(deal, .longNotesSet("Ana's"))

    #expect(try workspace.store.history(of: deal.id).longNotes() == "Ana's")
    _ = try workspace.undo()
    #expect(try workspace.store.history(of: deal.id).longNotes() == nil)
  }

  @Test func `lose no update in a race of threads`() async throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", minorUnits: 0))
    let path = workspace.folder.file()

    let won = await withTaskGroup(of: Int.self) { group in
      for racer in 0..<4 {
        group.addTask { (try? race(racer, on: deal.id, path)) ?? -1_000 }
      }
      return await group.reduce(0, +)
    }

    // Each success is one event, each failure was told of: the counter shows every success.
    #expect(try workspace.store.deal(deal.id, asOf: .today)?.minorUnits == Int64(won))
    #expect(won == 4 * 25)
  }
}

/// Counts a deal's value up 25 times, reading it anew at each conflict, and returns how often it
/// was written.
private func race(_ racer: Int, on id: Identifier<Deal>, _ path: String) throws -> Int {
  let store = try SQLiteStore.open(at: path, .readWrite)
  var random = SplitMix(seed: UInt64(racer) + 100)
  var written = 0
  while written < 25 {
    guard let deal = try store.deal(id, asOf: .today) else { return written }
    let request = StepRequest(
      actor: "Racer \(racer)",
      summary: "count",
      at: .test,
      changes: [
        ChangeRequest(
          id: EventID(at: .test, using: &random),
          target: .deal(id, revision: deal.revision),
          change: .valued((deal.minorUnits ?? 0) + 1, .euro),
          day: .today
        )
      ]
    )
    if try isMade(request, in: store) { written += 1 }
  }
  return written
}

/// Whether a step was recorded; `false` where someone else was first.
private func isMade(_ request: StepRequest, in store: SQLiteStore) throws -> Bool {
  do {
    return try store.append(request, today: .today).step != nil
  } catch let error {
    guard case .conflict = error else { throw error }
    return false
  }
}
