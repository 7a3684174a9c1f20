/// A place in the log: what was known there, and what came after it.
///
/// A meeting is held at a moment of its day: what happened that day before it was known to it, what
/// happened later that day was not. By the day alone, one of the two would be told twice or never.
public struct LogPoint: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The moment on it up to which events were recorded; `nil`: its end.
  public let moment: Instant?

  /// A moment of a day.
  public init(day: Day, moment: Instant?) {
    self.day = day
    self.moment = moment
  }

  /// The end of a day, whenever its events were recorded.
  public static func end(of day: Day) -> LogPoint { LogPoint(day: day, moment: nil) }

  /// Whether an event was known there: it happened on an earlier day, or on that day and was
  /// recorded by then.
  public func covers(_ event: DealEvent) -> Bool {
    if event.day != day { return event.day < day }
    return moment.map { event.recordedAt <= $0 } ?? true
  }
}
