import Pipeline
import Testing

@Suite struct ForecastAccuracyTests {
  private func accuracy(_ histories: DealHistory..., asOf day: Day) -> ForecastAccuracy {
    var accuracy = ForecastAccuracy(
      of: .sales,
      by: .month,
      over: DayRange(days: 60, endingOn: day),
      asOf: day
    )
    for history in histories { accuracy.count(history) }
    return accuracy
  }

  @Test func `sets what was expected on the first day against what was won`() throws {
    // On 1 March: deal 1 stands in stage 2 (20 %), deal 2 has 75 % of its own and is committed, deal
    // 3 is expected in April. Deal 1 is won for more; deal 4 came later and is won too.
    let result = accuracy(
      .fixture(
        1,
        minorUnits: 1_000,
        expectedClose: day(3, 20),
        (day(2, 1), .moved(to: 2)),
        (day(3, 15), .valued(1_500, .euro)),
        (day(3, 20), .won)
      ),
      .fixture(
        2,
        minorUnits: 2_000,
        expectedClose: day(3, 31),
        category: .commit,
        (day(2, 1), .probabilitySet(Probability(percent: 75)))
      ),
      .fixture(3, minorUnits: 500, expectedClose: day(4, 1)),
      .fixture(4, created: day(3, 2), minorUnits: 300, (day(3, 9), .won)),
      asOf: day(3, 31)
    )

    let march = try #require(result.lines.first { $0.period == .month(year: 2026, 3) })
    let cell = try #require(march.byCurrency[.euro])
    // 0.2 × 1,000 + 0.75 × 2,000 = 1,700; won 1,500 + 300 = 1,800.
    #expect(cell.forecast.weighted == Ratio(1_700))
    #expect(cell.forecast.value.deals == 2)
    #expect(cell.commit.minorUnits == 2_000)
    #expect(cell.won.minorUnits == 1_800)
    #expect(cell.wonOfWeighted == Ratio(18, of: 17))
    #expect(cell.wonOfCommit == Ratio(9, of: 10))
    #expect(!march.isRunning)
  }

  @Test func `what only an omitted deal and one without a probability promise is not known`() {
    var pipeline = SalesPipeline.sales
    for place in pipeline.stages.indices { pipeline.stages[place].probability = nil }
    func forecast(_ deals: Deal...) -> Ratio? {
      let figures = Figures(of: deals, pipeline: pipeline, asOf: day(3, 31))
      return figures.byCurrency[.euro]?.forecast[.noDate]?.open.weighted
    }
    let omitted = Deal.fixture(1, minorUnits: 500).after(.categorySet(.omitted), on: day(1, 2))
    let unweighted = Deal.fixture(2, minorUnits: 700)

    #expect(forecast(omitted, unweighted) == nil)
    #expect(forecast(omitted) == Ratio(0))
    // 40 % of 1,000; what is omitted and what has no probability weigh nothing beside it.
    let weighted = Deal.fixture(3, minorUnits: 1_000, probability: 40)
    #expect(forecast(omitted, unweighted, weighted) == Ratio(400))
  }

  @Test func `asks the log as it was on the first day, not as it became`() throws {
    // Expected for March, but only since 2 March.
    let result = accuracy(
      .fixture(
        minorUnits: 1_000,
        expectedClose: day(5, 1),
        (day(3, 2), .expectedCloseSet(day(3, 9)))
      ),
      asOf: day(3, 31)
    )

    #expect(result.lines.last?.byCurrency.isEmpty == true)
  }

  @Test func `a deal won, reopened and lost was not won, yet it was forecast`() throws {
    let result = accuracy(
      .fixture(
        minorUnits: 1_000,
        expectedClose: day(3, 9),
        (day(3, 9), .won),
        (day(3, 12), .reopened),
        (day(3, 20), .lost(reason: nil))
      ),
      asOf: day(3, 31)
    )

    let cell = try #require(result.lines.last?.byCurrency[.euro])
    #expect(cell.forecast.value.deals == 1)
    #expect(cell.won.deals == 0)
    #expect(cell.wonOfCommit == nil)
  }

  @Test func `is explained with what was forecast and what was won`() throws {
    // On 1 March deal 1 was due at 10 % of 1,000, deal 2 came later; both are won for 1,500 in all.
    var accuracy = ForecastAccuracy(
      of: .sales,
      by: .month,
      over: DayRange(days: 31, endingOn: day(3, 31)),
      asOf: day(3, 31),
      keepsDeals: true
    )
    accuracy.count(
      .fixture(1, minorUnits: 100_000, expectedClose: day(3, 20), (day(3, 20), .won))
    )
    accuracy.count(.fixture(2, created: day(3, 2), minorUnits: 50_000, (day(3, 9), .won)))

    let explained = try #require(accuracy.explanations.first)
    #expect(explained.name == "accuracy:2026-03 EUR")
    #expect(explained.explanation.formula[1] == "= EUR 1,500 / EUR 100 = 1,500.0 %")
    #expect(explained.explanation.deals == [numbered(1), numbered(2)])
  }

  @Test func `what was taken back later was forecast on the first day`() {
    // Expected for March, and taken back on 20 March with the file that brought it.
    let history = DealHistory.fixture(
      minorUnits: 1_000,
      expectedClose: day(3, 9),
      (day(3, 20), .undone(DealHistory.eventID(1)))
    )

    #expect(accuracy(history, asOf: day(3, 19)).lines.last?.byCurrency[.euro] != nil)
    #expect(accuracy(history, asOf: day(3, 31)).lines.last?.byCurrency[.euro] != nil)
  }

  @Test func `the month that the as-of day lies in is running`() {
    #expect(accuracy(asOf: day(3, 30)).lines.map(\.isRunning) == [false, false, true])
  }

  @Test func `trends have the forecasts that the log has, whatever was taken back since`() {
    // Deal 2 is created on 27 December for March and taken back on 8 January.
    let histories: [DealHistory] = [
      .fixture(1, created: day(12, 27, year: 2025), minorUnits: 10_000, expectedClose: day(3, 26)),
      .fixture(
        2,
        created: day(12, 27, year: 2025),
        minorUnits: 5_000,
        expectedClose: day(3, 26),
        (day(1, 8), .undone(DealHistory.eventID(1, of: 2)))
      ),
    ]
    let range = DayRange(days: 90, endingOn: day(3, 31))
    var accuracy = ForecastAccuracy(of: .sales, by: .quarter, over: range, asOf: day(3, 31))
    let quarter = FigureName(.openDeals)
    var trends = Trends(of: .sales, by: .quarter, over: range, asOf: day(3, 31))
    let weighted = TrendFigure.period(PeriodFigure(.forecastWeighted, currency: .euro))
    var explainer = TrendExplainer([weighted], in: trends)
    for history in histories {
      accuracy.count(history)
      trends.count(history)
      explainer.count(history)
    }

    // 10 % of 150 on 1 January.
    #expect(trends.points.last?.accuracy[.euro]?.forecast.weighted == Ratio(1_500))
    #expect(trends.points.last?.accuracy[.euro] == accuracy.lines.last?.byCurrency[.euro])
    #expect(trends.points.last?.value(of: quarter) == Ratio(1))
    #expect(explainer.explanations.last?.explanation.deals == [numbered(1), numbered(2)])
  }
}
