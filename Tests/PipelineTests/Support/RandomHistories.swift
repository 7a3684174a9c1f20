import Pipeline

/// Histories of deals at random: what the rules allow, with undos and undos of undos between.
struct RandomHistories {
  private(set) var events: [Int64: [DealEvent]] = [:]
  private(set) var lastDay: Day
  private var world: RandomDeals
  private var sequence: Int64 = 0

  init(seed: UInt64, steps: Int) {
    world = RandomDeals(seed: seed)
    lastDay = world.today
    for _ in 0..<steps {
      if world.chance(1, of: 3) { world.passDays() }
      lastDay = world.today
      step()
    }
  }

  var histories: [DealHistory] {
    events.sorted { $0.key < $1.key }.map { DealHistory(events: $0.value) }
  }

  private mutating func step() {
    let number = Int64(events.count)
    if number > 0, world.chance(1, of: 5) {
      let deal = world.pick(1..<number + 1)
      undoSomething(of: deal)
      return
    }
    let deal = world.chance(1, of: 4) || number == 0 ? number + 1 : world.pick(1..<number + 1)
    guard let current = DealHistory(events: events[deal] ?? []).deal() else {
      if events[deal] == nil { append(world.creation(), to: deal) }
      return
    }
    let change = world.change(of: current)
    guard (try? current.check(change, on: world.today)) != nil else { return }
    append(change, to: deal)
  }

  /// Takes back an event whose absence leaves a history that the rules allow.
  private mutating func undoSomething(of deal: Int64) {
    guard let own = events[deal] else { return }
    let target = own[world.pick(0..<own.count)]
    let taken = own.contains { $0.change == .undone(target.id) }
    guard !taken else { return }
    let before = own
    append(.undone(target.id), to: deal)
    let standing = DealHistory(events: events[deal] ?? []).standing()
    if !Self.isAllowed(standing) { events[deal] = before }
  }

  private static func isAllowed(_ standing: [DealEvent]) -> Bool {
    guard let first = standing.first else { return true }
    guard var deal = DealHistory(events: [first]).deal() else { return false }
    for event in standing.dropFirst() {
      guard (try? deal.check(event.change, on: event.day)) != nil else { return false }
      deal.apply(event.change, on: event.day)
    }
    return true
  }

  private mutating func append(_ change: DealChange, to deal: Int64) {
    sequence += 1
    let own = events[deal] ?? []
    events[deal, default: []].append(
      DealEvent(
        sequence: sequence,
        id: EventID(high: 0, low: UInt64(sequence)),
        step: numbered(sequence),
        actor: "Ana",
        deal: numbered(deal),
        revision: Int32(own.count + 1),
        recordedAt: Instant(milliseconds: 0),
        day: world.today,
        change: change
      )
    )
  }
}
