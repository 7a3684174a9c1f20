import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

struct HistoryTests {
  private struct Expected: Decodable {
    struct Line: Decodable {
      let line: Int
      let code: String?
    }

    let lines: [Line]
    let accepted: Int
    let rejected: Int
  }

  private static let header = "deal,date,event,arg,value,owner,currency,expected_close\n"

  private func workspace() throws -> MemoryWorkspace {
    MemoryWorkspace(today: try .of("2026-03-31"))
  }

  private func stages() throws -> ImportOptions {
    ImportOptions(
      stages: .pipeline(try PipelineTemplate(json: Fixture.bytes("edge-cases/pipeline.json")))
    )
  }

  @Test func `each bad line is rejected with its code and changes nothing`() throws {
    var workspace = try workspace()
    let expected = try Fixture.decode(Expected.self, "edge-cases/bad_lines_expected.json")

    let report = try workspace.bring(Fixture.file("edge-cases/bad_lines.csv"), stages())

    let codes = expected.lines.filter { $0.code != nil }.map { "\($0.line) \($0.code ?? "")" }
    #expect(report.rejected.map { "\($0.line) \($0.code)" } == codes)
    #expect(report.events == expected.accepted)
    #expect(report.rejectedCount == expected.rejected)
    let won = try #require(workspace.target.brought("B01", by: "history"))
    #expect(won.status == .won(try .of("2026-03-04")))
    #expect(workspace.stageName(won.stage) == "Contact Made")
    #expect(won.value == Money(minorUnits: 120_000, currency: .euro))
    #expect(workspace.target.brought("B10", by: "history")?.isDeleted == true)
    #expect(workspace.target.deals.count == 2)
  }

  @Test func `every event comes in on its day, into the stages that the JSON names`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(Fixture.file("edge-cases/events.csv"), stages())

    #expect(report.kind == .history)
    #expect(report.rejectedCount == 0)
    #expect(report.imported == 20)
    #expect(report.events == 77)
    #expect(workspace.pipelines.map(\.name) == ["Edge cases"])
    #expect(workspace.pipelines[0].stages.map(\.idleLimit) == [14, 14, 21, 21, nil])
    let third = try #require(workspace.target.brought("D03", by: "history"))
    #expect(third.title == "D03")
    let demo = workspace.pipelines[0].stages[2].id
    // 11 days in the first visit and 28 in the second.
    #expect(third.days(in: demo, on: workspace.today) == 39)
  }

  @Test func `lines that are in the log already are unchanged`() throws {
    var workspace = try workspace()
    try workspace.bring(Fixture.file("edge-cases/events.csv"), stages())
    let before = workspace.target.deals

    let report = try workspace.bring(Fixture.file("edge-cases/events.csv"), stages())

    #expect(report.unchanged == 77)
    #expect(report.events == 0)
    #expect(report.rejectedCount == 0)
    #expect(workspace.target.deals == before)
  }

  @Test func `a line that stands twice is known once and new once`() throws {
    var workspace = try workspace()
    let create = "A,2026-03-01,create,Lead In,10,Ana,EUR,\n"
    let note = "A,2026-03-02,note,hello,,,,\n"
    try workspace.bring(Self.header + create + note)

    let report = try workspace.bring(Self.header + create + note + note)

    #expect(report.unchanged == 2)
    #expect(report.updated == 1)
    #expect(report.imported == 0)
    #expect(workspace.target.changes(of: "A", source: "history").count == 2)
  }

  @Test func `the same line twice in a new file is two events`() throws {
    var workspace = try workspace()
    let lines = "A,2026-03-01,create,Lead In,10,Ana,EUR,\nA,2026-03-02,note,hello,,,,\n"

    let report = try workspace.bring(Self.header + lines + "A,2026-03-02,note,hello,,,,\n")

    #expect(report.events == 3)
    #expect(report.unchanged == 0)
  }

  @Test func `a creation that differs from the one in the log is rejected`() throws {
    var workspace = try workspace()
    try workspace.bring(Self.header + "A,2026-03-01,create,Lead In,10,Ana,EUR,\n")

    let report = try workspace.bring(Self.header + "A,2026-03-01,create,Lead In,11,Ana,EUR,\n")

    #expect(report.rejected.map(\.code) == ["duplicate_deal"])
  }

  @Test func `a line that was refused once is refused again for the same reason`() throws {
    var workspace = try workspace()
    // The second line moves the deal to where it stands; after the third it would be a new move.
    let lines = """
      A,2026-03-01,create,Lead In,10,Ana,EUR,
      A,2026-03-02,move,Lead In,,,,
      A,2026-03-02,move,Contact Made,,,,

      """
    try workspace.bring(Self.header + lines)

    let report = try workspace.bring(Self.header + lines)

    #expect(report.rejected.map { "\($0.line) \($0.code)" } == ["3 same_stage"])
    #expect(report.events == 0)
    #expect(report.unchanged == 2)
  }

  @Test func `new lines of a deal that is known go on from the lines before them`() throws {
    var workspace = try workspace()
    let lines = "A,2026-03-01,create,Lead In,10,Ana,EUR,\nA,2026-03-02,won,,,,,\n"
    try workspace.bring(Self.header + lines)

    let report = try workspace.bring(
      Self.header + lines + "A,2026-03-03,won,,,,,\nA,2026-03-03,reopen,,,,,\n"
    )

    #expect(report.rejected.map(\.code) == ["already_closed"])
    #expect(report.events == 1)
    #expect(workspace.target.brought("A", by: "history")?.status == .open)
  }

  @Test func `a closed deal's move is refused for that, whatever the stage`() throws {
    var workspace = try workspace()
    let lines = "A,2026-03-01,create,Lead In,,Ana,EUR,\nA,2026-03-02,won,,,,,\n"

    let report = try workspace.bring(Self.header + lines + "A,2026-03-03,move,Nowhere,,,,\n")

    #expect(report.rejected.map(\.code) == ["deal_closed"])
  }

  @Test func `an event after today is accepted`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(
      Self.header + "A,2027-01-01,create,Lead In,,Ana,EUR,\nA,2027-02-01,won,,,,,\n"
    )

    #expect(report.events == 2)
    #expect(workspace.target.deals.first?.status == .won(try .of("2027-02-01")))
  }

  @Test func `an amount finer than the currency is rejected`() throws {
    var workspace = try workspace()

    let report = try workspace.bring(Self.header + "A,2026-03-01,create,Lead In,1.5,Ana,JPY,\n")

    #expect(report.rejected.map(\.code) == ["value_too_fine"])
  }
}
