/// The days that a figure over closed deals looks at (NUMBERS.md, "Ground rules").
///
/// It picks closed deals by the day they closed; for conversion and time in stage it picks deals by
/// their first day in the stage.
public enum Window: Hashable, Sendable {
  /// The as-of day and the days before it, so many together; at least one.
  case days(Int)
  /// Everything up to the as-of day.
  case all
  /// A calendar period.
  case period(Period)
  /// From one day to another.
  case range(DayRange)

  /// The window where nothing is said: 365 days.
  public static let standard = Window.days(365)

  /// The days it has as of a day, both ends included.
  public func days(asOf day: Day) -> DayRange {
    switch self {
    case .days(let count): DayRange(days: count, endingOn: day)
    case .all: DayRange(days: day - .first + 1, endingOn: day)
    case .period(let period): period.days
    case .range(let range): range
    }
  }
}

extension Window: CustomStringConvertible, LosslessStringConvertible {
  /// `365d`, `all`, `2026-Q1`, `2026`, `2026-03` or `2026-01-01..2026-03-31`.
  public var description: String {
    switch self {
    case .days(let count): "\(count)d"
    case .all: "all"
    case .period(let period): period.description
    case .range(let range): "\(range.first)..\(range.last)"
    }
  }

  /// Reads what `description` writes; `nil` for anything else, for no days, and for a range that
  /// ends before it begins.
  public init?(_ description: String) {
    if description == "all" {
      self = .all
    } else if description.last == "d", let count = Int(description.dropLast()), count > 0,
      count < 10_000_000, description.first != "+"
    {
      self = .days(count)
    } else if let period = Period(description) {
      self = .period(period)
    } else {
      let parts = description.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[1].isEmpty, let first = Day(String(parts[0])),
        let last = Day(String(parts[2])), let range = DayRange(first: first, last: last)
      else { return nil }
      self = .range(range)
    }
  }
}
