import Pipeline
import Store
import Testing

@Suite struct `Undo and redo` {
  @Test func `walk back and forth over whole steps, across restarts`() throws {
    let workspace = try Workspace()
    let made = try workspace.append([
      workspace.request(.created(workspace.draft("Acme")), .newDeal),
      workspace.request(.created(workspace.draft("Brick")), .newDeal),
    ])
    let acme = made.changes[0].deal
    try workspace.change(acme, .moved(to: workspace.stage(2)))

    _ = try workspace.undo()
    #expect(
      try workspace.load().openDeals.map(\.stage) == [workspace.stage(0), workspace.stage(0)]
    )
    _ = try workspace.undo()
    #expect(try workspace.load().openDeals.isEmpty)
    #expect(try workspace.undo() == nil)
    try workspace.store.close()

    let store = try workspace.secondStore()
    for _ in 0..<2 {
      let request = UndoRequest(id: workspace.newID(), actor: "Ana", at: .test)
      #expect(try store.redo(request, today: .today) != nil)
    }
    #expect(try store.nextRedo(of: "Ana") == nil)
    #expect(try store.deal(acme.id, asOf: .today)?.stage == workspace.stage(2))
    #expect(try store.undoCount(of: "Ana") == 2)
  }

  @Test func `name what they would take back`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let change = workspace.request(.won, .deal(deal.id, revision: 1))
    let step = StepRequest(actor: "Ana", summary: "win Acme", at: .test, changes: [change])
    _ = try workspace.store.append(step, today: .today)

    #expect(try workspace.store.nextUndo(of: "Ana")?.summary == "win Acme")
    #expect(try workspace.store.nextUndo(of: "Ben") == nil)
    let undone = try workspace.undo()
    #expect(undone?.step?.summary == "undo win Acme")
    #expect(try workspace.store.nextRedo(of: "Ana")?.summary == "win Acme")
  }

  @Test func `know what the actor did last that is no step, until a step or an undo comes`() throws
  {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    func last(_ actor: String = "Ana") throws -> BesideEdit? {
      try workspace.store.lastBeside(of: actor)
    }
    #expect(try last() == nil)

    let goal = StructureEdit.setGoal(in: workspace.pipeline.id, .year(2026), .deals(3))
    _ = try workspace.store.edit([goal], by: "Ana", at: .test)
    #expect(try last() == .goal)
    #expect(try last("Ben") == nil)
    #expect(try workspace.store.nextUndo(of: "Ana")?.id == Identifier(rawValue: 1))
    #expect(try workspace.store.undoCount(of: "Ana") == 1)

    try workspace.change(deal, .won)
    #expect(try last() == nil)
    let filter = StructureEdit.saveFilter(name: "big", text: "value:>50k")
    _ = try workspace.store.edit([filter], by: "Ana", at: .test)
    _ = try workspace.undo()
    #expect(try last() == nil)
    // What stands beside the steps is in no step's way: that one can be made again.
    #expect(try workspace.redo() != nil)
    var findings: [DoctorFinding] = []
    try workspace.store.check { findings.append($0) }
    #expect(findings.isEmpty)
  }

  @Test func `know of an edit beside the steps by the write that made it, or not at all`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    _ = try workspace.add(workspace.draft("Acme"))
    let names = { try store.structure().people.map(\.name) }
    let before = try names()

    #expect(throws: StoreError.self) {
      try store.edit([.addPerson(name: "Cleo"), .addPerson(name: " ")], by: "Ana", at: .test)
    }
    #expect(try names() == before)
    #expect(try store.lastBeside(of: "Ana") == nil)

    _ = try store.edit([.addPerson(name: "Cleo")], by: "Ana", at: .test)
    #expect(try names() == before + ["Cleo"])
    #expect(try store.lastBeside(of: "Ana") == .person)
  }

  @Test func `take back no other step than the one that is named`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    let seen = try #require(try workspace.store.nextUndo(of: "Ana"))
    try workspace.change(deal, .won)
    let next = try #require(try workspace.store.nextUndo(of: "Ana"))
    func request(_ step: ChangeStep) -> UndoRequest {
      UndoRequest(id: workspace.newID(), actor: "Ana", at: .test, step: step.id)
    }

    #expect(throws: StoreError.otherStepIsNext(next)) {
      try workspace.store.undo(request(seen), today: .today)
    }
    #expect(try workspace.load().openDeals.isEmpty)
    #expect(try workspace.store.undo(request(next), today: .today) != nil)
    #expect(throws: StoreError.otherStepIsNext(next)) {
      try workspace.store.redo(request(seen), today: .today)
    }
    #expect(try workspace.store.redo(request(next), today: .today) != nil)
    #expect(throws: StoreError.otherStepIsNext(nil)) {
      try workspace.store.redo(request(next), today: .today)
    }
    #expect(try workspace.load().openDeals.isEmpty)
  }

  @Test func `touch only one's own steps`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"), by: "Ana")
    try workspace.change(deal, .noted("hello"), by: "Ben")

    _ = try workspace.undo(by: "Ben")

    #expect(try workspace.undo(by: "Ben") == nil)
    #expect(try workspace.load().openDeals.map(\.title) == ["Acme"])
  }

  @Test func `touch what one did under one's login before one said who one is`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"), by: "anna")
    _ = try workspace.store.edit(.addPerson(name: "Ana Kern", logins: ["anna"]))
    let won = try workspace.change(deal, .won, by: "Ana Kern")
    #expect(won.changes.count == 1)
    #expect(try workspace.store.undoCount(of: "Ana Kern") == 2)
    #expect(try workspace.store.undoCount(of: "anna") == 1)

    _ = try workspace.undo(by: "Ana Kern")
    #expect(try workspace.store.nextUndo(of: "Ana Kern")?.actor == "anna")
    _ = try workspace.undo(by: "Ana Kern")
    #expect(try workspace.load().openDeals.isEmpty)
    #expect(try workspace.undo(by: "Ana Kern") == nil)

    // Both come back in the order they were made.
    _ = try workspace.redo(by: "Ana Kern")
    #expect(try workspace.load().openDeals.map(\.title) == ["Acme"])
    _ = try workspace.redo(by: "Ana Kern")
    #expect(try workspace.load().openDeals.isEmpty)
    #expect(try workspace.redo(by: "Ana Kern") == nil)
  }

  @Test func `redo nothing of the login once something new was done under the name`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"), by: "anna")
    _ = try workspace.store.edit(.addPerson(name: "Ana Kern", logins: ["anna"]))
    _ = try workspace.undo(by: "Ana Kern")
    _ = try workspace.add(workspace.draft("Brick"), by: "Ana Kern")

    #expect(try workspace.store.nextRedo(of: "Ana Kern") == nil)
  }

  @Test func `are refused while someone's later change of the same part stands`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"), by: "Ben")
    let moved = try workspace.change(deal, .moved(to: workspace.stage(1)), by: "Ana").changes[0]
    try workspace.change(moved.deal, .won, by: "Ben")

    let error = #expect(throws: StoreError.self) { try workspace.undo(by: "Ana") }

    guard case .conflict(let conflicts) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(conflicts.map(\.theirs.change) == [.won])
    _ = try workspace.undo(by: "Ben")
    #expect(try workspace.undo(by: "Ana") != nil)
    #expect(try workspace.load().openDeals.map(\.stage) == [workspace.stage(0)])
  }

  @Test func `go on top of someone's later change where that is wanted`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", minorUnits: 100), by: "Ben")
    let mine = try workspace.change(deal, .valued(500, .euro), by: "Ana").changes[0]
    try workspace.change(mine.deal, .valued(700, .euro), by: "Ben")
    func onTop() -> UndoRequest {
      UndoRequest(id: workspace.newID(), actor: "Ana", at: .test, goesOnTop: true)
    }

    let undone = try workspace.store.undo(onTop(), today: .today)

    // What Ana took away was 100, whatever Ben made of her 500.
    #expect(undone?.changes.last?.deal.minorUnits == 100)
    #expect(try workspace.load().openDeals.map(\.minorUnits) == [100])
    #expect(try workspace.store.nextUndo(of: "Ana") == nil)
    // Made again, it is as before the undo: Ben's is the later one of the two.
    _ = try workspace.redo(by: "Ana")
    #expect(try workspace.load().openDeals.map(\.minorUnits) == [700])
    #expect(try workspace.store.nextUndo(of: "Ana") != nil)
    var findings: [DoctorFinding] = []
    try workspace.store.check { findings.append($0) }
    #expect(findings == [])
  }

  @Test func `that go on top leave a deal closed that someone closed, and reach older steps`()
    throws
  {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"), by: "Ben")
    let titled = try workspace.change(deal, .retitled("Ace"), by: "Ana").changes[0]
    let moved = try workspace.change(titled.deal, .moved(to: workspace.stage(1)), by: "Ana")
    try workspace.change(moved.changes[0].deal, .won, by: "Ben")

    let request = UndoRequest(id: workspace.newID(), actor: "Ana", at: .test, goesOnTop: true)
    let undone = try workspace.store.undo(request, today: .today)

    #expect(undone?.changes.last?.deal.status == .won(.today))
    #expect(undone?.changes.last?.deal.stage == workspace.stage(0))
    let older = try workspace.undo(by: "Ana")
    #expect(older?.changes.last?.deal.title == "Acme")
  }

  @Test func `leave later changes of other parts as they are`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"), by: "Ben")
    let moved = try workspace.change(deal, .moved(to: workspace.stage(1)), by: "Ana").changes[0]
    try workspace.change(moved.deal, .valued(900, .euro), by: "Ben")

    let undone = try workspace.undo(by: "Ana")

    #expect(undone?.changes.last?.deal.stage == workspace.stage(0))
    #expect(undone?.changes.last?.deal.minorUnits == 900)
  }

  @Test func `do not take a creation back that others built upon`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"), by: "Ana")
    try workspace.change(deal, .noted("met them"), by: "Ben")

    #expect(throws: StoreError.self) { try workspace.undo(by: "Ana") }
  }

  @Test func `redo nothing once something new was done`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"))
    _ = try workspace.undo()
    _ = try workspace.add(workspace.draft("Brick"))

    #expect(try workspace.redo() == nil)
    #expect(try workspace.load().openDeals.map(\.title) == ["Brick"])
  }

  @Test func `sent twice, are done once`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme"))
    try workspace.change(deal, .won)
    let request = UndoRequest(id: workspace.newID(), actor: "Ana", at: .test)

    let first = try workspace.store.undo(request, today: .today)
    let second = try workspace.store.undo(request, today: .today)

    #expect(first == second)
    #expect(try workspace.load().openDeals.map(\.status) == [.open])
  }

  @Test func `take an import back and bring it again`() throws {
    let workspace = try Workspace()
    let key = SourceKey(source: "csv", id: "7")
    _ = try workspace.importing { session in
      var draft = workspace.draft("Acme")
      draft.key = key
      let deal = try session.create(draft, on: .today - 9)
      _ = try session.append(.won, on: .today - 1, to: deal)
    }

    let undone = try workspace.undo()
    #expect(undone?.step?.eventCount == 2)
    #expect(try workspace.store.deal(for: key) == nil)
    #expect(try workspace.load().closed.isEmpty)

    _ = try workspace.redo()
    #expect(try workspace.store.deal(for: key)?.status == .won(.today - 1))
  }

  @Test(arguments: UInt64(1)...3)
  func `follow a simple model over a random walk`(seed: UInt64) throws {
    let workspace = try Workspace()
    var random = SplitMix(seed: seed)
    var deal = try workspace.add(workspace.draft("0"), by: "Ben")
    // The titles that Ana's steps gave, those in effect and those taken back.
    var done = ["0"]
    var taken: [String] = []

    for number in 1...60 {
      switch random.next() % 3 {
      case 0:
        let outcome = try workspace.change(deal, .retitled("\(number)"))
        deal = try #require(outcome.changes.last?.deal)
        done.append("\(number)")
        taken = []
      case 1:
        let outcome = try workspace.undo()
        #expect((outcome != nil) == (done.count > 1))
        if let after = outcome?.changes.last?.deal {
          taken.append(done.removeLast())
          deal = after
        }
      default:
        let outcome = try workspace.redo()
        #expect((outcome != nil) == !taken.isEmpty)
        if let after = outcome?.changes.last?.deal {
          done.append(taken.removeLast())
          deal = after
        }
      }
      #expect(deal.title == done.last)
      #expect(try workspace.store.undoCount(of: "Ana") == done.count - 1)
    }
  }
}
