import Testing

@testable import Pipeline

/// What a Dutch user types: 2026-03-31 is a Tuesday.
@Suite struct DutchInputTests {
  @Test(arguments: [
    ("vr", day(4, 3)), ("do", day(4, 2)), ("woensdag", day(4, 1)), ("overmorgen", day(4, 2)),
    ("+2w", day(4, 14)), ("+1k", day(6, 30)), ("eoj", day(12, 31)), ("fri", day(4, 3)),
  ])
  func `days are read in Dutch and in English`(text: String, expected: Day) {
    #expect(DayParser(today: day(3, 31), words: .dutch).day(text) == expected)
  }

  @Test(
    arguments: [
      ("1.234,56", 123_456), ("1.234", 123_400), ("1,5k", 150_000), ("1.250.000", 125_000_000),
      ("12,50", 1_250), ("€ 7.500", 750_000), ("1,250", 125), ("2mln", 200_000_000),
    ] as [(String, Int64)]
  )
  func `a point stands between thousands, a comma before decimals`(
    text: String,
    minorUnits: Int64
  ) throws {
    let money = try AmountParser(currency: .euro, words: .dutch).money(text)

    #expect(money == Money(minorUnits: minorUnits, currency: .euro))
  }

  @Test func `in English a lone separator stays open`() {
    #expect(throws: AmountError.ambiguous("1.234", .euro)) {
      try AmountParser(currency: .euro, words: .english).money("1.234")
    }
  }

  @Test func `the words are those of the language that runs now`() {
    let read = Language.$current.withValue(.dutch) { DayParser(today: day(3, 31)).day("vr") }

    #expect(read == day(4, 3))
    #expect(DayParser(today: day(3, 31)).day("vr") == nil)
  }
}
