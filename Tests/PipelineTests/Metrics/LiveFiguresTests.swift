import Testing

@testable import Pipeline

@Suite struct LiveFiguresTests {
  private static func empty(on day: Day) -> LiveFigures {
    LiveFigures(
      pipeline: .sales,
      day: day,
      window: DayRange(days: 365, endingOn: day),
      closed: ClosedTotals()
    )
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `following each change gives what counting anew gives`(seed: UInt64) {
    var world = RandomDeals(seed: seed)
    for _ in 0..<60 {
      _ = world.step()
      world.passDays()
    }
    let today = world.today
    var followed = Self.empty(on: today)
    for deal in world.deals { followed.replace(nil, with: deal) }

    for _ in 0..<80 {
      let (old, new) = world.step()
      followed.replace(old, with: new)
    }

    var anew = Self.empty(on: today)
    for deal in world.deals { anew.replace(nil, with: deal) }
    #expect(followed == anew)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the stages add up to the whole`(seed: UInt64) {
    var world = RandomDeals(seed: seed)
    for _ in 0..<150 {
      _ = world.step()
      world.passDays()
    }
    var figures = Self.empty(on: world.today)
    for deal in world.deals { figures.replace(nil, with: deal) }

    func sum(_ part: (OpenDeals) -> Int) -> Int {
      figures.stages.reduce(0) { $0 + part($1.open) }
    }
    #expect(sum(\.deals) == figures.open.deals)
    #expect(sum(\.stale) == figures.open.stale)
    #expect(sum(\.withoutStep) == figures.open.withoutStep)
    #expect(sum(\.visitOffset) == figures.open.visitOffset)
    for currency in figures.open.byCurrency.currencies {
      let parts = figures.stages.map { $0.open[currency] }
      let whole = figures.open[currency]
      #expect(parts.reduce(0) { $0 + $1.value.minorUnits } == whole.value.minorUnits)
      #expect(parts.reduce(0) { $0 + $1.percentMinorUnits } == whole.percentMinorUnits)
    }
    #expect(figures.owners.values.reduce(0) { $0 + $1.deals } == figures.open.deals)
    #expect(figures.lostReaching(0) == figures.outcomes.lost)
  }

  @Test func `totals of closed deals count as the deals themselves would`() {
    let today = day(3, 31)
    let won = Deal.fixture(1, created: day(3, 1), minorUnits: 5_000)
      .after(.moved(to: 2), on: day(3, 5)).after(.won, on: day(3, 11))
    let lost = Deal.fixture(2, created: day(2, 1), currency: .dollar, minorUnits: 700)
      .after(.lost(reason: nil), on: day(2, 4))
    var counted = Self.empty(on: today)
    counted.replace(nil, with: won)
    counted.replace(nil, with: lost)

    let totals = ClosedTotals(
      outcomes: [
        .init(
          isWon: true,
          currency: .euro,
          furthest: numbered(2),
          deals: 1,
          valued: 1,
          minorUnits: 5_000
        ),
        .init(
          isWon: false,
          currency: .dollar,
          furthest: numbered(1),
          deals: 1,
          valued: 1,
          minorUnits: 700
        ),
      ],
      ages: [
        .init(isWon: true, currency: .euro, days: 10, deals: 1),
        .init(isWon: false, currency: .dollar, days: 3, deals: 1),
      ],
      stays: [
        .init(stage: numbered(1), days: 4, deals: 1), .init(stage: numbered(2), days: 6, deals: 1),
        .init(stage: numbered(1), days: 3, deals: 1),
      ],
      wonThisMonth: [.init(currency: .euro, deals: 1, valued: 1, minorUnits: 5_000)]
    )
    let handedOver = LiveFigures(
      pipeline: .sales,
      day: today,
      window: DayRange(days: 365, endingOn: today),
      closed: totals
    )

    #expect(counted == handedOver)
    #expect(counted.outcomes.winRate == Ratio(1, of: 2))
    #expect(counted.winRate(stage: 0) == Ratio(1, of: 2))
    #expect(counted.winRate(stage: 1) == Ratio(1))
    #expect(counted.stages[0].daysOfThoseWhoLeft.median == Ratio(7, of: 2))
  }

  @Test func `a carried deal moves its value and revives nothing`() {
    let today = day(3, 31)
    let deal = Deal.fixture(1, created: day(1, 1), minorUnits: 1_000)
    var figures = Self.empty(on: today)
    figures.replace(nil, with: deal)

    let preview = figures.preview(deal, as: deal.after(.moved(to: 5), on: today))

    #expect(preview.stages[0].open.deals == 0)
    #expect(preview.stages[4].open[.euro].weighted == Ratio(800))
    #expect(preview.open.stale == 1)
    #expect(preview.open[.euro].fresh == 0)
    #expect(figures.stages[0].open.deals == 1)
  }

  @Test func `a stage's share is by value, and by count where nothing in it is valued`() {
    var figures = Self.empty(on: day(1, 2))
    figures.replace(nil, with: .fixture(1, minorUnits: 300))
    figures.replace(nil, with: .fixture(2, stage: 2, minorUnits: 100))
    figures.replace(nil, with: .fixture(3, stage: 3))

    #expect(figures.share(stage: 0, in: .euro) == Ratio(3, of: 4))
    #expect(figures.share(stage: 2, in: .euro) == Ratio(1, of: 3))
    #expect(figures.share(stage: 3, in: .euro) == Ratio(0))
  }

  @Test func `velocity is 2 deals × 600 × one half / 10 days`() {
    var figures = Self.empty(on: day(1, 20))
    figures.replace(nil, with: .fixture(1, created: day(1, 10)))
    figures.replace(nil, with: .fixture(2, created: day(1, 10), minorUnits: 9))
    let won = Deal.fixture(3, minorUnits: 600).after(.won, on: day(1, 11))
    figures.replace(nil, with: won)
    let lost = Deal.fixture(4, minorUnits: 600).after(.lost(reason: nil), on: day(1, 2))
    figures.replace(nil, with: lost)

    #expect(figures.velocity(in: .euro).perDay == Ratio(60))
  }

  @Test func `a weighted value is not known where no deal has a probability`() {
    var figures = Self.empty(on: day(1, 2))
    #expect(figures.open[.euro].weighted == Ratio(0))
    // A stage of another pipeline gives the deal no probability.
    figures.replace(nil, with: .fixture(1, stage: 99, minorUnits: 300))
    #expect(figures.open[.euro].weighted == nil)
    #expect(figures.open[.euro].unweighted == 1)

    // 100 at the first stage's 10 %.
    figures.replace(nil, with: .fixture(2, minorUnits: 100))
    #expect(figures.open[.euro].weighted == Ratio(10))
  }

  @Test func `velocity is 0 where no deal is open, whatever is missing`() {
    var figures = Self.empty(on: day(1, 20))
    let lost = Deal.fixture(1, minorUnits: 600).after(.lost(reason: nil), on: day(1, 2))
    figures.replace(nil, with: lost)

    // Nothing was won, so V and L are missing; "No open deal: 0" comes first.
    #expect(figures.velocity(in: .euro).perDay == Ratio(0))

    figures.replace(nil, with: .fixture(2, created: day(1, 10)))
    #expect(figures.velocity(in: .euro).perDay == nil)
    // In dollars nothing was closed in the window either.
    #expect(figures.velocity(in: .dollar).perDay == Ratio(0))
  }

  @Test func `a change is measured now less then and coloured by what is better`() {
    var then = Self.empty(on: day(1, 1))
    then.replace(nil, with: .fixture(1, minorUnits: 100))
    var now = then
    now.replace(nil, with: .fixture(2, minorUnits: 300))

    let value = now.comparison(of: .meanDealSize(.euro), with: then)
    let deals = then.comparison(of: .openDeals, stage: 0, with: now)

    #expect(value.change == Ratio(100))
    #expect(value.percent == Ratio(100))
    #expect(value.direction == .better)
    #expect(deals.direction == .worse)
    #expect(now.comparison(of: .winRate, with: then).direction == nil)
  }
}
