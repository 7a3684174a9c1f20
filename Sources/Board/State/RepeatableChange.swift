import Pipeline

/// A change that `.` makes again on another deal.
enum RepeatableChange: Hashable, Sendable {
  /// Sent so many stages on, or back where negative.
  case sent(by: Int)
  case won
  case lost(reason: String?)
  case valued(Int64?, Currency)
  case expectedClose(Day?)
  case nextStep(due: Day, minuteOfDay: Int16?, Activity)
}
