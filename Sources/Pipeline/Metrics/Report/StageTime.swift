/// How long deals spent in a stage over all their visits, of those that first came there in a window.
///
/// The clock stands still while a deal is closed; a visit of 0 days is a visit (NUMBERS.md, "Time").
public struct StageTime: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// The days of every deal that visited it.
  public internal(set) var all = DayHistogram()
  /// The days of those that are not open in it now: moved on, won or lost.
  public internal(set) var left = DayHistogram()

  init(_ stage: Stage) {
    self.stage = stage
  }

  mutating func add(_ deal: Deal, on day: Day, window: DayRange) {
    guard let first = deal.firstDay(in: stage.id), window.contains(first),
      let days = deal.days(in: stage.id, on: day)
    else { return }
    all.add(days)
    if !(deal.status.isOpen && deal.stage == stage.id) { left.add(days) }
  }
}
