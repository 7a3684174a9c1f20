import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// What one row makes of a new deal: NUMBERS.md, "Time".
struct RowTests {
  private static let header =
    "Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Status,Deal - Deal created,"
    + "Deal - Update time,Deal - Last stage change,Deal - Next activity date,Deal - Won time,"
    + "Deal - Lost time,Deal - Deal closed on,Deal - Lost reason\n"

  private func deal(_ cells: String) throws -> (Deal, [Dated], MemoryWorkspace) {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let report = try workspace.bring(Self.header + "1,A,100,Contact Made," + cells + "\n")
    #expect(report.rejected == [])
    let deal = try #require(workspace.target.brought("1"))
    return (deal, workspace.target.changes(of: "1"), workspace)
  }

  private func code(_ cells: String) throws -> [String] {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    return try workspace.bring(Self.header + "1,A,100,Contact Made," + cells + "\n")
      .rejected.map(\.code)
  }

  @Test func `an open row is created on its day in its present stage`() throws {
    let (deal, changes, _) = try deal("Open,2026-03-02 09:00:00,,,,,,,")

    #expect(deal.created == (try .of("2026-03-02")))
    #expect(deal.visits.map(\.entered) == [try .of("2026-03-02")])
    #expect(changes == [])
  }

  @Test func `a later stage change begins the visit, and the days before are nobody's`() throws {
    let (deal, changes, _) = try deal("Open,2026-03-02,,2026-03-10,,,,,")

    #expect(changes == [Dated(.enteredStage, try .of("2026-03-10"))])
    #expect(deal.currentVisitDays(on: try .of("2026-03-31")) == 21)
    #expect(deal.age(on: try .of("2026-03-31")) == 29)
  }

  @Test func `an update after everything else counts for idle`() throws {
    let (deal, changes, _) = try deal("Open,2026-03-02,2026-03-20,2026-03-10,,,,,")

    #expect(changes.last == Dated(.updatedAtSource, try .of("2026-03-20")))
    #expect(deal.idleDays(on: try .of("2026-03-31")) == 11)
  }

  @Test func `a next activity becomes a step that is due`() throws {
    let (deal, _, _) = try deal("Open,2026-03-02,,,2026-04-02,,,,")

    #expect(deal.nextStep?.due == (try .of("2026-04-02")))
    #expect(deal.lastTouched == (try .of("2026-03-02")))
  }

  @Test func `a won row is won on its won day`() throws {
    let (deal, _, _) = try deal("Won,2026-03-02,2026-03-25,,,2026-03-20,,2026-03-21,")

    #expect(deal.status == .won(try .of("2026-03-20")))
    #expect(deal.visits.map(\.days) == [18])
  }

  @Test func `a lost row keeps its reason`() throws {
    let (deal, _, _) = try deal("lost,2026-03-02,,,,,,2026-03-21,Price")

    #expect(deal.status == .lost(try .of("2026-03-21"), reason: "Price"))
  }

  @Test func `a stage change after the closing is held to the closing day`() throws {
    let (deal, changes, _) = try deal("Won,2026-03-02,,2026-03-25,,2026-03-20,,,")

    #expect(changes.map(\.day) == [try .of("2026-03-20"), try .of("2026-03-20")])
    #expect(deal.visits.map(\.days) == [0])
  }

  @Test func `without a creation it exists from the earliest day of anything`() throws {
    let (deal, _, _) = try deal("Won,,2026-03-25,2026-03-10,,2026-03-20,,,")

    #expect(deal.created == nil)
    #expect(deal.existsSince == (try .of("2026-03-10")))
  }

  @Test func `without any day it exists from the import`() throws {
    let (deal, _, _) = try deal("Open,,,,,,,,")

    #expect(deal.created == nil)
    #expect(deal.existsSince == (try .of("2026-03-31")))
  }

  @Test func `a blank status is open`() throws {
    let (deal, _, _) = try deal(",2026-03-02,,,,,,,")

    #expect(deal.status == .open)
  }

  @Test func `a closing before the creation is rejected`() throws {
    #expect(try code("Won,2026-03-20,,,,2026-03-02,,,") == ["closed_before_created"])
  }

  @Test func `of several faults the first in order is named`() throws {
    #expect(try code("Pending,x,,,,,,,") == ["unknown_status"])
    #expect(try code("Open,x,,,,,,,") == ["invalid_date"])
  }

  @Test func `a closed row without a day takes the last one known and says so`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      Self.header + "1,A,100,Contact Made,Won,2026-03-02,2026-03-25,,,,,,\n"
    )

    #expect(report.warnings.map(\.code) == ["closing_day_unknown"])
    #expect(workspace.target.brought("1")?.status == .won(try .of("2026-03-25")))
  }

  @Test func `a row without an id is found again by what it says`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let file = "title,stage,value\nAcme,Lead In,5\nAcme,Lead In,5\nOther,Lead In,\n"
    try workspace.bring(file)

    let report = try workspace.bring(file)

    #expect(report.unchanged == 3)
    #expect(workspace.target.deals.count == 3)
    #expect(workspace.target.deals.allSatisfy { $0.key?.sourceID == nil })
  }

  @Test func `labels are apart by commas, each once`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring("title,stage,label\nAcme,Lead In,\"Hot, Warm,Hot,\"\n")

    #expect(workspace.target.deals.first?.labels == ["Hot", "Warm"])
  }

  @Test func `HubSpot's columns are understood`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let file = """
      Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Deal owner,Create Date,Close Date,\
      Deal probability,Closed Lost Reason
      9001,Acme,Appointment Scheduled,Field,5000,usd,Ana,2026-01-05 09:15,2026-05-01 10:00,0.2,
      9002,Beta,Closed Won,Field,7000,USD,Ben,2026-01-06 09:15,2026-02-01 10:00,1,
      9003,Cota,Closed Lost,Field,,USD,Ben,2026-01-07 09:15,2026-02-03 10:00,0,Price

      """

    let report = try workspace.bring(file)

    #expect(report.kind == .hubspot)
    #expect(report.rejected == [])
    #expect(report.warnings.map(\.code) == ["closing_stage_unknown"])
    #expect(workspace.pipelines.map(\.name) == ["Field"])
    #expect(workspace.pipelines[0].stages.map(\.name) == ["Appointment Scheduled"])
    let open = try #require(workspace.target.brought("9001", by: "hubspot"))
    #expect(open.probability?.percent == 20)
    #expect(open.expectedClose == (try .of("2026-05-01")))
    #expect(open.currency.code == "USD")
    let won = try #require(workspace.target.brought("9002", by: "hubspot"))
    #expect(won.status == .won(try .of("2026-02-01")))
    #expect(won.probability == nil)
    let lost = try #require(workspace.target.brought("9003", by: "hubspot"))
    #expect(lost.status == .lost(try .of("2026-02-03"), reason: "Price"))
  }

  @Test func `Pipedrive's import template is understood`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      "Deal - Title,Organization - Name,Person - Name,Deal - Stage (pipeline),"
        + "Deal - Currency of value\nAcme,Acme Ltd,Maya,Lead In,USD\n"
    )

    let deal = try #require(workspace.target.deals.first)
    #expect(report.kind == .pipedrive)
    #expect(deal.organization == "Acme Ltd")
    #expect(deal.contact == "Maya")
    #expect(deal.currency.code == "USD")
  }

  @Test func `a template's row may bring its next step and a note`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      """
      Deal - Title*,Deal - Stage (pipeline),Deal - Creation date,Activity - Subject,\
      Activity - Type,Activity - Due date,Note - Content
      Acme,Lead In,2026-03-02,Call Maya,Call,2026-04-03,<p>Met at the <b>fair</b></p><p>R&amp;D</p>

      """
    )

    #expect(report.rejected == [])
    let deal = try #require(workspace.target.deals.first)
    #expect(deal.nextStep?.due == (try .of("2026-04-03")))
    #expect(deal.nextStep?.activity == Activity(kind: .call, text: "Call Maya"))
    let log = workspace.target.events(of: deal.id).map(\.event.change)
    #expect(log.last == .noted("Met at the fair R&D"))
  }

  @Test func `HubSpot's stages may name their pipeline behind them`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      """
      Deal Name,Deal Stage,Deal owner,Associated Company,Associated Contact
      Acme,Contract Sent (Field Sales),Ana,Acme;Other,Maya Lee (maya@example.com);Ken Ito
      Beta,Proposal (revised) (Field Sales),Ana,,
      Cota,Closed lost (Field Sales),Ana,,

      """
    )

    #expect(report.rejected == [])
    #expect(workspace.pipelines.map(\.name) == ["Field Sales"])
    #expect(workspace.pipelines[0].stages.map(\.name) == ["Contract Sent", "Proposal (revised)"])
    let acme = try #require(workspace.target.deals.first)
    #expect(acme.organization == "Acme")
    #expect(acme.contact == "Maya Lee")
    #expect(workspace.target.deals.last?.status.isLost == true)
  }

  @Test func `HubSpot's closed stages are outcomes, whatever they are called`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      """
      Deal Name,Deal Stage,Pipeline,Is Closed Won,Is Deal Closed?
      Acme,Signed,Field,true,true
      Beta,Contract Sent,Field,false,false
      Cota,Gone,Field,false,true

      """
    )

    #expect(report.rejected == [])
    #expect(workspace.pipelines[0].stages.map(\.name) == ["Contract Sent"])
    #expect(workspace.target.deals.map(\.status.name) == ["won", "open", "lost"])
  }

  @Test func `brackets that are not the pipeline's name belong to the stage`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring("title,stage,pipeline\nA,Proposal (sent),Field\nB,Lead (Field),Field\n")

    #expect(Set(workspace.pipelines[0].stages.map(\.name)) == ["Proposal (sent)", "Lead"])
  }

  @Test func `a label with a comma stands in quotes`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    try workspace.bring(
      "title,stage,label\nAcme,Lead In,\"\"\"big, new\"\", 5\"\" disk, \"\"a\"\"\"\"b\"\",\"\"open\"\n"
    )

    #expect(workspace.target.deals.first?.labels == ["big, new", "5\" disk", "a\"b", "\"open"])
  }

  @Test func `a spreadsheet is refused with the way out`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(
      ImportFile(name: "deals.xlsx", bytes: [0x50, 0x4B, 0x03, 0x04, 0, 0])
    )

    #expect(report.refused?.code == "spreadsheet")
    #expect(
      report.refused?.message(file: "deals.xlsx")
        == "deals.xlsx: this is a spreadsheet, not a CSV file. Open it, choose Save as, \"CSV"
        + " UTF-8\", and import what that makes."
    )
  }

  @Test func `a message names the file, the line, the thing and the way out`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring("title,stage,value\nAcme,Lead In,\"1.000,5o\"\n")

    #expect(
      report.rejected.map(\.message)
        == ["deals.csv, line 2: \"1.000,5o\" is not an amount. Write it as 1000.50."]
    )
  }
}
