import Testing

@testable import Pipeline

/// A plain Tuesday, a 1 January, a leap day, a Sunday, a Sunday that ends a month, the end of a
/// year, and the second day of a quarter.
private let todays = [
  "2026-03-31", "2026-01-01", "2028-02-29", "2026-06-14", "2025-11-30", "2024-12-31", "2024-07-02",
]

/// Each day's sample, made once for all tests.
private let samples: [String: Result<WrittenSample, any Error>] = Dictionary(
  uniqueKeysWithValues: todays.map { today in (today, Result { try write(today) }) }
)

private func sample(_ today: String) throws -> WrittenSample {
  try #require(samples[today]).get()
}

private func write(_ today: String) throws -> WrittenSample {
  try SampleTarget.sample(#require(Day(today)), at: noon(today)).0
}

/// Twelve o'clock on a day, in UTC.
private func noon(_ today: String) throws -> Instant {
  try #require(Instant("\(today)T12:00:00.000Z"))
}

struct SampleDataTests {
  @Test func `the same day gives the same events`() throws {
    let first = try write("2026-03-31")
    let second = try write("2026-03-31")

    #expect(first == second)
  }

  @Test(arguments: todays)
  func `events come day by day, within eighteen months, up to today`(today: String) throws {
    let day = try #require(Day(today))

    let days = try sample(today).log.map(\.day)

    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(days.last == day)
    let first = try #require(days.first)
    #expect((0...2).contains(first - day.adding(months: -18)))
  }

  @Test(arguments: todays)
  func `each change was made by the owner of the deal then`(today: String) throws {
    var owners: [Identifier<Deal>: Identifier<Person>] = [:]
    var handedOver = 0
    for entry in try sample(today).log {
      if case .created(let draft) = entry.change { owners[entry.deal] = draft.owner }
      let owner = try #require(owners[entry.deal])

      #expect(entry.actor == SampleData.people[Int(owner.rawValue) - 1])

      if case .ownerSet(let next) = entry.change {
        owners[entry.deal] = next
        handedOver += 1
      }
    }
    #expect(handedOver > 0)
  }

  @Test(arguments: todays)
  func `each change was recorded in the hours of its day, and none after now`(
    today: String
  ) throws {
    let log = try sample(today).log
    let now = try noon(today)

    for (before, entry) in zip([log[0]] + log, log) {
      #expect(entry.at.day(secondsFromUTC: 0) == entry.day)
      #expect((9 * 3600..<17 * 3600).contains(entry.at.secondOfDay(secondsFromUTC: 0)))
      #expect(before.at <= entry.at)
      #expect(entry.at <= now)
    }
    #expect(Set(log.map(\.id)).count == log.count)
  }

  @Test(arguments: todays)
  func `no change gives a field the value that it has`(today: String) throws {
    var deals: [Identifier<Deal>: Deal] = [:]
    for entry in try sample(today).log {
      guard let deal = deals[entry.deal] else {
        guard case .created(let draft) = entry.change else { continue }
        deals[entry.deal] = Deal(id: entry.deal, draft: draft, on: entry.day)
        continue
      }

      #expect(deal.inverse(of: entry.change) != entry.change)

      deals[entry.deal]?.apply(entry.change, on: entry.day)
    }
  }

  @Test func `a step is called after what it did`() throws {
    let today = try #require(Day("2026-03-31"))

    let summaries = try SampleTarget.sample(today, at: noon("2026-03-31")).1

    #expect(summaries.count { $0.hasPrefix("add ") } == 400)
    #expect(summaries.contains { $0.hasPrefix("win ") })
    #expect(summaries.contains { $0.hasSuffix(" to Proposal Made") })
  }

  @Test(arguments: todays)
  func `nobody works at a weekend, but today`(today: String) throws {
    let day = try #require(Day(today))

    let weekend = try sample(today).log.filter { entry in
      entry.day != day && (entry.day.weekday == .saturday || entry.day.weekday == .sunday)
    }

    #expect(weekend.isEmpty)
  }

  @Test(arguments: todays)
  func `there are 400 deals, some 60 of them open, and about a third of the rest is won`(
    today: String
  ) throws {
    let deals = try sample(today).deals

    let open = deals.count { $0.status.isOpen }
    let won = deals.count { $0.status.isWon }
    #expect(deals.count == 400)
    #expect((50...75).contains(open))
    #expect((28...36).contains(won * 100 / (deals.count - open)))
  }

  @Test(arguments: todays)
  func `the six people all have open deals, in two currencies and all stages`(
    today: String
  ) throws {
    let target = try sample(today)

    let open = target.deals.filter(\.status.isOpen)
    #expect(SampleData.people.count == 6)
    #expect(Set(open.map(\.owner)).count == 6)
    #expect(Set(open.map(\.currency.code)) == ["EUR", "USD"])
    #expect(Set(open.map(\.stage)).count == 5)
    #expect(open.contains { $0.minorUnits == nil })
  }

  @Test(arguments: todays)
  func `steps are overdue, due today, due later, and missing on a few`(today: String) throws {
    let day = try #require(Day(today))

    let open = try sample(today).deals.filter(\.status.isOpen)

    #expect((5...25).contains(open.count { ($0.nextStep?.due ?? .last) < day }))
    #expect((5...20).contains(open.count { $0.nextStep?.due == day }))
    #expect((20...55).contains(open.count { ($0.nextStep?.due ?? .first) > day }))
    #expect((4...15).contains(open.count { $0.nextStep == nil }))
  }

  @Test(arguments: todays)
  func `a few deals are stale by the limits of the sample's stages`(today: String) throws {
    let day = try #require(Day(today))

    let stale = try sample(today).deals.count { deal in
      deal.isStale(
        on: day,
        idleLimit: SampleData.stages[Int(deal.stage.rawValue) - 1].idleLimit
      )
    }

    #expect((2...10).contains(stale))
  }

  @Test(arguments: todays)
  func `today has two wins and moves and losses, the working day before has some`(
    today: String
  ) throws {
    let day = try #require(Day(today))
    let before = SampleCalendar.workday(onOrBefore: day - 1)

    let log = try sample(today).log

    func count(on day: Day, _ matches: (DealChange) -> Bool) -> Int {
      log.count { $0.day == day && matches($0.change) }
    }
    func isMove(_ change: DealChange) -> Bool {
      if case .moved = change { true } else { false }
    }
    func isLoss(_ change: DealChange) -> Bool {
      if case .lost = change { true } else { false }
    }
    #expect(count(on: day) { $0 == .won } >= 2)
    #expect(count(on: day, isMove) >= 4)
    #expect(count(on: day, isLoss) >= 1)
    #expect(count(on: before) { $0 == .won } >= 1)
    #expect(count(on: before, isMove) >= 2)
  }

  @Test(arguments: todays)
  func `the last quarter's win rate is above that of the quarters before`(today: String) throws {
    let day = try #require(Day(today))
    let closed = try sample(today).deals.filter { !$0.status.isOpen }

    func rate(_ days: Range<Int>) -> Double {
      let group = closed.filter { days.contains(day - ($0.status.closedDay ?? day)) }
      return Double(group.count(where: \.status.isWon)) / Double(group.count)
    }

    #expect(rate(0..<90) > rate(90..<540))
  }

  @Test func `the history has everything that happens to deals`() throws {
    let changes = try sample("2026-03-31").log.map(\.change)

    let facets = Set(changes.map(\.facet))
    #expect(facets.isSuperset(of: [.position, .value, .expectedClose, .owner, .category, .labels]))
    #expect(facets.isSuperset(of: [.probability, .timeline]))
    #expect(changes.contains(.reopened))
    let planned = changes.count { if case .stepPlanned = $0 { true } else { false } }
    #expect(planned > 1_000)
  }

  @Test func `some deals went back a stage, and some expected closes were put off`() throws {
    let log = try sample("2026-03-31").log

    var stages: [Identifier<Deal>: Identifier<Stage>] = [:]
    var closes: [Identifier<Deal>: Day] = [:]
    var back = 0
    var later = 0
    for (deal, _, change) in log.map({ ($0.deal, $0.day, $0.change) }) {
      if case .created(let draft) = change { stages[deal] = draft.stage }
      if case .moved(let stage) = change {
        if let old = stages[deal], stage < old { back += 1 }
        stages[deal] = stage
      }
      if case .expectedCloseSet(let close?) = change {
        if let old = closes[deal], close > old { later += 1 }
        closes[deal] = close
      }
    }
    #expect(back >= 5)
    #expect(later >= 30)
  }

  @Test func `organizations come back with other deals, and no two titles are the same`() throws {
    let deals = try sample("2026-03-31").deals

    #expect(Set(deals.map(\.title)).count == deals.count)
    #expect(Set(deals.map(\.organization)).count < deals.count - 100)
  }

  @Test func `early losses are mostly silence, late ones mostly price, a few have no reason`()
    throws
  {
    let lost = try sample("2026-03-31").deals.filter(\.status.isLost)

    func reasons(_ matches: (Deal) -> Bool) -> [(reason: String?, count: Int)] {
      Dictionary(grouping: lost.filter(matches), by: \.status.lostReason)
        .map { (reason: $0.key, count: $0.value.count) }
        .sorted { $0.count > $1.count }
    }
    #expect(reasons { $0.stage.rawValue < 4 }.first?.reason == "No reply")
    #expect(reasons { $0.stage.rawValue >= 4 }.first?.reason == "Price")
    #expect(reasons { _ in true }.contains { $0.reason == nil })
  }

  @Test func `the generator gives the published numbers of its algorithm`() {
    var generator = SplitMix64(seed: 1_234_567)

    let numbers = [generator.next(), generator.next(), generator.next()]

    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ]
    )
  }

  @Test func `every contact of a deal can be called and written to`() throws {
    let sample = try sample("2026-03-31")

    let known = Dictionary(grouping: sample.contacts) { [$0.name, $0.organization ?? ""] }
    #expect(known.values.allSatisfy { $0.count == 1 })
    for deal in sample.deals {
      guard let name = deal.contact else { continue }
      let contact = try #require(known[[name, deal.organization ?? ""]]?.first)
      #expect(contact.phone?.hasPrefix("+") == true)
      #expect(contact.mail?.hasSuffix(".example") == true)
    }
  }
}
