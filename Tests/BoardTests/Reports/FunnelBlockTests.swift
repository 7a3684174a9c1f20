import Pipeline
import Testing

@testable import Board

/// What stands below the funnel's four numbers, over the edge cases as of 2026-03-31: won D01 D04 D08
/// D17, lost D05 (6,000) in Negotiations Started, D13 ($900) in Lead In, D14 (5,500) in Demo Scheduled.
@Suite struct FunnelBlockTests {
  private func funnel(
    _ histories: [DealHistory]? = nil,
    people: [Person] = ReportBoard.people,
    rows: Int = 120,
    columns: Int = 120
  ) throws -> ReportBoard {
    var board =
      try histories.map { ReportBoard($0, people: people, rows: rows, columns: columns) }
      ?? ReportBoard.edgeCases(rows: rows, columns: columns)
    board.type("g f")
    board.count()
    return board
  }

  /// The lines of a block, from its heading to the next.
  private func block(_ heading: String, _ board: ReportBoard) -> [String] {
    let lines = board.lines.drop { !$0.hasPrefix(" \(heading) ─") }
    return Array(lines.dropFirst().prefix { !$0.contains("──") && !$0.contains("= why") })
  }

  /// A line's words, its bar left out.
  private func words(_ line: String?) -> String {
    (line ?? "").split(separator: " ").filter { word in
      !word.unicodeScalars.contains { (0x2580...0x259F).contains($0.value) }
    }.joined(separator: " ")
  }

  private func day(_ month: Int, _ day: Int) -> Day {
    Day(year: 2026, month: month, day: day) ?? .first
  }

  @Test(arguments: [(rows: 78, columns: 120), (rows: 96, columns: 80), (rows: 200, columns: 40)])
  func `the blocks are drawn below the four numbers`(size: (rows: Int, columns: Int)) throws {
    let board = try funnel(rows: size.rows, columns: size.columns)

    Golden.expect(board.lines, toBe: "report-funnel-\(size.columns)x\(size.rows)")
  }

  // MARK: Losses and upsell

  @Test func `losses stand by reason and by stage with their share of all`() throws {
    let lines = block("LOSSES", try funnel()).map(words)

    // One of three each: 33.3 %.
    #expect(lines.contains("Lead In 1 33.3 % (1 of 3) thin $900"))
    #expect(lines.contains("Contact Made 0 0.0 % (0 of 3) thin –"))
    #expect(lines.contains("Demo Scheduled 1 33.3 % (1 of 3) thin €5.5k"))
    #expect(lines.contains("Negotiations Started 1 33.3 % (1 of 3) thin €6.0k"))
    #expect(lines.contains("all 3 100.0 % (3 of 3) thin €12k, $900"))
  }

  @Test func `the reasons stand most frequent first, a loss without a value is said`() throws {
    let lost: [(Int64, Int64?, String?)] = [
      (1, 100, "Price"), (2, nil, "Timing"), (3, 300, "Timing"), (4, 400, nil),
    ]
    let board = try funnel(
      lost.map { number, value, reason in
        .fixture(
          number,
          "Deal \(number)",
          value,
          created: day(1, 2),
          then: [(day(2, 1), .lost(reason: reason))]
        )
      }
    )

    let lines = block("LOSSES", board).map(words).filter { $0.contains("of 4") }
    #expect(
      lines.prefix(3) == [
        "Timing 2 50.0 % (2 of 4) thin €300, 1 without a value",
        "Price 1 25.0 % (1 of 4) thin €100",
        "no reason given 1 25.0 % (1 of 4) thin €400",
      ]
    )
  }

  @Test func `a stage's losses say why`() throws {
    var board = try funnel()
    board.state.explain(
      ReportQuestion(.losses(.stage(Identifier(rawValue: 3))), in: board.state.reportScope)
    )
    board.send(.tick)
    board.count()

    #expect(board.screen.contains("WHY  Lost in Demo Scheduled"))
    #expect(board.screen.contains("= 1 / 3 = 33.3 %"))
    #expect(board.screen.contains("= EUR 5,500 of 1 deal"))
    #expect(board.screen.contains("D14"))
  }

  /// Lost by the first owner in February for 100, by the second in March for 300.
  private var twoLosses: [DealHistory] {
    [
      .fixture(
        1,
        "One",
        100,
        created: day(1, 2),
        owner: 1,
        then: [(day(2, 1), .lost(reason: "Price"))]
      ),
      .fixture(
        2,
        "Two",
        300,
        created: day(1, 2),
        owner: 2,
        then: [(day(3, 20), .lost(reason: "Price"))]
      ),
    ]
  }

  @Test func `a filter narrows losses to one owner's`() throws {
    var board = ReportBoard(twoLosses, rows: 120)
    board.state.narrowing.owner = Identifier(rawValue: 2)
    board.type("g f")
    board.count()

    let lines = block("LOSSES", board).map(words)
    #expect(lines.contains("Price 1 100.0 % (1 of 1) thin €300"))
  }

  @Test func `as of a past day a later loss is none yet`() throws {
    var board = ReportBoard(twoLosses, rows: 120)
    board.lookBack(to: day(3, 19))
    board.type("g f")
    board.count()

    let lines = block("LOSSES", board).map(words)
    #expect(lines.contains("Price 1 100.0 % (1 of 1) thin €100"))
  }

  @Test func `a loss before the window is left out`() throws {
    var board = ReportBoard(twoLosses, rows: 120)
    board.state.reportChoices.window = .days(30)
    board.type("g f")
    board.count()

    let lines = block("LOSSES", board).map(words)
    #expect(lines.contains("Price 1 100.0 % (1 of 1) thin €300"))

    board.state.explain(ReportQuestion(.losses(.all), in: board.state.reportScope))
    board.send(.tick)
    board.count()
    #expect(board.screen.contains("1 closed outside the window"))
  }

  @Test func `upsell is the value at the win less the first, who has none is left out`() throws {
    let board = try funnel([
      .fixture(
        1,
        "Grew",
        1_000,
        created: day(1, 2),
        then: [(day(2, 1), .valued(130_000, .euro)), (day(2, 2), .won)]
      ),
      .fixture(
        2,
        "Shrank",
        500,
        created: day(1, 2),
        then: [(day(2, 1), .valued(40_000, .euro)), (day(2, 2), .won)]
      ),
      .fixture(3, "Unvalued", created: day(1, 2), then: [(day(2, 2), .won)]),
    ])

    // 1,300 + 400 less 1,000 + 500 is 200 of 1,500: 13.3 %.
    let lines = block("UPSELL", board).map(words)
    #expect(lines.contains("EUR +€200 +13.3 % 2 thin €1.5k €1.7k 1 1 1"))
  }

  @Test func `upsell says why`() throws {
    var board = try funnel()
    board.state.explain(ReportQuestion(.upsell(.euro), in: board.state.reportScope))
    board.send(.tick)
    board.count()

    #expect(board.screen.contains("WHY  Upsell in EUR"))
    // D17 was won without ever having a value.
    #expect(board.screen.contains("without a value at the creation or at the win"))
  }

  // MARK: Win rate and suggestions

  @Test func `the win rate stands beside its other faces`() throws {
    let lines = block("WIN RATE", try funnel()).map(words)

    #expect(lines.contains("Win rate 57.1 % (4 of 7) thin 25–84 %"))
    // Since 1 January, and everything was closed since.
    #expect(lines.contains("Win rate of the last 90 days 57.1 % (4 of 7) thin 25–84 %"))
    #expect(lines.contains("Creation cohort 4 won, 3 lost, 11 open of 18"))
    // 9,200 / (9,200 + 11,500) and 11,500 / (11,500 + 900).
    #expect(lines.contains("Win rate by value in EUR 44.4 % (€9.2k of €21k, n 4) thin"))
    #expect(lines.contains("Win rate by value in USD 92.7 % ($12k of $12k, n 2) thin"))
  }

  /// Twenty deals that were won or lost after some days in the first stage.
  private func closed(won: Int, lost: Int) -> [DealHistory] {
    (1...(won + lost)).map { number in
      .fixture(
        Int64(number),
        "Deal \(number)",
        100,
        created: day(1, 1),
        then: [(day(1, 1) + number, number <= won ? .won : .lost(reason: nil))]
      )
    }
  }

  @Test func `under 20 cases nothing is learned`() throws {
    let row = block("LEARNED FROM HISTORY", try funnel(closed(won: 19, lost: 0)))
      .first { $0.contains("Lead In") }

    #expect(words(row) == "Lead In 10 % n/a 19 – n/a 19")
  }

  @Test func `from 20 cases on the learned ones stand beside those that are set`() throws {
    var board = try funnel(closed(won: 20, lost: 5))
    let row = block("LEARNED FROM HISTORY", board).first { $0.contains("Lead In") }

    // 20 of 25 closed were won; of 1 to 20 days the 75th percentile is the 15th.
    #expect(words(row) == "Lead In 10 % 80 % 25 – 15d 20")

    board.state.explain(
      ReportQuestion(.suggestion(SuggestedFigure(.stuckLimit, of: 0)), in: board.state.reportScope)
    )
    board.send(.tick)
    board.count()
    #expect(board.screen.contains("= 15 days, of 20 deals; set is nothing"))
    #expect(board.screen.contains("20 DEALS BEHIND IT"))
  }

  // MARK: Effort

  @Test func `effort says of which deals each column is`() throws {
    let board = try funnel([.fixture(1, "Open", 300, created: day(3, 1))])
    let text = words(block("EFFORT", board).joined(separator: " "))

    #expect(text.contains("of the deals first there in the window"))
    #expect(text.contains("lost: of all deals, those lost there in the window"))
  }

  @Test(arguments: [80, 120])
  func `the four numbers and the funnel have changes and ranges at every width`(
    columns: Int
  ) throws {
    var board = try ReportBoard.edgeCases(rows: 80, columns: columns)
    board.type("g f")
    board.count()

    let start = try #require(board.lines.firstIndex { $0.contains("THE FOUR NUMBERS") })
    let table = board.lines[start...].prefix { !$0.contains("WIN RATE") }
    // 11 open deals now and 4 on 31 December, 90 days before.
    let changes = table.filter { $0.contains("▲") || $0.contains("▼") }
    #expect(!changes.isEmpty)
    #expect(board.lines.contains { $0.contains("└▸") && $0.contains("95 % in") })
  }

  @Test func `effort stands per stage, per deal that left and per won deal`() throws {
    var ana = ReportBoard.people[0]
    ana.hourlyCost = Money(minorUnits: 6_000, currency: .euro)
    let activity = Activity(kind: .meeting, text: "", minutes: 90, cost: nil)
    var board = try funnel(
      [
        .fixture(
          1,
          "Won",
          100,
          created: day(1, 1),
          owner: 1,
          then: [(day(1, 5), .activityLogged(activity)), (day(1, 11), .won)]
        ),
        .fixture(2, "Lost", 250, created: day(1, 1), then: [(day(1, 21), .lost(reason: nil))]),
        .fixture(3, "Open", 300, created: day(3, 1)),
      ],
      people: [ana, ReportBoard.people[1]]
    )
    let row = block("EFFORT", board).first { $0.contains("Lead In") }

    // 10 + 20 + 30 days; 90 minutes of 60 an hour are 90; two left, one of them won.
    #expect(words(row) == "Lead In 3 2 1 60 1 €250 90 €90 45 min, €45 (2) 90 min, €90 (1)")

    board.state.explain(ReportQuestion(.effort(stage: 0), in: board.state.reportScope))
    board.send(.tick)
    board.count()
    #expect(board.screen.contains("WHY  Effort in Lead In"))
    #expect(board.screen.contains("per won deal = 90 / 1 = 90"))
  }

  @Test func `the cursor goes to the last stage's effort and asks it`() throws {
    var board = try funnel()

    board.type("G =")
    board.count()

    #expect(board.screen.contains("WHY  Effort in Negotiations Started"))
    // D01 11, D02 21, D05 14, D08 21 and D15 0 days.
    #expect(board.screen.contains("= 67 days of 5 deals, of which 3 left it and 2 are won"))
  }

  @Test func `every number of the blocks can be asked`() throws {
    let board = try funnel()
    let page = FunnelPage(try #require(board.funnelReport), board.state, width: 118).page

    let questions = page.lines.flatMap(\.stops).compactMap { target -> ReportQuestion.Subject? in
      if case .question(let question) = target { question.subject } else { nil }
    }
    #expect(questions.contains(.losses(.all)))
    #expect(questions.contains(.losses(.reason(LostReason("Competitor")))))
    for stage in 1...5 {
      #expect(questions.contains(.losses(.stage(Identifier(rawValue: Int64(stage))))))
    }
    #expect(questions.contains(.upsell(.euro)) && questions.contains(.upsell(.dollar)))
    for place in 0..<5 {
      #expect(questions.contains(.effort(stage: place)))
      #expect(questions.contains(.suggestion(SuggestedFigure(.probability, of: place))))
      #expect(questions.contains(.suggestion(SuggestedFigure(.stuckLimit, of: place))))
    }
    #expect(questions.contains(.figure(FigureName(.recentWinRate))))
    #expect(questions.contains(.figure(FigureName(.cohort))))
    #expect(questions.contains(.figure(FigureName(.winRateByValue, currency: .euro))))
  }
}

extension ReportBoard {
  /// The funnel that is shown.
  fileprivate var funnelReport: FunnelReport? {
    if case .funnel(let report)? = state.reports[.screen]?.report { report } else { nil }
  }
}
