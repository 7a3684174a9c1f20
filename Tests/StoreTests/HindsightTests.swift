import Pipeline
import Store
import Testing

@Suite struct `A past day is hindsight` {
  private static let before = Instant(milliseconds: Instant.test.milliseconds - 1)

  private func importDeal(
    _ source: String?,
    on day: Day,
    into workspace: Workspace
  ) throws {
    _ = try workspace.importing { session in
      var draft = workspace.draft("Acme")
      draft.key = source.map { SourceKey(source: $0, id: "12") }
      _ = try session.create(draft, on: day)
    }
  }

  private func gap(
    _ day: Day,
    endedAt end: Instant = before,
    in workspace: Workspace
  ) throws -> PastGap? {
    try workspace.store.pastGap(day, endedAt: end, in: workspace.pipeline.id)
  }

  @Test func `where a later import brought its deals as they stood`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    for day in [Day.today - 1, .today - 30] {
      let gap = try gap(day, in: workspace)
      #expect(gap?.importedAt == .test)
      #expect(gap?.recordedFrom == nil)
    }
  }

  @Test func `where it lies before the oldest deal that was imported`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    let gap = try gap(.today - 31, in: workspace)
    #expect(gap?.importedAt == .test)
    #expect(gap?.recordedFrom == nil)
  }

  @Test func `where it lies before the first event of an imported history`() throws {
    let workspace = try Workspace()
    try importDeal("history", on: .today - 30, into: workspace)

    let gap = try gap(.today - 31, in: workspace)
    #expect(gap?.importedAt == nil)
    #expect(gap?.recordedFrom == .today - 30)
  }

  @Test func `where it lies before the first deal that was typed in`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"), on: .today - 30)

    let gap = try gap(.today - 31, in: workspace)
    #expect(gap?.importedAt == nil)
    #expect(gap?.recordedFrom == .today - 30)
  }

  @Test func `but not where the import was there before the day was over`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    #expect(try gap(.today - 1, endedAt: .test, in: workspace) == nil)
  }

  @Test func `but not where the import brought how its deals came about`() throws {
    let workspace = try Workspace()
    try importDeal("history", on: .today - 30, into: workspace)

    #expect(try gap(.today - 1, in: workspace) == nil)
  }

  @Test func `but not where its deals were typed in, though later`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"), on: .today - 30)

    #expect(try gap(.today - 1, in: workspace) == nil)
  }

  @Test func `but not where the import was taken back`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    _ = try workspace.undo()

    #expect(try gap(.today - 1, in: workspace) == nil)
    #expect(try gap(.today - 31, in: workspace) == nil)
  }

  @Test func `in the import's pipeline alone`() throws {
    let workspace = try Workspace()
    let edited = try workspace.store.edit(
      .addPipeline(name: "Partners", stages: StageTemplate.defaults)
    )
    let other = try #require(edited.pipelines.last).id
    try importDeal("csv", on: .today - 30, into: workspace)

    #expect(try workspace.store.pastGap(.today - 1, endedAt: Self.before, in: other) == nil)
  }

  @Test func `for the deals alone that a later import brought as they stood`() throws {
    let workspace = try Workspace()
    try importDeal("history", on: .today - 30, into: workspace)
    try importDeal("csv", on: .today - 20, into: workspace)
    _ = try workspace.add(workspace.draft("Typed"), on: .today - 10)
    let id = workspace.pipeline.id

    // On the day before today three deals were there, of which one came with the plain file; before
    // that file's deal came into being there was one.
    let store = workspace.store
    #expect(try store.dealsBehind(.today - 1, endedAt: Self.before, in: id) == Share(1, of: 3))
    #expect(try store.dealsBehind(.today - 25, endedAt: Self.before, in: id) == Share(0, of: 1))
    #expect(try gap(.today - 25, in: workspace) == nil)
  }
}
