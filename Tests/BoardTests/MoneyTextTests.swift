import Pipeline
import Testing

@testable import Board

/// Amounts and counts as the board writes them.
struct MoneyTextTests {
  @Test func `an amount in full has its thousands apart, and two digits of cents or none`() {
    func full(_ minorUnits: Int64, _ currency: Currency = .euro) -> String {
      MoneyText.full(Money(minorUnits: minorUnits, currency: currency))
    }

    #expect(full(6_400_000) == "€64,000")
    #expect(full(750_050) == "€7,500.50")
    #expect(full(5) == "€0.05")
    #expect(full(-123_456_789) == "−€1,234,567.89")
    #expect(full(1_234_567, .yen) == "¥1,234,567")
  }

  @Test func `three decimals lose their zeros at the end`() throws {
    let dinar = try #require(Currency(code: "KWD"))

    #expect(MoneyText.full(Money(minorUnits: 1_250, currency: dinar)) == "KWD 1.25")
    #expect(MoneyText.full(Money(minorUnits: 1_005, currency: dinar)) == "KWD 1.005")
    #expect(MoneyText.full(Money(minorUnits: 2_000, currency: dinar)) == "KWD 2")
  }

  @Test func `what is below zero has a minus, wherever it stands`() {
    #expect(MoneyText.short(Int128(-150_000), .euro) == "−€1.5k")
    #expect(FigureWords.money(Int128(-150_050), .euro) == "EUR −1,500.50")
    #expect(FigureWords.signedPercent(Ratio(-12)) == "−12.0 %")
    #expect(Ratio(-3).words(in: .deals) == "−3")
    #expect(ReportText.days(Ratio(-3)) == "−3d")
  }

  @Test func `whole percents have their thousands apart`() {
    #expect(FigureText.percent(Ratio(12)) == "1,200%")
    #expect(Language.$current.withValue(.dutch) { FigureText.percent(Ratio(12)) } == "1.200%")
    #expect(FigureText.percent(Ratio(Int128(-1), of: 2)) == "−50%")
  }

  @Test func `a change that is in percent already is rounded once`() throws {
    let change = try #require(Ratio(25, of: 2))

    // Halves go to the even one.
    #expect(FigureText.percent(points: change) == "12%")
    #expect(FigureText.percent(points: Ratio(1_234)) == "1,234%")
  }

  @Test func `days have their thousands apart, with and without a decimal`() throws {
    let long = try #require(Ratio(11_448, of: 10))
    let short = try #require(Ratio(-9, of: 2))

    #expect(ReportText.days(Ratio(1_874)) == "1,874d")
    #expect(ReportText.days(long) == "1,144.8d")
    #expect(ReportText.days(Ratio(0) - long) == "−1,144.8d")
    #expect(FigureText.days(Ratio(1_144)) == "1,144d")
    #expect(FigureText.days(Ratio(-12)) == "−12d")
    #expect(FigureText.days(short) == "−4.5d")
    let dutch = Language.$current.withValue(.dutch) { ReportText.days(long) }
    #expect(dutch == "1.144,8d")
  }

  @Test func `counts have their thousands apart`() {
    #expect(
      [0, 999, 1_000, -12_345, 1_000_000].map(FigureText.grouped) == [
        "0", "999", "1,000", "−12,345", "1,000,000",
      ]
    )
  }
}
