import Pipeline
import Testing

@testable import Board

/// The board as a Dutch team sees it.
struct DutchScreenTests {
  @Test(arguments: [(40, 120), (24, 80), (20, 40)])
  func `the board in Dutch is as its golden screen`(rows: Int, columns: Int) {
    let lines = Language.$current.withValue(.dutch) {
      TestBoard.salesTeam(rows: rows, columns: columns).lines
    }

    Golden.expect(lines, toBe: "dutch-\(columns)x\(rows)")
  }

  @Test func `the open deal in Dutch is as its golden screen`() {
    let lines = Language.$current.withValue(.dutch) {
      var board = TestBoard.salesTeam(rows: 24, columns: 80)
      board.press("l j enter")
      return board.lines
    }

    Golden.expect(lines, toBe: "dutch-deal-80x24")
  }

  @Test func `the help in Dutch is as its golden screen`() {
    let lines = Language.$current.withValue(.dutch) {
      var board = TestBoard.salesTeam(rows: 24, columns: 80)
      board.press("?")
      return board.lines
    }

    Golden.expect(lines, toBe: "dutch-help-80x24")
  }

  @Test func `amounts and days are written as the Dutch write them`() {
    Language.$current.withValue(.dutch) {
      #expect(MoneyText.full(Money(minorUnits: 123_456, currency: .euro)) == "€\u{A0}1.234,56")
      #expect(MoneyText.short(120_000_000, .euro) == "€1,20M")
      #expect(FigureText.grouped(8_800) == "8.800")
      #expect(FigureText.count(1, "open deal") == "1 open deal")
      let tuesday = Day(year: 2026, month: 3, day: 31)
      #expect(tuesday.map { DayText.near($0, today: $0 - 1) } == "di")
      #expect(tuesday.map { DayText.date($0, today: $0) } == "31 mrt")
      #expect(tuesday.map(DayText.full) == "31-3-2026")
    }
  }

  @Test func `a date is written back as a Dutch reader writes it`() {
    let footer = Language.$current.withValue(.dutch) {
      var board = TestBoard.salesTeam(rows: 24, columns: 120)
      board.press("c ctrl-u")
      board.type("31 december")
      return board.footer
    }

    #expect(footer.contains("→ do 31-12-2026"), "\(footer)")
  }

  @Test func `what is idle and what is stuck is said in Dutch`() {
    Language.$current.withValue(.dutch) {
      let words = MeetingWords(pipeline: SalesTeam.pipeline, people: [], today: SalesTeam.today)

      #expect(words.reason(.stale(days: 67, limit: 10)) == "al 67 dagen stil (grens: 10 dagen)")
      #expect(
        words.reason(.stuck(days: 67, limit: 21)) == "al 67 dagen in de fase (grens: 21 dagen)"
      )
    }
  }
}
