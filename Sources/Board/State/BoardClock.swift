public import Pipeline

/// What time it is, for one action: the board reads no clock.
public struct BoardClock: Hashable, Sendable {
  /// The moment.
  public var now: Instant
  /// The day in the workspace's zone.
  public var today: Day
  /// The minute of that day, 0 to 1,439.
  public var minuteOfDay: Int

  /// Makes a clock that shows a moment.
  public init(now: Instant, today: Day, minuteOfDay: Int = 0) {
    self.now = now
    self.today = today
    self.minuteOfDay = minuteOfDay
  }

  /// The same moment with another day for today, where one is given.
  func showing(_ day: Day?) -> BoardClock {
    day.map { BoardClock(now: now, today: $0, minuteOfDay: minuteOfDay) } ?? self
  }
}
