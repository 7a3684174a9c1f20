/// Reads a day as people type it, seen from today.
public struct DayParser: Sendable {
  /// The day that words and distances are counted from.
  public let today: Day
  /// The words understood.
  public let words: InputWords

  /// A parser for one day and one language.
  public init(today: Day, words: InputWords = .current) {
    self.today = today
    self.words = words
  }

  /// The day that a text names; `nil` where it names none, or one that does not exist.
  ///
  /// `2026-03-31`, `31-3` (day before month; the next such day, today included), `31-3-2026`,
  /// `today`, `fri` (the next one, never today), `+2w`, `-7d`, `3m`, `eom`, `eoq`, `eoy`.
  public func day(_ text: some StringProtocol) -> Day? {
    let text = text.lowercased()
    if let day = Day(text) { return day }
    if let offset = words.days[text] { return today + offset }
    if let weekday = words.weekdays[text] {
      let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
      return today + (ahead == 0 ? 7 : ahead)
    }
    if let length = words.endsOfPeriod[text] { return Period(length, containing: today).last }
    return distance(text) ?? date(text)
  }

  /// A number and a unit, with or without a sign.
  private func distance(_ text: String) -> Day? {
    let sign = text.first == "-" ? -1 : 1
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : Substring(text)
    let digits = unsigned.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 6, let number = Int(digits),
      let unit = words.units[String(unsigned.dropFirst(digits.count))]
    else { return nil }
    switch unit {
    case .days(let count): return today + sign * number * count
    case .months(let count): return today.adding(months: sign * number * count)
    }
  }

  /// Day and month, with or without a year, between `-`, `/` or `.`.
  private func date(_ text: String) -> Day? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) && $0.first != "+" ? Int($0) : nil }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 2:
      let years = [today.year, today.year + 1]
      let days = years.compactMap { Day(year: $0, month: numbers[1], day: numbers[0]) }
      return days.first { $0 >= today }
    case 3:
      let year = parts[2].count == 2 ? 2000 + numbers[2] : numbers[2]
      return Day(year: year, month: numbers[1], day: numbers[0])
    default: return nil
    }
  }
}
