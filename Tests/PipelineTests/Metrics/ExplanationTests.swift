import Pipeline
import Testing

/// The edge cases' figures as of 2026-03-31, explained; the sums are in the fixture's README.
@Suite struct ExplanationTests {
  private let figures: Figures
  private let deals: [Deal]

  init() throws {
    let cases = try EdgeCases()
    deals = cases.deals(asOf: day(3, 31))
    figures = cases.figures(asOf: day(3, 31))
  }

  private func explain(_ question: FigureName) throws -> Explanation {
    try #require(figures.explain([question], from: deals).first)
  }

  private func numbers(_ explanation: Explanation) -> [Int64] {
    explanation.deals.map(\.rawValue)
  }

  @Test func `the win rate names its inputs, its range and its deals`() throws {
    let rate = try explain(FigureName(.winRate))

    // Won D01 D04 D08 D17, lost D05 D13 D14.
    #expect(rate.title == "Win rate")
    #expect(
      rate.formula == [
        "won / (won + lost), deals closed in the window", "= 4 / (4 + 3) = 57.1 %",
        "95 % range: 25.0 to 84.2 % (Wilson)", "thin: 7 cases, fewer than 20",
      ]
    )
    #expect(rate.window == figures.window)
    #expect(numbers(rate) == [1, 4, 5, 8, 13, 14, 17])
    #expect(rate.leftOut == [])
  }

  @Test func `an age that no deal has says whether none was won or none's creation is known`() {
    var outcomes = Outcomes()
    #expect(outcomes.noAgeAtWin == "none won")
    #expect(outcomes.noAgeAtLoss == "none lost")

    (outcomes.won, outcomes.lost) = (1, 2)

    #expect(outcomes.noAgeAtWin == "no creation day is known")
    #expect(outcomes.noAgeAtLoss == "no creation day is known")
  }

  @Test func `a mean of values says how many deals have none`() throws {
    let size = try explain(FigureName(.averageSize, currency: .euro))

    // 9,500 + 3,000 + 0 + 1,800 + 3,600 + 15,000 over D02 D03 D07 D11 D12 D15; D06 and D19 have none.
    #expect(
      size.formula == [
        "value of the open deals that have one / their number", "= EUR 32,900 / 6",
        "= EUR 5,483.33",
      ]
    )
    #expect(size.leftOut == [.init(2, "without a value")])
    #expect(numbers(size) == [2, 3, 7, 11, 12, 15])
    #expect(size.window == nil)
  }

  @Test func `velocity shows its four factors and who is left out of them`() throws {
    let velocity = try explain(FigureName(.velocity, currency: .euro))

    #expect(
      velocity.formula == [
        "N × V × W / L", "N = 7, open deals that are not stale",
        "V = EUR 4,600, mean value of the deals won in the window (2 of 3 valued)",
        "W = 60.0 % (3 of 5) thin, win rate by count",
        "L = 57.3 days, mean age at win of 3 deals", "= EUR 336.98 a day",
        "thin: 2 cases, fewer than 20",
      ]
    )
    // D17 was won without a value, D12 is stale.
    #expect(velocity.leftOut == [.init(1, "without a value"), .init(1, "stale")])
    #expect(numbers(velocity) == [1, 2, 3, 4, 5, 6, 7, 11, 14, 15, 17, 19])
  }

  @Test func `a currency without outcomes says why it has no velocity`() throws {
    let velocity = try explain(FigureName(.velocity, currency: .pound))

    #expect(velocity.formula.last == "= n/a: V, W or L is missing, or L is 0")
  }

  @Test func `conversion leaves the pending deals out and counts them`() throws {
    let conversion = try explain(FigureName(.conversion, stage: 2))

    // Demo Scheduled, reached: 9 of 10, D14 failed, D07 and D11 are pending.
    #expect(conversion.title == "Conversion (reached) from Demo Scheduled")
    #expect(conversion.formula[1] == "= 9 / (9 + 1) = 90.0 %")
    #expect(conversion.leftOut == [.init(2, "pending, still open there")])
    #expect(conversion.deals.count == 10)
  }

  @Test func `time in a stage leaves out who is still there`() throws {
    let time = try explain(FigureName(.timeInStage, stage: 4))

    // D01 11, D05 14, D08 21 days; D02 and D15 are still there.
    #expect(time.formula[1] == "mean = 46 / 3 = 15.3 days")
    #expect(time.formula[2] == "median = 14 days")
    #expect(numbers(time) == [1, 5, 8])
    #expect(time.leftOut == [.init(2, "still open in the stage")])
  }

  @Test func `a window that ends earlier says who closed outside it`() throws {
    let early = Figures(
      of: deals,
      pipeline: .sales,
      asOf: day(3, 31),
      window: .period(.month(year: 2026, 3))
    )

    let rate = early.explain([FigureName(.winRate)], from: deals)[0]

    let outside = figures.outcomes.closed - early.outcomes.closed
    #expect(outside > 0)
    #expect(rate.leftOut == [.init(outside, "closed outside the window")])
  }

  @Test func `a count of a conversion leaves out only those of its kind`() throws {
    let deals = [
      Deal.fixture(1, created: day(1, 5)),
      Deal.fixture(2, created: day(1, 5)).after(.moved(to: 2), on: day(1, 9)),
      Deal.fixture(3, created: day(3, 5)),
    ]
    let march = Figures(
      of: deals,
      pipeline: .sales,
      asOf: day(3, 31),
      window: .period(.month(year: 2026, 3))
    )
    func explained(_ kind: FigureName.Kind) -> Explanation {
      march.explain([FigureName(kind, stage: 0)], from: deals)[0]
    }

    // Deals 1 and 2 were first there in January; of them 1 is pending and 2 went on.
    #expect(explained(.pending).deals.map(\.rawValue) == [3])
    #expect(explained(.pending).leftOut.map(\.deals) == [1])
    #expect(explained(.converted).leftOut.map(\.deals) == [1])
    #expect(explained(.asked).leftOut.map(\.deals) == [2])
  }

  /// The number of deals behind each figure is the one that the figures counted.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the deals listed are as many as were counted`(seed: UInt64) {
    let world = RandomHistories(seed: seed, steps: 150)
    let deals = world.histories.compactMap { $0.deal() }
    let figures = Figures(of: deals, pipeline: .sales, asOf: world.lastDay, window: .days(60))
    let questions = figures.explainable()
    func stage(_ question: FigureName) -> StageReport? {
      question.stage.map { figures.stages[$0] }
    }

    for (question, explanation) in zip(questions, figures.explain(questions, from: deals)) {
      let open = stage(question)?.open ?? figures.open
      let money = question.currency.flatMap { figures.byCurrency[$0] } ?? CurrencyFigures()
      let ofCurrency = question.currency.map { open[$0] } ?? OpenTotals()
      let expected: Int =
        switch question.kind {
        case .openDeals: open.deals
        case .stale: open.stale
        case .openValue, .averageSize: ofCurrency.value.valued
        case .weightedValue: ofCurrency.value.valued - ofCurrency.unweighted
        case .averageWon: money.closed.won.valued
        case .winRate: (stage(question)?.winRate ?? figures.winRate).whole
        case .winRateByValue: money.closed.won.valued + money.closed.lost.valued
        case .recentWinRate: figures.recentWinRate.whole
        case .cohort: figures.cohort.won + figures.cohort.lost + figures.cohort.open
        case .ageAtWin: figures.outcomes.agesAtWin.count
        case .ageAtLoss: figures.outcomes.agesAtLoss.count
        case .timeInStage: stage(question)?.daysOfThoseWhoLeft.count ?? 0
        case .currentVisit: open.visiting
        case .velocity: money.open.fresh + money.closed.outcomes.closed
        case .conversion: stage(question)?[.reached].share.whole ?? 0
        case .asked: stage(question)?[.reached].asked ?? 0
        case .converted: stage(question)?[.reached].converted ?? 0
        case .pending: stage(question)?[.reached].pending ?? 0
        case .created: figures.cohort.created
        case .createdValue: money.created.valued
        case .won: figures.outcomes.won
        case .wonValue: money.closed.won.valued
        case .lost: figures.outcomes.lost
        case .lostValue: money.closed.lost.valued
        case .regressions: figures.regressions.deals
        case .wonInMonth: money.wonInMonth.valued
        }
      #expect(explanation.deals.count == expected, "\(explanation.title)")
      #expect(!explanation.formula.isEmpty)
    }
  }
}
