import Pipeline
import Testing

@Suite struct LossesTests {
  @Test func `the edge cases' losses stand by reason and by stage`() throws {
    let cases = try EdgeCases()
    var losses = Losses(of: .sales, asOf: day(3, 31))
    for deal in cases.deals(asOf: day(3, 31)) { losses.count(deal) }

    // Lost D05 in Negotiations Started, D13 in Lead In, D14 in Demo Scheduled.
    #expect(losses.whole.deals == 3)
    #expect(losses.byStage.map(\.row.deals) == [1, 0, 1, 0, 1])
    #expect(losses.byReason.reduce(0) { $0 + $1.row.deals } == 3)
    #expect(losses.byStage[0].row.byCurrency[.dollar]?.minorUnits == 90_000)
  }

  @Test func `the most frequent reason comes first and none given last among equals`() {
    var losses = Losses(of: .sales, asOf: day(3, 31))
    for (number, reason) in ["Price", "Timing", "Timing", nil, "Rival"].enumerated() {
      losses.count(
        Deal.fixture(Int64(number), minorUnits: 100).after(.lost(reason: reason), on: day(2, 1))
      )
    }

    #expect(losses.byReason.map(\.reason?.text) == ["Timing", "Price", "Rival", nil])
    #expect(losses.byReason.map(\.row.byCurrency[.euro]?.minorUnits) == [200, 100, 100, 100])
  }

  /// Lost for these reasons, in this order.
  private let written = ["Price", "price", " prîce ", "Prices", "Price"].enumerated().map {
    Deal.fixture(Int64($0)).after(.lost(reason: $1), on: day(2, 1))
  }

  @Test func `a reason written in several ways is one, called as it was written first`() {
    var losses = Losses(of: .sales, asOf: day(3, 31))
    for deal in written { losses.count(deal) }

    #expect(losses.byReason.map(\.reason?.text) == ["Price", "Prices"])
    #expect(losses.byReason.map(\.row.deals) == [4, 1])
    #expect(losses.row(of: .reason(LostReason("PRICE"))).deals == 4)
  }

  @Test func `groups by reason have a reason's spellings in one`() {
    var groups = Grouped(by: .reason, from: 0)
    for deal in written { groups.update(deal) { $0 += 1 } }

    let sorted = groups.sorted(among: [])
    #expect(sorted.map(\.name) == ["Price", "Prices"])
    #expect(sorted.map(\.counts) == [4, 1])
  }

  @Test func `a loss outside the window, a win and a deleted deal are none`() {
    var losses = Losses(of: .sales, asOf: day(3, 31), window: .days(30))
    let deal = Deal.fixture(1)
    losses.count(deal.after(.lost(reason: nil), on: day(3, 1)))
    losses.count(deal.after(.won, on: day(3, 5)))
    losses.count(deal.after(.lost(reason: nil), .deleted, on: day(3, 5)))
    #expect(losses.whole.deals == 0)

    losses.count(deal.after(.lost(reason: nil), on: day(3, 2)))
    #expect(losses.whole.deals == 1)
  }
}

@Suite struct UpsellTests {
  private func upsell(_ histories: DealHistory...) -> PerCurrency<Upsell> {
    var upsell = PerCurrency<Upsell>()
    let window = DayRange(days: 365, endingOn: day(3, 31))
    for history in histories {
      upsell.count(history, in: numbered(1), wonIn: window, asOf: day(3, 31))
    }
    return upsell
  }

  @Test func `is the value at the win less the first value`() throws {
    let sum = try #require(
      upsell(
        // Grew by 300 up to the win; what came after it does not count.
        .fixture(
          1,
          minorUnits: 1_000,
          (day(2, 1), .valued(1_300, .euro)),
          (day(2, 2), .won),
          (day(2, 3), .valued(9_000, .euro))
        ),
        .fixture(2, minorUnits: 500, (day(2, 1), .valued(400, .euro)), (day(2, 2), .won)),
        .fixture(3, minorUnits: 500, (day(2, 2), .won))
      )[.euro]
    )

    #expect((sum.deals, sum.grown, sum.shrunk, sum.leftOut) == (3, 1, 1, 0))
    // 2,200 − 2,000.
    #expect(sum.change == 200)
    #expect(sum.rate == Ratio(1, of: 10))
  }

  @Test func `leaves out who had no value then or in another currency`() throws {
    let sum = try #require(
      upsell(
        .fixture(1, (day(2, 1), .valued(700, .euro)), (day(2, 2), .won)),
        .fixture(2, minorUnits: 700, (day(2, 1), .valued(nil, .euro)), (day(2, 2), .won)),
        .fixture(
          3,
          currency: .dollar,
          minorUnits: 700,
          (day(2, 1), .valued(700, .euro)),
          (day(2, 2), .won)
        ),
        .fixture(4, minorUnits: 700, (day(2, 2), .lost(reason: nil)))
      )[.euro]
    )

    #expect((sum.deals, sum.change, sum.leftOut) == (0, 0, 3))
    #expect(sum.rate == nil)
  }

  @Test func `goes by the latest win`() throws {
    let sum = try #require(
      upsell(
        .fixture(
          minorUnits: 100,
          (day(2, 1), .won),
          (day(2, 2), .reopened),
          (day(2, 3), .valued(250, .euro)),
          (day(2, 4), .won)
        )
      )[.euro]
    )

    #expect(sum.change == 150)
  }
}

@Suite struct LossExplainerTests {
  @Test func `a reason says its share, its sum, and what was left out`() {
    var explainer = LossExplainer(
      .reason(LostReason("Price")),
      of: .sales,
      asOf: day(3, 31),
      window: .days(30)
    )
    let losses: [(reason: String, minorUnits: Int64?, day: Day)] = [
      ("Price", 30_000, day(3, 5)), ("Price", nil, day(3, 6)), ("Price", 70_000, day(3, 1)),
      ("Timing", 40_000, day(3, 7)),
    ]
    for (number, loss) in losses.enumerated() {
      explainer.count(
        Deal.fixture(Int64(number + 1), minorUnits: loss.minorUnits)
          .after(.lost(reason: loss.reason), on: loss.day)
      )
    }

    let explanation = explainer.explanation

    // Since 2 March three were lost, two of them for the price.
    #expect(explanation.title == "Lost because of Price")
    #expect(explanation.formula[1] == "= 2 / 3 = 66.7 %")
    #expect(explanation.formula.last == "= EUR 300 of 1 deal")
    #expect(
      explanation.leftOut == [
        Explanation.LeftOut(1, "closed outside the window"),
        Explanation.LeftOut(1, "without a value"),
      ]
    )
    #expect(explanation.deals == [numbered(1), numbered(2)])
  }
}

@Suite struct UpsellExplainerTests {
  @Test func `upsell says both values, and which deals are left out`() {
    var explainer = UpsellExplainer(
      in: .euro,
      of: numbered(1),
      wonIn: DayRange(days: 30, endingOn: day(3, 31)),
      asOf: day(3, 31)
    )
    let histories: [DealHistory] = [
      .fixture(1, minorUnits: 100_000, (day(3, 2), .valued(130_000, .euro)), (day(3, 3), .won)),
      .fixture(2, (day(3, 3), .won)),
      .fixture(3, minorUnits: 500, (day(2, 3), .won)),
    ]
    for history in histories { explainer.count(history) }

    let explanation = explainer.explanation

    #expect(explanation.formula[1] == "= EUR 1,300 − EUR 1,000 = EUR 300")
    #expect(explanation.formula[2] == "EUR 300 / EUR 1,000 = +30.0 %")
    #expect(explanation.formula[3] == "of 1 deal 1 grew, 0 shrank")
    #expect(explanation.leftOut.map(\.deals) == [1, 1])
    #expect(explanation.deals == [numbered(1)])
  }

  @Test func `a lost deal that was deleted makes no group of its reason`() {
    let lost = Deal.fixture(1).after(.lost(reason: nil), on: day(2, 1))
    let deleted = lost.after(.deleted, on: day(2, 2))

    #expect(Grouping.reason.keys(of: lost) == [.none])
    #expect(Grouping.reason.keys(of: deleted).isEmpty)
  }
}
