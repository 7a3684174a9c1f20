/// How many open deals need attention, reason by reason, and how many are put aside until a later day:
/// those are in none of the counts, as in the list of what needs attention (NUMBERS.md, "Time").
public struct AttentionCounts: Hashable, Sendable {
  /// How many have a next step that was due before the day.
  public private(set) var overdue = 0
  /// How many have nothing planned.
  public private(set) var withoutStep = 0
  /// How many went untouched for longer than their stage allows.
  public private(set) var stale = 0
  /// How many are in their present visit for longer than their stage allows.
  public private(set) var stuck = 0
  /// How many would need attention, for whatever reason, and are put aside.
  public private(set) var putAside = 0

  /// The counts of nothing.
  public init() {}

  mutating func add(_ deal: Deal, stage: Stage?, isStale: Bool, on day: Day, sign: Int) {
    let isOverdue = deal.nextStep.map { $0.due < day } ?? false
    let isWithoutStep = deal.nextStep == nil
    let isStuck = deal.isStuck(on: day, stuckLimit: stage?.stuckLimit)
    if let until = deal.snoozedUntil, until > day {
      if isOverdue || isWithoutStep || isStale || isStuck { putAside += sign }
      return
    }
    if isOverdue { overdue += sign }
    if isWithoutStep { withoutStep += sign }
    if isStale { stale += sign }
    if isStuck { stuck += sign }
  }

  /// Adds the counts of other open deals.
  mutating func add(_ other: AttentionCounts) {
    overdue += other.overdue
    withoutStep += other.withoutStep
    stale += other.stale
    stuck += other.stuck
    putAside += other.putAside
  }
}
