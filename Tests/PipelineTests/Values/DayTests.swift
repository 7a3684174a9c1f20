import Pipeline
import Testing

@Suite struct DayTests {
  @Test(
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
      ("2026-03-31", 20_543), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ] as [(String, Int32)]
  )
  func `counts days from 1970 and back`(text: String, number: Int32) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01",
    "2026-01-00", "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01",
    "", "２026-01-0",
  ])
  func `refuses a date that the calendar has not`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [("2024-02-29", true), ("2000-02-29", true), ("2400-02-29", true)])
  func `knows leap years`(text: String, exists: Bool) {
    #expect((Day(text) != nil) == exists)
  }

  @Test func `every day of four centuries comes back from its text`() {
    let first = day(1, 1, year: 1800)
    var previous = first.description

    for offset in 1..<146_097 {
      let text = (first + offset).description
      #expect(text > previous && Day(text) == first + offset)
      previous = text
    }

    #expect(first + 146_097 == day(1, 1, year: 2200))
  }

  @Test func `a difference is in days and a sum goes over ends of months`() {
    #expect(day(3, 1) - day(2, 1) == 28)
    #expect(day(3, 1, year: 2024) - day(2, 1, year: 2024) == 29)
    #expect(day(12, 31) + 1 == day(1, 1, year: 2027))
    #expect(day(1, 1) - 1 == day(12, 31, year: 2025))
    #expect(Day.last + 5 == .last)
    #expect(Day.first - 5 == .first)
    #expect(Day.first + Int.min == .first)
  }

  @Test func `a month later is the same day or the month's last`() {
    #expect(day(1, 31).adding(months: 1) == day(2, 28))
    #expect(day(3, 31).adding(months: -1) == day(2, 28))
    #expect(day(12, 15).adding(months: 2) == day(2, 15, year: 2027))
    #expect(day(1, 15).adding(months: -1) == day(12, 15, year: 2025))
    #expect(day(2, 29, year: 2024).adding(months: 12) == day(2, 28, year: 2025))
    #expect(Day.first.adding(months: -1) == .first)
    #expect(Day.last.adding(months: 1) == .last)
    #expect(day(2, 3).startOfMonth == day(2, 1))
    #expect(day(2, 3).endOfMonth == day(2, 28))
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("2026-03-31", .tuesday), ("1969-12-28", .sunday),
    ("0001-01-01", .monday), ("2000-02-29", .tuesday),
  ])
  func `knows the day of the week`(text: String, weekday: Weekday) {
    #expect(Day(text)?.weekday == weekday)
  }
}

@Suite struct DayRangeTests {
  @Test func `365 days that end on a day begin 364 days before`() {
    let range = DayRange(days: 365, endingOn: day(3, 31))

    #expect(range.first == day(4, 1, year: 2025))
    #expect(range.contains(day(4, 1, year: 2025)))
    #expect(range.contains(day(3, 31)))
    #expect(!range.contains(day(4, 1)))
  }

  @Test func `a range does not end before it begins`() {
    #expect(DayRange(first: day(2, 2), last: day(2, 1)) == nil)
    #expect(DayRange(first: day(2, 2), last: day(2, 2))?.contains(day(2, 2)) == true)
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026-03", day(3, 1), day(3, 31)), ("2024-02", day(2, 1, year: 2024), day(2, 29, year: 2024)),
    ("2026-Q1", day(1, 1), day(3, 31)), ("2026-Q4", day(10, 1), day(12, 31)),
    ("2026", day(1, 1), day(12, 31)),
  ])
  func `has its first and last day`(text: String, first: Day, last: Day) throws {
    let period = try #require(Period(text))

    #expect(period.first == first)
    #expect(period.last == last)
    #expect(period.description == text)
    #expect(period.next.first == last + 1)
    #expect(period.previous.last == first - 1)
    #expect(Period(period.length, containing: last) == period)
  }

  @Test(arguments: ["2026-13", "2026-Q5", "26", "2026-", "2026-3", "2026-Q1-Q2", "0000", "-2026"])
  func `refuses what is no period`(text: String) {
    #expect(Period(text) == nil)
  }
}

@Suite struct WindowTests {
  @Test(arguments: [
    ("365d", day(4, 1, year: 2025), day(3, 31)), ("1d", day(3, 31), day(3, 31)),
    ("90d", day(1, 1), day(3, 31)), ("all", .first, day(3, 31)),
    ("2026-Q1", day(1, 1), day(3, 31)), ("2026", day(1, 1), day(12, 31)),
    ("2026-01-15..2026-02-15", day(1, 15), day(2, 15)),
  ])
  func `has its days as of 31 March 2026`(text: String, first: Day, last: Day) throws {
    let window = try #require(Window(text))

    #expect(window.days(asOf: day(3, 31)) == DayRange(first: first, last: last))
    #expect(window.description == text)
  }

  @Test(arguments: [
    "", "d", "0d", "-5d", "+5d", "1.5d", "99999999999d", "2026-02-15..2026-01-15", "..2026-01-01",
    "2026-01-01...2026-02-01", "ever",
  ])
  func `refuses what is no window`(text: String) {
    #expect(Window(text) == nil)
  }
}
