import Pipeline
import Testing

@Suite struct OwnerFiguresTests {
  private let people = [Person.fixture(1, "Ana"), .fixture(2, "Ben"), .fixture(3, "Cem")]

  @Test func `who has a deal is listed, whatever the window picks`() {
    // Ana won in January, Ben has one open, nobody lost one in January; Cem has none. The window is
    // March.
    let deals = [
      Deal.fixture(1, currency: .dollar, minorUnits: 500, owner: 1).after(.won, on: day(1, 9)),
      .fixture(2, minorUnits: 300, owner: 2),
      Deal.fixture(3).after(.lost(reason: nil), on: day(1, 20)),
    ]

    let figures = Figures(
      of: deals,
      pipeline: .sales,
      asOf: day(3, 31),
      window: .period(.month(year: 2026, 3))
    )

    let owners = figures.owners(named: people)
    #expect(owners.map(\.name) == ["Ana", "Ben", nil])
    #expect(owners.map(\.figures.currencies) == [[.dollar], [.euro], [.euro]])
    #expect(owners.map(\.figures.outcomes.closed) == [0, 0, 0])
    // No open deal: a velocity of 0.
    #expect(owners[0].figures.velocity(in: .dollar).perDay == Ratio(0))
  }

  @Test func `a deleted deal lists nobody`() {
    let deal = Deal.fixture(1, owner: 1).after(.won, .deleted, on: day(1, 9))

    let figures = Figures(of: [deal], pipeline: .sales, asOf: day(3, 31))

    #expect(figures.owners(named: people).isEmpty)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, Grouping.allCases)
  func `figures of groups are those that each group alone would have`(
    seed: UInt64,
    grouping: Grouping
  ) {
    let world = RandomHistories(seed: seed, steps: 200)
    let asOf = world.lastDay
    let deals = world.histories.compactMap { $0.deal(asOf: asOf) }
    var all = Figures(pipeline: .sales, asOf: asOf, by: grouping)
    for deal in deals { all.count(deal) }

    for (key, _, figures) in all.groups(named: []) {
      let own = deals.filter { grouping.keys(of: $0).contains(key) }
      let alone = Figures(of: own, pipeline: .sales, asOf: asOf)
      #expect(figures.open.deals == alone.open.deals)
      #expect(figures.outcomes == alone.outcomes)
      for (currency, part) in alone.byCurrency {
        #expect(figures.open[currency].value == part.open.value)
        #expect(figures.closed[currency] ?? ClosedDeals() == part.closed)
      }
    }
  }
}
