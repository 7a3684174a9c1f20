import Pipeline
import Testing

@Suite struct DayParserTests {
  /// A Tuesday.
  private let parser = DayParser(today: day(3, 31))

  @Test(arguments: [
    ("2026-05-01", day(5, 1)),
    ("today", day(3, 31)),
    ("Tomorrow", day(4, 1)),
    ("yesterday", day(3, 30)),
    ("fri", day(4, 3)),
    ("monday", day(4, 6)),
    ("tue", day(4, 7)),
    ("+2w", day(4, 14)),
    ("-7d", day(3, 24)),
    ("3d", day(4, 3)),
    ("+1m", day(4, 30)),
    ("+1q", day(6, 30)),
    ("1y", day(3, 31, year: 2027)),
    ("eom", day(3, 31)),
    ("eoq", day(3, 31)),
    ("EOY", day(12, 31)),
    ("31-3", day(3, 31)),
    ("30-3", day(3, 30, year: 2027)),
    ("1/4", day(4, 1)),
    ("1-2-2025", day(2, 1, year: 2025)),
    ("1-2-25", day(2, 1, year: 2025)),
  ])
  func `reads a day seen from Tuesday 31 March 2026`(text: String, expected: Day) {
    #expect(parser.day(text) == expected)
  }

  @Test(arguments: [
    ("Fri 3 Apr", day(4, 3)), ("tue 31 march", day(3, 31)), ("24 dec", day(12, 24)),
    ("3 January", day(1, 3, year: 2027)), ("1st of May 2027", day(5, 1, year: 2027)),
    ("12 Nov 27", day(11, 12, year: 2027)),
    ("Thu 2026-12-31", day(12, 31)), ("in 2 weeks", day(4, 14)), ("+2 weeks", day(4, 14)),
    ("in a month", day(4, 30)), ("next week", day(4, 7)), ("next mon", day(4, 6)),
    ("next fri", day(4, 10)), ("this fri", day(4, 3)), ("fri next week", day(4, 10)),
  ])
  func `reads a day of several words`(text: String, expected: Day) {
    #expect(parser.day(text) == expected)
  }

  @Test(arguments: [
    ("fri", day(3, 27)), ("tue", day(3, 31)), ("30-3", day(3, 30)),
    ("24 dec", day(12, 24, year: 2025)),
    ("fri 27 mar", day(3, 27)), ("12 Nov 25", day(11, 12, year: 2025)), ("-7d", day(3, 24)),
  ])
  func `looking back a day without a year is the last one there was`(text: String, expected: Day) {
    #expect(DayParser(today: day(3, 31), looksBack: true).day(text) == expected)
  }

  @Test(arguments: [
    "Thu 3 Apr", "32 dec", "30 feb", "in weeks", "next", "dec", "24", "fri call", "in 2",
    "", "2026-02-29", "2026-13-01", "31-4", "29-2", "0-1", "soon", "+w", "++2d", "+-2d", "2x",
    "1-2-3-4", "-", "99999999d", "1.5w",
  ])
  func `refuses what names no day`(text: String) {
    #expect(parser.day(text) == nil)
  }

  @Test func `the end of the quarter is that of the running one`() {
    #expect(DayParser(today: day(5, 10)).day("eoq") == day(6, 30))
  }

  @Test func `a distance beyond the calendar ends at its last day`() {
    #expect(parser.day("999999m") == .last)
  }

  @Test func `another language brings its own words`() {
    var words = InputWords.english
    words.days = ["morgen": 1]

    let parser = DayParser(today: day(3, 31), words: words)

    #expect(parser.day("morgen") == day(4, 1))
    #expect(parser.day("tomorrow") == nil)
  }
}
