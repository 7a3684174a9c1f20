import Pipeline
import Testing

@Suite struct WaterfallTests {
  @Test func `the edge cases' bars are those worked out`() throws {
    let cases = try EdgeCases()
    let waterfall = Waterfall(
      of: cases.histories.map(\.history),
      pipeline: numbered(1),
      from: day(2, 28),
      to: day(3, 31)
    )
    let expected = cases.expected["waterfall"]

    #expect(expected.keys == waterfall.byCurrency.currencies.map(\.code))
    for (currency, flow) in waterfall.byCurrency {
      func expect(_ bar: Waterfall.Bar, _ name: String) {
        let named = expected[currency.code][name]
        named["deals"].expect(bar.deals, "\(currency) \(name)")
        named["value"].expect(cents: Ratio(bar.minorUnits), "\(currency) \(name)")
      }
      expect(flow.start, "start")
      expect(flow.end, "end")
      for cause in Waterfall.Cause.allCases { expect(flow[cause], cause.rawValue) }
    }
    #expect(waterfall.closes)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `closes to the cent between any two days, and meets the figures of both`(seed: UInt64) {
    let world = RandomHistories(seed: seed, steps: 120)
    let length = world.lastDay - day(1, 1)
    let first = day(1, 1) + Int(seed * 7) % max(length, 1)
    let last = first + Int(seed * 13) % max(world.lastDay - first, 1)
    let waterfall = Waterfall(
      of: world.histories,
      pipeline: numbered(1),
      from: first,
      to: last
    )

    #expect(waterfall.closes)
    for (currency, flow) in waterfall.byCurrency {
      let start = figures(world, asOf: first).byCurrency[currency]?.open.value ?? ValueTotals()
      let end = figures(world, asOf: last).byCurrency[currency]?.open.value ?? ValueTotals()
      #expect(flow.start.deals == start.deals && flow.start.minorUnits == start.minorUnits)
      #expect(flow.end.deals == end.deals && flow.end.minorUnits == end.minorUnits)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `two waterfalls one after the other end where one over both does`(seed: UInt64) {
    let world = RandomHistories(seed: seed, steps: 120)
    let middle = day(1, 1) + (world.lastDay - day(1, 1)) / 2
    func waterfall(_ first: Day, _ last: Day) -> Waterfall {
      Waterfall(of: world.histories, pipeline: numbered(1), from: first, to: last)
    }

    let parts = (waterfall(day(1, 1), middle), waterfall(middle, world.lastDay))
    let whole = waterfall(day(1, 1), world.lastDay)

    for (currency, flow) in whole.byCurrency {
      #expect(parts.0.byCurrency[currency]?.start.deals ?? 0 == flow.start.deals)
      #expect(parts.1.byCurrency[currency]?.end.deals ?? 0 == flow.end.deals)
    }
    #expect(parts.0.closes && parts.1.closes)
  }

  private func figures(_ world: RandomHistories, asOf day: Day) -> Figures {
    Figures(
      of: world.histories.compactMap { $0.deal(asOf: day) },
      pipeline: .sales,
      asOf: day,
      window: .all
    )
  }
}

@Suite struct WaterfallUndoTests {
  private static let creation = DealChange.created(
    DealDraft(
      title: "Acme",
      pipeline: numbered(1),
      stage: numbered(1),
      currency: .euro,
      minorUnits: 500
    )
  )

  /// The causes from the end of 31 January to the end of February.
  private func causes(_ changes: (Day, DealChange)...) -> [Waterfall.Cause] {
    var events: [DealEvent] = []
    for (place, (day, change)) in changes.enumerated() {
      events.append(
        DealEvent(
          sequence: Int64(place + 1),
          id: event(place + 1),
          step: numbered(1),
          actor: "Ana",
          deal: numbered(1),
          revision: Int32(place + 1),
          recordedAt: Instant(milliseconds: 0),
          day: day,
          change: change
        )
      )
    }
    let waterfall = Waterfall(
      of: [DealHistory(events: events)],
      pipeline: numbered(1),
      from: day(1, 31),
      to: day(2, 28)
    )
    #expect(waterfall.closes)
    return waterfall.entries.map(\.cause)
  }

  private func event(_ number: Int) -> EventID {
    EventID(high: 0, low: UInt64(number))
  }

  @Test func `an earlier win taken back counts as reopened`() {
    #expect(
      causes((day(1, 1), Self.creation), (day(1, 9), .won), (day(2, 2), .undone(event(2))))
        == [.reopened]
    )
  }

  @Test func `an earlier creation taken back counts as deleted`() {
    #expect(causes((day(1, 1), Self.creation), (day(2, 2), .undone(event(1)))) == [.deleted])
  }

  @Test func `an earlier deletion taken back counts as created`() {
    #expect(
      causes((day(1, 1), Self.creation), (day(1, 9), .deleted), (day(2, 2), .undone(event(2))))
        == [.created]
    )
  }

  @Test func `what was done and taken back between the days counts nowhere`() {
    #expect(
      causes((day(1, 1), Self.creation), (day(2, 1), .won), (day(2, 2), .undone(event(2)))) == []
    )
  }

  @Test func `an earlier loss that was taken back and is redone counts as lost`() {
    #expect(
      causes(
        (day(1, 1), Self.creation),
        (day(1, 9), .lost(reason: nil)),
        (day(1, 10), .undone(event(2))),
        (day(2, 2), .undone(event(3)))
      ) == [.lost]
    )
  }

  @Test func `a deal that changes its currency leaves one and comes into the other`() {
    #expect(
      causes((day(1, 1), Self.creation), (day(2, 1), .valued(700, .dollar)))
        == [.deleted, .created]
    )
  }

  @Test func `a deal that goes to another pipeline counts as deleted here`() {
    #expect(
      causes(
        (day(1, 1), Self.creation),
        (day(2, 1), .transferred(to: numbered(2), stage: numbered(9)))
      ) == [.deleted]
    )
  }

  @Test func `a value changed while closed touches nothing, and counts when reopened`() {
    #expect(
      causes(
        (day(1, 1), Self.creation),
        (day(2, 1), .won),
        (day(2, 2), .valued(900, .euro)),
        (day(2, 3), .reopened)
      ) == [.won, .reopened]
    )
  }
}
