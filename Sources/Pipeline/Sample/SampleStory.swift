/// Turns the way of a deal into its whole history: steps, notes, values, dates and outcome.
struct SampleStory {
  /// What is planned next for a deal that is open today.
  enum Ending {
    case overdue
    case today
    case later
    case nothing
    /// Left alone for longer than its stage allows.
    case stale
  }

  /// The day from which another person has the deal.
  struct HandOver {
    let day: Day
    let owner: Identifier<Person>
  }

  let today: Day
  /// The turns up to today; the first enters a stage.
  let turns: [(day: Day, turn: SampleJourney.Turn)]
  let stages: [Identifier<Stage>]
  let handOver: HandOver?
  private(set) var script: SampleScript
  private var stage = 0

  /// The history of `draft` along `turns`, which are not empty.
  init(
    draft: DealDraft,
    turns: [(day: Day, turn: SampleJourney.Turn)],
    stages: [Identifier<Stage>],
    today: Day,
    handOver: HandOver?,
    dice: inout SampleDice
  ) {
    self.today = today
    self.turns = turns
    self.stages = stages
    self.handOver = handOver
    script = SampleScript(draft: draft, on: turns[0].day)
    for (index, (day, turn)) in turns.enumerated() {
      take(turn, on: day, dice: &dice)
      guard script.deal.status.isOpen else { continue }
      if index + 1 < turns.count {
        work(from: day, until: turns[index + 1].day, dice: &dice)
      } else {
        leaveOpen(since: day, dice: &dice)
      }
    }
  }

  private mutating func take(
    _ turn: SampleJourney.Turn,
    on day: Day,
    dice: inout SampleDice
  ) {
    if let handOver, script.created < handOver.day, day >= handOver.day,
      script.deal.owner != handOver.owner, script.deal.status.isOpen
    {
      script.add(.ownerSet(handOver.owner), on: handOver.day)
    }
    switch turn {
    case .entered(let position):
      stage = position
      if script.deal.stage != stages[position] {
        script.add(.moved(to: stages[position]), on: day)
      }
      negotiate(on: day, dice: &dice)
    case .won:
      if script.deal.nextStep != nil { script.act(stage: stage, on: day, dice: &dice) }
      script.dropSteps(on: day)
      if script.deal.minorUnits == nil { appraise(on: day, dice: &dice) }
      script.add(.won, on: day)
    case .lost:
      script.dropSteps(on: day)
      let reasons = stage < 3 ? SampleTexts.earlyReasons : SampleTexts.lateReasons
      script.add(.lost(reason: dice.pick(weighted: reasons)), on: day)
    case .reopened:
      script.add(.reopened, on: day)
      script.add(.noted("They called again: the other offer fell through."), on: day)
      script.add(.expectedCloseSet((day + 45).endOfMonth), on: day)
    }
  }

  /// What coming into a stage brings with it: a value, an expected close, a forecast.
  private mutating func negotiate(on day: Day, dice: inout SampleDice) {
    let deal = script.deal
    if stage >= 1, deal.minorUnits == nil, dice.happens(percent: 45) {
      appraise(on: day, dice: &dice)
    } else if stage >= 3, let value = deal.minorUnits, dice.happens(percent: 35) {
      let percent = stage == 4 ? dice.number(in: 85...102) : dice.number(in: 75...140)
      let hundreds = max(value * Int64(percent) / 1_000_000, 1)
      script.add(.valued(hundreds * 10_000, deal.currency), on: day)
    }
    if deal.expectedClose == nil, dice.happens(percent: stage < 2 ? 40 : 92) {
      let guess = day + [100, 85, 65, 45, 20][stage] + dice.number(in: -10...25)
      script.add(.expectedCloseSet(dice.happens(percent: 60) ? guess.endOfMonth : guess), on: day)
    }
    if stage == 3, dice.happens(percent: 40) { script.add(.categorySet(.bestCase), on: day) }
    if stage == 4, dice.happens(percent: 60) { script.add(.categorySet(.commit), on: day) }
    if stage == 4, dice.happens(percent: 15) {
      let percent = dice.pick([50, 65, 90, 95])
      script.add(.probabilitySet(Probability(percent: percent)), on: day)
    }
    if stage >= 2, !deal.labels.contains("hot"), dice.happens(percent: 10) {
      script.add(.labelled(deal.labels.filter { $0 != "warm" } + ["hot"]), on: day)
    }
  }

  private mutating func appraise(on day: Day, dice: inout SampleDice) {
    script.add(.valued(SampleDeals.value(dice: &dice), script.deal.currency), on: day)
  }

  /// Works on the deal from one turn up to the next.
  private mutating func work(from start: Day, until end: Day, dice: inout SampleDice) {
    var day = start
    // Deals die quietly: the last third of a long visit is mostly silence.
    let attention = end - start > 30 ? start + (end - start) * 2 / 3 : end
    while true {
      let due = SampleCalendar.workday(
        onOrAfter: day + dice.quantile(of: [2, 4, 6, 8, 11, 15, 21])
      )
      let done = SampleCalendar.workday(onOrAfter: due + (dice.happens(percent: 25) ? 2 : 0))
      guard done < attention else { break }
      script.plan(stage: stage, due: due, on: day, dice: &dice)
      script.act(stage: stage, on: done, dice: &dice)
      day = done
      if dice.happens(percent: 16) { script.add(.noted(dice.pick(SampleTexts.notes)), on: day) }
      slip(on: day, dice: &dice)
    }
    if dice.happens(percent: 65) {
      script.plan(stage: stage, due: max(end, day + 1), on: day, dice: &dice)
    }
    if end <= today, dice.happens(percent: 60) { slip(on: end, dice: &dice) }
  }

  /// Puts the expected close off where its day has passed.
  private mutating func slip(on day: Day, dice: inout SampleDice) {
    guard let close = script.deal.expectedClose, close < day, dice.happens(percent: 80) else {
      return
    }
    script.add(.expectedCloseSet((day + dice.number(in: 15...55)).endOfMonth), on: day)
  }

  /// Works on a deal that is open today, up to a few days ago, and plans what is next.
  private mutating func leaveOpen(since start: Day, dice: inout SampleDice) {
    let visit = today - start
    let limit = SampleData.idleLimits[stage]
    var ending: Ending = dice.pick(
      weighted: [(.overdue, 19), (.today, 13), (.later, 58), (.nothing, 10)]
    )
    if visit > limit + 8, dice.happens(percent: 55) { ending = .stale }
    let silence =
      switch ending {
      case .stale: limit + dice.number(in: 3...12)
      case .overdue: dice.number(in: 4...11)
      case .today, .later, .nothing: dice.pick([0, 1, 1, 2, 3, 4, 6, 8])
      }
    let last = max(start, SampleCalendar.workday(onOrBefore: today - silence))
    if last > start {
      work(from: start, until: last, dice: &dice)
      script.act(stage: stage, on: last, dice: &dice)
      slip(on: last, dice: &dice)
    }
    script.dropSteps(on: last)
    let due: Day? =
      switch ending {
      case .overdue, .stale: SampleCalendar.workday(onOrBefore: today - dice.number(in: 1...3))
      case .today: today
      case .later:
        SampleCalendar.workday(onOrAfter: today + dice.pick([1, 1, 2, 3, 4, 6, 8, 12, 20]))
      case .nothing: nil
      }
    guard let due, due > last || due >= today else { return }
    if ending == .stale, dice.happens(percent: 50) { return }
    script.plan(stage: stage, due: due, on: last, dice: &dice)
  }
}
