import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

struct ExportTests {
  private func export(_ workspace: MemoryWorkspace, _ format: DealTable.Format) -> [UInt8] {
    let people = workspace.target.peopleInOrder
    let table = DealTable(format, names: DealNames(pipelines: workspace.pipelines, people: people))
    var text = CSVText()
    text.append(table.header)
    for deal in workspace.target.deals { text.append(table.row(of: deal)) }
    return text.bytes
  }

  /// Everything that tells two deals apart, without identifiers.
  private func facts(_ workspace: MemoryWorkspace) -> [String] {
    let people = workspace.target.peopleInOrder
    let names = DealNames(pipelines: workspace.pipelines, people: people)
    return workspace.target.deals.map { deal in
      "\(names.pipeline(of: deal))|\(names.stage(of: deal))|\(names.owner(of: deal) ?? "")|"
        + "\(deal.title)|\(deal.value?.description ?? "")|\(deal.currency)|\(deal.status)|"
        + "\(deal.organization ?? "")|\(deal.contact ?? "")|\(deal.labels)|\(deal.visits.map(\.days))|"
        + "\(deal.created?.description ?? "")|\(deal.existsSince)|\(deal.lastTouched)|"
        + "\(deal.expectedClose?.description ?? "")|\(deal.steps.map(\.due))|"
        + "\(deal.probability?.percent ?? 255)|\(deal.category.rawValue)"
    }
  }

  @Test(arguments: ["maven-crm/pipedrive_export.csv", "seed-example/current_deals.csv"])
  func `a Pipedrive export comes back as it was`(_ name: String) throws {
    var first = MemoryWorkspace(today: try .of("2017-12-31"))
    try first.bring(Fixture.file(name))
    var second = MemoryWorkspace(today: try .of("2017-12-31"))

    let report = try second.bring(
      ImportFile(name: "out.csv", bytes: export(first, .pipedrive))
    )

    #expect(report.rejectedCount == 0)
    #expect(facts(second) == facts(first))
    #expect(second.target.deals.map(\.key) == first.target.deals.map(\.key))
  }

  @Test(arguments: [DealTable.Format.pipedrive, .csv])
  func `everything a row can say comes back in either format`(_ format: DealTable.Format) throws {
    let file = #"""
      id,title,value,currency,stage,status,owner,organization,person,created,closed,expected_close,\#
      lost_reason,label,probability,last_stage_change,update_time,next_activity
      1,"=Acme, ""Gold""",1234.5,EUR,Lead In,open,Ana,'s-Hertogenbosch,+Ida,2026-03-01,,2026-05-01,,\#
      "Hot, =Warm",75,2026-03-05,2026-03-09,2026-04-02
      2,Lost one,0,JPY,Contact Made,lost,Ben,,,,2026-03-20,,-5 %,,,,,
      3,Won one,,USD,Contact Made,won,Ben,,,2026-01-02,2026-03-20,,,,0,,,

      """#
    var first = MemoryWorkspace(today: try .of("2026-03-31"))
    let brought = try first.bring(file)
    var second = MemoryWorkspace(today: try .of("2026-03-31"))

    try second.bring(ImportFile(name: "out.csv", bytes: export(first, format)))

    #expect(brought.rejected == [])
    #expect(facts(second) == facts(first))
    #expect(second.target.deals.first?.title == "=Acme, \"Gold\"")
    #expect(second.target.deals.first?.organization == "'s-Hertogenbosch")
  }

  @Test(arguments: [DealTable.Format.pipedrive, .csv])
  func `thousandths come back as they were, and not as thousands`(
    _ format: DealTable.Format
  ) throws {
    var first = MemoryWorkspace(today: try .of("2026-03-31"))
    try first.bring("title,stage,value,currency\nA,Lead In,1.2340,KWD\nB,Lead In,0.5,KWD\n")
    var second = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try second.bring(ImportFile(name: "out.csv", bytes: export(first, format)))

    #expect(report.rejectedCount == 0)
    // A dinar has a thousand fils.
    #expect(second.target.deals.map(\.minorUnits) == [1234, 500])
  }

  @Test func `cells that a spreadsheet would run are guarded, numbers are not`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    try workspace.bring(Fixture.file("bad-csv/11_formula_cells.csv"))

    let lines = String(decoding: export(workspace, .pipedrive), as: UTF8.self)
      .split(separator: "\n")

    #expect(lines[1].hasPrefix("1,'=cmd|' /C calc'!A0,,1000,EUR,"))
    #expect(lines[2].hasPrefix("2,'+1-800-555-0100,"))
    #expect(lines[5].hasPrefix("5,\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"open\"\")\","))
  }

  @Test func `a deal as JSON has every name, null for what it has none of`() throws {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    try workspace.bring("id,title,stage,value,created\n7,Acme,Lead In,7500.5,2026-03-01\n")
    let names = DealNames(pipelines: workspace.pipelines, people: [])
    let deal = try #require(workspace.target.deals.first)

    let json = JSONText(DealJSON(names: names).object(of: deal)).string

    #expect(
      json == """
        {"id":1,"key":"7","source":"csv","title":"Acme","status":"open","pipeline":"Sales",\
        "stage":"Lead In","value":7500.5,"currency":"EUR","owner":null,"organization":null,\
        "person":null,"labels":[],"probability":null,"category":"pipeline","created":"2026-03-01",\
        "last_stage_change":"2026-03-01","updated":"2026-03-01","next_activity":null,\
        "expected_close":null,"closed":null,"lost_reason":null}
        """
    )
  }

  @Test func `skipped rows keep their fields behind the reason`() throws {
    let file = ImportFile(name: "d.csv", bytes: Array("title,stage,value\nA,Nowhere,-5\n".utf8))
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    var text = CSVText()
    let survey = try ImportSurvey(of: file)
    let skipped = SkippedRows(of: survey)
    text.append(skipped.headerRow)

    try workspace.bring(file) { text.append(skipped.row($0, fields: $1)) }

    let lines = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "line,code,reason,title,stage,value")
    #expect(lines[1].hasPrefix("2,unknown_stage,"))
    #expect(lines[1].hasSuffix(",A,Nowhere,-5"))
  }
}
