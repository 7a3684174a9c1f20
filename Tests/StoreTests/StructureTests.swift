import Pipeline
import Store
import Testing

@Suite struct `Pipelines, stages and people` {
  @Test func `are seen by other boards after an edit`() throws {
    let workspace = try Workspace()
    let other = try workspace.secondStore()
    let before = try other.changes(after: 0, asOf: .today).structureVersion

    _ = try workspace.store.edit(.renameStage(workspace.stage(0), "New"))

    #expect(try other.changes(after: 0, asOf: .today).structureVersion > before)
    #expect(try other.structure().pipelines[0].stages[0].name == "New")
  }

  @Test func `take a stage at a place, and another order`() throws {
    let workspace = try Workspace()
    let edited = try workspace.store.edit(
      .addStage(StageTemplate(name: "Trial"), in: workspace.pipeline.id, at: 2)
    )
    #expect(
      edited.pipelines[0].stages.map(\.name)
        == [
          "Lead In", "Contact Made", "Trial", "Demo Scheduled", "Proposal Made",
          "Negotiations Started",
        ]
    )

    let reversed = Array(edited.pipelines[0].stages.map(\.id).reversed())
    let after = try workspace.store.edit(.reorderStages(workspace.pipeline.id, reversed))

    #expect(after.pipelines[0].stages.map(\.id) == reversed)
    #expect(throws: StoreError.incompleteOrder(pipeline: "Sales")) {
      try workspace.store.edit(.reorderStages(workspace.pipeline.id, [reversed[0]]))
    }
  }

  @Test func `set a stage's probability and limits`() throws {
    let workspace = try Workspace()

    let edited = try workspace.store.edit(
      .setStage(
        workspace.stage(1),
        probability: Probability(percent: 0),
        idleLimit: 14,
        stuckLimit: nil
      )
    )

    let stage = edited.pipelines[0].stages[1]
    #expect(stage.probability == Probability(percent: 0))
    #expect(stage.idleLimit == 14)
    #expect(stage.stuckLimit == nil)
  }

  @Test func `have names that differ by more than case`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    _ = try store.edit(.addPerson(name: "Zoë Ångström"))

    #expect(throws: StoreError.nameTaken("sales")) {
      try store.edit(.addPipeline(name: "sales", stages: StageTemplate.defaults))
    }
    #expect(throws: StoreError.nameTaken("LEAD IN")) {
      try store.edit(.renameStage(workspace.stage(1), "LEAD IN"))
    }
    #expect(throws: StoreError.nameTaken("ZOË ÅNGSTRÖM")) {
      try store.edit(.addPerson(name: "ZOË ÅNGSTRÖM"))
    }
    #expect(throws: StoreError.emptyName) {
      try store.edit(.renamePipeline(workspace.pipeline.id, " "))
    }
  }

  @Test func `move a stage's deals on before it is put away`() throws {
    let workspace = try Workspace()
    let open = try workspace.add(workspace.draft("Open", stage: 1))
    let won = try workspace.add(workspace.draft("Won", stage: 1))
    try workspace.change(won, .won)
    let request = ArchiveRequest(
      id: workspace.newID(),
      actor: "Ana",
      at: .test,
      stage: workspace.stage(1),
      target: workspace.stage(2)
    )

    let outcome = try workspace.store.archive(request, today: .today)

    #expect(outcome.changes.map(\.deal.id) == [open.id])
    #expect(outcome.changes.map(\.deal.stage) == [workspace.stage(2)])
    let pipeline = try workspace.store.structure().pipelines[0]
    #expect(pipeline.stages.count == 4)
    #expect(pipeline.archivedStages.map(\.id) == [workspace.stage(1)])
    var findings: [DoctorFinding] = []
    try workspace.store.check { findings.append($0) }
    #expect(findings.isEmpty)
  }

  @Test func `bring a stage back with the deals that an undo gives it`() throws {
    let workspace = try Workspace()
    let open = try workspace.add(workspace.draft("Open", stage: 1))
    try archive(workspace, 1, into: 0)

    let outcome = try #require(try workspace.undo())

    #expect(outcome.changes.map(\.deal.id) == [open.id])
    #expect(outcome.changes.map(\.deal.stage) == [workspace.stage(1)])
    #expect(outcome.notices == [.stageIsBack("Contact Made")])
    #expect(try workspace.store.structure().pipelines[0] == workspace.pipeline)
    #expect(try findings(workspace).isEmpty)
  }

  @Test func `put a stage away again where that is made again`() throws {
    let workspace = try Workspace()
    let open = try workspace.add(workspace.draft("Open", stage: 1))
    try archive(workspace, 1, into: 0)
    _ = try workspace.undo()

    let outcome = try #require(try workspace.redo())

    #expect(outcome.changes.map(\.deal.stage) == [workspace.stage(0)])
    let pipeline = try workspace.store.structure().pipelines[0]
    #expect(pipeline.archivedStages.map(\.id) == [workspace.stage(1)])
    _ = try workspace.undo()
    #expect(try workspace.store.deal(open.id, asOf: .today)?.stage == workspace.stage(1))
    #expect(try workspace.store.structure().pipelines[0] == workspace.pipeline)
    #expect(try findings(workspace).isEmpty)
  }

  @Test func `leave a stage that is put away again on the board where others use it`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Open", stage: 1))
    try archive(workspace, 1, into: 0)
    _ = try workspace.undo()
    _ = try workspace.add(workspace.draft("Theirs", stage: 1), by: "Ben")

    _ = try workspace.redo()

    #expect(try workspace.store.structure().pipelines[0] == workspace.pipeline)
  }

  @Test func `bring a stage back for older steps as well`() throws {
    let workspace = try Workspace()
    let open = try workspace.add(workspace.draft("Open", stage: 1))
    try workspace.change(open, .moved(to: workspace.stage(2)))
    try archive(workspace, 1, into: nil)

    let outcome = try #require(try workspace.undo())

    #expect(outcome.changes.map(\.deal.stage) == [workspace.stage(1)])
    #expect(try workspace.store.structure().pipelines[0] == workspace.pipeline)
  }

  @Test func `refuse to bring a stage back while another has its name`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Open", stage: 1))
    try archive(workspace, 1, into: 0)
    let added = try workspace.store.edit(
      .addStage(StageTemplate(name: "contact made"), in: workspace.pipeline.id, at: 4)
    )
    let other = added.pipelines[0].stages[4].id

    #expect(throws: StoreError.stageWasArchived("Contact Made", deal: "Open")) {
      try workspace.undo()
    }

    _ = try workspace.store.edit(.renameStage(other, "Second Contact"))
    #expect(try workspace.undo() != nil)
    #expect(
      try workspace.store.structure().pipelines[0].stages.map(\.name) == [
        "Lead In", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started",
        "Second Contact",
      ]
    )
  }

  private func archive(_ workspace: Workspace, _ stage: Int, into target: Int?) throws {
    let request = ArchiveRequest(
      id: workspace.newID(),
      actor: "Ana",
      at: .test,
      stage: workspace.stage(stage),
      target: target.map { workspace.stage($0) }
    )
    _ = try workspace.store.archive(request, today: .today)
  }

  private func findings(_ workspace: Workspace) throws -> [DoctorFinding] {
    var findings: [DoctorFinding] = []
    try workspace.store.check { findings.append($0) }
    return findings
  }

  @Test func `keep a pipeline's last stage`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    let edited = try store.edit(.addPipeline(name: "One", stages: [StageTemplate(name: "Only")]))
    let only = try #require(edited.pipelines.last?.stages.first)

    #expect(throws: StoreError.lastStage("Only")) {
      try store.archive(
        ArchiveRequest(
          id: workspace.newID(),
          actor: "Ana",
          at: .test,
          stage: only.id,
          target: workspace.stage(0)
        ),
        today: .today
      )
    }
  }

  @Test func `bring the furthest stages of closed deals up to a new order`() throws {
    let workspace = try Workspace()
    let deal = try workspace.add(workspace.draft("Acme", stage: 3))
    let back = try workspace.change(deal, .moved(to: workspace.stage(0))).changes[0].deal
    try workspace.change(back, .lost(reason: nil))
    #expect(try furthest(workspace) == [workspace.stage(3)])

    // The fourth stage becomes the first, so the deal never got further than Lead In.
    let order = [3, 0, 1, 2, 4].map { workspace.stage($0) }
    _ = try workspace.store.edit(.reorderStages(workspace.pipeline.id, order))

    #expect(try furthest(workspace) == [workspace.stage(0)])
  }

  private func furthest(_ workspace: Workspace) throws -> [Identifier<Stage>] {
    try workspace.load().closed[workspace.pipeline.id]?.outcomes.map(\.furthest) ?? []
  }

  @Test func `name a person, their initials, logins and whether they left`() throws {
    let workspace = try Workspace()
    let store = workspace.store
    _ = try store.edit(.addPerson(name: "Ana Souza", logins: ["ana"]))
    let added = try store.edit(.addPerson(name: "Ali Santos"))
    #expect(added.people.map(\.initials) == ["AS", "ASA"])

    var ana = added.people[0]
    ana.name = "Ana Lima"
    ana.initials = "AL"
    ana.logins = ["ana", "alima"]
    ana.isActive = false
    let edited = try store.edit(.setPerson(ana))

    #expect(edited.people[0].logins == ["alima", "ana"])
    #expect(edited.people[0].isActive == false)
    #expect(throws: StoreError.taken(.login, "ana", by: "Ana Lima")) {
      try store.edit(.addPerson(name: "Anton", logins: ["ana"]))
    }
    #expect(throws: StoreError.taken(.initials, "al", by: "Ana Lima")) {
      try store.edit(.addPerson(name: "Albert", initials: "al"))
    }
  }

  @Test func `include the settings`() throws {
    let workspace = try Workspace()
    let settings = WorkspaceSettings(
      timeZone: "Asia/Tokyo",
      currency: try #require(Currency(code: "JPY"))
    )

    #expect(try workspace.store.edit(.setSettings(settings)).settings == settings)
  }
}
