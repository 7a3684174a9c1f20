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
