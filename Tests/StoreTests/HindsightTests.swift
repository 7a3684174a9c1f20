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

  private func behind(
    _ day: Day,
    endedAt end: Instant = before,
    in workspace: Workspace
  ) throws -> Instant? {
    try workspace.store.importBehind(day, endedAt: end, in: workspace.pipeline.id)
  }

  @Test func `where a later import brought its deals as they stood`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    #expect(try behind(.today - 1, in: workspace) == .test)
    #expect(try behind(.today - 30, in: workspace) == .test)
  }

  @Test func `but not where none of its deals was there then`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    #expect(try behind(.today - 31, in: workspace) == nil)
  }

  @Test func `but not where the import was there before the day was over`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    #expect(try behind(.today - 1, endedAt: .test, in: workspace) == nil)
  }

  @Test func `but not where the import brought how its deals came about`() throws {
    let workspace = try Workspace()
    try importDeal("history", on: .today - 30, into: workspace)

    #expect(try behind(.today - 1, in: workspace) == nil)
  }

  @Test func `but not where its deals were typed in, though later`() throws {
    let workspace = try Workspace()
    _ = try workspace.add(workspace.draft("Acme"), on: .today - 30)

    #expect(try behind(.today - 1, in: workspace) == nil)
  }

  @Test func `but not where the import was taken back`() throws {
    let workspace = try Workspace()
    try importDeal("pipedrive", on: .today - 30, into: workspace)

    _ = try workspace.undo()

    #expect(try behind(.today - 1, in: workspace) == nil)
  }

  @Test func `in the import's pipeline alone`() throws {
    let workspace = try Workspace()
    let edited = try workspace.store.edit(
      .addPipeline(name: "Partners", stages: StageTemplate.defaults)
    )
    let other = try #require(edited.pipelines.last).id
    try importDeal("csv", on: .today - 30, into: workspace)

    #expect(try workspace.store.importBehind(.today - 1, endedAt: Self.before, in: other) == nil)
  }
}
