import Pipeline

/// Random histories of every kind that the rules allow: undos and undos of undos, deals reopened,
/// deleted, sent to another pipeline and back, changes of currency, creations of unknown day, visits
/// that begin late.
struct RandomLog {
  /// The histories, by deal.
  private(set) var histories: [DealHistory] = []
  /// The day of the last event.
  private(set) var lastDay = RandomLog.firstDay
  private var generator: SeededGenerator
  private var sequence: Int64 = 0

  static let firstDay = day(11, 20, year: 2025)

  /// The pipeline whose figures are asked for: stages 1 to 5.
  static let pipeline = SalesPipeline.sales

  /// Stages of the pipeline that is counted, and of another one.
  private static let stages: [Int64: [Int64]] = [1: [1, 2, 3, 4, 5], 2: [6, 7]]

  init(seed: UInt64, deals: Int) {
    generator = SeededGenerator(seed: seed &* 7919)
    for number in 1...Int64(deals) {
      let history = makeHistory(number)
      histories.append(history)
      lastDay = max(lastDay, history.events.map(\.day).max() ?? lastDay)
    }
  }

  private mutating func makeHistory(_ number: Int64) -> DealHistory {
    var today = Self.firstDay + pick(100)
    var events = [event(number, 1, today, .created(draft(on: today)))]
    for _ in 0..<pick(16) {
      if chance(2) { today = today + pick(14) }
      guard let change = change(after: events, on: today) else { continue }
      let longer = events + [event(number, events.count + 1, today, change)]
      if Self.isAllowed(longer) { events = longer }
    }
    return DealHistory(events: events)
  }

  private mutating func change(after events: [DealEvent], on today: Day) -> DealChange? {
    if chance(6) { return .undone(events[pick(events.count)].id) }
    guard let deal = DealHistory(events: events).deal() else { return nil }
    let own = Self.stages[deal.pipeline.rawValue] ?? []
    switch pick(18) {
    case 0, 1, 2, 3, 4: return .moved(to: own[pick(own.count)])
    case 5:
      let other: Int64 = deal.pipeline.rawValue == 1 ? 2 : 1
      let stages = Self.stages[other] ?? []
      return .transferred(to: numbered(other), stage: numbered(stages[pick(stages.count)]))
    case 6, 7: return .valued(amount(), currency())
    case 8: return .probabilitySet(chance(2) ? nil : Probability(percent: pick(101)))
    case 9: return .expectedCloseSet(chance(4) ? nil : today + pick(90) - 20)
    case 10: return .ownerSet(chance(4) ? nil : numbered(Int64(pick(3) + 1)))
    case 11, 12: return .won
    case 13: return .lost(reason: chance(3) ? nil : ["Price", "Timing"][pick(2)])
    case 14, 15: return .reopened
    case 16: return chance(3) ? .deleted : .activityLogged(Activity(kind: .call, text: ""))
    default: return deal.visits.isEmpty ? .enteredStage : .noted("Called")
    }
  }

  private mutating func draft(on today: Day) -> DealDraft {
    let pipeline: Int64 = chance(8) ? 2 : 1
    let stages = Self.stages[pipeline] ?? []
    return DealDraft(
      title: "Deal",
      pipeline: numbered(pipeline),
      stage: numbered(stages[pick(stages.count)]),
      currency: currency(),
      minorUnits: amount(),
      owner: chance(4) ? nil : numbered(Int64(pick(3) + 1)),
      probability: chance(5) ? Probability(percent: 75) : nil,
      expectedClose: chance(3) ? nil : today + pick(90) - 20,
      isCreationKnown: !chance(5),
      beginsVisit: !chance(5)
    )
  }

  private mutating func event(
    _ deal: Int64,
    _ place: Int,
    _ day: Day,
    _ change: DealChange
  ) -> DealEvent {
    sequence += 1
    return DealEvent(
      sequence: sequence,
      id: DealHistory.eventID(place, of: deal),
      step: numbered(sequence),
      actor: "Ana",
      deal: numbered(deal),
      revision: Int32(place),
      recordedAt: Instant(milliseconds: 0),
      day: day,
      change: change
    )
  }

  /// Whether every rule holds of the events that stand, on every day.
  private static func isAllowed(_ events: [DealEvent]) -> Bool {
    if case .undone(let target)? = events.last?.change,
      events.dropLast().contains(where: { $0.change == .undone(target) })
    {
      return false
    }
    let standing = DealHistory(events: events).standing()
    guard let first = standing.first else { return true }
    guard case .created = first.change, var deal = DealHistory(events: [first]).deal() else {
      return false
    }
    for event in standing.dropFirst() {
      if case .moved(let stage) = event.change,
        stages[deal.pipeline.rawValue]?.contains(stage.rawValue) != true
      {
        return false
      }
      if event.change == .enteredStage, !deal.visits.isEmpty { return false }
      guard (try? deal.check(event.change, on: event.day)) != nil else { return false }
      deal.apply(event.change, on: event.day)
    }
    return true
  }

  private mutating func currency() -> Currency { [.euro, .euro, .dollar, .pound][pick(4)] }

  private mutating func amount() -> Int64? {
    chance(5) ? nil : chance(9) ? 0 : Int64(pick(1_000_000))
  }

  private mutating func pick(_ count: Int) -> Int {
    Int.random(in: 0..<max(count, 1), using: &generator)
  }

  /// Once in so many times.
  private mutating func chance(_ of: Int) -> Bool { pick(of) == 0 }
}
