/// A next step: an activity that is due.
public struct PlannedStep: Hashable, Sendable {
  /// Its number within the deal, from 1, never given twice.
  public let number: Int32
  /// The day it is due.
  public var due: Day
  /// The minute of the day it is due, 0 to 1,439; `nil`: any time that day.
  public var minuteOfDay: Int16?
  /// What is to be done.
  public var activity: Activity

  /// Makes a step that is due.
  public init(number: Int32, due: Day, minuteOfDay: Int16? = nil, activity: Activity) {
    self.number = number
    self.due = due
    self.minuteOfDay = minuteOfDay
    self.activity = activity
  }

  /// Whether this step comes before another: by day, then those with a time by it, then the rest,
  /// then by number.
  public func isDue(before other: PlannedStep) -> Bool {
    (due, minuteOfDay ?? 1440, number) < (other.due, other.minuteOfDay ?? 1440, other.number)
  }
}
