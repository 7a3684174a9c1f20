import Pipeline
import Testing

@Suite struct LeversTests {
  private static let today = day(4, 10)

  private func levers(
    _ histories: [DealHistory],
    window: Window = .days(10),
    baseline: (name: String, day: Day)? = nil
  ) -> [Levers] {
    var counter = LeverCounter(
      of: Self.twoStages,
      asOf: Self.today,
      window: window,
      baseline: baseline
    )
    for history in histories { counter.count(history) }
    return counter.levers
  }

  private static let twoStages = SalesPipeline(
    id: numbered(1),
    name: "Sales",
    stages: Array(SalesPipeline.sales.stages.prefix(2))
  )

  /// A deal that spent `first` and `second` days in the two stages and was then won or lost.
  private func closed(
    _ number: Int64,
    on end: Day,
    _ first: Int,
    _ second: Int,
    isWon: Bool = true,
    _ units: Int64
  ) -> DealHistory {
    .fixture(
      number,
      created: end - first - second,
      minorUnits: units * 100,
      (end - second, .moved(to: 2)),
      (end, isWon ? .won : .lost(reason: nil))
    )
  }

  /// In the ten days to 10 April: one won for 1,000 after 8 + 2 days, one lost; 2 open deals.
  ///
  /// In 2026-Q1: one won for 1,500 after 4 + 2 days, and one open at its end.
  private var histories: [DealHistory] {
    [
      closed(1, on: day(4, 10), 8, 2, 1_000),
      closed(2, on: day(4, 10), 7, 2, isWon: false, 1_000),
      closed(3, on: day(2, 10), 4, 2, 1_500),
      .fixture(4, created: day(4, 1)),
      .fixture(5, created: day(4, 1)),
    ]
  }

  private func lever(_ factor: Lever.Factor, in levers: Levers) throws -> Lever {
    try #require(levers.levers.first { $0.factor == factor })
  }

  @Test func `velocity now is N × V × W / L of the window`() throws {
    let levers = try #require(levers(histories).first)

    // 2 × 1,000 × 1/2 / 10 = 100 a day.
    #expect(levers.velocity.perDay == Ratio(10_000))
  }

  @Test func `the value, the rate and the age come up to the best quarter's`() throws {
    let levers = try #require(levers(histories).first)

    let value = try lever(.wonValue, in: levers)
    let rate = try lever(.winRate, in: levers)
    let age = try lever(.ageAtWin, in: levers)
    // 100 × 1,500 / 1,000; 100 × 1 / (1/2); 100 × 10 / 6.
    #expect(value.velocity == Ratio(15_000))
    #expect(rate.velocity == Ratio(20_000))
    #expect(age.velocity == Ratio(100_000, of: 6))
    #expect(value.best?.source == "2026-Q1")
    #expect(rate.best?.isThin == true)
    #expect(value.gain == Ratio(5_000))
  }

  @Test func `a stage's conversion scales the win rate`() throws {
    let levers = try #require(levers(histories).first)

    // From stage 2 one of two went on now, one of one in the quarter: W 1/2 × 1 / (1/2) = 1. Into
    // stage 2 all went, now and then: nothing to gain.
    let first = try lever(.conversion(stage: 0), in: levers)
    let second = try lever(.conversion(stage: 1), in: levers)
    #expect(first.now == Ratio(1))
    #expect(first.gain == nil)
    #expect(second.now == Ratio(1, of: 2))
    #expect(second.velocity == Ratio(20_000))
  }

  @Test func `a stage's time shortens the age`() throws {
    let levers = try #require(levers(histories).first)

    // 8 days now, 4 then: L 10 − 4 = 6. The second stage took 2 days both times.
    let first = try lever(.time(stage: 0), in: levers)
    let second = try lever(.time(stage: 1), in: levers)
    #expect(first.velocity == Ratio(100_000, of: 6))
    #expect(second.gain == nil)
  }

  @Test func `the strongest comes first and what gains nothing last`() throws {
    let levers = try #require(levers(histories).first)

    #expect(
      levers.levers.map(\.factor) == [
        .winRate, .conversion(stage: 1), .ageAtWin, .time(stage: 0), .wonValue, .openDeals,
        .conversion(stage: 0), .time(stage: 1),
      ]
    )
  }

  @Test func `the number of deals is the most that stood open at a quarter's end`() throws {
    // Three more were open on 31 March and went to another pipeline the day after.
    let more = (6...8).map { number in
      DealHistory.fixture(
        Int64(number),
        created: day(3, 30),
        (day(3, 31) + 1, .transferred(to: numbered(2), stage: numbered(9)))
      )
    }

    let levers = try #require(levers(histories + more).first)

    // With deal 1, created that day, 4: 100 × 4 / 2.
    let deals = try lever(.openDeals, in: levers)
    #expect(deals.best?.value == Ratio(4))
    #expect(deals.velocity == Ratio(20_000))
  }

  @Test func `without an open deal the number of deals alone can gain`() throws {
    let levers = try #require(levers(Array(histories.prefix(3))).first)

    // Deal 1 stood open on 31 March: 1 × 1,000 × 1/2 / 10.
    #expect(levers.velocity.perDay == Ratio(0))
    #expect(try lever(.openDeals, in: levers).velocity == Ratio(5_000))
    #expect(try lever(.winRate, in: levers).gain == nil)
  }

  @Test func `a baseline takes the quarters' place`() throws {
    let levers = try #require(
      levers(histories, baseline: (name: "February", day: day(2, 14))).first
    )

    // The ten days to 14 February: one won for 1,500.
    let value = try lever(.wonValue, in: levers)
    #expect(value.best == Lever.Best(value: Ratio(150_000), source: "February", cases: 1))
    #expect(value.isThin)
  }

  @Test func `nothing won means no lever`() throws {
    let levers = try #require(levers([.fixture(1, created: day(4, 1))]).first)

    #expect(levers.velocity.perDay == nil)
    #expect(levers.levers.allSatisfy { $0.gain == nil && $0.velocity == nil })
  }

  @Test func `the last four quarters are those that have ended`() {
    #expect(
      LeverCounter.quarters(asOf: day(4, 10))
        == DayRange(first: day(4, 1, year: 2025), last: day(3, 31))
    )
    #expect(
      LeverCounter.quarters(asOf: day(3, 31))
        == DayRange(first: day(4, 1, year: 2025), last: day(3, 31))
    )
    #expect(
      LeverCounter.quarters(asOf: day(3, 30))
        == DayRange(first: day(1, 1, year: 2025), last: day(12, 31, year: 2025))
    )
  }

  @Test func `each currency has its own`() {
    let dollars = DealHistory.fixture(20, currency: .dollar, minorUnits: 5)

    #expect(levers(histories + [dollars]).map(\.currency) == [.euro, .dollar])
  }
}
