import Interchange
import Pipeline
import Testing

@testable import MemoryWorkspace

/// Messy files with the exact outcome of each: Fixtures/bad-csv.
struct BadFileTests {
  struct Expected: Decodable {
    struct Rejected: Decodable, Hashable {
      let line: Int
      let code: String
    }

    struct Refused: Decodable {
      let code: String
      let line: Int?
      let columns: [String]?
    }

    struct Row: Decodable {
      let id: String?
      let title: String
      let value: Double?
    }

    let refused: Refused?
    let accepted: Int
    let rejected: [Rejected]
    let warnings: [String]
    let deals: [Row]
  }

  private struct Expectations: Decodable {
    let files: [String: Expected]
  }

  static let names = [
    "01_unterminated_quote", "02_ragged_rows", "03_duplicate_header", "04_utf8_bom", "05_crlf",
    "06_semicolon", "07_windows1252", "08_nul_byte", "09_empty", "10_header_only",
    "11_formula_cells", "12_control_characters", "13_long_title", "14_unknown_stage_status",
    "15_dates", "16_duplicate_ids", "17_numbers", "18_missing_column", "19_utf16",
    "20_quoted_fields",
  ]

  @Test(arguments: names)
  func `a messy file comes out exactly as it is written down`(_ name: String) throws {
    let all = try Fixture.decode(Expectations.self, "bad-csv/expected.json").files
    let expected = try #require(all[name + ".csv"])
    var workspace = MemoryWorkspace(today: try .of("2026-03-31"))

    let report = try workspace.bring(Fixture.file("bad-csv/\(name).csv"))

    #expect(report.refused?.code == expected.refused?.code)
    #expect(report.refused?.line == expected.refused?.line)
    if let columns = expected.refused?.columns {
      #expect(report.refused?.reason == .missingColumns(columns))
    }
    #expect(report.imported == expected.accepted)
    #expect(
      report.rejected.map { Expected.Rejected(line: $0.line, code: $0.code) } == expected.rejected
    )
    #expect(report.rejectedCount == expected.rejected.count)
    #expect(report.warnings.map(\.code) == expected.warnings)
    let deals = workspace.target.deals
    #expect(deals.map { $0.key?.sourceID } == expected.deals.map(\.id))
    #expect(deals.map(\.title) == expected.deals.map(\.title))
    #expect(
      deals.map { $0.minorUnits.map { Double($0) / 100 } } == expected.deals.map(\.value)
    )
  }
}
