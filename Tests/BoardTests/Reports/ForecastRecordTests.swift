import Pipeline
import Testing

@testable import Board

/// What came of earlier expectations, seen from 2026-03-31.
///
/// Acme was due on 31 January, was moved on 10 February to 10 March, and is overdue. Borealis is due
/// on 5 April, Cobalt on no day. Delta was committed for 15 March and won on the 20th.
@Suite struct ForecastRecordTests {
  private static func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2026, month: month, day: day) ?? .first
  }

  private static let histories = [
    DealHistory.fixture(
      1,
      "Acme",
      48_000,
      created: day(1, 5),
      owner: 1,
      expectedClose: day(1, 31),
      then: [(day(2, 10), .expectedCloseSet(day(3, 10)))]
    ),
    DealHistory.fixture(2, "Borealis", 10_000, created: day(1, 5), expectedClose: day(4, 5)),
    DealHistory.fixture(3, "Cobalt", 500, created: day(1, 5)),
    DealHistory.fixture(
      4,
      "Delta",
      7_000,
      created: day(1, 5),
      owner: 2,
      expectedClose: day(3, 15),
      category: .commit,
      then: [(day(3, 20), .won)]
    ),
  ]

  private func months(_ histories: [DealHistory] = histories, keys: String = "") -> ReportBoard {
    var board = ReportBoard(histories, rows: 60)
    board.type("g c")
    board.count()
    board.type(keys)
    board.count()
    return board
  }

  /// The words of the first row that begins with a text.
  private func words(_ start: String, in board: ReportBoard) -> [Substring]? {
    board.lines.last { $0.drop { $0 == " " }.hasPrefix(start) }?.split(separator: " ")
  }

  @Test func `the open deals that slipped are listed with how often and by how many days`() {
    let board = months()

    // Of Acme and Borealis, which have a day. From 31 January to 10 March are 28 + 10 = 38 days, and
    // from then to 31 March 21: 59 in all, of one deal.
    #expect(
      board.screen.contains(
        "50.0 % (1 of 2) thin of the open deals that have an expected close or had one that slipped,"
          + " on average by 59 days a"
      )
    )
    #expect(words("2 ", in: board)?.prefix(3) == ["2", "59", "Acme"])
  }

  @Test func `what was forecast on a month's first day stands against what was won in it`() {
    let board = months()

    // Open and due in March on its first day: Acme with 48,000 and Delta with 7,000, both at the
    // 10 % of the first stage: 5,500. Committed was Delta's 7,000, and that was won.
    #expect(
      words("Mar 26 ", in: board) == [
        "Mar", "26", "2", "deals", "€5.5k", "€7.0k", "1", "€7.0k", "127.3", "%", "100.0", "%",
      ]
    )
    // In February nothing was due: Acme was of January until the 10th.
    #expect(words("Feb 26 ", in: board) == nil)
  }

  @Test func `a slip and a judged month are explained with their deals`() {
    var board = months(keys: "tab tab =")
    #expect(board.screen.contains("Slipped deals"))
    #expect(board.screen.contains("59 days in 2 slips / 1 = 59 days a deal"))
    #expect(board.screen.contains("1 DEAL BEHIND IT"))

    board.type("esc G =")
    board.count()
    #expect(board.screen.contains("Forecast of 2026-03 in EUR"))
    #expect(board.screen.contains("= EUR 7,000 / EUR 5,500 = 127.3 %"))
    #expect(board.screen.contains("2 DEALS BEHIND IT"))
  }

  @Test func `tab goes from the numbers to the deals, to the slips and back to the top`() {
    var board = months(keys: "tab")
    #expect(board.state.focusedDeal?.title == "Acme")

    board.type("tab tab =")
    board.count()

    #expect(board.screen.contains("Deals expected before 2026-03-31 in EUR"))
  }

  @Test func `a filter narrows both`() {
    var board = ReportBoard(Self.histories, rows: 60)
    board.type("i g c")
    board.count()

    // Ana has Acme alone.
    #expect(board.screen.contains("100.0 % (1 of 1) thin of the open deals"))
    #expect(words("Mar 26 ", in: board)?.dropFirst(2).prefix(4) == ["1", "deal", "€4.8k", "€0"])
  }

  @Test func `nothing promised is said, and no month is judged`() {
    let board = months([.fixture(3, "Cobalt", 500, created: Self.day(1, 5))])

    #expect(board.screen.contains("No open deal has an expected close or had one that slipped."))
    #expect(!board.screen.contains("FIRST DAY"))
  }

  @Test(arguments: ReportScreenTests.sizes)
  func `they are drawn below the months`(size: (rows: Int, columns: Int)) throws {
    var board = try ReportBoard.edgeCases(rows: size.rows, columns: size.columns)
    board.type("g c")
    board.count()
    board.type("G")

    Golden.expect(board.lines, toBe: "report-months-end-\(size.columns)x\(size.rows)")
  }
}
