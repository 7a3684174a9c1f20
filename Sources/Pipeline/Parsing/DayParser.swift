/// Reads a day as people type it, seen from today.
public struct DayParser: Sendable {
  /// The day that words and distances are counted from.
  public let today: Day
  /// The words understood.
  public let words: InputWords
  /// Whether a weekday and a date without a year are the last ones there were, and not the next.
  public let looksBack: Bool

  /// A parser for one day and one language.
  public init(today: Day, words: InputWords = .current, looksBack: Bool = false) {
    self.today = today
    self.words = words
    self.looksBack = looksBack
  }

  /// The day that a text names; `nil` where it names none, or one that does not exist.
  ///
  /// One word: `2026-03-31`, `31-3` (day before month; the next such day, today included),
  /// `31-3-2026`, `today`, `fri` (the next one, never today), `+2w`, `-7d`, `3m`, `eom`, `eoq`,
  /// `eoy`. Several, as `match(_:)` reads them: `Fri 4 Dec`, `31 march 2027`, `in 2 weeks`.
  public func day(_ text: some StringProtocol) -> Day? {
    let words = String(text).split(separator: " ").map(String.init)
    guard let match = match(words[...]), match.count == words.count else { return nil }
    return match.day
  }

  /// The day that one word names; `nil` where it names none.
  func day(word text: String) -> Day? {
    let text = text.lowercased()
    if let day = Day(text) { return day }
    if let offset = words.days[text] { return today + offset }
    if let weekday = words.weekdays[text] { return nearest(weekday) }
    if let length = words.endsOfPeriod[text] { return Period(length, containing: today).last }
    return distance(text) ?? date(text)
  }

  /// The next day of a weekday, never today; looking back the last one, today included.
  func nearest(_ weekday: Weekday) -> Day {
    let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
    if looksBack { return ahead == 0 ? today : today + ahead - 7 }
    return today + (ahead == 0 ? 7 : ahead)
  }

  /// A day and a month without a year: the next such day, today included; looking back the last one.
  func nearest(month: Int, day: Int) -> Day? {
    let years = looksBack ? [today.year, today.year - 1] : [today.year, today.year + 1]
    let days = years.compactMap { Day(year: $0, month: month, day: day) }
    return days.first { looksBack ? $0 <= today : $0 >= today }
  }

  /// The day so many units of time after today, or before it.
  func distance(_ number: Int, _ unit: InputWords.TimeUnit) -> Day {
    switch unit {
    case .days(let count): today + number * count
    case .months(let count): today.adding(months: number * count)
    }
  }

  /// A number and a unit, with or without a sign.
  private func distance(_ text: String) -> Day? {
    let sign = text.first == "-" ? -1 : 1
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : Substring(text)
    let digits = unsigned.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 6, let number = Int(digits),
      let unit = words.units[String(unsigned.dropFirst(digits.count))]
    else { return nil }
    return distance(sign * number, unit)
  }

  /// Day and month, with or without a year, between `-`, `/` or `.`.
  private func date(_ text: String) -> Day? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) && $0.first != "+" ? Int($0) : nil }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 2: return nearest(month: numbers[1], day: numbers[0])
    case 3:
      let year = parts[2].count == 2 ? 2000 + numbers[2] : numbers[2]
      return Day(year: year, month: numbers[1], day: numbers[0])
    default: return nil
    }
  }
}
