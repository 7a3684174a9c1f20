/// The working days of the sample's eighteen months.
struct SampleCalendar {
  let start: Day
  let today: Day

  init(today: Day) {
    self.today = today
    start = Self.workday(onOrAfter: today.adding(months: -18))
  }

  static func isWorkday(_ day: Day) -> Bool {
    day.weekday != .saturday && day.weekday != .sunday
  }

  static func workday(onOrAfter day: Day) -> Day {
    isWorkday(day) ? day : workday(onOrAfter: day + 1)
  }

  static func workday(onOrBefore day: Day) -> Day {
    isWorkday(day) ? day : workday(onOrBefore: day - 1)
  }

  /// The working day before today.
  var previousWorkday: Day { Self.workday(onOrBefore: today - 1) }

  /// How busy the months of a year are, January first: trade fairs in spring and autumn, a slow
  /// summer, little before the end of the year.
  private static let season = [90, 100, 120, 100, 100, 115, 75, 60, 115, 120, 125, 70]

  /// How many deals the team was already working on.
  private static let carriedOver = 34

  /// The days on which `count` deals come in, earliest first: some in the first weeks, when the
  /// team wrote down what it was working on; then by season, and half as many again at the end.
  func creationDays(count: Int) -> [Day] {
    let length = previousWorkday - start + 1
    let days = (0..<length).map { start + $0 }.filter(Self.isWorkday)
    let weights = days.map { day in
      Self.season[day.month - 1] * (100 + 50 * (day - start) / length)
    }
    let total = weights.reduce(0, +)
    var created = (0..<Self.carriedOver).map { Self.workday(onOrAfter: start + $0 / 2) }
    let count = count - created.count
    var reached = 0
    var placed = 0
    for (day, weight) in zip(days, weights) {
      reached += weight
      while placed < count, placed * total < reached * count {
        created.append(day)
        placed += 1
      }
    }
    return created.sorted()
  }
}
