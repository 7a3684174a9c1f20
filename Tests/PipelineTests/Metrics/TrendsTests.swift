import Pipeline
import Testing

@Suite struct TrendsTests {
  @Test func `what stands is as of a month's last day, what happened is of its days`() throws {
    // Created in January, worth 500, since February 800; won in March, which is running.
    var trends = Trends(
      of: .sales,
      by: .month,
      over: DayRange(days: 90, endingOn: day(3, 30)),
      asOf: day(3, 30)
    )
    trends.count(
      .fixture(minorUnits: 500, (day(2, 10), .valued(800, .euro)), (day(3, 5), .won))
    )

    func values(_ kind: FigureName.Kind) -> [Ratio?] {
      trends.points.map { $0.value(of: .figure(FigureName(kind, currency: .euro))) }
    }
    #expect(
      trends.points.map(\.period.description) == ["2025-12", "2026-01", "2026-02", "2026-03"]
    )
    #expect(trends.points.map(\.isRunning) == [false, false, false, true])
    #expect(trends.points.map(\.lastDay).last == day(3, 30))
    #expect(values(.openValue) == [Ratio(0), Ratio(500), Ratio(800), Ratio(0)])
    #expect(values(.created) == [Ratio(0), Ratio(1), Ratio(0), Ratio(0)])
    #expect(values(.won) == [Ratio(0), Ratio(0), Ratio(0), Ratio(1)])
    #expect(values(.wonValue) == [Ratio(0), Ratio(0), Ratio(0), Ratio(800)])
    // 1 January to 5 March: 31 + 28 + 4 = 63 days.
    #expect(values(.ageAtWin) == [nil, nil, nil, Ratio(63)])
    #expect(values(.winRate) == [nil, nil, nil, Ratio(1)])
  }

  @Test func `a month ends with its last day and is not running then`() {
    let trends = Trends(
      of: .sales,
      by: .month,
      over: DayRange(days: 1, endingOn: day(3, 31)),
      asOf: day(3, 31)
    )

    #expect(trends.points.map(\.isRunning) == [false])
  }

  @Test func `a deal counts once, in the period of its latest outcome`() {
    // D05 of the edge cases: won, reopened and lost.
    var trends = Trends(
      of: .sales,
      by: .month,
      over: DayRange(days: 90, endingOn: day(3, 31)),
      asOf: day(3, 31)
    )
    trends.count(
      .fixture(1, (day(2, 3), .won), (day(2, 20), .reopened), (day(3, 9), .lost(reason: nil)))
    )

    #expect(trends.points.map(\.flows.outcomes.won) == [0, 0, 0])
    #expect(trends.points.map(\.flows.outcomes.lost) == [0, 0, 1])
    #expect(trends.points.map(\.stocks.open.deals) == [1, 1, 0])
  }

  @Test func `velocity takes N from the last day and the rest from the period`() throws {
    var trends = Trends(
      of: .sales,
      by: .quarter,
      over: DayRange(days: 31, endingOn: day(3, 31)),
      asOf: day(3, 31)
    )
    trends.count(.fixture(1, minorUnits: 600, (day(1, 11), .won)))
    trends.count(.fixture(2, (day(1, 5), .lost(reason: nil))))
    trends.count(.fixture(3, created: day(3, 30)))
    trends.count(.fixture(4, created: day(3, 31)))

    // 2 × 600 × 1/2 / 10.
    #expect(
      trends.points[0].value(of: .figure(FigureName(.velocity, currency: .euro))) == Ratio(60)
    )
  }

  @Test func `velocity is 0 in each period after which no deal is open`() {
    // Created in the fourth quarter of 2025 and won in it; nothing came in the two before or after.
    var trends = Trends(
      of: .sales,
      by: .quarter,
      over: DayRange(first: day(7, 1, year: 2025), last: day(3, 31))
        ?? DayRange(days: 1, endingOn: day(3, 31)),
      asOf: day(3, 31)
    )
    trends.count(
      .fixture(
        created: day(10, 1, year: 2025),
        minorUnits: 600,
        (day(10, 5, year: 2025), .won)
      )
    )

    // Before the first deal in euros there is no velocity in euros.
    let velocity = FigureName(.velocity, currency: .euro)
    #expect(trends.points.map { $0.value(of: .figure(velocity)) } == [nil, Ratio(0), Ratio(0)])
  }

  @Test func `what was taken back later stood open as of the days before, and happened not`() {
    // Deal 1, created in January, is won on 31 January; on 1 February that is taken back. Deal 2 came
    // with a wrong file in January, which is taken back on 20 March.
    func trends(asOf last: Day) -> Trends {
      var trends = Trends(
        of: .sales,
        by: .month,
        over: DayRange(days: 90, endingOn: day(3, 31)),
        asOf: last
      )
      trends.count(
        .fixture(
          1,
          (day(1, 31), .won),
          (day(2, 1), .undone(DealHistory.eventID(2, of: 1)))
        )
      )
      trends.count(
        .fixture(2, (day(3, 20), .undone(DealHistory.eventID(1, of: 2))))
      )
      return trends
    }

    // As of 31 January deal 1 is won and deal 2 open, as of 28 February both are open, as of 31 March
    // deal 1 alone. In March's view neither the win nor deal 2's creation ever happened.
    let now = trends(asOf: day(3, 31))
    #expect(now.points.map(\.stocks.open.deals) == [1, 2, 1])
    #expect(now.points.map(\.flows.cohort.created) == [1, 0, 0])
    #expect(now.points.map(\.flows.outcomes.won) == [0, 0, 0])
    // As of 28 February deal 2 was still there.
    let before = trends(asOf: day(2, 28))
    #expect(before.points.map(\.stocks.open.deals) == [1, 2])
    #expect(before.points.map(\.flows.cohort.created) == [2, 0])
    // As of 31 January deal 1 was won.
    let then = trends(asOf: day(1, 31))
    #expect(then.points.map(\.stocks.open.deals) == [1])
    #expect(then.points.map(\.flows.outcomes.won) == [1])
  }

  @Test func `a velocity of few cases is thin`() {
    var trends = Trends(
      of: .sales,
      by: .month,
      over: DayRange(days: 30, endingOn: day(3, 31)),
      asOf: day(3, 31)
    )
    trends.count(.fixture(1, created: day(3, 2), minorUnits: 5_000, (day(3, 12), .won)))
    trends.count(.fixture(2, created: day(3, 25), minorUnits: 5_000))
    let velocity = TrendFigure.figure(FigureName(.velocity, currency: .euro))

    let march = trends.points.last
    // 1 open deal × 50.00 × 100 % / 10 days.
    #expect(march?.value(of: velocity) == Ratio(500))
    #expect(march?.isThin(velocity) == true)
    #expect(march?.isThin(.figure(FigureName(.openDeals))) == false)
  }

  @Test func `an owner's stocks are of the deals that were theirs on the period's last day`() {
    // Ana's deal of January goes to Ben on 10 February.
    let (ana, ben) = (Identifier<Person>(rawValue: 1), Identifier<Person>(rawValue: 2))
    func open(of owner: Identifier<Person>) -> [Int] {
      var trends = Trends(
        of: .sales,
        by: .month,
        over: DayRange(days: 90, endingOn: day(3, 31)),
        asOf: day(3, 31)
      )
      let history = DealHistory.fixture(
        1,
        (day(1, 20), .ownerSet(ana)),
        (day(2, 10), .ownerSet(ben))
      )
      trends.count(history) { $0.owner == owner }
      return trends.points.map(\.stocks.open.deals)
    }

    #expect(open(of: ana) == [1, 0, 0])
    #expect(open(of: ben) == [0, 1, 1])
  }

  /// A figure of the last day or of the period, counted anew from the deals as they were.
  @Test(arguments: 1...20 as ClosedRange<UInt64>, Period.Length.allCases)
  func `every figure is the one counted anew for its period`(seed: UInt64, length: Period.Length) {
    let world = RandomHistories(seed: seed, steps: 200)
    let asOf = world.lastDay - Int(seed) % 5
    var trends = Trends(
      of: .sales,
      by: length,
      over: DayRange(days: world.lastDay - day(1, 1) + 40, endingOn: asOf),
      asOf: asOf
    )
    for history in world.histories { trends.count(history) }
    func deals(_ day: Day) -> [Deal] { world.histories.compactMap { $0.deal(asOf: day) } }

    for point in trends.points {
      let end = min(point.period.last, asOf)
      let window = Window.period(point.period)
      let stocks = Figures(of: deals(end), pipeline: .sales, asOf: end, window: window)
      let flows = Figures(of: deals(asOf), pipeline: .sales, asOf: asOf, window: window)
      for case .figure(let name) in trends.figures() {
        #expect(
          point.value(of: .figure(name)) == name.value(stocks: stocks, flows: flows),
          "\(point.period) \(name)"
        )
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `one walk over a history gives the deal of each day`(seed: UInt64) {
    let world = RandomHistories(seed: seed, steps: 150)
    let days = stride(from: 0, through: world.lastDay - day(1, 1) + 3, by: 4).map { day(1, 1) + $0 }

    for history in world.histories {
      #expect(history.deals(asOf: days) == days.map { history.deal(asOf: $0) })
    }
  }
}
