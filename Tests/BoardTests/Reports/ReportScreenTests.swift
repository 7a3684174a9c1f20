import Pipeline
import Testing

@testable import Board

/// Every report over the edge cases as of 2026-03-31, as text at three sizes; their figures are those
/// of the fixture's expected.json, `now`.
@Suite struct ReportScreenTests {
  static let sizes = [(rows: 40, columns: 120), (rows: 24, columns: 80), (rows: 20, columns: 40)]

  @Test(arguments: ["f funnel", "a attention", "o owners", "c months", "t trends"], sizes)
  func `a report is drawn`(screen: String, size: (rows: Int, columns: Int)) throws {
    let parts = screen.split(separator: " ")
    var board = try ReportBoard.edgeCases(rows: size.rows, columns: size.columns)

    board.type("g \(parts[0])")
    board.count()

    Golden.expect(board.lines, toBe: "report-\(parts[1])-\(size.columns)x\(size.rows)")
  }
}
