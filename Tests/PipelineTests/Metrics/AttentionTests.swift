import Pipeline
import Testing

@Suite struct AttentionTests {
  private static let stage = Stage(
    id: numbered(1),
    name: "Lead In",
    idleLimit: 14,
    stuckLimit: 20
  )
  private static let pipeline = SalesPipeline(id: numbered(1), name: "Sales", stages: [stage])

  private func planned(_ deal: Deal, _ due: Day, on day: Day) -> Deal {
    deal.after(
      .stepPlanned(
        PlannedStep(number: 1, due: due, activity: Activity(kind: .call, text: ""))
      ),
      on: day
    )
  }

  private func reasons(_ deal: Deal, on day: Day) -> [AttentionReason]? {
    Attention(deal, stage: Self.stage, on: day)?.reasons
  }

  @Test func `each clock speaks past its limit, not at it`() {
    let deal = planned(.fixture(1, created: day(1, 1)), day(6, 1), on: day(1, 1))

    #expect(reasons(deal, on: day(1, 15)) == nil)
    #expect(reasons(deal, on: day(1, 16)) == [.stale(days: 15, limit: 14)])
    #expect(
      reasons(deal, on: day(1, 22)) == [
        .stale(days: 21, limit: 14), .stuck(days: 21, limit: 20),
      ]
    )
  }

  @Test func `a step is overdue from the day after, and none at all is said`() {
    let deal = Deal.fixture(1, created: day(1, 1))

    #expect(reasons(deal, on: day(1, 1)) == [.noNextStep])
    #expect(reasons(planned(deal, day(1, 2), on: day(1, 1)), on: day(1, 2)) == nil)
    #expect(
      reasons(planned(deal, day(1, 2), on: day(1, 1)), on: day(1, 5)) == [.overdue(days: 3)]
    )
  }

  @Test func `a deal put aside, closed or deleted needs none`() {
    let deal = Deal.fixture(1, created: day(1, 1))
    let snoozed = deal.after(.snoozed(until: day(2, 1), reason: nil), on: day(1, 1))

    #expect(reasons(snoozed, on: day(1, 31)) == nil)
    #expect(reasons(snoozed, on: day(2, 1)) != nil)
    #expect(reasons(deal.after(.won, on: day(1, 1)), on: day(2, 1)) == nil)
    #expect(reasons(deal.after(.deleted, on: day(1, 1)), on: day(2, 1)) == nil)
  }

  @Test func `what is put aside is in no count of the open deals, and counted apart`() {
    let late = planned(.fixture(1, created: day(1, 1)), day(1, 2), on: day(1, 1))
    let aside = planned(.fixture(2, created: day(1, 1)), day(1, 2), on: day(1, 1))
      .after(.snoozed(until: day(3, 1), reason: nil), on: day(1, 1))
    let open = Figures(of: [late, aside], pipeline: Self.pipeline, asOf: day(1, 31)).open

    // Both are overdue, untouched and in their stage for 30 days, of 14 and of 20.
    let now = open.attention
    #expect([now.overdue, now.stale, now.stuck, now.withoutStep] == [1, 1, 1, 0])
    #expect(now.putAside == 1)
    #expect(open.stale == 2)
  }

  @Test func `the worst comes first: most days past, then the larger value, then the older`() {
    let deals: [Deal] = [
      .fixture(1, created: day(3, 30)),
      .fixture(2, created: day(3, 30), minorUnits: 5),
      .fixture(3, created: day(3, 1)),
      .fixture(4, created: day(2, 1)),
    ]

    let list = Attention.list(of: deals, in: Self.pipeline, on: day(3, 31))

    #expect(list.map(\.deal.id.rawValue) == [4, 3, 2, 1])
  }

  @Test func `each count is explained by its rule, its limits and its deals`() {
    // On 22 January deal 1 is stale and stuck since its limits of 14 and 20 days, deal 2 has nothing
    // planned, deal 3 is overdue, deal 4 would be and is put aside.
    let old = planned(.fixture(1, created: day(1, 1)), day(6, 1), on: day(1, 1))
    let bare = Deal.fixture(2, created: day(1, 20))
    let late = planned(.fixture(3, created: day(1, 20)), day(1, 21), on: day(1, 20))
    let aside = Deal.fixture(4, created: day(1, 20))
      .after(.snoozed(until: day(2, 1), reason: nil), on: day(1, 20))
    let explainer = AttentionExplainer(
      of: [old, bare, late, aside],
      in: Self.pipeline,
      on: day(1, 22)
    )
    func deals(_ figure: AttentionFigure) -> [Int64] {
      explainer.explanation(of: figure).deals.map(\.rawValue)
    }

    let all = explainer.explanation(of: .all)
    #expect(all.formula[1] == "= 3 of 4 open deals")
    #expect(all.leftOut == [Explanation.LeftOut(1, "put aside until a later day")])
    #expect(deals(.all) == [1, 2, 3])
    #expect(deals(.overdue) == [3])
    #expect(deals(.stale) == [1])
    #expect(deals(.stuck) == [1])
    #expect(deals(.noNextStep) == [2])
    #expect(explainer.explanation(of: .stale).formula.last == "limits: Lead In 14 days")
    #expect(explainer.explanation(of: .stuck).formula.last == "limits: Lead In 20 days")
  }

  @Test func `a step that is due on the day is counted, and needs no attention yet`() {
    let today = planned(.fixture(1, created: day(1, 20)), day(1, 22), on: day(1, 20))
    let late = planned(.fixture(2, created: day(1, 20)), day(1, 21), on: day(1, 20))
    let explainer = AttentionExplainer(of: [today, late], in: Self.pipeline, on: day(1, 22))

    let due = explainer.explanation(of: .dueToday)

    #expect(due.formula[0] == "open deals whose next step is due on 2026-01-22")
    #expect(due.formula[1] == "= 1 of 2 open deals")
    #expect(due.deals.map(\.rawValue) == [1])
    #expect(explainer.explanation(of: .all).deals.map(\.rawValue) == [2])
  }
}

@Suite struct StageSuggestionTests {
  /// `won` deals that spent 1, 2, 3 … days in the first stage, and `lost` lost ones.
  private func suggestion(won: Int, lost: Int) -> StageSuggestion {
    let deals =
      (1...won).map { Deal.fixture(Int64($0)).after(.won, on: day(1, 1) + $0) }
      + (0..<lost).map {
        Deal.fixture(Int64(won + 1 + $0)).after(.lost(reason: nil), on: day(1, 2))
      }
    return Figures(of: deals, pipeline: .sales, asOf: day(3, 31)).suggestions[0]
  }

  @Test func `the stuck limit is the 75th percentile by nearest rank`() {
    // The 15th of 1…20: ⌈0.75 × 20⌉ = 15; of 1…21: ⌈15.75⌉ = 16.
    #expect(suggestion(won: 20, lost: 0).stuckLimit == 15)
    #expect(suggestion(won: 21, lost: 0).stuckLimit == 16)
    #expect(suggestion(won: 19, lost: 9).stuckLimit == nil)
  }

  @Test func `the learned probability is the share won of those that reached the stage`() {
    // 15 / 20 = 75 %; 13 / 20 = 65 %; 19 cases say nothing.
    #expect(suggestion(won: 15, lost: 5).probability == Probability(percent: 75))
    #expect(suggestion(won: 13, lost: 7).probability == Probability(percent: 65))
    #expect(suggestion(won: 13, lost: 6).probability == nil)
  }
}
