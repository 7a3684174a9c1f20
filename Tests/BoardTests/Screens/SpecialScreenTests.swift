import Pipeline
import Testing

@testable import Board

/// Boards that are out of the ordinary, as text.
struct SpecialScreenTests {
  private static let sizes = [(40, 120), (24, 80), (20, 40)]

  /// A board of some deals, opened by one of the team.
  private func board(_ deals: [Deal], rows: Int, columns: Int) -> TestBoard {
    var options = BoardOptions()
    options.me = numbered(1)
    return TestBoard(.fixture(deals), rows: rows, columns: columns, options: options)
  }

  @Test(arguments: sizes)
  func `the first run shows three ways in and where the file will be`(rows: Int, columns: Int) {
    var options = BoardOptions()
    options.firstRunPath = "/home/ana/.local/share/dealboard/pipeline.db"
    let board = TestBoard(.fixture([]), rows: rows, columns: columns, options: options)

    Golden.expect(board.lines, toBe: "first-run-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `an empty board says which key adds`(rows: Int, columns: Int) {
    let board = board([], rows: rows, columns: columns)

    #expect(board.screen.contains("a adds one"))
    Golden.expect(board.lines, toBe: "empty-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `several currencies are never added together`(rows: Int, columns: Int) {
    // Lead: 12,000 + 8,000 dollars, 5,500 euros; Qualified: 900 euros, 40,000 francs.
    let deals: [Deal] = [
      .fixture(1, "Acme renewal", 12_000, owner: 1).due(in: 1),
      .fixture(2, "Borealis pilot", 8_000, owner: 2).due(in: 1),
      .fixture(3, "Cobalt Labs", 5_500, currency: .euro, owner: 1).due(in: 1),
      .fixture(4, "Delta Foods", stage: 2, 900, currency: .euro, owner: 3).due(in: 1),
      .fixture(5, "Evergreen IT", stage: 2, 40_000, currency: .franc, owner: 3).due(in: 1),
    ]
    let board = board(deals, rows: rows, columns: columns)

    Golden.expect(board.lines, toBe: "currencies-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `wide, combining and emoji titles are clipped and never broken`(rows: Int, columns: Int) {
    let deals: [Deal] = [
      .fixture(1, "東京電力ホールディングス更新契約", 12_000, owner: 1).due(in: 1),
      .fixture(2, "Cafe\u{301} Mu\u{308}nchen Gru\u{308}nwald", 8_000, owner: 2).due(in: 1),
      .fixture(3, "👩‍👩‍👧 family office 🚀🚀🚀🚀", 5_500, owner: 1).due(in: 1),
      .fixture(4, "a東京電力ホールディングス", stage: 2, 900, owner: 3).due(in: 1),
      .fixture(5, "\u{1B}[31mred\u{202E}\u{200B} title", stage: 2, 40_000, owner: 3).due(in: 1),
      .fixture(6, "🇳🇱 flag ☎️ phone", stage: 3, 1_000, owner: 3).due(in: 1),
    ]
    let board = board(deals, rows: rows, columns: columns)

    Golden.expect(board.lines, toBe: "titles-\(columns)x\(rows)")
    let canvas = board.canvas()
    for row in 0..<rows {
      for column in 0..<columns where canvas[row, column].isContinuation {
        #expect(column > 0 && canvas[row, column - 1].width == 2)
      }
    }
  }

  @Test(arguments: [(40, 120), (24, 80)])
  func `a collapsed column is a rail with its name and count`(rows: Int, columns: Int) {
    var board = TestBoard.salesTeam(rows: rows, columns: columns)
    board.press("l C l")

    Golden.expect(board.lines, toBe: "collapsed-\(columns)x\(rows)")
  }

  @Test(arguments: [(40, 120), (24, 80)])
  func `what most deals lack is said once and not on each card`(rows: Int, columns: Int) {
    let deals: [Deal] = [
      .fixture(1, "Acme renewal", owner: 1), .fixture(2, "Borealis pilot", 8_000),
      .fixture(3, "Cobalt Labs", 5_500, owner: 1).due(in: 1),
    ]
    let board = board(deals, rows: rows, columns: columns)

    #expect(board.screen.contains("? 2 of 3 deals have no next step: n sets one"))
    #expect(!board.screen.contains("? no next step") || columns >= 100)
    Golden.expect(board.lines, toBe: "lacking-\(columns)x\(rows)")
  }
}

/// Which currency a board shows first.
struct ShownCurrencyTests {
  @Test
  func `the workspace's currency comes first where a deal has it`() {
    let deals: [Deal] = [
      .fixture(1, "Acme", 5_000, currency: .euro), .fixture(2, "Borealis", 1_000),
      .fixture(3, "Cobalt", 7_000, currency: .euro),
    ]

    #expect(TestBoard(.fixture(deals)).state.currency == .dollar)
  }

  @Test
  func `where no deal has it, the one that most have comes first, and a new deal still takes it`() {
    let deals: [Deal] = [
      .fixture(1, "Acme", 5_000, currency: .franc), .fixture(2, "Borealis", 1, currency: .euro),
      .fixture(3, "Cobalt", currency: .euro),
    ]
    var board = TestBoard(.fixture(deals))
    #expect(board.state.currency == .euro)
    #expect(board.lines[0].contains("3 open  €1 CHF 5.0k"))

    board.press("a")
    board.type("Nimbus 5k")
    board.press("enter")

    #expect(board.state.focusedDeal?.currency == .dollar)
  }
}
