/// A date of the proleptic Gregorian calendar in the workspace's time zone, without a time.
///
/// Years 1 to 9999. The difference of two days is a whole number of days; nothing here knows hours.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0; negative before.
  public let number: Int32

  /// The first day that can be named, 0001-01-01.
  public static let first = Day(number: -719_162)
  /// The last day that can be named, 9999-12-31.
  public static let last = Day(number: 2_932_896)

  /// The day `number` days after 1970-01-01, held within `first...last`.
  public init(number: Int32) {
    self.number = min(max(number, -719_162), 2_932_896)
  }

  /// The day of a year, month and day of the month; `nil` where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.lengthOfMonth(month, year: year)
    else { return nil }
    self.number = Self.number(year: year, month: month, day: day)
  }

  /// Orders earlier days first.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  /// The number of days from `earlier` to `later`; negative when they stand the other way round.
  public static func - (later: Day, earlier: Day) -> Int {
    Int(later.number) - Int(earlier.number)
  }

  /// The day `count` days later, held within `first...last`.
  public static func + (day: Day, count: Int) -> Day {
    let sum = Int(day.number) + min(max(count, -10_000_000), 10_000_000)
    return Day(number: Int32(sum))
  }

  /// The day `count` days earlier, held within `first...last`.
  public static func - (day: Day, count: Int) -> Day {
    day + -min(max(count, -10_000_000), 10_000_000)
  }
}

extension Day {
  /// The year, 1 to 9999.
  public var year: Int { civil.year }
  /// The month of the year, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { civil.day }

  /// The day of the week, Monday first.
  public var weekday: Weekday {
    let index = (Int(number) + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The first day of this day's month.
  public var startOfMonth: Day { self - (dayOfMonth - 1) }

  /// The last day of this day's month.
  public var endOfMonth: Day {
    let (year, month, _) = civil
    return startOfMonth + (Self.lengthOfMonth(month, year: year) - 1)
  }

  /// The same day `count` months later, or that month's last day where it is shorter.
  public func adding(months count: Int) -> Day {
    let (year, month, day) = civil
    let months = year * 12 + (month - 1) + min(max(count, -200_000), 200_000)
    let target = (year: months / 12, month: months % 12 + 1)
    guard (1...9999).contains(target.year), target.month >= 1 else {
      return months < 12 ? .first : .last
    }
    let last = Self.lengthOfMonth(target.month, year: target.year)
    return Day(
      number: Self.number(year: target.year, month: target.month, day: min(day, last))
    )
  }

  /// The number of days of a month, 1 to 12, of a year.
  static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Counts from March so that the leap day is the last of its year (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days).
  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = civil
    var text = String(year)
    while text.utf8.count < 4 { text = "0" + text }
    return text + (month < 10 ? "-0" : "-") + String(month) + (day < 10 ? "-0" : "-") + String(day)
  }

  /// Reads exactly `YYYY-MM-DD`; `nil` for anything else and for a day that does not exist.
  public init?(_ description: String) {
    let digits = Array(description.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-")
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for digit in digits[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        value = value * 10 + Int(digit - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
