import EdgeCaseHistories
import Pipeline
import Testing

@testable import Board

/// Trends of the edge cases as of 2026-03-31, whose figures are those of the fixture's README.
@Suite struct TrendsScreenTests {
  private func trends(rows: Int = 40, columns: Int = 120) throws -> ReportBoard {
    var board = try ReportBoard.edgeCases(rows: rows, columns: columns)
    board.type("g t")
    board.count()
    return board
  }

  @Test(arguments: [(rows: 40, columns: 120), (rows: 24, columns: 80), (rows: 20, columns: 40)])
  func `tab goes from each part of the numbers to the next`(
    size: (rows: Int, columns: Int)
  ) throws {
    var board = try trends(rows: size.rows, columns: size.columns)

    board.type("tab tab tab")

    #expect(board.screen.contains("LOST BY REASON, UPSELL"))
    #expect(!board.screen.contains("WON AND LOST"))
  }

  @Test(arguments: [-1, 0, 1])
  func `a line has as many dots as it has cells, be it none`(cells: Int) {
    let rows = TrendLine([1, 1, 2, nil, 3], cellsEach: cells).rows(3)

    #expect(rows.map(\.count) == Array(repeating: max(0, cells) * 5, count: 3))
  }

  @Test func `the number that the cursor comes to is drawn as a line`() throws {
    var board = try trends()

    board.type("tab")
    let chosen = board.state.reportChoices.trendFigure

    #expect(chosen == .figure(FigureName(.averageWon, currency: .euro)))
    board.type("g g")
    #expect(board.state.reportChoices.trendFigure == .figure(FigureName(.openDeals)))
  }

  @Test func `a number that is n/a in a period says why beside its line`() throws {
    var board = try trends()

    // Down from the average won value to the win rate, and back to the top.
    board.type("tab j")

    #expect(board.state.reportChoices.trendFigure == .figure(FigureName(.winRate)))
    #expect(board.lines.contains { $0.contains("Win rate · n/a: none closed") })
  }

  @Test func `a number of a period is explained with that period's deals`() throws {
    var board = try trends()

    // The last column, March, of the first figure under "won and lost".
    board.type("tab j l l =")
    board.count()

    #expect(board.screen.contains("Win rate, 2026-03"))
    // Won D04 D08 D17, lost D05 D13 D14.
    #expect(board.screen.contains("= 3 / (3 + 3) = 50.0 %"))
  }

  @Test(
    arguments: [
      ("=", "2026-03"), ("h =", "2026-02"), ("h h l =", "2026-02"), ("g g =", "2026-03"),
      ("h g g =", "2026-03"), ("j k =", "2026-03"),
    ]
  )
  func `= explains the period under the cursor, which is the present one at first`(
    keys: String,
    period: String
  ) throws {
    var board = try trends()

    board.type(keys)
    board.count()

    #expect(board.screen.contains("Open deals, \(period)"))
  }

  @Test(arguments: [(rows: 40, columns: 120), (rows: 24, columns: 80), (rows: 20, columns: 40)])
  func `the footer says which keys go to another period, and the way out`(
    size: (rows: Int, columns: Int)
  ) throws {
    let board = try trends(rows: size.rows, columns: size.columns)

    let footer = board.lines[size.rows - 2]
    #expect(footer.contains("h/l period"))
    #expect(footer.contains("esc board"))
    #expect(footer.contains("? help"))
  }

  @Test(arguments: [(rows: 90, columns: 120), (rows: 90, columns: 80)])
  func `no label is cut where there is room for it`(size: (rows: Int, columns: Int)) throws {
    let board = try trends(rows: size.rows, columns: size.columns)

    #expect(board.screen.contains(" Win rate, 90 days "))
    guard size.columns >= 100 else { return }
    #expect(!board.lines.contains { $0.prefix(30).contains("…") })
  }

  @Test func `each period whose last day was not recorded is marked, and no other`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.source.begins = Day(year: 2026, month: 3, day: 5)

    board.type("g t")
    board.count()

    #expect(board.screen.contains("hindsight before 5 Mar"))
    #expect(board.screen.contains("* is hindsight"))
    let heading = try #require(board.lines.first { $0.contains("Mar 26") })
    #expect(heading.contains("Feb 26*"))
    #expect(!heading.contains("Mar 26*"))
  }

  @Test func `where all was recorded nothing is marked`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)

    board.type("g t")
    board.count()

    #expect(!board.screen.contains("hindsight"))
    #expect(!board.screen.contains("26*"))
  }

  @Test func `a rate by value has its n below it as one by count has`() throws {
    var board = try ReportBoard.edgeCases(rows: 60, columns: 120)

    board.type("g t")
    board.count()

    let place = try #require(board.lines.firstIndex { $0.hasPrefix(" Win rate by value") })
    #expect(board.lines[place + 1].hasPrefix("   n "))
  }

  @Test func `what the status line says of a deal of then is of the same day as its age`() throws {
    let first = Day(year: 2026, month: 2, day: 18) ?? .first
    var board = ReportBoard([.fixture(1, "Acme", 1_000, created: first)])
    board.type("g t")
    board.count()

    // February's open deals: Acme, created on the 18th, is 10 days old on the 28th.
    board.type("h =")
    board.count()
    board.type("j")

    let listed = try #require(board.lines.first { $0.contains("Acme") })
    #expect(listed.hasSuffix("10d"))
    let status = try #require(board.lines.last)
    #expect(status.hasPrefix(" Acme · as of 28 Feb · €1,000 · 10 days in Lead In"))
  }
}
