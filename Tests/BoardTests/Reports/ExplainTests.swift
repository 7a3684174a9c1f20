import Pipeline
import Testing

@testable import Board

/// Numbers of the edge cases asked why, as of 2026-03-31: won D01 D04 D08 D17, lost D05 D13 D14, so
/// 4 / (4 + 3) = 57.1 %.
@Suite struct ExplainTests {
  @Test(arguments: ReportScreenTests.sizes)
  func `the win rate is explained`(size: (rows: Int, columns: Int)) throws {
    var board = try ReportBoard.edgeCases(rows: size.rows, columns: size.columns)

    board.type("=")
    board.write("win rate")
    // The pipeline's follows that of the focused stage.
    board.type("down enter")
    board.count()

    Golden.expect(board.lines, toBe: "explain-\(size.columns)x\(size.rows)")
  }

  @Test func `the numbers of the focused stage come first in the list`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)

    board.type("l =")

    let rows = board.lines.filter { $0.contains("Open deals") }
    #expect(rows.first?.contains("Open deals of Contact Made") == true)
    #expect(rows.first?.contains("  4 ") == true)
  }

  @Test func `the arrows of a report go from number to number`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()

    // Down past five bars, their conversions, the won and the moves back to the pipeline's row, right
    // to its win rate.
    board.type("j j j j j j j j j j j j l l =")
    board.count()

    #expect(board.screen.contains("WHY  Win rate ·"))
    #expect(board.screen.contains("= 4 / (4 + 3) = 57.1 %"))
    #expect(board.screen.contains("7 DEALS BEHIND IT"))
  }

  @Test func `conversion is explained under the policy that is shown`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f P P")
    board.count()

    board.type("j =")
    board.count()

    // Lead In, strict: 9 went on directly, 2 did not, 2 pending.
    #expect(board.screen.contains("Conversion (strict) from Lead In"))
    #expect(board.screen.contains("= 9 / (9 + 2) = 81.8 %"))
  }

  @Test func `how many are asked, still pending and won at last are explained`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()

    // The table "conversion" of the edge cases' README, row "reached": 15 converted, 1 failed, 2
    // pending at Lead In; 4 are won.
    board.type("=")
    board.count()
    #expect(board.screen.contains("WHY  Deals asked (reached) at Lead In ·"))
    #expect(board.screen.contains("= 15 + 1 + 2 = 18"))
    #expect(board.screen.contains("18 DEALS BEHIND IT"))

    board.type("esc j l =")
    board.count()
    #expect(board.screen.contains("WHY  Pending deals (reached) at Lead In ·"))
    #expect(board.screen.contains("2 DEALS BEHIND IT"))

    board.type("esc h j j j j j j j j j =")
    board.count()
    #expect(board.screen.contains("WHY  Deals gone on (reached) from Negotiations Started ·"))
    #expect(board.screen.contains("4 DEALS BEHIND IT"))
  }

  @Test func `moves back are explained from the sentence that counts them`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()

    // Below five bars with their conversions and the won.
    board.type("j j j j j j j j j j j =")
    board.count()

    // D03 and D11, one each.
    #expect(board.screen.contains("WHY  Moves back ·"))
    #expect(board.screen.contains("2 DEALS BEHIND IT"))
    for name in ["D03", "D11"] { #expect(board.screen.contains(name)) }
  }

  @Test func `a stage's conversion is explained over the days that the funnel looks at`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.state.reportChoices.baseline = .previous(.quarter)
    board.type("g f")
    board.count()

    board.type("j =")
    board.count()

    guard let layer = board.state.layers.top as? ReportLayer,
      case .explanation(let question) = layer.screen
    else {
      Issue.record("Nothing is explained.")
      return
    }
    #expect(question.scope.window == .period(.quarter(year: 2026, 1)))
  }

  @Test func `esc comes back to the report with the cursor where it was`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()
    let before = board.screen

    board.type("= esc")
    board.count()

    #expect(board.screen == before)
  }

  @Test func `an answer is never shown for another question`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()
    board.type("=")
    board.count()
    #expect(board.screen.contains("at Lead In"))

    board.type("esc j j =")

    #expect(!board.screen.contains("at Lead In"))
    #expect(board.screen.contains("counting …"))
  }

  @Test func `a deal behind a number opens, also one that is closed`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g f")
    board.count()
    board.type("=")
    board.count()

    board.type("enter")
    let won = try #require(board.source.deal(Identifier(rawValue: 1)))
    board.send(.wonDealsArrived([won]))

    #expect(board.effects.contains(.findDeal(won.id)))
    #expect(board.effects.contains(.loadHistory(won.id)))
    #expect(board.screen.contains("D01  #1"))
  }

  @Test func `an owner's number counts that owner's deals`() throws {
    var board = try ReportBoard.edgeCases(rows: 40, columns: 120)
    board.type("g o")
    board.count()

    board.type("=")
    board.count()

    // Ana's open deals: D03, D06, D09, D15.
    #expect(board.screen.contains("4 DEALS BEHIND IT"))
    for name in ["D03", "D06", "D09", "D15"] { #expect(board.screen.contains(name)) }
  }
}
