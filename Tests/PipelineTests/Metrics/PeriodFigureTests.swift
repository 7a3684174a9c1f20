import Pipeline
import Testing

/// Numbers of periods that no figure of a day has.
@Suite struct PeriodFigureTests {
  /// January to March, as of 30 March.
  private func trends(goals: [Goal] = [], _ histories: DealHistory...) -> Trends {
    var trends = Trends(
      of: .sales,
      by: .month,
      over: DayRange(days: 89, endingOn: day(3, 30)),
      asOf: day(3, 30),
      goals: goals
    )
    for history in histories { trends.count(history) }
    return trends
  }

  private func values(
    _ kind: PeriodFigure.Kind,
    stage: Int? = nil,
    currency: Currency? = nil,
    reason: String? = nil,
    in trends: Trends
  ) -> [Ratio?] {
    let figure = PeriodFigure(
      kind,
      stage: stage,
      currency: currency,
      reason: reason.map(LostReason.init)
    )
    return trends.points.map { $0.value(of: .period(figure)) }
  }

  @Test func `the win rate of 90 days and the wins of a month are as of each last day`() {
    // Won on 31 January; lost on 20 March.
    let trends = trends(
      .fixture(1, minorUnits: 500, (day(1, 31), .won)),
      .fixture(2, (day(3, 20), .lost(reason: nil)))
    )
    func values(_ name: FigureName) -> [Ratio?] {
      trends.points.map { $0.value(of: .figure(name)) }
    }

    // As of 28 February 1 of 1, as of 30 March, whose 90 days begin on 31 December, 1 of 2.
    #expect(values(FigureName(.recentWinRate)) == [Ratio(1), Ratio(1), Ratio(1, of: 2)])
    #expect(
      values(FigureName(.wonInMonth, currency: .euro)) == [Ratio(500), Ratio(0), Ratio(0)]
    )
  }

  @Test func `what was created in a month is followed to where it stands now`() {
    // Two of January, won and open; one of February, lost.
    let trends = trends(
      .fixture(1, created: day(1, 5), (day(3, 1), .won)),
      .fixture(2, created: day(1, 9)),
      .fixture(3, created: day(2, 1), (day(2, 9), .lost(reason: nil)))
    )

    #expect(values(.cohortWon, in: trends) == [Ratio(1, of: 2), Ratio(0), nil])
    #expect(values(.cohortLost, in: trends) == [Ratio(0), Ratio(1), nil])
    #expect(values(.cohortOpen, in: trends) == [Ratio(1, of: 2), Ratio(0), nil])
    let share = TrendFigure.period(PeriodFigure(.cohortWon))
    #expect(trends.points.map { $0.cases(of: share) } == [2, 1, 0])
    #expect(trends.points.map { $0.isThin(share) } == [true, true, true])
    #expect(trends.points.map { $0.absence(of: share) } == [nil, nil, "none created"])
  }

  @Test func `an age of one currency is n/a for want of a win in it, not of its creation day`() {
    // Won in euros after nine days; in dollars nothing was won or lost.
    let trends = trends(.fixture(1, created: day(3, 1), minorUnits: 500, (day(3, 10), .won)))
    func absence(_ kind: FigureName.Kind, _ currency: Currency) -> String? {
      trends.points[2].absence(of: .figure(FigureName(kind, currency: currency)))
    }

    #expect(absence(.ageAtWin, .euro) == nil)
    #expect(absence(.ageAtWin, .dollar) == "none won")
    #expect(absence(.ageAtLoss, .dollar) == "none lost")
  }

  @Test func `the median of an age says as its mean does why it is n/a`() {
    let trends = trends(
      .fixture(1, created: nil, (day(3, 10), .won)),
      .fixture(2, created: nil, (day(3, 11), .lost(reason: nil)))
    )
    func absences(_ kind: PeriodFigure.Kind) -> [String?] {
      trends.points[1...].map { $0.absence(of: .period(PeriodFigure(kind))) }
    }

    #expect(absences(.medianAgeAtWin) == ["none won", "no creation day is known"])
    #expect(absences(.medianAgeAtLoss) == ["none lost", "no creation day is known"])
  }

  @Test func `slips are those up to the last day of the deals that are open then`() {
    // Due on 20 January, which passes; on 10 February moved to 31 March. A second deal is due in May.
    let trends = trends(
      .fixture(1, expectedClose: day(1, 20), (day(2, 10), .expectedCloseSet(day(3, 31)))),
      .fixture(2, created: day(2, 1), expectedClose: day(5, 1))
    )

    // As of 31 January it is 11 days late, afterwards it slipped from 20 January to 31 March: 70 days.
    #expect(values(.slipped, in: trends) == [Ratio(1), Ratio(1, of: 2), Ratio(1, of: 2)])
    #expect(values(.slips, in: trends) == [Ratio(1), Ratio(1), Ratio(1)])
    #expect(values(.slipDays, in: trends) == [Ratio(11), Ratio(70), Ratio(70)])
  }

  @Test func `a forecast is that of the first day, set against what was won in the month`() {
    // Open on 1 February, due on 20 February, worth 1,000 and committed; won in February for 800.
    let trends = trends(
      .fixture(
        minorUnits: 1_000,
        expectedClose: day(2, 20),
        category: .commit,
        (day(1, 2), .probabilitySet(Probability(percent: 50))),
        (day(2, 10), .valued(800, .euro)),
        (day(2, 11), .won)
      )
    )

    #expect(values(.forecastWeighted, currency: .euro, in: trends)[1] == Ratio(500))
    #expect(values(.forecastCommit, currency: .euro, in: trends)[1] == Ratio(1_000))
    #expect(values(.wonOfWeighted, currency: .euro, in: trends) == [nil, Ratio(8, of: 5), nil])
    #expect(values(.wonOfCommit, currency: .euro, in: trends) == [nil, Ratio(4, of: 5), nil])
  }

  @Test func `a goal is asked as of the last day of its period`() {
    // 800 won on 5 March of 1,000; 300 due on 31 March: 300 of the 200 that remain.
    let march = Period.month(year: 2026, 3)
    let goal = Goal(
      id: numbered(1),
      pipeline: numbered(1),
      owner: nil,
      period: march,
      target: .money(Money(minorUnits: 1_000, currency: .euro))
    )
    let trends = trends(
      goals: [goal],
      .fixture(1, minorUnits: 800, (day(3, 5), .won)),
      .fixture(2, minorUnits: 300, expectedClose: day(3, 31))
    )

    #expect(values(.goal, currency: .euro, in: trends) == [nil, nil, Ratio(1_000)])
    #expect(values(.wonOfGoal, currency: .euro, in: trends) == [nil, nil, Ratio(4, of: 5)])
    #expect(values(.coverage, currency: .euro, in: trends) == [nil, nil, Ratio(3, of: 2)])
    let figure = TrendFigure.period(PeriodFigure(.coverage, currency: .euro))
    #expect(trends.points[0].absence(of: figure) == "no goal is set for it")
    #expect(trends.figures().contains(figure))
  }

  @Test func `losses, upsell and effort are of what happened in the month`() {
    // Lost for its price in February, worth 700; won in March for 600 after 500, with a call of 30
    // minutes in January, the month in which it came to its stage.
    let call = Activity(kind: .call, text: "", minutes: 30)
    let trends = trends(
      .fixture(1, minorUnits: 700, (day(2, 3), .lost(reason: "price"))),
      .fixture(
        2,
        created: day(1, 1),
        minorUnits: 500,
        (day(1, 10), .activityLogged(call)),
        (day(3, 1), .valued(600, .euro)),
        (day(3, 2), .won)
      )
    )

    #expect(values(.lostForReason, reason: "price", in: trends) == [Ratio(0), Ratio(1), Ratio(0)])
    #expect(
      values(.lostValueForReason, currency: .euro, reason: "price", in: trends)
        == [Ratio(0), Ratio(700), Ratio(0)]
    )
    #expect(values(.lostInStage, stage: 0, in: trends) == [Ratio(0), Ratio(1), Ratio(0)])
    #expect(values(.upsell, currency: .euro, in: trends) == [nil, nil, Ratio(100)])
    #expect(values(.upsellRate, currency: .euro, in: trends) == [nil, nil, Ratio(1, of: 5)])
    #expect(values(.minutes, stage: 0, in: trends) == [Ratio(30), Ratio(0), Ratio(0)])
    // 1 January to 2 March 60 days, to 3 February 33.
    #expect(values(.dealDays, stage: 0, in: trends) == [Ratio(93), Ratio(0), Ratio(0)])
  }

  /// Each number counted anew for its period alone, deal by deal from its log.
  @Test(arguments: 1...20 as ClosedRange<UInt64>, Period.Length.allCases)
  func `every number is the one counted anew for its period`(
    seed: UInt64,
    length: Period.Length
  ) throws {
    let world = RandomHistories(seed: seed, steps: 200)
    let asOf = world.lastDay - Int(seed) % 5
    var trends = Trends(
      of: .sales,
      by: length,
      over: DayRange(days: world.lastDay - day(1, 1) + 40, endingOn: asOf),
      asOf: asOf
    )
    for history in world.histories { trends.count(history) }

    for point in trends.points {
      let naive = NaivePeriod(world.histories, point.period, asOf: asOf)
      for case .period(let figure) in trends.figures() {
        #expect(
          point.value(of: .period(figure)) == naive.value(of: figure),
          "\(point.period) \(figure)"
        )
      }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `every explanation ends in the deals that were counted`(seed: UInt64) {
    let world = RandomHistories(seed: seed, steps: 120)
    let empty = Trends(
      of: .sales,
      by: .month,
      over: DayRange(days: world.lastDay - day(1, 1), endingOn: world.lastDay),
      asOf: world.lastDay
    )
    var trends = empty
    for history in world.histories { trends.count(history) }
    let figures = trends.figures()
    var explainer = TrendExplainer(figures, in: empty)
    for history in world.histories { explainer.count(history) }

    let explanations = explainer.explanations
    #expect(explanations.count == figures.count * trends.points.count)
    for (place, explained) in explanations.enumerated() {
      let point = trends.points[place % trends.points.count]
      let (figure, explanation) = (explained.question, explained.explanation)
      #expect(!explanation.formula.isEmpty, "\(figure)")
      #expect(explanation.title.hasSuffix(point.period.description))
      if case .period(let own) = figure, own.kind == .lostForReason || own.kind == .lostInStage {
        #expect(Ratio(explanation.deals.count) == point.value(of: figure), "\(figure)")
      }
      if case .period(let own) = figure, own.kind == .slipped {
        #expect(explanation.deals.count == point.slipped.slipped)
      }
    }
  }
}

/// A period's numbers by the plainest way: every deal is replayed for the period alone.
private struct NaivePeriod {
  private let asOf: Day
  private let now: [Deal]
  private let won: [Deal]
  private let lost: [Deal]
  private let created: [Deal]
  /// The deals open on the first day and due in the period, those taken back since included.
  private let due: [Deal]
  /// Of each open deal that has or had an expected close, its slips by the last day.
  private let slips: [[Slip]]
  private let figures: Figures
  private let effort: Effort
  private let grown: PerCurrency<Upsell>

  init(_ histories: [DealHistory], _ period: Period, asOf: Day) {
    self.asOf = asOf
    let last = min(period.last, asOf)
    func deals(_ day: Day) -> [Deal] {
      histories.compactMap { $0.deal(asOf: day) }.filter {
        $0.pipeline == SalesPipeline.sales.id && !$0.isDeleted
      }
    }
    now = deals(asOf)
    let closed = now.filter { $0.status.closedDay.map(period.days.contains) == true }
    won = closed.filter(\.status.isWon)
    lost = closed.filter(\.status.isLost)
    created = now.filter { $0.created.map(period.days.contains) == true }
    due = deals(period.first).filter { deal in
      deal.status.isOpen && deal.expectedClose.map(period.days.contains) == true
    }
    slips = histories.compactMap { history in
      guard let deal = history.deal(asOf: last), deal.pipeline == SalesPipeline.sales.id,
        !deal.isDeleted, deal.status.isOpen
      else { return nil }
      let slips = history.slips(asOf: last)
      return slips.isEmpty && deal.expectedClose == nil ? nil : slips
    }
    figures = Figures(of: now, pipeline: .sales, asOf: asOf, window: .period(period))
    var effort = Effort(of: .sales, people: [], asOf: asOf, window: .period(period))
    var grown = PerCurrency<Upsell>()
    for history in histories {
      effort.count(history)
      grown.count(history, in: SalesPipeline.sales.id, wonIn: period.days, asOf: asOf)
    }
    self.effort = effort
    self.grown = grown
  }

  private func sum(_ deals: [Deal], _ currency: Currency?) -> Ratio {
    Ratio(deals.filter { $0.currency == currency }.reduce(0) { $0 + Int128($1.minorUnits ?? 0) })
  }

  private func lost(for reason: LostReason?) -> [Deal] {
    lost.filter { $0.status.lostReason == reason?.text }
  }

  private func median(_ days: [Int]) -> Ratio? {
    let sorted = days.sorted()
    guard let last = sorted.indices.last else { return nil }
    return Ratio(sorted[last / 2] + sorted[(last + 1) / 2], of: 2)
  }

  func value(of figure: PeriodFigure) -> Ratio? {
    let due = due.filter { $0.currency == figure.currency }
    let committed = due.filter { $0.category == .commit }
    let wonValue = sum(won, figure.currency)
    let stage = figure.stage.map { SalesPipeline.sales.stages[$0] }
    let spent = figure.stage.map { effort.stages[$0] }
    let upsell = figure.currency.flatMap { grown[$0] } ?? Upsell()

    switch figure.kind {
    case .medianAgeAtWin: return median(won.compactMap { $0.age(on: asOf) })
    case .medianAgeAtLoss: return median(lost.compactMap { $0.age(on: asOf) })
    case .medianTimeInStage:
      return figure.stage.flatMap { figures.stages[$0].daysOfThoseWhoLeft.median }
    case .cohortWon: return Ratio(created.filter(\.status.isWon).count, of: created.count)
    case .cohortLost: return Ratio(created.filter(\.status.isLost).count, of: created.count)
    case .cohortOpen: return Ratio(created.filter(\.status.isOpen).count, of: created.count)
    case .forecastWeighted: return weighted(due)
    case .forecastCommit: return sum(committed, figure.currency)
    case .wonOfWeighted: return weighted(due).flatMap { wonValue / $0 }
    case .wonOfCommit: return wonValue / sum(committed, figure.currency)
    case .slipped: return Ratio(slips.filter { !$0.isEmpty }.count, of: slips.count)
    case .slips: return Ratio(slips.joined().count)
    case .slipDays:
      return Ratio(slips.joined().reduce(0) { $0 + $1.days }, of: slips.joined().count)
    case .goal, .wonOfGoal, .coverage: return nil
    case .lostForReason: return Ratio(lost(for: figure.reason).count)
    case .lostValueForReason:
      return sum(lost(for: figure.reason), figure.currency)
    case .lostInStage: return Ratio(lost.filter { $0.stage == stage?.id }.count)
    case .lostValueInStage: return sum(lost.filter { $0.stage == stage?.id }, figure.currency)
    case .upsell: return upsell.deals > 0 ? Ratio(upsell.change) : nil
    case .upsellRate: return upsell.rate
    case .dealDays: return spent.map { Ratio($0.dealDays) }
    case .minutes: return spent.map { Ratio($0.minutes) }
    case .minutesPerDealLeft: return spent?.minutesPerDealLeft
    case .minutesPerWonDeal: return spent?.minutesPerWonDeal
    case .cost: return figure.currency.flatMap { spent?.cost(in: $0) }
    case .costPerDealLeft: return figure.currency.flatMap { spent?.costPerDealLeft(in: $0) }
    case .costPerWonDeal: return figure.currency.flatMap { spent?.costPerWonDeal(in: $0) }
    }
  }

  /// `nil` where deals that are not omitted by hand have a value and none a probability.
  private func weighted(_ deals: [Deal]) -> Ratio? {
    let valued = deals.filter { $0.minorUnits != nil && $0.category != .omitted }
    let known = valued.compactMap { deal -> Int128? in
      let own = deal.probability(in: SalesPipeline.sales.stage(deal.stage))
      return own.map { Int128($0.percent) * Int128(deal.minorUnits ?? 0) }
    }
    return known.isEmpty && !valued.isEmpty ? nil : Ratio(known.reduce(0, +), of: 100)
  }
}
