import Pipeline
import Testing

@Suite struct EffortTests {
  private func effort(_ histories: DealHistory..., people: [Person] = []) -> Effort {
    var effort = Effort(of: .sales, people: people, asOf: day(3, 31))
    for history in histories { effort.count(history) }
    return effort
  }

  private func activity(
    _ kind: ActivityKind,
    minutes: Int32? = nil,
    cost: Int64? = nil
  ) -> DealChange {
    let cost = cost.map { Money(minorUnits: $0, currency: .euro) }
    return .activityLogged(Activity(kind: kind, text: "", minutes: minutes, cost: cost))
  }

  @Test func `what is done counts for the stage the deal stands in`() {
    let stages = effort(
      .fixture(
        1,
        (day(1, 2), activity(.call)),
        (day(1, 3), activity(.meeting, minutes: 90)),
        (day(1, 11), .moved(to: 2)),
        (day(1, 12), activity(.mail, cost: 500)),
        (day(1, 31), .won),
        (day(2, 1), activity(.task))
      )
    ).stages

    // A call takes 15 minutes, a mail 10; the task came after the win and belongs to no stage.
    #expect(stages.map(\.minutes) == [105, 10, 0, 0, 0])
    #expect(stages.map(\.activities) == [2, 1, 0, 0, 0])
    #expect(stages.map(\.dealDays) == [10, 20, 0, 0, 0])
    #expect(stages[1].cost(in: .euro) == Ratio(500))
    #expect(stages[0].cost(in: .euro) == Ratio(0))
  }

  @Test func `an owner's hour is paid by the minute, in its own currency`() {
    let ana = Person(
      id: numbered(1),
      name: "Ana",
      initials: "A",
      hourlyCost: Money(minorUnits: 5_000, currency: .dollar)
    )

    let stage = effort(
      .fixture(
        owner: 1,
        (day(1, 2), activity(.call, minutes: 7, cost: 300)),
        (day(1, 3), .ownerSet(nil)),
        (day(1, 4), activity(.meeting))
      ),
      people: [ana]
    ).stages[0]

    // 7 minutes of 50.00 an hour: 35,000 / 60 cents; the meeting had no owner.
    #expect(stage.cost(in: .dollar) == Ratio(35_000, of: 60))
    #expect(stage.cost(in: .euro) == Ratio(300))
    #expect(stage.currencies == [.euro, .dollar])
  }

  @Test func `is spread over those that left the stage and over those that were won`() {
    let stage = effort(
      .fixture(1, (day(1, 2), activity(.task, minutes: 60, cost: 900)), (day(1, 3), .won)),
      .fixture(2, (day(1, 2), activity(.task, minutes: 30)), (day(1, 3), .moved(to: 2))),
      .fixture(3, (day(1, 4), activity(.task, minutes: 30)), (day(1, 5), .lost(reason: nil))),
      .fixture(4)
    ).stages[0]

    #expect((stage.deals, stage.left, stage.won) == (4, 3, 1))
    #expect(stage.minutesPerDealLeft == Ratio(40))
    #expect(stage.minutesPerWonDeal == Ratio(120))
    #expect(stage.costPerDealLeft(in: .euro) == Ratio(300))
    #expect(stage.costPerWonDeal(in: .euro) == Ratio(900))
  }

  @Test func `a stage that nobody left has no effort per deal`() {
    let stage = effort(.fixture(1, (day(1, 2), activity(.call)))).stages[0]

    #expect(stage.minutesPerDealLeft == nil)
    #expect(stage.minutesPerWonDeal == nil)
    #expect(stage.costPerWonDeal(in: .euro) == nil)
  }

  @Test func `a step that was planned counts when it is done, and one taken back never`() {
    let planned = DealChange.stepPlanned(
      PlannedStep(number: 1, due: day(1, 5), activity: Activity(kind: .call, text: ""))
    )
    let stage = effort(
      .fixture(
        1,
        (day(1, 2), planned),
        (day(1, 5), .stepDone(1, Activity(kind: .call, text: "", minutes: 20))),
        (day(1, 6), activity(.meeting)),
        (day(1, 6), .undone(DealHistory.eventID(4)))
      )
    ).stages[0]

    #expect((stage.activities, stage.minutes) == (1, 20))
  }

  @Test func `value lost stands at the stage the deal was lost in`() {
    let stages = effort(
      .fixture(1, minorUnits: 700, (day(1, 2), .moved(to: 3)), (day(1, 9), .lost(reason: nil)))
    ).stages

    #expect(stages.map(\.lost) == [0, 0, 1, 0, 0])
    #expect(stages[2].lostValue[.euro]?.minorUnits == 700)
  }

  @Test func `deal-days are the edge cases' total days in each stage`() throws {
    let cases = try EdgeCases()
    let figures = cases.figures(asOf: day(3, 31))
    var effort = Effort(of: .sales, people: [], asOf: day(3, 31))
    for (_, history) in cases.histories { effort.count(history) }

    #expect(effort.stages.map(\.dealDays) == figures.stages.map(\.days.sum))
    #expect(effort.stages.map(\.left) == figures.stages.map(\.daysOfThoseWhoLeft.count))
  }
}
