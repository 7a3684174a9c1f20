/// A calendar month, quarter or year.
public enum Period: Hashable, Sendable {
  /// A month, 1 to 12, of a year.
  case month(year: Int, Int)
  /// A quarter, 1 to 4, of a year.
  case quarter(year: Int, Int)
  /// A year.
  case year(Int)

  /// How long a period is.
  public enum Length: String, CaseIterable, Hashable, Sendable {
    /// A calendar month.
    case month
    /// Three months, beginning in January, April, July or October.
    case quarter
    /// A calendar year.
    case year

    /// How many months it has.
    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .year: 12
      }
    }
  }

  /// The period of a length that a day lies in.
  public init(_ length: Length, containing day: Day) {
    switch length {
    case .month: self = .month(year: day.year, day.month)
    case .quarter: self = .quarter(year: day.year, (day.month + 2) / 3)
    case .year: self = .year(day.year)
    }
  }

  /// How long it is.
  public var length: Length {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }

  /// Its first day, held within the days that can be named.
  public var first: Day {
    switch self {
    case .month(let year, let month): Day(year: year, month: month, day: 1) ?? .first
    case .quarter(let year, let quarter):
      Day(year: year, month: quarter * 3 - 2, day: 1) ?? .first
    case .year(let year): Day(year: year, month: 1, day: 1) ?? .first
    }
  }

  /// Its last day.
  public var last: Day {
    first.adding(months: length.months - 1).endOfMonth
  }

  /// Its days.
  public var days: DayRange {
    DayRange(days: last - first + 1, endingOn: last)
  }

  /// The period of the same length that begins the day after it ends.
  public var next: Period { Period(length, containing: last + 1) }

  /// The period of the same length that ends the day before it begins.
  public var previous: Period { Period(length, containing: first - 1) }
}

extension Period {
  /// The periods of a length that have days in a range and begin on or before a day, in their order.
  public static func all(_ length: Length, over range: DayRange, asOf day: Day) -> [Period] {
    var periods: [Period] = []
    var period = Period(length, containing: range.first)
    while period.first <= min(range.last, day) {
      periods.append(period)
      // The last period that can be named is its own next.
      guard period.last < .last else { break }
      period = period.next
    }
    return periods
  }
}

extension Period: CustomStringConvertible, LosslessStringConvertible {
  /// `2026-03`, `2026-Q1` or `2026`.
  public var description: String {
    let text = first.description
    switch self {
    case .month: return String(text.prefix(7))
    case .quarter(_, let quarter): return "\(text.prefix(4))-Q\(quarter)"
    case .year: return String(text.prefix(4))
    }
  }

  /// Reads `2026-03`, `2026-Q1` (also `2026-q1`) or `2026`; `nil` for anything else.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let day = Day("\(first)-01-01") else {
      return nil
    }
    guard parts.count == 2 else {
      guard parts.count == 1 else { return nil }
      self = .year(day.year)
      return
    }
    if let month = Day("\(first)-\(parts[1])-01") {
      self = .month(year: day.year, month.month)
    } else if let quarter = (1...4).first(where: { "Q\($0)" == parts[1].uppercased() }) {
      self = .quarter(year: day.year, quarter)
    } else {
      return nil
    }
  }
}
