import Pipeline
import Store
import Testing

@Suite struct `A restored log` {
  /// Writes everything that one file holds into another.
  private func copy(_ source: SQLiteStore, into target: Workspace) throws {
    _ = try target.importing { session in
      try session.restoring { log in
        try source.exporting { export in
          let record = try export.record()
          let numbers = try log.restoreStructure(record)
          let stages = Dictionary(
            uniqueKeysWithValues: zip(record.stages.map(\.id), numbers.stages)
          )
          let pipelines = Dictionary(
            uniqueKeysWithValues: zip(record.pipelines.map(\.id), numbers.pipelines)
          )
          var step: Identifier<ChangeStep>?
          try export.log { event, change in
            if step != change.id {
              step = change.id
              try log.begin(
                actor: change.actor,
                summary: change.summary,
                at: change.recordedAt,
                isImport: change.isImport
              )
            }
            var wanted = event.change
            if case .moved(let stage) = wanted { wanted = .moved(to: stages[stage] ?? stage) }
            if case .created(var draft) = wanted {
              draft.stage = stages[draft.stage] ?? draft.stage
              draft.pipeline = pipelines[draft.pipeline] ?? draft.pipeline
              _ = try log.create(draft, id: event.id, on: event.day, as: event.deal)
            } else {
              let deal = try #require(try log.deal(event.deal))
              _ = try log.append(wanted, id: event.id, on: event.day, to: deal)
            }
          }
          try log.restoreRecords(record)
        }
      }
    }
  }

  private func events(_ store: SQLiteStore) throws -> [DealEvent] {
    var events: [DealEvent] = []
    try store.log(after: 0) { events.append($0) }
    return events
  }

  @Test(arguments: UInt64(31)...34)
  func `of a random history is the same log, and its file is sound`(seed: UInt64) throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: seed, from: .today - 60)
    try history.run(150)
    let other = try Workspace()

    try copy(workspace.store, into: other)

    #expect(try events(other.store) == events(workspace.store))
    var findings: [DoctorFinding] = []
    try other.store.check { findings.append($0) }
    #expect(findings.isEmpty)
    for actor in ["Ana", "Ben", "Cleo"] {
      #expect(try other.store.undoCount(of: actor) == workspace.store.undoCount(of: actor))
    }
  }

  @Test func `is undone and redone step by step as the first one is`() throws {
    let workspace = try Workspace()
    var history = RandomHistory(workspace, seed: 41, from: .today - 60)
    try history.run(80)
    let other = try Workspace()
    try copy(workspace.store, into: other)
    // Both make ids from one seed, and the first one's are in both logs.
    var random = SplitMix(seed: 4242)

    for turn in 0..<30 {
      let isUndo = turn % 5 < 3
      let steps = try [workspace, other].map { workspace in
        try isUndo ? workspace.store.nextUndo(of: "Ana") : workspace.store.nextRedo(of: "Ana")
      }
      #expect(steps[0] == steps[1])
      let id = EventID(at: .test, using: &random)
      let request = UndoRequest(id: id, actor: "Ana", at: .test)
      for store in [workspace.store, other.store] {
        _ =
          try? isUndo
          ? store.undo(request, today: history.day) : store.redo(request, today: history.day)
      }
    }
    #expect(try events(other.store) == events(workspace.store))
  }

  @Test func `keeps stages that were put away`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", stage: 1))
    let archive = ArchiveRequest(
      id: workspace.newID(),
      actor: "Ana",
      at: .test,
      stage: workspace.stage(1),
      target: workspace.stage(2)
    )
    _ = try workspace.store.archive(archive, today: .today)
    let other = try Workspace()

    try copy(workspace.store, into: other)

    let pipeline = try #require(try other.store.structure().pipelines.first)
    #expect(
      pipeline.stages.map(\.name)
        == ["Lead In", "Demo Scheduled", "Proposal Made", "Negotiations Started"]
    )
    #expect(pipeline.archivedStages.map(\.name) == ["Contact Made"])
    let restored = try #require(try other.store.deal(deal.id, asOf: .today))
    #expect(restored.visits.count == 2)
  }

  @Test func `brings the team, goals, baselines, filters, contacts and meetings`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let ana = try #require(
      try store.edit(.addPerson(name: "Ana", initials: "AK", logins: ["ana"])).people.first
    )
    _ = try store.edit(
      .setGoal(in: workspace.pipeline.id, owner: ana.id, .quarter(year: 2026, 1), .deals(12))
    )
    _ = try store.edit(.saveBaseline(in: workspace.pipeline.id, name: "Start", .today - 90))
    _ = try store.edit(.saveFilter(name: "hot", text: "label:hot"))
    try store.keep(.saveContact(Contact(name: "Maya", organization: "Acme", phone: "+372 555")))
    let minutes = MeetingDraft(kind: .review, pipeline: workspace.pipeline.id, text: "All well.")
    try store.keep(.endMeeting(minutes, on: .today, at: .test))
    try store.keep(.keepDraft(minutes))
    let other = try Workspace()

    try copy(store, into: other)

    var records: [WorkspaceRecord] = []
    try store.exporting { records.append(try $0.record()) }
    try other.store.exporting { records.append(try $0.record()) }
    #expect(records[1] == records[0])
    #expect(records[1].goals.first?.target == .deals(12))
    #expect(records[1].drafts.first?.text == "All well.")
  }
}
