/// A day of the week, Monday first as ISO 8601 counts.
public enum Weekday: Int, CaseIterable, Sendable {
  /// The first day of the week.
  case monday = 1
  /// The second.
  case tuesday
  /// The third.
  case wednesday
  /// The fourth.
  case thursday
  /// The fifth.
  case friday
  /// The sixth.
  case saturday
  /// The seventh.
  case sunday
}
