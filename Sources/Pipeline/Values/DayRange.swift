/// Days from one to another, both ends included.
public struct DayRange: Hashable, Sendable {
  /// The first day.
  public let first: Day
  /// The last day; not before `first`.
  public let last: Day

  /// The days from `first` to `last`; `nil` where they stand the other way round.
  public init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The `count` days that end with `last`; at least one.
  public init(days count: Int, endingOn last: Day) {
    self.first = last - (max(count, 1) - 1)
    self.last = last
  }

  /// How many days they are; at least 1.
  public var length: Int { last - first + 1 }

  /// Whether a day is among them.
  public func contains(_ day: Day) -> Bool {
    first <= day && day <= last
  }
}
