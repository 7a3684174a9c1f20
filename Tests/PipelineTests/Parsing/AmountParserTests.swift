import Pipeline
import Testing

@Suite struct AmountParserTests {
  private let parser = AmountParser(currency: .euro)

  @Test(
    arguments: [
      ("48000", 4_800_000), ("48k", 4_800_000), ("1.2m", 120_000_000), ("1,2m", 120_000_000),
      ("7500.50", 750_050), ("7500,5", 750_050), ("1,250,000", 125_000_000),
      ("1.250.000,75", 125_000_075), ("1,250.75", 125_075), ("0", 0), ("0.125k", 12_500),
      ("€48k", 4_800_000), ("48k €", 4_800_000), ("EUR 48000", 4_800_000), ("48000eur", 4_800_000),
      ("2bn", 200_000_000_000), ("1 250 000", 125_000_000), ("12345.678k", 1_234_567_800),
      ("1000000000000000", 100_000_000_000_000_000), ("10.500000", 1_050),
    ] as [(String, Int64)]
  )
  func `reads an amount in cents`(text: String, cents: Int64) throws {
    #expect(try parser.money(text) == Money(minorUnits: cents, currency: .euro))
  }

  @Test(arguments: [("$48k", "USD"), ("48k USD", "USD"), ("£9.5k", "GBP"), ("gbp 1", "GBP")])
  func `a sign or code names the currency`(text: String, code: String) throws {
    #expect(try parser.money(text).currency.code == code)
  }

  @Test func `the yen has no cents`() throws {
    let yen = try #require(Currency(code: "JPY"))

    #expect(try parser.money("¥48k") == Money(minorUnits: 48_000, currency: yen))
    #expect(throws: AmountError.tooFine("¥1.5", yen)) { try parser.money("¥1.5") }
  }

  @Test(
    arguments: [
      ("KWD 1.234", 1_234), ("1.234 bhd", 1_234), ("TND 12.5", 12_500),
      ("KWD 1,234.567", 1_234_567), ("KWD 0.125", 125),
    ] as [(String, Int64)]
  )
  func `a point stands before the three decimals of a currency that has them`(
    text: String,
    minorUnits: Int64
  ) throws {
    #expect(try parser.money(text).minorUnits == minorUnits)
  }

  @Test(arguments: ["KWD 1,234", "KWD 1.234k"])
  func `anything else before three digits is open in such a currency too`(text: String) throws {
    let dinar = try #require(Currency(code: "KWD"))

    #expect(throws: AmountError.ambiguous(text, dinar)) { try parser.money(text) }
  }

  @Test(arguments: ["DEM 500", "500 hrk", "nlg 500", "500LTL"])
  func `a currency of old deals can be typed`(text: String) throws {
    #expect(try parser.money(text).minorUnits == 50_000)
    #expect(try parser.money(text).currency != .euro)
  }

  @Test(arguments: ["1 2", "4 8k", "1'23", "1 2345", "1,5 000", "12 34.5", "1  000"])
  func `blanks set groups of three digits apart and nothing else`(text: String) {
    #expect(throws: AmountError.notAnAmount(text)) { try parser.money(text) }
  }

  @Test(arguments: ["1.000", "1,000", "12.500k", "999,999"])
  func `one separator before three digits is ambiguous`(text: String) {
    #expect(throws: AmountError.ambiguous(text, .euro)) { try parser.money(text) }
  }

  @Test(arguments: [
    "", "k", "abc", "12abc", "1.000,5o", "nan", "inf", "1..2", "1,23,456", ".5", "5.", "1e5",
    "1.2.3,4", "€", "12 mln", "0x10", "٤٨",
  ])
  func `refuses what is no amount`(text: String) {
    #expect(throws: AmountError.notAnAmount(text)) { try parser.money(text) }
  }

  @Test func `says what is too fine, too large or negative`() {
    #expect(throws: AmountError.tooFine("10.0055", .euro)) { try parser.money("10.0055") }
    #expect(throws: AmountError.tooLarge("2000000bn")) { try parser.money("2000000bn") }
    #expect(throws: AmountError.negative("-5")) { try parser.money("-5") }
  }
}
