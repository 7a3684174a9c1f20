import EdgeCaseHistories
import Pipeline
import Testing

@testable import Board

/// What the sidebar shows beyond the live numbers, of the edge cases as of 2026-03-31, a Tuesday.
@Suite struct SidebarReportTests {
  /// Won in the quarter in EUR: D01 5,000 on 20 February and D04 4,200 on 18 March; D17 has no value.
  private let goal = Goal(
    id: Identifier(rawValue: 1),
    pipeline: ReportBoard.pipeline.id,
    period: .quarter(year: 2026, 1),
    target: .money(Money(minorUnits: 2_000_000, currency: .euro))
  )

  private func report() throws -> SidebarReport {
    let board = try ReportBoard.edgeCases(rows: 50, columns: 200)
    let request = ReportRequest.sidebar(board.state.reportScope, goals: [goal])
    guard case .sidebar(let report) = request.report(from: board.source) else {
      throw NoSidebar()
    }
    return report
  }

  private struct NoSidebar: Error {}

  @Test func `conversion from stage to stage is that of the funnel`() throws {
    let conversions = try report().conversions.stages

    // The table "conversion" of the edge cases' README, row "reached".
    #expect(conversions.map(\.converted) == [15, 12, 9, 7, 4])
    #expect(conversions.map(\.failed) == [1, 0, 1, 0, 1])
    #expect(conversions.map(\.pending) == [2, 3, 2, 2, 2])
  }

  @Test func `wins stand in the week that they were won in, each currency by itself`() throws {
    let weeks = try report().wonByWeek

    // The running week began on Monday 30 March: 18 March lies in the second week before it,
    // 20 February in the sixth, and D08's win of USD 11,500 on 24 March in the first.
    #expect(weeks.count == 12)
    #expect(
      weeks.map { $0[.euro] } == [
        nil, nil, nil, nil, nil, 500_000, nil, nil, nil, 420_000, nil, nil,
      ]
    )
    #expect(weeks[10][.dollar] == 1_150_000)
  }

  @Test func `a goal of the running period is set against what is won`() throws {
    let coverage = try #require(try report().coverages.first)

    // 5,000 + 4,200 of 20,000.
    #expect(coverage.amount(coverage.won) == 920_000)
    #expect(coverage.remaining == 1_080_000)
  }

  @Test func `the sidebar shows them once they are counted`() throws {
    var board = try ReportBoard.edgeCases(rows: 70, columns: 200, goals: [goal])
    board.type("j")
    #expect(!board.screen.contains("CONVERSION"))

    board.count()

    // 15 of 16 is 93.75 %, 9 of 10 is 90 %.
    #expect(board.screen.contains("Lead→Cont"))
    #expect(board.screen.contains("94% of 16"))
    #expect(board.screen.contains("90% of 10"))
    #expect(board.screen.contains("GOAL 2026-Q1"))
    #expect(board.screen.contains("€9.2k"))
    #expect(board.screen.contains("of €20k"))
    #expect(!board.screen.contains("counting …"))
  }

  @Test func `= on a goal explains its coverage, and enter goes to the coming months`() throws {
    var board = try ReportBoard.edgeCases(rows: 70, columns: 200, goals: [goal])
    board.type("tab")
    board.count()
    for _ in 0..<60 where !board.screen.contains("│▌won") { board.type("j") }
    board.type("=")
    board.count()

    // 5,000 + 4,200 of 20,000.
    #expect(board.screen.contains("Goal for 2026-Q1"))
    #expect(board.screen.contains("goal − won = EUR 20,000 − EUR 9,200 = EUR 10,800"))

    board.type("esc enter")
    #expect((board.state.layers.top as? ReportLayer)?.screen == .months)
  }

  /// The board with the cursor in the sidebar on the first line that begins so, asked why.
  private func why(_ start: String) throws -> ReportBoard {
    var board = try ReportBoard.edgeCases(rows: 70, columns: 200, goals: [goal])
    board.type("tab")
    board.count()
    for _ in 0..<60 where !board.screen.contains("│▌\(start)") { board.type("j") }
    #expect(board.screen.contains("│▌\(start)"))
    board.type("=")
    board.count()
    return board
  }

  @Test func `= on an owner explains what that owner has open`() throws {
    let board = try why("A Ana")

    // Ana's open deals are D03, D06, D09 and D15, of which D06 has no value.
    #expect(board.screen.contains("WHY  Open value in EUR ·"))
    // 3,000 + 15,000; D09 is in USD.
    #expect(board.screen.contains("= EUR 18,000"))
    #expect(board.screen.contains("1 without a value"))
    #expect(board.screen.contains("2 DEALS BEHIND IT"))
  }

  @Test func `= on the wins of a week explains what was won in the running one`() throws {
    let board = try why("▁")

    // The week began on Monday 30 March, and nothing was won in it or the day after.
    #expect(board.screen.contains("WHY  Value won in EUR ·"))
    #expect(board.screen.contains("= EUR 0"))
    guard let layer = board.state.layers.top as? ReportLayer,
      case .explanation(let question) = layer.screen
    else { throw NoSidebar() }
    #expect(question.scope.window == Window("2026-03-30..2026-03-31"))
  }

  @Test func `= on a change explains what its step did`() throws {
    let board = try why("1 Jan 70 impo 75 changes")

    // The histories were imported in one step; D20 is created after the day that is shown.
    #expect(board.screen.contains("WHY  Changes of one step"))
    #expect(board.screen.contains("= 75 changes of 19 deals"))
  }

  @Test func `a change is in them in the frame that shows it`() throws {
    var board = try ReportBoard.edgeCases(rows: 70, columns: 200, goals: [goal])
    board.type("j")
    board.count()
    // D04's win and D01's are 9,200 of the quarter; nothing is won in the running week.
    #expect(board.screen.contains("94% of 16"))

    board.type("w enter")

    // One more deal went beyond the first stage: 16 of 17 is 94.1 %; it is not saved yet.
    #expect(board.screen.contains("94% of 17"))
    #expect(!board.screen.contains("counting …"))
  }

  @Test func `they are marked until all is counted anew`() throws {
    var board = try ReportBoard.edgeCases(rows: 70, columns: 200, goals: [goal])
    board.type("j")
    board.count()

    // Mine only: other deals are counted.
    board.type("i")

    #expect(board.screen.contains("counting …"))
    #expect(board.state.isReportOld(in: .sidebar))
    board.count()
    #expect(!board.state.isReportOld(in: .sidebar))
  }

  @Test(arguments: UInt64(1)...8)
  func `after any changes they are what a walk through all deals counts`(seed: UInt64) throws {
    var board = try ReportBoard.edgeCases(rows: 70, columns: 200, goals: [goal])
    board.type("j")
    board.count()
    var random = RandomSource(seed: (seed, 0))
    let keys = [
      "j", "k", "h", "l", "L", "H", "w enter", "x p enter", "u", "u", "D", "space l enter", "i",
      "$ 7 k enter",
    ]
    for _ in 0..<60 {
      if let key = keys.randomElement(using: &random) { board.type(key) }
      if Bool.random(using: &random) { board.save() }
      if Int.random(in: 0..<6, using: &random) == 0 { board.count() }
    }
    board.save()
    board.count()
    let before = board.walks
    for key in ["l", "L", "w enter", "u", "j", "$ 9 k enter", "H", "k", "x p enter"] {
      board.type(key)
      board.save()
      guard case .sidebar(let shown)? = board.state.reports[.sidebar]?.report,
        case .sidebar(let counted) = board.state.sidebarRequest.report(from: board.source)
      else { throw NoSidebar() }
      #expect(shown.conversions == counted.conversions, "after \(key)")
      #expect(shown.coverages == counted.coverages, "after \(key)")
      #expect(shown.wonByWeek == counted.wonByWeek, "after \(key)")
    }

    #expect(board.walks == before, "a change of a deal has all deals walked through")
  }

  @Test func `nothing is counted for a sidebar that is folded away`() throws {
    var board = try ReportBoard.edgeCases(rows: 24, columns: 80, goals: [goal])

    board.type("j")
    board.count()

    #expect(board.state.reports[.sidebar]?.report == nil)

    board.type("m")
    board.count()
    #expect(board.state.reports[.sidebar]?.report != nil)
  }

  @Test func `the sidebar that is scrolled stands on nothing else`() throws {
    var board = try ReportBoard.edgeCases(rows: 30, columns: 120, goals: [goal])
    board.type("j")
    board.count()

    board.type("tab G")

    // The top of the block that the board draws itself is scrolled away, and not drawn over.
    #expect(!board.screen.contains("PIPELINE"))
    #expect(board.screen.contains("WON / WEEK"))
  }
}
