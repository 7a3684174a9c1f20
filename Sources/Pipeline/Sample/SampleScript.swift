/// The history of one deal as it is written: its creation, and what follows day by day.
struct SampleScript {
  /// The deal as it is created.
  let draft: DealDraft
  /// The day it is created.
  let created: Day
  /// What follows, in order.
  private(set) var entries: [(day: Day, change: DealChange)] = []
  /// The deal as the entries leave it.
  private(set) var deal: Deal

  /// A deal that is created on a day, as yet without a history.
  init(draft: DealDraft, on day: Day) {
    self.draft = draft
    created = day
    deal = Deal(id: Identifier(rawValue: 1), draft: draft, on: day)
  }

  /// Adds a change; one that would be dated before the last is dated like it, and one that gives a
  /// field the value that it has is left out.
  mutating func add(_ change: DealChange, on day: Day) {
    guard deal.inverse(of: change) != change else { return }
    let day = max(day, deal.lastEventDay)
    entries.append((day, change))
    deal.apply(change, on: day)
  }

  /// Plans a step that suits the deal's stage.
  mutating func plan(stage: Int, due: Day, on day: Day, dice: inout SampleDice) {
    let (kind, text) = dice.pick(SampleTexts.steps[stage])
    let isTimed = kind == .meeting || kind == .call && dice.happens(percent: 50)
    let halfHour = dice.number(in: 18...33)
    add(
      .stepPlanned(
        PlannedStep(
          number: deal.stepsPlanned + 1,
          due: due,
          minuteOfDay: isTimed ? Int16(halfHour * 30) : nil,
          activity: Activity(kind: kind, text: text)
        )
      ),
      on: day
    )
  }

  /// Does the next step, where one is planned, else something that was not planned.
  mutating func act(stage: Int, on day: Day, dice: inout SampleDice) {
    guard let step = deal.nextStep else {
      let (kind, text) = dice.pick(SampleTexts.steps[stage])
      let activity = Activity(kind: kind, text: text, minutes: Self.minutes(kind, dice: &dice))
      add(.activityLogged(activity), on: day)
      return
    }
    var activity = step.activity
    if dice.happens(percent: 35) { activity.text += ": " + dice.pick(SampleTexts.outcomes) }
    activity.minutes = Self.minutes(activity.kind, dice: &dice)
    if activity.kind == .meeting, dice.happens(percent: 25) {
      let travel = Int64(dice.number(in: 8...45)) * 1_000
      activity.cost = Money(minorUnits: travel, currency: SampleData.currency)
    }
    add(.stepDone(step.number, activity), on: day)
  }

  /// Drops every step that is planned.
  mutating func dropSteps(on day: Day) {
    for step in deal.steps { add(.stepDropped(step.number), on: day) }
  }

  private static func minutes(_ kind: ActivityKind, dice: inout SampleDice) -> Int32? {
    guard dice.happens(percent: 60) else { return nil }
    return switch kind {
    case .call: Int32(dice.number(in: 1...9) * 5)
    case .meeting: Int32(dice.number(in: 2...8) * 15)
    case .mail: 10
    case .task: Int32(dice.number(in: 1...12) * 15)
    }
  }
}
