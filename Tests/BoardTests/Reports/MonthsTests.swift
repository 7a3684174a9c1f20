import Pipeline
import Testing

@testable import Board

/// The coming months seen from 2026-03-31: Acme is overdue since 10 March, Borealis is due on
/// 5 April, Cobalt has no date.
@Suite struct MonthsTests {
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
      expectedClose: day(3, 10)
    ),
    DealHistory.fixture(
      2,
      "Borealis",
      10_000,
      created: day(1, 5),
      owner: 2,
      expectedClose: day(4, 5),
      category: .commit
    ),
    DealHistory.fixture(3, "Cobalt", 500, created: day(1, 5)),
    DealHistory.fixture(
      4,
      "Delta",
      7_000,
      created: day(1, 5),
      owner: 1,
      then: [(day(3, 20), .won)]
    ),
  ]

  private func months(rows: Int = 40) -> ReportBoard {
    var board = ReportBoard(Self.histories, rows: rows)
    board.type("g c")
    board.count()
    return board
  }

  /// The expected close that the last step asks for.
  private func pushed(_ board: ReportBoard) -> Day?? {
    guard case .commit(_, let request)? = board.effects.last,
      case .expectedCloseSet(let day)? = request.changes.first?.change
    else { return nil }
    return day
  }

  @Test func `the deals of the cell that the cursor is on are listed`() {
    var board = months()
    #expect(board.screen.contains("OVERDUE  1"))

    board.type("l l")

    #expect(board.screen.contains("APR 26  1"))
    #expect(board.lines.dropLast(2).contains { $0.contains("Borealis") && $0.contains("commit") })
  }

  @Test func `a cell of many deals says how many it has, not how many are listed`() {
    let many = (1...203).map { id in
      DealHistory.fixture(Int64(id), "Deal \(id)", Int64(id), created: Self.day(1, 5))
    }
    var board = ReportBoard(many, rows: 260)
    board.type("g c")
    board.count()

    #expect(board.screen.contains("NO DATE  203"))
    #expect(board.screen.contains("The 200 largest are listed; / finds the others."))
    #expect(board.screen.contains("Deal 4 "))
    #expect(!board.screen.contains("Deal 3 "))
  }

  @Test func `each goal says whether enough deals are due, also of a quarter and a year`() throws {
    let pipeline = ReportBoard.pipeline.id
    func goal(_ id: Int64, _ period: String, _ thousands: Int64) throws -> Goal {
      Goal(
        id: Identifier(rawValue: id),
        pipeline: pipeline,
        period: try #require(Period(period)),
        target: .money(Money(minorUnits: thousands * 100_000, currency: .euro))
      )
    }
    var board = ReportBoard(
      Self.histories,
      goals: [try goal(1, "2026-Q2", 5), try goal(2, "2026", 100)],
      rows: 60
    )
    board.type("g c")
    board.count()

    // One of one closed deals was won, so what is due need only be what remains: Borealis, 10,000 in
    // April, is twice the 5,000 of the quarter; of the year 93,000 remain after Delta's 7,000.
    #expect(board.screen.contains("ENOUGH DEALS?"))
    #expect(board.screen.contains("Enough deals for 2026-Q2: 2.00 times the remaining EUR 5,000"))
    #expect(board.screen.contains("Not enough deals for 2026: 0.11 times the remaining EUR 93,000"))
  }

  @Test func `what is won stands in the present month only`() {
    let board = months()

    let won = board.lines.first { $0.hasPrefix(" Won ") }
    #expect(won?.contains("€7.0k") == true)
    #expect(board.lines.first { $0.hasPrefix(" Won + weighted") }?.contains("€7.0k") == true)
  }

  @Test func `what has no value is told apart from what is open but not weighted`() {
    let histories = [
      DealHistory.fixture(1, "Acme", 100, created: Self.day(1, 5), category: .omitted),
      DealHistory.fixture(2, "Borealis", 50, created: Self.day(1, 5)),
      DealHistory.fixture(3, "Cobalt", created: Self.day(1, 5), category: .omitted),
    ]
    var board = ReportBoard(histories, rows: 40)
    board.type("g c")
    board.count()

    #expect(board.lines.first { $0.hasPrefix(" Open ") }?.contains("€150") == true)
    #expect(
      board.screen.contains(
        " Without a value: 1 deal. Not weighted: 1 deal omitted from the forecast.\n"
      ),
      "\(board.screen)"
    )
  }

  @Test(arguments: [
    ("l l", ">", day(5, 5)), ("l l", "<", day(3, 31)), ("", ">", day(3, 31)),
  ])
  func `a deal is pushed to another month`(column: String, key: String, to day: Day) {
    var board = months()

    board.type("\(column) tab \(key)")

    #expect(pushed(board) == .some(day))
  }

  @Test func `a deal without a date is pushed into the present month`() {
    var board = months()

    // Overdue, seven months and No date stand side by side, and nothing is due later.
    board.type("l l l l l l l l l l l tab >")

    #expect(board.screen.contains("Cobalt"))
    #expect(pushed(board) == .some(Self.day(3, 31)))
  }

  @Test func `an overdue deal is not pushed back further`() {
    var board = months()

    board.type("tab <")

    #expect(board.effects.isEmpty)
    #expect(board.screen.contains("Acme is overdue already."))
  }

  @Test func `a pushed deal stands in its new month once it is saved`() {
    var board = months()
    board.type("l l tab >")
    #expect(board.screen.contains("counting …"))

    board.save()
    board.count()

    #expect(board.screen.contains("APR 26  0"))
    #expect(!board.screen.contains("counting …"))
  }

  @Test func `on a number, pushing says where deals are`() {
    var board = months()

    board.type("l l >")

    #expect(board.effects.isEmpty)
  }

  @Test(arguments: [
    (
      "400k", Period.month(year: 2026, 4),
      Goal.Target.money(Money(minorUnits: 40_000_000, currency: .euro))
    ),
    ("12 deals", .month(year: 2026, 4), .deals(12)),
    (
      "2026-Q2 1.2m", .quarter(year: 2026, 2),
      .money(Money(minorUnits: 120_000_000, currency: .euro))
    ),
  ])
  func `a goal is set for the cursor's month or one that is named`(
    text: String,
    period: Period,
    target: Goal.Target
  ) {
    var board = months()

    board.type("l l E")
    board.write(text)
    board.type("enter")

    guard case .edit(let edit, _)? = board.effects.records.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(edit == .setGoal(in: ReportBoard.pipeline.id, owner: nil, period, target))
  }

  @Test func `in an owner's row the goal is the owner's`() {
    var board = months()

    board.type("l j j j j j j j j j E")
    board.write("9k")
    board.type("enter")

    let wanted = WorkspaceEdit.setGoal(
      in: ReportBoard.pipeline.id,
      owner: Identifier(rawValue: 1),
      .month(year: 2026, 3),
      .money(Money(minorUnits: 900_000, currency: .euro))
    )
    guard case .edit(let edit, _)? = board.effects.records.last else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(edit == wanted)
  }

  @Test func `a cell is explained with its deals`() {
    var board = months()

    // Down to Weighted: 48,000 at the 10 % of the first stage.
    board.type("j j j j j j =")
    board.count()

    #expect(board.screen.contains("Weighted value expected before 2026-03-31 in EUR"))
    #expect(board.screen.contains("= EUR 4,800"))
    #expect(board.screen.contains("1 DEAL BEHIND IT"))
  }

  @Test(arguments: ["<", ">"])
  func `after the last deal of a list is pushed away the cursor stays on the list`(key: String) {
    let histories = ["Acme", "Borealis", "Cobalt"].enumerated().map { place, title in
      DealHistory.fixture(
        Int64(place + 1),
        title,
        Int64(30 - place),
        created: Self.day(1, 5),
        expectedClose: Self.day(6, 10)
      )
    }
    var board = ReportBoard(histories, rows: 40)
    board.type("g c")
    board.count()
    // From what is overdue over March, April and May to June.
    board.type("l l l l tab down down")
    #expect((board.state.layers.top as? ReportLayer)?.target == .deal(Identifier(rawValue: 3)))

    board.type(key)
    board.save()
    board.count()

    #expect((board.state.layers.top as? ReportLayer)?.target == .deal(Identifier(rawValue: 2)))
  }

  @Test func `what is left out of the weighted values can be asked, with its deals`() {
    let histories = [
      DealHistory.fixture(1, "Acme", 100, created: Self.day(1, 5), category: .omitted),
      DealHistory.fixture(2, "Borealis", created: Self.day(1, 5)),
      DealHistory.fixture(3, "Cobalt", 10, created: Self.day(1, 5)),
    ]
    var board = ReportBoard(histories, rows: 60)
    board.type("g c")
    board.count()

    board.state.explain(ReportQuestion(.leftOut(of: .euro), in: board.state.reportScope))
    board.send(.tick)
    board.count()

    #expect(board.screen.contains("Not in the weighted values in EUR"))
    #expect(board.screen.contains("2 DEALS BEHIND IT"))
    #expect(board.screen.contains("= 2 of 3 open deals"))
  }

  /// Due in June and in July, with no probability of their own nor of their stage; 20 were won.
  private static let unweighted = [
    DealHistory.fixture(
      1,
      "Acme",
      68,
      created: day(1, 5),
      owner: 1,
      expectedClose: day(6, 10)
    ),
    DealHistory.fixture(
      2,
      "Borealis",
      10,
      created: day(1, 5),
      owner: 1,
      expectedClose: day(7, 5),
      category: .omitted
    ),
    DealHistory.fixture(3, "Cobalt", 5, created: day(1, 5), expectedClose: day(7, 5)),
  ]

  private func unweighted(rows: Int, columns: Int) -> ReportBoard {
    var pipeline = ReportBoard.pipeline
    for place in pipeline.stages.indices { pipeline.stages[place].probability = nil }
    var board = ReportBoard(Self.unweighted, pipeline: pipeline, rows: rows, columns: columns)
    board.type("g c")
    board.count()
    return board
  }

  @Test func `what weighs is n/a where no deal has a probability, and a dash where there is none`()
  {
    let board = unweighted(rows: 50, columns: 120)
    func cells(_ label: String) -> [String] {
      let line = board.lines.first { $0.hasPrefix(" \(label)") } ?? ""
      return line.dropFirst(label.count + 1).split(separator: " ").map(String.init)
    }

    // Overdue, March to July: deals are due in the last two, and one of July's is omitted.
    #expect(cells("Weighted").prefix(6) == ["–", "–", "–", "–", "n/a", "n/a"])
    #expect(cells("Won + weighted").prefix(5) == ["–", "–", "–", "n/a", "n/a"])
    #expect(board.screen.contains("BY OWNER, WEIGHTED"))
    #expect(cells("Ana Souza").prefix(6) == ["–", "–", "–", "–", "n/a", "€0"])
  }

  @Test func `a narrow screen says of such a month that it is not known`() {
    let board = unweighted(rows: 20, columns: 40)

    #expect(board.lines.first { $0.contains("Jun 26") }?.hasSuffix("n/a") == true)
    #expect(board.lines.first { $0.contains("Mar 26") }?.hasSuffix("–") == true)
  }

  @Test(arguments: [ForecastRow.weighted, .expected])
  func `why such a cell is n/a is said, and which deal is left out`(row: ForecastRow) {
    var pipeline = ReportBoard.pipeline
    for place in pipeline.stages.indices { pipeline.stages[place].probability = nil }
    let deals = Self.unweighted.compactMap { $0.deal(asOf: ReportBoard.today) }
    let figures = Figures(of: deals, pipeline: pipeline, asOf: ReportBoard.today)
    let month = ForecastColumn.month(2026 * 12 + 5)

    let why = ForecastExplanation(ForecastPlace(row, [month]), .euro, figures)
      .explanation(from: deals)

    #expect(why.formula.last == "= n/a: no open deal has a probability, nor has its stage")
    #expect(why.leftOut == [Explanation.LeftOut(1, "with a value and no probability")])
    let empty = ForecastExplanation(
      ForecastPlace(row, [.month(2026 * 12 + 8)]),
      .euro,
      figures
    )
    #expect(empty.explanation(from: deals).formula.last == "= EUR 0")
  }

  @Test func `the chart stands at 80x24 too`() {
    var board = ReportBoard(Self.histories, rows: 24, columns: 80)
    board.type("g c")
    board.count()

    #expect(board.screen.contains("██"))
    #expect(board.screen.contains("▓▓ commit"))
  }
}
