import Pipeline
import Testing

@Suite struct ReviewEntryTests {
  private let today = day(3, 31)
  private let stage = Stage(id: numbered(1), name: "Lead In", idleLimit: 14, stuckLimit: 20)

  private func reasons(_ deal: Deal, record: Share? = nil) -> [ReviewReason] {
    ReviewEntry(deal, stage: stage, record: record, on: today)?.reasons ?? []
  }

  /// A deal that nothing is the matter with.
  private func sound(probability: Int? = nil, close: Day? = nil) -> Deal {
    Deal.fixture(
      1,
      created: day(3, 30),
      minorUnits: 100,
      probability: probability,
      expectedClose: close
    )
    .after(.planned(1, day(4, 5)), on: day(3, 30))
  }

  @Test func `a deal that nothing is the matter with needs no decision`() {
    #expect(reasons(sound(close: day(3, 31))) == [])
  }

  @Test func `the reasons come worst first: by days past, then in the order of their kinds`() {
    // Created on 1 March and never touched: on the 31st idle for 30 of 14 days, 16 past, and in the
    // stage for 30 of 20, 10 past; the close on the 19th is 12 days past; the step on the 21st, 10.
    let deal = Deal.fixture(1, created: day(3, 1), expectedClose: day(3, 19))
      .after(.planned(1, day(3, 21)), on: day(3, 1))

    #expect(
      reasons(deal) == [
        .clock(.stale(days: 30, limit: 14)), .closePassed(days: 12),
        .clock(.overdue(days: 10)), .clock(.stuck(days: 30, limit: 20)), .noValue,
      ]
    )
  }

  @Test func `a deal put aside needs none until its day`() {
    let bare = Deal.fixture(1, created: day(3, 30))

    #expect(reasons(bare.after(.snoozed(until: day(4, 1), reason: "x"), on: today)) == [])
    #expect(
      reasons(bare.after(.snoozed(until: today, reason: "x"), on: day(3, 30)))
        == [.clock(.noNextStep), .noValue]
    )
  }

  @Test func `a probability is at odds far outside the record, of 20 deals or more`() {
    // 6 of 20 won: 30 %, with a 95 % range of 14.5 % to 51.9 % (Wilson).
    let record = Share(6, of: 20)
    func odds(_ percent: Int, _ record: Share) -> Bool {
      !reasons(sound(probability: percent), record: record).isEmpty
    }

    #expect(!odds(50, record))
    #expect(odds(52, record))
    #expect(!odds(11, record))
    #expect(odds(9, record))
    #expect(!odds(99, Share(6, of: 19)))
    // 4,238 of 6,711 is 63.2 %: 75 is outside the range of a point or two, but a good guess.
    #expect(!odds(75, Share(4238, of: 6711)))
    #expect(odds(84, Share(4238, of: 6711)))
  }

  @Test func `a deal that has the stage's probability is not at odds with the record`() {
    #expect(reasons(sound(), record: Share(0, of: 100)) == [])
  }
}

@Suite struct ReviewQueueTests {
  private let today = day(3, 31)

  /// A deal with a step that is overdue by some days.
  private func late(
    _ number: Int64,
    _ days: Int,
    minorUnits: Int64? = 100,
    currency: Currency = .euro,
    owner: Int64? = nil
  ) -> Deal {
    Deal.fixture(
      number,
      created: today,
      currency: currency,
      minorUnits: minorUnits,
      owner: owner
    )
    .after(.planned(1, today - days), on: today)
  }

  private func queue(
    _ deals: [Deal],
    owner: Int64? = nil,
    _ order: ReviewQueue.Order = .worstFirst
  ) -> ReviewQueue {
    ReviewQueue(
      of: deals,
      in: .sales,
      on: today,
      records: StageRecords(),
      owner: owner.map { numbered($0) },
      order: order,
      people: [.fixture(2, "Rita Sato"), .fixture(1, "Ana Souza")]
    )
  }

  private func numbers(_ queue: ReviewQueue) -> [Int64] {
    queue.entries.map(\.deal.id.rawValue)
  }

  @Test func `the worst comes first, of equals the more valuable, then the older`() {
    let deals = [late(1, 2), late(2, 9), late(3, 2, minorUnits: 500), late(4, 2)]

    #expect(numbers(queue(deals)) == [2, 3, 1, 4])
  }

  @Test func `it can be one owner's`() {
    #expect(numbers(queue([late(1, 2, owner: 1), late(2, 3, owner: 2)], owner: 1)) == [1])
  }

  @Test func `by owner it goes in the team's order, nobody's last`() {
    let deals = [late(1, 9), late(2, 1, owner: 1), late(3, 5, owner: 1), late(4, 1, owner: 2)]

    #expect(numbers(queue(deals, .byOwner)) == [4, 3, 2, 1])
  }

  @Test func `the n with most value are taken of each currency, the main one first`() {
    let deals = [
      late(1, 9, minorUnits: nil), late(2, 1, minorUnits: 300), late(3, 5, minorUnits: 200),
      late(4, 1, minorUnits: 999), late(5, 1, minorUnits: 50, currency: .dollar),
    ]

    #expect(numbers(queue(deals, .mostValue(2))) == [4, 2, 5])
  }

  @Test func `each deal counts once, under its worst reason`() {
    let bare = Deal.fixture(4, created: today)
    let counts = queue([late(1, 2), late(2, 3, minorUnits: nil), bare]).byReason

    #expect(counts.map(\.kind) == [.overdue, .noNextStep])
    #expect(counts.map(\.deals.count) == [2, 1])
  }

  @Test func `more than fifty are first offered by reason`() {
    #expect(!queue((1...50).map { late($0, 1) }).isLong)
    #expect(queue((1...51).map { late($0, 1) }).isLong)
  }

  @Test func `deals of other pipelines and closed ones are none of it`() {
    let elsewhere = late(1, 3)
      .after(.transferred(to: numbered(2), stage: numbered(9)), on: today)

    #expect(numbers(queue([elsewhere, late(2, 3).after(.won, on: today)])) == [])
  }
}
