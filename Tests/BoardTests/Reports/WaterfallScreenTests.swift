import Pipeline
import Testing

@testable import Board

/// What became of the edge cases' open deals between 2026-02-28 and 2026-03-31, on the screen; the
/// figures are those of `waterfall` in the fixture's expected.json.
@Suite struct WaterfallScreenTests {
  private func comparison(rows: Int = 220, columns: Int = 120) throws -> ReportBoard {
    var board = try ReportBoard.edgeCases(rows: rows, columns: columns)
    board.type("g n B")
    board.write("2026-02-28")
    board.type("enter")
    board.count()
    return board
  }

  /// The words of a bar's line, its bar left out.
  private func bars(_ board: ReportBoard, of currency: String) -> [[String]] {
    let lines = board.lines.drop { !$0.contains("WATERFALL") }
    let own = lines.drop { !$0.hasPrefix(" \(currency) ") }.dropFirst()
    return own.prefix { $0.hasPrefix(" open") || $0.hasPrefix(" +") || $0.hasPrefix(" −") }.map {
      $0.split(separator: " ").map(String.init).filter { word in
        !word.unicodeScalars.contains { (0x2580...0x259F).contains($0.value) }
      }
    }
  }

  @Test(arguments: [(rows: 220, columns: 120), (rows: 220, columns: 80), (rows: 400, columns: 40)])
  func `the waterfall is drawn below the figures`(size: (rows: Int, columns: Int)) throws {
    let board = try comparison(rows: size.rows, columns: size.columns)

    let lines = board.lines
    let start = try #require(lines.firstIndex { $0.contains("WATERFALL") })
    let end = try #require(lines.lastIndex { $0.contains("open now") })
    let shown = Array(lines[start...end])
    Golden.expect(shown, toBe: "waterfall-\(size.columns)")
  }

  @Test func `from open then to open now each currency adds up`() throws {
    let board = try comparison()

    // In EUR 9 + 3 − 2 − 2 − 1 + 1 = 8 deals; 29,800 + 16,800 + 1,500 − 3,000 − 4,200 − 11,500 − 2,500
    // + 6,000 = 32,900.
    #expect(
      bars(board, of: "EUR") == [
        ["open", "then", "9", "€29,800"], ["+", "created", "3", "€16,800"],
        ["+", "increases", "1", "€1,500"], ["−", "decreases", "2", "€3,000"],
        ["−", "won", "2", "€4,200"], ["−", "lost", "2", "€11,500"],
        ["−", "deleted", "1", "€2,500"], ["+", "reopened", "1", "€6,000"],
        ["open", "now", "8", "€32,900"],
      ]
    )
    #expect(
      bars(board, of: "USD") == [
        ["open", "then", "3", "$18,400.50"], ["+", "created", "1", "$2,400"],
        ["+", "increases", "1", "$2,000"], ["−", "won", "1", "$12,000"],
        ["−", "lost", "1", "$900"], ["open", "now", "2", "$9,900.50"],
      ]
    )
    #expect(
      bars(board, of: "GBP") == [
        ["open", "then", "0", "£0"], ["+", "created", "1", "£4,000"],
        ["open", "now", "1", "£4,000"],
      ]
    )
  }

  @Test func `a bar says why it is what it is`() throws {
    var board = try comparison()
    board.state.explain(
      ReportQuestion(
        .waterfall(
          WaterfallQuestion(
            bar: .cause(.lost),
            currency: .euro,
            since: .end(of: Day(year: 2026, month: 2, day: 28) ?? .first),
            until: .end(of: ReportBoard.today),
            deals: .scope
          )
        ),
        in: board.state.reportScope
      )
    )
    board.send(.tick)
    board.count()

    // D05 for 6,000 and D14 for 5,500.
    #expect(board.screen.contains("= €11,500, 2 changes"))
    #expect(board.screen.contains("2 DEALS BEHIND IT"))
    #expect(board.screen.contains("D05") && board.screen.contains("D14"))
  }

  @Test func `a deal that changed its currency is named with where it went`() throws {
    func day(_ month: Int, _ day: Int) -> Day { Day(year: 2026, month: month, day: day) ?? .first }
    let histories = [
      DealHistory.fixture(
        1,
        "Acme",
        100,
        created: day(1, 5),
        then: [(day(3, 10), .valued(12_000, .dollar))]
      ),
      DealHistory.fixture(2, "Borealis", 50, created: day(1, 5)),
    ]
    var board = ReportBoard(histories, rows: 60)
    func ask(_ cause: Waterfall.Cause, _ currency: Currency) {
      board.state.explain(
        ReportQuestion(
          .waterfall(
            WaterfallQuestion(
              bar: .cause(cause),
              currency: currency,
              since: .end(of: day(2, 28)),
              until: .end(of: ReportBoard.today),
              deals: .scope
            )
          ),
          in: board.state.reportScope
        )
      )
      board.send(.tick)
      board.count()
    }

    ask(.deleted, .euro)
    #expect(board.screen.contains("WHY  − deleted of Sales in EUR"))
    #expect(board.screen.contains("= €100, 1 change"))
    #expect(
      board.screen.contains("Acme #1 went to USD on 2026-03-10, which counts as deleted here")
    )

    ask(.created, .dollar)
    #expect(board.screen.contains("WHY  + created of Sales in USD"))
    #expect(
      board.screen.contains("Acme #1 came from EUR on 2026-03-10, which counts as created here")
    )
  }

  @Test func `the cursor goes to the last bar and asks it`() throws {
    var board = try comparison()

    board.type("G =")
    board.count()

    // The last currency's last bar: D09 and D16 are open in USD.
    #expect(board.screen.contains("WHY  open now of Sales in USD"))
    #expect(board.screen.contains("= $9,900.50, 2 deals"))
  }

  @Test func `a filter narrows the waterfall too`() throws {
    var board = try ReportBoard.edgeCases(rows: 220, columns: 120)
    board.state.narrowing.owner = Identifier(rawValue: 1)
    board.type("g n B")
    board.write("2026-02-28")
    board.type("enter")
    board.count()

    let end = bars(board, of: "EUR").last
    // Ana's open deals: D03 3,000, D06 without a value, D09 in USD, D15 15,000.
    #expect(end == ["open", "now", "3", "€18,000"])
  }

  @Test func `a day that is no earlier one has no waterfall`() throws {
    var board = try ReportBoard.edgeCases(rows: 220, columns: 120)
    board.type("g n B")
    board.write("2026-03-31")
    board.type("enter")
    board.count()

    #expect(!board.screen.contains("WATERFALL"))
    #expect(board.screen.contains("NOW AND THEN"))
  }
}
