import Pipeline
import Testing

@Suite struct DealTests {
  @Test func `time closed belongs to no stage and a reopened deal goes on with its visit`() {
    // D04: 7 + 14 + 15 + 16 = 52 = 70 - 18 closed.
    let deal = Deal.fixture(4, created: day(1, 7))
      .after(.moved(to: 2), on: day(1, 14))
      .after(.moved(to: 3), on: day(1, 28))
      .after(.lost(reason: "No budget"), on: day(2, 6))
      .after(.reopened, on: day(2, 24))
      .after(.moved(to: 4), on: day(3, 2))
      .after(.won, on: day(3, 18))

    #expect(deal.age(on: day(3, 31)) == 70)
    #expect(deal.visits.map(\.days) == [7, 14, 15, 16])
    #expect(deal.days(in: numbered(3), on: day(3, 31)) == 15)
    #expect(deal.currentVisitDays(on: day(3, 31)) == nil)
    #expect(deal.status == .won(day(3, 18)))
  }

  @Test func `the present visit counts since it began, not earlier ones`() {
    // D03: Demo Scheduled 11 + 28, Proposal Made 14 + 15.
    let deal = Deal.fixture(3, created: day(1, 15), stage: 2)
      .after(.moved(to: 3), on: day(1, 22))
      .after(.moved(to: 4), on: day(2, 2))
      .after(.moved(to: 3), on: day(2, 16))
      .after(.moved(to: 4), on: day(3, 16))

    #expect(deal.days(in: numbered(3), on: day(3, 31)) == 39)
    #expect(deal.days(in: numbered(4), on: day(3, 31)) == 29)
    #expect(deal.currentVisitDays(on: day(3, 31)) == 15)
    #expect(deal.days(in: numbered(1), on: day(3, 31)) == nil)
  }

  @Test func `a visit of 0 days is a visit`() {
    let deal = Deal.fixture(11, created: day(3, 17))
      .after(.moved(to: 2), .moved(to: 3), .moved(to: 2), on: day(3, 17))

    #expect(deal.days(in: numbered(3), on: day(3, 31)) == 0)
    #expect(deal.days(in: numbered(2), on: day(3, 31)) == 14)
    #expect(deal.visits.count == 4)
  }

  @Test(arguments: [(14, false), (15, true)])
  func `a deal is stale past its limit, not at it`(days: Int, isStale: Bool) {
    let deal = Deal.fixture(1, created: day(3, 1))

    #expect(deal.isStale(on: day(3, 1) + days, idleLimit: 14) == isStale)
    #expect(!deal.isStale(on: day(12, 31), idleLimit: nil))
    #expect(!deal.after(.won, on: day(3, 1)).isStale(on: day(12, 31), idleLimit: 14))
  }

  @Test(
    arguments: [
      (.moved(to: 2), true), (.valued(5, .euro), true), (.probabilitySet(nil), true),
      (.expectedCloseSet(nil), true), (.noted("x"), true), (.longNotesSet("x"), true),
      (.updatedAtSource, true),
      (.activityLogged(Activity(kind: .call, text: "")), true), (.won, true),
      (.lost(reason: nil), true), (.ownerSet(nil), false), (.labelled(["x"]), false),
      (.retitled("x"), false), (.categorySet(.commit), false), (.organizationSet("x"), false),
      (.contactSet("x"), false), (.snoozed(until: nil, reason: nil), false),
      (
        .stepPlanned(
          PlannedStep(number: 1, due: day(1, 1), activity: Activity(kind: .call, text: ""))
        ), false
      ),
    ] as [(DealChange, Bool)]
  )
  func `the idle clock stops for work on the deal only`(change: DealChange, touches: Bool) {
    let deal = Deal.fixture(1, created: day(1, 1)).after(change, on: day(2, 1))

    #expect(deal.lastTouched == (touches ? day(2, 1) : day(1, 1)))
    #expect(deal.lastEventDay == day(2, 1))
    #expect(deal.revision == 2)
  }

  @Test(
    arguments: [
      (.moved(to: 1), .sameStage), (.reopened, .notClosed), (.valued(-1, .euro), .negativeValue),
      (.retitled(" \t"), .emptyTitle),
      (.stepDone(1, Activity(kind: .call, text: "")), .unknownStep),
      (.stepDropped(7), .unknownStep),
    ] as [(DealChange, DealRuleViolation)]
  )
  func `an open deal refuses`(change: DealChange, violation: DealRuleViolation) {
    #expect(throws: violation) { try Deal.fixture(1).check(change, on: day(3, 1)) }
  }

  @Test(
    arguments: [
      (.moved(to: 2), .dealClosed), (.won, .alreadyClosed), (.lost(reason: nil), .alreadyClosed),
    ] as [(DealChange, DealRuleViolation)]
  )
  func `a closed deal refuses`(change: DealChange, violation: DealRuleViolation) {
    let deal = Deal.fixture(1).after(.won, on: day(2, 1))

    #expect(throws: violation) { try deal.check(change, on: day(3, 1)) }
  }

  @Test func `a closed deal may still be valued, noted on and dated`() throws {
    let deal = Deal.fixture(1).after(.won, on: day(2, 1))

    for change in [.valued(1, .euro), .noted("x"), .expectedCloseSet(nil)] as [DealChange] {
      try deal.check(change, on: day(2, 1))
    }
  }

  @Test func `deletion is checked first, then the date, then the rule`() {
    let deal = Deal.fixture(1).after(.won, on: day(2, 1))

    #expect(throws: DealRuleViolation.outOfOrder(after: day(2, 1))) {
      try deal.check(.won, on: day(1, 31))
    }
    #expect(throws: DealRuleViolation.dealDeleted) {
      try deal.after(.deleted, on: day(2, 1)).check(.won, on: day(1, 31))
    }
  }

  @Test func `steps come soonest first, timed ones before the rest of the day`() {
    func step(_ number: Int32, _ due: Day, _ minute: Int16? = nil) -> DealChange {
      .stepPlanned(
        PlannedStep(
          number: number,
          due: due,
          minuteOfDay: minute,
          activity: Activity(kind: .call, text: "")
        )
      )
    }
    let planned = Deal.fixture(1).after(
      step(1, day(3, 2)),
      step(2, day(3, 1)),
      step(3, day(3, 1), 600),
      on: day(2, 1)
    )

    #expect(planned.steps.map(\.number) == [3, 2, 1])
    #expect(planned.stepsPlanned == 3)
    let done = planned.after(.stepDone(3, Activity(kind: .call, text: "")), on: day(3, 1))
    #expect(done.nextStep?.number == 2)
    #expect(done.stepsPlanned == 3)
  }

  @Test func `each change has the inverse that gives back what it took`() {
    let deal = Deal.fixture(1, minorUnits: 5, owner: 1, labels: ["a"])
    let changes: [DealChange] = [
      .moved(to: 3), .retitled("B"), .valued(nil, .dollar), .ownerSet(nil), .labelled([]),
      .probabilitySet(Probability(percent: 3)), .expectedCloseSet(day(9, 9)),
      .categorySet(.commit), .organizationSet("O"), .contactSet("C"),
      .snoozed(until: day(9, 9), reason: "Later"),
    ]

    for change in changes {
      guard let inverse = deal.inverse(of: change) else {
        Issue.record("\(change) has no inverse")
        continue
      }
      let back = deal.after(change, inverse, on: day(1, 1))
      #expect(back.stage == deal.stage)
      #expect(back.title == deal.title)
      #expect(back.value == deal.value)
      #expect(back.owner == deal.owner)
      #expect(back.labels == deal.labels)
      #expect(back.probability == deal.probability)
      #expect(back.expectedClose == deal.expectedClose)
      #expect(back.category == deal.category)
      #expect(back.organization == deal.organization)
      #expect(back.contact == deal.contact)
      #expect(back.snoozedUntil == deal.snoozedUntil)
    }
  }

  @Test
  func `the visit of a deal without history begins later, and the days before are no stage's`() {
    let draft = DealDraft(
      title: "Imported",
      pipeline: numbered(1),
      stage: numbered(2),
      currency: .euro,
      beginsVisit: false
    )
    let deal = Deal(id: numbered(1), draft: draft, on: day(1, 1))

    #expect(deal.currentVisitDays(on: day(1, 9)) == nil)
    let entered = deal.after(.enteredStage, on: day(1, 11))
    #expect(entered.currentVisitDays(on: day(1, 31)) == 20)
    #expect(entered.age(on: day(1, 31)) == 30)
  }

  @Test func `an unknown creation leaves the age unknown`() {
    let draft = DealDraft(
      title: "Imported",
      pipeline: numbered(1),
      stage: numbered(1),
      currency: .euro,
      isCreationKnown: false
    )

    #expect(Deal(id: numbered(1), draft: draft, on: day(1, 1)).age(on: day(2, 1)) == nil)
  }
}
