import Pipeline
import Testing

@Suite struct CoverageTests {
  private let quarter = Period.quarter(year: 2026, 2)
  private let today = day(4, 10)

  private func goal(_ target: Goal.Target, owner: Int64? = nil, in period: Period? = nil) -> Goal {
    Goal(
      id: numbered(1),
      pipeline: numbered(1),
      owner: owner.map { numbered($0) },
      period: period ?? quarter,
      target: target
    )
  }

  private func euros(_ units: Int64) -> Goal.Target {
    .money(Money(minorUnits: units * 100, currency: .euro))
  }

  private func coverage(_ goal: Goal, _ deals: [Deal], asOf day: Day? = nil) -> Coverage {
    var coverage = Coverage(of: goal, asOf: day ?? today)
    for deal in deals { coverage.count(deal) }
    return coverage
  }

  private func won(_ number: Int64, _ units: Int64, _ created: Day, _ closed: Day) -> Deal {
    Deal.fixture(number, created: created, minorUnits: units * 100).after(.won, on: closed)
  }

  private func lost(_ number: Int64, _ units: Int64?) -> Deal {
    Deal.fixture(number, minorUnits: units.map { $0 * 100 })
      .after(.lost(reason: nil), on: day(2, 1))
  }

  private func open(_ number: Int64, _ units: Int64?, _ close: Day?) -> Deal {
    .fixture(number, minorUnits: units.map { $0 * 100 }, expectedClose: close)
  }

  /// 20,000 won in the quarter at 35 days, 30,000 before it at 40; 50,000 lost; due 60,000 and
  /// 40,000, overdue 40,000, undated 20,000.
  private var deals: [Deal] {
    [
      won(1, 20_000, day(3, 1), day(4, 5)),
      won(2, 30_000, day(12, 1, year: 2025), day(1, 10)),
      lost(3, 50_000),
      open(4, 60_000, day(5, 10)),
      open(5, 40_000, day(6, 30)),
      open(6, 20_000, nil),
      open(7, 40_000, day(4, 9)),
    ]
  }

  @Test func `have, need and missing deals come from what is due and what is won`() {
    let coverage = coverage(goal(euros(100_000)), deals)

    // Remaining 100,000 − 20,000; rate 50,000 / (50,000 + 50,000); have 100,000 / 80,000.
    #expect(coverage.remaining == 8_000_000)
    #expect(coverage.basis == .value)
    #expect(coverage.have == Ratio(5, of: 4))
    #expect(coverage.need == Ratio(2))
    // Mean open value 160,000 / 4 = 40,000; (80,000 / 0.5 − 100,000) / 40,000 = 1.5, rounded up.
    #expect(coverage.missingDeals == 2)
    #expect(coverage.verdict == .short(deals: 2))
    // Median of 35 and 40 is 37.5: 38 days before 30 June.
    #expect(coverage.lastUsefulDay == day(5, 23))
    #expect(
      coverage.sentence
        == "Not enough deals for 2026-Q2: 1.25 times the remaining EUR 80,000 is due, 2.00 times "
        + "is needed (win rate by value 50.0 %). Find at least 2 new deals by 2026-05-23."
    )
  }

  @Test func `overdue deals stand apart`() {
    let coverage = coverage(goal(euros(100_000)), deals)

    #expect(coverage.due.minorUnits == 10_000_000)
    #expect(coverage.overdue.minorUnits == 4_000_000)
    #expect(coverage.overdue.deals == 1)
  }

  @Test func `exactly as much as is needed is enough`() {
    // 100,000 due × 0.5 = 50,000 = 70,000 − 20,000.
    let exact = coverage(goal(euros(70_000)), deals)
    let above = coverage(goal(euros(70_001)), deals)

    #expect(exact.verdict == .enough)
    #expect(exact.missingDeals == 0)
    #expect(
      exact.sentence
        == "Enough deals for 2026-Q2: 2.00 times the remaining EUR 50,000 is due, 2.00 times is "
        + "needed (win rate by value 50.0 %)."
    )
    #expect(above.verdict == .short(deals: 1))
  }

  @Test func `a goal that is reached says so`() {
    let coverage = coverage(goal(euros(20_000)), deals)

    #expect(coverage.verdict == .reached)
    #expect(coverage.have == nil)
    #expect(
      coverage.sentence == "The goal for 2026-Q2 is reached: EUR 20,000 of EUR 20,000 won."
    )
  }

  @Test func `a period that is over says what is short`() {
    let coverage = coverage(goal(euros(25_000)), deals, asOf: day(7, 1))

    #expect(coverage.verdict == .over)
    #expect(coverage.sentence == "2026-Q2 is over: EUR 20,000 of EUR 25,000 won, EUR 5,000 short.")
    #expect(self.coverage(goal(euros(25_000)), deals, asOf: day(6, 30)).verdict != .over)
  }

  @Test func `without a win there is no rate and no answer`() {
    let never = coverage(goal(euros(100)), [open(1, 500, day(5, 1))])
    let lostOnly = coverage(goal(euros(100)), [lost(1, 500)])

    #expect(never.verdict == .noRate)
    #expect(never.need == nil)
    #expect(
      never.sentence
        == "Whether enough deals are due for 2026-Q2 is n/a: no deal was closed in the window. "
        + "Of the remaining EUR 100, EUR 500 is due."
    )
    #expect(lostOnly.verdict == .noRate)
    #expect(lostOnly.sentence.contains("nothing of value was won"))
  }

  @Test func `without a value among the open deals nobody knows how many are missing`() {
    let closed = [won(1, 10, day(1, 1), day(2, 1)), lost(2, 10)]

    let coverage = coverage(goal(euros(100)), closed + [open(3, nil, day(5, 1))])

    #expect(coverage.verdict == .noValue)
    #expect(coverage.sentence.hasSuffix("How many are missing is n/a: no open deal has a value."))
  }

  @Test func `the rate goes by count where under 80 % of the lost deals have a value above 0`() {
    func basis(_ lostValues: [Int64?]) -> Coverage.RateBasis {
      let lost = lostValues.enumerated().map { self.lost(Int64($0 + 2), $1) }
      return coverage(goal(euros(100)), [won(1, 10, day(1, 1), day(2, 1))] + lost).basis
    }

    // 4 of 5 are 80 %; a value of 0 and no value are none above 0.
    #expect(basis([5, 5, 5, 5, nil]) == .value)
    #expect(basis([5, 5, 5, 0, nil]) == .count)
    #expect(basis([nil]) == .count)
    #expect(basis([]) == .value)
  }

  @Test func `a goal in deals counts deals of every currency, valued or not`() {
    let more = [
      Deal.fixture(8, currency: .dollar, expectedClose: day(6, 1)),
      Deal.fixture(9, created: day(4, 1), currency: .dollar).after(.won, on: day(4, 2)),
    ]

    let coverage = coverage(goal(.deals(5)), deals + more)

    // Won deals 1 and 9; due 4, 5 and 8; rate by count 3 / 4; 3 / 0.75 − 3 = 1.
    #expect(coverage.remaining == 3)
    #expect(coverage.have == Ratio(1))
    #expect(coverage.need == Ratio(4, of: 3))
    #expect(coverage.verdict == .short(deals: 1))
    #expect(coverage.sentence.contains("the remaining 3 deals is due"))
  }

  @Test func `an owner's goal asks the owner's deals only`() {
    let mine = deals.map { deal in
      deal.id.rawValue.isMultiple(of: 2)
        ? deal.after(.ownerSet(numbered(7)), on: day(4, 10)) : deal
    }

    let coverage = coverage(goal(euros(100_000), owner: 7), mine)

    // Deal 2 won before the quarter; due deal 4; open 4 and 6.
    #expect(coverage.won.deals == 0)
    #expect(coverage.due.minorUnits == 6_000_000)
    #expect(coverage.open.deals == 2)
    #expect(coverage.rate == Ratio(1))
  }

  @Test(
    arguments: [
      (Period.month(year: 2026, 5), 6_000_000), (.quarter(year: 2026, 2), 10_000_000),
      (.year(2026), 10_000_000), (.quarter(year: 2026, 3), 0),
    ] as [(Period, Int128)]
  )
  func `what is due lies in the goal's month, quarter or year`(period: Period, due: Int128) {
    #expect(coverage(goal(euros(1), in: period), deals).due.minorUnits == due)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `so many mean deals more are enough, and one fewer is not`(seed: UInt64) throws {
    let world = RandomHistories(seed: seed, steps: 150)
    let year = Period.year(2026)
    let target = Goal.Target.money(Money(minorUnits: 90_000_000, currency: .euro))
    let wanted = goal(target, in: year)

    var coverage = Coverage(of: wanted, asOf: world.lastDay, window: .all)
    for deal in world.histories.compactMap({ $0.deal() }) { coverage.count(deal) }

    guard case .short(let deals) = coverage.verdict else { return }
    let mean = try #require(coverage.meanOpen)
    let rate = try #require(coverage.rate)
    func reached(with more: Int) -> Bool {
      (Ratio(coverage.due.minorUnits) + mean * Ratio(more)) * rate >= Ratio(coverage.remaining)
    }
    #expect(reached(with: deals))
    #expect(!reached(with: deals - 1))
  }

  @Test func `the explanation shows each step and lists the deals that are due`() {
    let explanation = coverage(goal(euros(100_000)), deals).explanation(from: deals)

    #expect(
      explanation.formula == [
        "remaining = goal − won = EUR 100,000 − EUR 20,000 = EUR 80,000",
        "have = due in the period / remaining = EUR 100,000 / EUR 80,000 = 1.25",
        "need = 1 / win rate by value = 1 / 50.0 % = 2.00",
        "the rate goes by value: 1 of 1 lost deals have a value above 0",
        "missing = (EUR 80,000 / 50.0 % − EUR 100,000) / mean open value EUR 40,000, rounded up = 2",
        "last day = 2026-06-30 − median age at win 37.5 days = 2026-05-23",
      ]
    )
    #expect(explanation.deals.map(\.rawValue) == [4, 5])
    #expect(explanation.leftOut == [.init(1, "overdue")])
  }

  @Test func `in Dutch a goal's sentence has Dutch numbers and a deadline`() {
    // Due in the quarter 100,000 of the 80,000 that remain of 100,000: 1.25 times; at a rate of half
    // the need is 2.
    let coverage = coverage(goal(euros(100_000)), deals)

    let said = Language.$current.withValue(.dutch) { coverage.sentence }

    #expect(said.contains("1,25 keer"))
    #expect(said.contains("2,00 keer"))
    #expect(said.contains(", uiterlijk 23-5-2026"))
    #expect(!said.contains("door"))
  }
}
