import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// The Maven CRM data: Fixtures/maven-crm.
struct MavenTests {
  @Test func `the whole file comes in as one pipeline of two stages`() throws {
    var workspace = MemoryWorkspace(today: try .of("2017-12-31"))

    let report = try workspace.bring(Fixture.file("maven-crm/pipedrive_export.csv"))

    #expect(report.imported == 8800)
    #expect(report.rejectedCount == 0)
    #expect(report.warningCount == 0)
    #expect(report.owners.count == 30)
    #expect(report.currencies.map(\.key.code) == ["USD"])
    #expect(workspace.pipelines.map(\.name) == ["Maven CRM"])
    #expect(workspace.pipelines[0].stages.map(\.name) == ["Prospecting", "Engaging"])
    let deals = workspace.target.deals
    #expect(deals.count { $0.status.isWon } == 4238)
    #expect(deals.count { $0.status.isLost } == 2473)
    #expect(deals.count { $0.created == nil } == 500)
    let won = deals.filter { $0.status.isWon }
    #expect(won.compactMap(\.minorUnits).reduce(0, +) == 1_000_553_400)
    #expect(won.compactMap { $0.age(on: workspace.today) }.reduce(0, +) == 219_452)
  }

  @Test func `the whole file a second time changes nothing`() throws {
    var workspace = MemoryWorkspace(today: try .of("2017-12-31"))
    try workspace.bring(Fixture.file("maven-crm/pipedrive_export.csv"))
    let before = workspace.target.deals

    let report = try workspace.bring(Fixture.file("maven-crm/pipedrive_export.csv"))

    #expect(report.unchanged == 8800)
    #expect(report.imported == 0)
    #expect(report.updated == 0)
    #expect(workspace.target.deals == before)
  }
}
