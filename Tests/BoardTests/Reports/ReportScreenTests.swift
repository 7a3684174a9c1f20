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

  @Test(arguments: ["f", "a", "o", "c", "t", "n", "h", "d"])
  func `no size of the terminal is too small for a report that is open`(screen: String) throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g \(screen)")
    board.count()

    for columns in 1...60 {
      for rows in [1, 5, 10, 24] {
        board.send(.resized(rows: rows, columns: columns))
        #expect(board.lines.count == rows)
      }
    }
  }

  @Test func `amounts without a sign of their own are told whole`() throws {
    let francs = try #require(Currency(code: "CHF"))
    let histories = (1...8).map { number in
      let created = ReportBoard.today - number * 30
      return DealHistory.fixture(
        Int64(number),
        "Deal \(number)",
        created: created,
        then: [(created, .valued(Int64(number) * 654_321_000, francs))]
      )
    }
    for columns in [80, 100, 120] {
      var board = ReportBoard(histories, rows: 40, columns: columns)
      board.type("g t")
      board.count()

      let amounts = board.lines.filter { $0.contains("CHF ") && !$0.contains("amounts in") }
      #expect(!amounts.isEmpty)
      #expect(!amounts.contains { $0.contains("…") }, "\(columns) columns: \(amounts)")
    }
  }
}
