import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// What stands between the fields of a file, told by its header or by a line before that.
struct DelimiterTests {
  private func bring(_ text: String) throws -> (report: ImportReport, deals: [Deal]) {
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))
    let report = try workspace.bring(text)
    return (report, workspace.target.deals)
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the header tells the delimiter`(delimiter: String) throws {
    let rows = [["title", "stage", "value"], ["A", "Lead In", "10"], ["B", "Lead In", ""]]
    let text = rows.map { $0.joined(separator: delimiter) + "\n" }.joined()

    let (report, deals) = try bring(text)

    #expect(report.refused == nil)
    #expect(deals.map(\.title) == ["A", "B"])
    #expect(deals.map(\.minorUnits) == [1_000, nil])
  }

  @Test(arguments: ["\t", "|"])
  func `a comma and a quoted delimiter are text between other delimiters`(
    delimiter: String
  ) throws {
    let (_, deals) = try bring(
      "title\(delimiter)stage\n\"A, B\(delimiter)C\"\(delimiter)Lead In\nD; E, F\(delimiter)Lead In\n"
    )

    #expect(deals.map(\.title) == [delimiter == "\t" ? "A, B C" : "A, B|C", "D; E, F"])
  }

  @Test(arguments: [
    "sep=;\n", "sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\u{FEFF}sep=;\n",
  ])
  func `a line before the header names the delimiter`(line: String) throws {
    // The header alone would tell a comma: its names have more of them.
    let (report, deals) = try bring(line + "title;stage;a,b,c,d\nA;Lead In;\n")

    #expect(report.refused == nil)
    #expect(deals.map(\.title) == ["A"])
  }

  @Test func `lines keep their numbers behind such a line`() throws {
    let (report, _) = try bring("sep=|\ntitle|stage\nA|Nowhere\n\nB|Lead In|1\n")

    #expect(
      report.rejected.map { "\($0.line) \($0.code)" } == ["3 unknown_stage", "5 column_count"]
    )
    #expect(report.rejected.first?.message.hasPrefix("deals.csv, line 3: ") == true)
  }

  @Test func `a header that misses a column is blamed by its own line`() throws {
    #expect(
      try bring("sep=;\nid;value\n1;5\n").report.refused
        == ImportRefusal(.missingColumns(["title", "stage"]), line: 2)
    )
    #expect(
      try bring("id\tvalue\n1\t5\n").report.refused
        == ImportRefusal(.missingColumns(["title", "stage"]), line: 1)
    )
  }

  @Test func `an open quote is found between other delimiters`() throws {
    let (report, _) = try bring("title|stage\nA|Lead In\n\"B|Lead In\n")

    #expect(report.refused == ImportRefusal(.unterminatedQuote, line: 3))
  }

  @Test func `a title that begins with sep is a title`() throws {
    let (_, deals) = try bring("title,stage\nsep=;,Lead In\n")

    #expect(deals.map(\.title) == ["sep=;"])
  }
}
