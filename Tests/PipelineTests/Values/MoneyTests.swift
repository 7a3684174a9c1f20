import Pipeline
import Testing

@Suite struct MoneyTests {
  @Test(
    arguments: [
      (4_800_000, "EUR", "48000"), (750_050, "EUR", "7500.5"), (1, "EUR", "0.01"), (0, "EUR", "0"),
      (-150, "EUR", "-1.5"), (48, "JPY", "48"), (1_500, "KWD", "1.5"), (12_345, "CLF", "1.2345"),
      (.min, "EUR", "-92233720368547758.08"),
    ] as [(Int64, String, String)]
  )
  func `is written with no more decimals than it needs`(
    minorUnits: Int64,
    code: String,
    text: String
  ) throws {
    let currency = try #require(Currency(code: code))

    #expect(Money(minorUnits: minorUnits, currency: currency).plainAmount == text)
  }

  @Test(arguments: ["EUR", "USD", "AAA", "ZZZ"])
  func `a currency comes back from its code`(code: String) {
    #expect(Currency(code: code)?.code == code)
  }

  @Test(arguments: ["eur", "EU", "EURO", "E1R", "", "ÄUR", "EU "])
  func `refuses what is no code`(code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test func `currencies are in the order of their codes`() {
    #expect(Currency.euro < .pound)
    #expect(Currency.pound < .dollar)
  }

  @Test func `a probability is 0 to 100`() {
    #expect(Probability(percent: 0)?.percent == 0)
    #expect(Probability(percent: 100)?.percent == 100)
    #expect(Probability(percent: 101) == nil)
    #expect(Probability(percent: -1) == nil)
  }
}

@Suite struct InstantTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_774_950_067_250, "2026-03-31T09:41:07.250Z"),
    ] as [(Int64, String)]
  )
  func `is written in UTC`(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).description == text)
  }

  @Test func `is held within the years that a day can name`() {
    #expect(Instant(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .min).description == "0001-01-01T00:00:00.000Z")
    #expect(Instant(milliseconds: .max).day(secondsFromUTC: 86_399) == .last)
  }

  @Test func `falls on the day that the clock's zone has then`() {
    // 2026-03-31T23:30:00Z
    let late = Instant(milliseconds: 1_774_999_800_000)

    #expect(late.day(secondsFromUTC: 0) == day(3, 31))
    #expect(late.day(secondsFromUTC: 7_200) == day(4, 1))
    #expect(late.day(secondsFromUTC: -86_399) == day(3, 30))
    #expect(late.secondOfDay(secondsFromUTC: 7_200) == 5_400)
    #expect(Instant(milliseconds: -1).day(secondsFromUTC: 0) == day(12, 31, year: 1969))
    #expect(Instant(milliseconds: -1).secondOfDay(secondsFromUTC: 0) == 86_399)
  }
}
