import Pipeline
import Testing

@testable import Board

/// Boards with many currencies: none is left out without a word.
struct CurrencyScreenTests {
  private static let pound = Currency(code: "GBP") ?? .euro
  private static let yen = Currency(code: "JPY") ?? .euro

  /// Lead has a deal in each of five currencies; two of them were won too.
  private static let deals: [Deal] = [
    .fixture(1, "Dollars", 12_000, owner: 1).due(in: 0),
    .fixture(2, "Euros", 5_000, currency: .euro, owner: 1).due(in: 1),
    .fixture(3, "Francs", 40_000, currency: .franc, owner: 1).due(in: 1),
    .fixture(4, "Pounds", 3_000, currency: pound, owner: 1).due(in: 1),
    .fixture(5, "Yen", 7_000, currency: yen, owner: 1).due(in: 1),
  ]

  private func board(rows: Int, columns: Int) -> TestBoard {
    var options = BoardOptions()
    options.me = numbered(1)
    return TestBoard(
      .fixture(Self.deals, closed: SalesTeam.closed),
      rows: rows,
      columns: columns,
      options: options
    )
  }

  @Test
  func `the sidebar has open, weighted and average of each, pipeline and stage`() {
    let board = board(rows: 70, columns: 200)

    for code in ["CHF", "EUR", "GBP", "JPY"] {
      for number in ["open", "weighted", "avg deal"] {
        #expect(board.lines.count { $0.contains("\(code) \(number)") } == 2)
      }
    }
    // The first currency's numbers stand together, the others follow.
    let own = board.lines.firstIndex { $0.contains("won deals") } ?? .max
    let others = board.lines.firstIndex { $0.contains("CHF open") } ?? 0
    #expect(own < others)
  }

  @Test
  func `what was won in another currency has its own mean, rate and velocity`() {
    var board = board(rows: 80, columns: 200)
    #expect(!board.screen.contains("WON IN EUR"))
    #expect(board.screen.contains("by USD value"))

    board.press("# 2 enter w")

    #expect(board.screen.contains("WON IN EUR"))
    #expect(board.lines.contains { $0.contains("by EUR value") && $0.contains("100%") })
    // Created and won on one day: with an age at win of 0 days there is no velocity.
    let lines = board.lines.drop { !$0.contains("WON IN EUR") }
    #expect(lines.dropFirst(3).first?.contains("Velocity") == true)
    #expect(lines.dropFirst(3).first?.contains("n/a/day") == false)
  }

  @Test
  func `a strip keeps weighted value and probability and counts the sums without room`() {
    let board = board(rows: 20, columns: 40)

    #expect(board.lines[2].contains("$12k · wtd $1.2k · 10%"))
    #expect(board.lines[2].contains(" +"))
    #expect(!board.lines[2].contains("…"))
  }

  @Test
  func `a header shows the sums that have room whole, and how many have none`() {
    let board = board(rows: 24, columns: 80)

    #expect(!board.lines[2].contains("…"))
    // 17 cells for the sums and 10 %.
    #expect(board.lines[2].contains("$12k +4       10%"))
  }

  @Test
  func `the rail of wins names the currency of each sum`() {
    var board = board(rows: 24, columns: 80)
    board.press("w # 2 enter w")

    // $211.9k + $12k this month, and €5,000 beside them: five letters take two rows.
    let rail = board.lines.map { String($0.suffix(4)).trimmed }
    let sums = rail.drop { $0 != "$" }.prefix(4)
    #expect(Array(sums) == ["$", "224k", "€", "5.0k"])
  }

  @Test
  func `a change that rounds to nothing is not shown`() {
    // Yesterday the francs were worth 40,080: less by 0.2 %.
    var board = board(rows: 70, columns: 200)
    let before = Self.deals.map { deal in
      deal.id == numbered(3) ? deal.after(.valued(4_008_000, .franc)) : deal
    }
    func figures(_ day: Day) -> LiveFigures {
      Workspace(.fixture(before, closed: SalesTeam.closed, asOf: day)).live(numbered(1))
    }
    board.act(
      .comparisonArrived(
        FigureComparison(
          pipeline: numbered(1),
          startOfDay: figures(SalesTeam.today - 1),
          earlier: figures(SalesTeam.today - 90)
        )
      )
    )

    #expect(board.screen.contains("▲▼ today/90d"))
    #expect(board.lines.contains { $0.contains("CHF open") && $0.contains("CHF 40k") })
    #expect(!board.lines.contains { $0.contains("CHF open") && $0.contains("▼") })
    #expect(!board.screen.contains("▼ 0") && !board.screen.contains("▲ 0"))
  }

  @Test
  func `in ASCII a currency is written by its code`() {
    let lines = board(rows: 24, columns: 80).canvas(.ascii).lines

    #expect(lines.contains { $0.contains("EUR 5.0k") })
    #expect(lines.contains { $0.contains("GBP 3.0k") })
    #expect(!lines.contains { $0.contains("E5.0k") })
  }
}
