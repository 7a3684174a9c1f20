import ArgumentParser
import Pipeline

/// A day as it is typed: `2026-03-31`, `today`, `yesterday`, `tomorrow`, `-7d`, `+2w`.
///
/// Which day `today` is depends on the workspace's zone, so that it is found later.
enum DayArgument: Hashable {
  /// A day of the calendar.
  case day(Day)
  /// A number of days from today; negative before it.
  case fromToday(Int)

  /// Today itself.
  static let today = DayArgument.fromToday(0)

  /// The day that is meant.
  func day(today: Day) -> Day {
    switch self {
    case .day(let day): day
    case .fromToday(let count): today + count
    }
  }
}

extension DayArgument: ExpressibleByArgument {
  /// Reads a day; `nil` for anything else and for one that does not exist.
  init?(argument: String) {
    let text = argument.lowercased()
    switch text {
    case "today": self = .today
    case "yesterday": self = .fromToday(-1)
    case "tomorrow": self = .fromToday(1)
    default:
      if let day = Day(text) {
        self = .day(day)
      } else if let count = Self.distance(text) {
        self = .fromToday(count)
      } else {
        return nil
      }
    }
  }

  /// The text it would be typed as, for help.
  var defaultValueDescription: String {
    switch self {
    case .day(let day): day.description
    case .fromToday(0): "today"
    case .fromToday(let count): count > 0 ? "+\(count)d" : "\(count)d"
    }
  }

  private static func distance(_ text: String) -> Int? {
    guard let unit = text.last, let sign = text.first, "+-".contains(sign) else { return nil }
    let digits = text.dropFirst().dropLast()
    guard !digits.isEmpty, digits.utf8.count <= 6, digits.utf8.allSatisfy({ 48...57 ~= $0 }),
      let number = Int(digits)
    else { return nil }
    let days: Int
    switch unit {
    case "d": days = number
    case "w": days = number * 7
    default: return nil
    }
    return sign == "-" ? -days : days
  }
}
