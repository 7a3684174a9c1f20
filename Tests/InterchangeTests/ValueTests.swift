import Interchange
import Pipeline
import Testing

struct ValueTests {
  private func minorUnits(_ text: String, _ code: String = "EUR") throws -> Int64? {
    let currency = try #require(Currency(code: code))
    return try DecimalAmount.parse(text, in: currency)?.minorUnits(in: currency)
  }

  @Test(arguments: [
    ("1234.56", 123_456), ("1,234.56", 123_456), ("1.234,56", 123_456), ("1 234,56", 123_456),
    ("1\u{A0}234,56", 123_456), ("1\u{202F}234,56", 123_456), (" 7 ", 700), ("0", 0), ("-0", 0),
    ("1.234.567", 123_456_700), ("1234.500", 123_450), ("0.10", 10), ("0001", 100), (".5", 50),
    ("1000000000000000", 100_000_000_000_000_000),
  ])
  func `an amount is read exactly`(_ text: String, _ cents: Int64) throws {
    #expect(try minorUnits(text) == cents)
  }

  @Test(arguments: [
    ("1,234", ValueFault.ambiguousNumber), ("12.345", .ambiguousNumber), ("-50", .negativeValue),
    ("abc", .invalidNumber), ("1e3", .invalidNumber), ("0x10", .invalidNumber),
    ("12.34.56", .invalidNumber), ("1234,567.89", .invalidNumber), ("1.2,3.4", .invalidNumber),
    ("€5", .invalidNumber), ("5.", .invalidNumber), ("-", .invalidNumber), ("1 2", .invalidNumber),
    ("+5", .invalidNumber), ("--5", .invalidNumber), (".", .invalidNumber), (",", .invalidNumber),
    ("1000000000000000.01", .valueTooLarge), ("99999999999999999999", .valueTooLarge),
    ("1.005", .ambiguousNumber), ("1234.005", .valueTooFine), ("0.001", .valueTooFine),
  ])
  func `what is not an amount is refused and says why`(_ text: String, _ fault: ValueFault) {
    #expect(throws: fault) { try minorUnits(text) }
  }

  @Test func `the currency decides how fine an amount may be`() throws {
    #expect(try minorUnits("5", "JPY") == 5)
    #expect(throws: ValueFault.valueTooFine) { try minorUnits("5.1", "JPY") }
    #expect(try minorUnits("0.125", "KWD") == 125)
  }

  @Test func `a point stands before the three decimals of a currency that has them`() throws {
    #expect(try minorUnits("1.234", "KWD") == 1_234)
    #expect(try minorUnits("1.234,5", "KWD") == 1_234_500)
    #expect(throws: ValueFault.ambiguousNumber) { try minorUnits("1,234", "KWD") }
    #expect(throws: ValueFault.ambiguousNumber) { try minorUnits("1.234", "CLF") }
  }

  private static let writings = [
    "1234.56", "1,234.56", "1.234,56", "1 234,56", "1\u{A0}234,56", "7", "0", "1.234.567", "1.234",
    "1,234", "12.345", "0.125", "0,5", "1234.500", "1234.005", "0001", "1 2", "1 2345", "12 34.5",
    "1,23,456", "12.34.56", "1234,567.89", "1.2,3.4", "5.", ".", "", "abc", "1e3", "-5",
    "1 234 567", "1000000000000000", "1000000000000001", "1.234,567", "1,234.5678",
  ]

  @Test(arguments: ["EUR", "JPY", "KWD", "CLF", "DEM"], writings)
  func `a file and a person mean the same by an amount`(code: String, text: String) throws {
    let currency = try #require(Currency(iso4217: code))

    let imported = try? minorUnits(text, code)
    let typed = try? AmountParser(currency: currency, words: .english).money(text).minorUnits

    #expect(imported == typed)
  }

  @Test func `a blank amount is none`() throws {
    #expect(try minorUnits("  ") == nil)
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-01"), ("2026-03-01 00:00:00", "2026-03-01"),
    ("2026-03-01 23:59:59", "2026-03-01"), ("2026-03-01T23:30:00Z", "2026-03-02"),
    ("2026-03-01T00:30:00.250Z", "2026-03-01"),
  ])
  func `only a moment moves with the zone`(_ text: String, _ day: String) throws {
    let dates = DateText { _ in 3600 }

    #expect(try dates.day(text)?.description == day)
  }

  @Test func `a moment behind UTC may fall on the day before`() throws {
    let dates = DateText { _ in -5 * 3600 }

    #expect(try dates.day("2026-03-01T04:59:59Z")?.description == "2026-02-28")
    #expect(try dates.day("2026-03-01 04:59:59")?.description == "2026-03-01")
  }

  @Test(arguments: [
    "2026-02-30", "31/12/2026", "2026-3-1", "yesterday", "2026-03-01 25:00:00", "0000-00-00",
    "2026-03-01 09:30", "2026-03-01T09:30:00", "2026-03-01 09:30:00Z", "2026-03-01x", "2026-03-01T",
  ])
  func `what is not a day is refused`(_ text: String) {
    #expect(throws: ValueFault.invalidDate) { try DateText { _ in 0 }.day(text) }
  }

  @Test func `control and bidi characters are replaced, line ends become a space`() {
    #expect(CleanText.cleaned("a\tb\r\nc\nd") == "a b c d")
    #expect(
      CleanText.cleaned("\u{1B}[31m\u{9B}\u{202E}\u{2066}\u{7F}") == "\u{FFFD}[31m"
        + "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    )
    #expect(CleanText.cleaned("e\u{301} 👩‍👩‍👧 \u{2028}") == "e\u{301} 👩‍👩‍👧 \u{2028}")
  }

  @Test(arguments: [
    "=1+1", "+1", "-2+3", "@SUM(A1)", " =1", "'=1", "''=1", "\u{FF1D}1", "\u{A0}@x",
    "'s-Hertogenbosch",
    "plain", "", "'", "a=b",
  ])
  func `a guarded text comes back as it was`(_ text: String) {
    #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)) == text)
  }

  @Test func `only what a spreadsheet would run is guarded`() {
    #expect(FormulaGuard.guarded("=1") == "'=1")
    #expect(FormulaGuard.guarded(" '\u{FF0B}1") == "' '\u{FF0B}1")
    #expect(FormulaGuard.guarded("'s-Hertogenbosch") == "'s-Hertogenbosch")
    #expect(FormulaGuard.unguarded("'s-Hertogenbosch") == "'s-Hertogenbosch")
  }

  @Test func `a probability is whole percent`() throws {
    #expect(try ProbabilityText.parse("75")?.percent == 75)
    #expect(try ProbabilityText.parse("75 %")?.percent == 75)
    #expect(try ProbabilityText.parse("") == nil)
    for text in ["101", "-1", "12.5", "x"] {
      #expect(throws: ValueFault.invalidProbability) { try ProbabilityText.parse(text) }
    }
  }
}
