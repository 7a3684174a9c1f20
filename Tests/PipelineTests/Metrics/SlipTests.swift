import Pipeline
import Testing

@Suite struct SlipTests {
  @Test func `a move to a later month slips by the days between`() {
    let history = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 1), .expectedCloseSet(day(4, 15)))
    )

    // 10 March to 15 April: 21 + 15 days.
    #expect(history.slips(asOf: day(4, 1)).map(\.days) == [36])
    #expect(history.slips(asOf: day(4, 1)).first?.to == day(4, 15))
    #expect(history.slips(asOf: day(2, 28)) == [])
  }

  @Test func `a move within the month or to an earlier day is none`() {
    let history = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 1), .expectedCloseSet(day(3, 31))),
      (day(3, 2), .expectedCloseSet(day(3, 5)))
    )

    #expect(history.slips(asOf: day(3, 5)) == [])
  }

  @Test(arguments: [true, false])
  func `the mean is per deal, also where only counts are kept`(keepsDeals: Bool) {
    var slipped = SlippedDeals(pipeline: numbered(1), asOf: day(4, 1), keepsDeals: keepsDeals)
    // From 31 January to 1 February and on to 1 March: 1 + 28 days in two slips of one deal.
    slipped.count(
      .fixture(
        1,
        expectedClose: day(1, 31),
        (day(1, 5), .expectedCloseSet(day(2, 1))),
        (day(1, 6), .expectedCloseSet(day(3, 1))),
        (day(1, 7), .expectedCloseSet(day(2, 28)))
      )
    )
    slipped.count(.fixture(2, expectedClose: day(3, 20)))

    // The first is overdue since 28 February, which is a third slip of 32 days; the second of 12.
    #expect(slipped.days.count == 4)
    #expect(slipped.meanDaysPerDeal == Ratio(1 + 28 + 32 + 12, of: 2))
  }

  @Test func `an expected close that passes slips from the day after on`() {
    let history = DealHistory.fixture(expectedClose: day(3, 10))

    #expect(history.slips(asOf: day(3, 10)) == [])
    #expect(history.slips(asOf: day(3, 11)).map(\.days) == [1])
    #expect(history.slips(asOf: day(3, 31)).map(\.days) == [21])
  }

  @Test func `one that passed and is then moved on is one slip, by the whole way`() {
    let sameMonth = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 20), .expectedCloseSet(day(3, 25)))
    )
    let cleared = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 20), .expectedCloseSet(nil))
    )

    #expect(sameMonth.slips(asOf: day(3, 25)).map(\.days) == [15])
    #expect(cleared.slips(asOf: day(6, 1)).map(\.days) == [10])
  }

  @Test func `a deal that is closed by its day has not slipped, a day later it has`() {
    func closed(_ closed: Day) -> [Int] {
      DealHistory.fixture(expectedClose: day(3, 10), (closed, .won)).slips().map(\.days)
    }

    #expect(closed(day(3, 10)) == [])
    #expect(closed(day(3, 14)) == [4])
  }

  @Test func `closed, reopened and overdue again is still one slip`() {
    let history = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 14), .lost(reason: nil)),
      (day(3, 20), .reopened)
    )

    #expect(history.slips(asOf: day(3, 19)).map(\.days) == [4])
    #expect(history.slips(asOf: day(3, 31)).map(\.days) == [21])
  }

  @Test func `what happens to the date while the deal is closed is no slip`() {
    let history = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 1), .won),
      (day(3, 2), .expectedCloseSet(day(5, 1)))
    )

    #expect(history.slips(asOf: day(6, 1)) == [])
  }

  @Test func `a move that was taken back never slipped`() {
    let history = DealHistory.fixture(
      expectedClose: day(3, 10),
      (day(3, 1), .expectedCloseSet(day(4, 15))),
      (day(3, 5), .undone(DealHistory.eventID(2)))
    )

    #expect(history.slips(asOf: day(3, 4)).map(\.days) == [36])
    #expect(history.slips(asOf: day(3, 9)) == [])
  }

  @Test func `each date of a chain slips once`() {
    let history = DealHistory.fixture(
      expectedClose: day(1, 31),
      (day(1, 20), .expectedCloseSet(day(2, 28))),
      (day(3, 3), .expectedCloseSet(day(3, 15)))
    )

    // 31 January to 28 February: 28; to 15 March: 15; overdue by 5 on 20 March.
    #expect(history.slips(asOf: day(3, 20)).map(\.days) == [28, 15, 5])
  }

  @Test func `the list has open deals that slipped, the most often first`() throws {
    let cases = try EdgeCases()
    var slipped = SlippedDeals(pipeline: numbered(1), asOf: day(3, 31))
    for (_, history) in cases.histories { slipped.count(history) }

    // D12: 27 February, 32 days overdue. D18: 15 March passed, moved on to 10 April, 26 days.
    let worst = slipped.worstFirst
    #expect(worst.map(\.deal.id.rawValue) == [12, 18])
    #expect(worst.map(\.days) == [32, 26])
    // D02 D03 D07 D09 D11 D12 D15 D18 have a date; D06 and D19 never had, D16's was cleared.
    #expect(slipped.share == Share(2, of: 8))
    #expect(slipped.days.mean == Ratio(29))
    // Of each deal in all: 32 and 26 days over two deals.
    #expect(slipped.meanDaysPerDeal == Ratio(29))
  }

  @Test func `the share of slipped deals names those that had an expected close, too`() {
    // Deal 1 was put off from February to March and has none now; deal 2 has one; deal 3 never had.
    var slipped = SlippedDeals(pipeline: numbered(1), asOf: day(3, 31))
    slipped.count(
      .fixture(
        1,
        expectedClose: day(2, 10),
        (day(2, 1), .expectedCloseSet(day(3, 10))),
        (day(2, 2), .expectedCloseSet(nil))
      )
    )
    slipped.count(.fixture(2, expectedClose: day(5, 1)))
    slipped.count(.fixture(3))

    let explanation = slipped.explanation
    #expect(explanation.formula[0].hasSuffix("that have an expected close or had one that slipped"))
    #expect(explanation.formula[1] == "= 50.0 % (1 of 2) thin")
    #expect(explanation.deals == [numbered(1)])
  }

  @Test func `the average is of the deals that slipped, however often each did`() {
    // Deal 1 slipped by 28 and by 15 days and is 5 overdue, 48 in all; deal 2 by 20: 68 / 2.
    var slipped = SlippedDeals(pipeline: numbered(1), asOf: day(3, 20))
    slipped.count(
      .fixture(
        1,
        expectedClose: day(1, 31),
        (day(1, 20), .expectedCloseSet(day(2, 28))),
        (day(3, 3), .expectedCloseSet(day(3, 15)))
      )
    )
    slipped.count(.fixture(2, expectedClose: day(2, 28)))

    #expect(slipped.entries.map(\.days) == [48, 20])
    #expect(slipped.meanDaysPerDeal == Ratio(34))
    #expect(slipped.explanation.formula[2] == "68 days in 4 slips / 2 = 34 days a deal")
  }
}
