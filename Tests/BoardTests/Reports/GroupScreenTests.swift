import Pipeline
import Testing

@testable import Board

/// The owners' screen by other fields.
@Suite struct GroupScreenTests {
  static let sizes = [(rows: 40, columns: 120), (rows: 24, columns: 80), (rows: 20, columns: 40)]

  private static let march = Day(year: 2026, month: 3, day: 2) ?? .first

  /// Three open deals, hot, hot and very, and without a label; two lost, one without a reason.
  private func board(rows: Int = 40, columns: Int = 120) -> ReportBoard {
    let first = Self.march
    return ReportBoard(
      [
        .fixture(
          1,
          "Acme",
          1_000,
          created: first,
          owner: 1,
          then: [(first, .labelled(["hot"])), (first, .organizationSet("Acme"))]
        ),
        .fixture(
          2,
          "Bolt",
          4_000,
          created: first,
          owner: 2,
          then: [(first, .labelled(["hot", "very hot"])), (first, .organizationSet("Bolt"))]
        ),
        .fixture(3, "Cove", 2_000, created: first),
        .fixture(4, "Dune", 500, created: first, then: [(first + 5, .lost(reason: "price"))]),
        .fixture(5, "Elan", 700, created: first, then: [(first + 6, .lost(reason: nil))]),
      ],
      rows: rows,
      columns: columns
    )
  }

  private func groups(_ keys: String, rows: Int = 40, columns: Int = 120) -> ReportBoard {
    var board = board(rows: rows, columns: columns)
    board.type("g o")
    board.count()
    board.type(keys)
    board.count()
    return board
  }

  @Test(arguments: ["b labels", "b.b organizations", "b.b.b reasons"], sizes)
  func `groups of another field are drawn`(
    screen: String,
    size: (rows: Int, columns: Int)
  ) {
    let parts = screen.split(separator: " ")
    let keys = parts[0].split(separator: ".").joined(separator: " ")
    let board = groups(keys, rows: size.rows, columns: size.columns)

    Golden.expect(board.lines, toBe: "report-\(parts[1])-\(size.columns)x\(size.rows)")
  }

  @Test func `b goes through the fields and back to the owners`() {
    func title(_ keys: String) -> String {
      String(groups(keys).lines[1].split(separator: " ").first ?? "")
    }

    #expect(title("b") == "LABELS")
    #expect(title("b b") == "ORGANIZATIONS")
    #expect(title("b b b") == "REASONS")
    #expect(title("b b b b") == "OWNERS")
  }

  @Test func `a deal with two labels is in both groups, one without in its own`() throws {
    let board = groups("b")
    guard case .owners(let report)? = board.state.reports[.screen]?.report else {
      Issue.record("no report")
      return
    }

    let rows = report.figures.groups(named: [])
    #expect(rows.map(\.name) == ["hot", "very hot", nil])
    #expect(rows.map(\.figures.open.deals) == [2, 1, 1])
    #expect(
      rows.map { $0.figures.open[.euro].value.minorUnits } == [500_000, 400_000, 200_000]
    )
    // Dune and Elan are lost, and have no label either.
    #expect(rows.map(\.figures.outcomes.lost) == [0, 0, 2])
  }

  @Test func `enter shows the deals of exactly that group`() {
    // The second row, by open value, is "very hot"; the first, "hot", is also the end of its name.
    var board = groups("b")
    board.type("enter")
    board.count()

    #expect(board.state.narrowing.filterText == "label:\"=hot\"")
    board.type("esc")
    #expect(board.state.shown.live(ReportBoard.pipeline.id).open.deals == 2)
  }

  @Test func `a number of a group is explained with its deals alone`() {
    var board = groups("b")
    board.type("j =")
    board.count()

    // Very hot: Bolt alone.
    #expect(board.screen.contains("= 1"))
    #expect(board.screen.contains("Bolt"))
    #expect(!board.screen.contains("Acme"))
  }

  @Test func `losses are grouped by their reason, those without one last by name`() {
    var board = groups("b b b")
    guard case .owners(let report)? = board.state.reports[.screen]?.report else {
      Issue.record("no report")
      return
    }

    let rows = report.figures.groups(named: [])
    #expect(rows.map(\.name) == ["price", nil])
    #expect(rows.map(\.figures.outcomes.lost) == [1, 1])
    board.type("enter")
    #expect(board.state.narrowing.filterText == "reason:\"=price\"")
  }
}
