/// Figures as people read them: `EUR 12,480`, `63.2 % (4,238 of 6,711)`, `51.8 days`.
public enum FigureWords {
  /// A count with its thousands set apart.
  public static func count(_ number: Int) -> String {
    written(DecimalText.grouped(String(number)))
  }

  /// An amount with its currency; cents only where there are some.
  public static func money(_ minorUnits: Int128, _ currency: Currency) -> String {
    money(Ratio(minorUnits), currency)
  }

  /// A mean or another ratio of minor units with its currency, rounded once to the minor unit; `n/a`
  /// of none.
  public static func money(_ minorUnits: Ratio?, _ currency: Currency) -> String {
    guard let minorUnits else { return phrase("n/a") }
    let digits = currency.minorUnitDigits
    var text = DecimalText.fixed(minorUnits * Ratio.unit(of: currency), decimals: digits)
    if digits > 0, text.hasSuffix("." + String(repeating: "0", count: digits)) {
      text.removeLast(digits + 1)
    }
    return "\(currency) \(written(DecimalText.grouped(text)))"
  }

  /// A deal's value; empty where it has none.
  public static func value(_ money: Money?) -> String {
    money.map { self.money(Int128($0.minorUnits), $0.currency) } ?? ""
  }

  /// A share of cases in percent with both numbers, marked where the cases are few; says why not
  /// where there are none.
  public static func share(_ share: Share, none reason: String) -> String {
    guard let ratio = share.ratio else { return phrase("n/a: \(reason)") }
    let text = phrase("\(percent(ratio)) (\(count(share.part)) of \(count(share.whole)))")
    return share.isThin ? text + phrase(" thin") : text
  }

  /// A ratio with exactly so many decimals, its thousands set apart: `1,204.50`.
  public static func decimal(_ ratio: Ratio, decimals: Int) -> String {
    written(DecimalText.grouped(DecimalText.fixed(ratio, decimals: decimals)))
  }

  /// A ratio with one decimal at most, its thousands set apart: `16.9`.
  public static func plain(_ ratio: Ratio) -> String {
    written(DecimalText.grouped(DecimalText.plain(ratio, decimals: 1)))
  }

  /// A ratio in percent with one decimal.
  public static func percent(_ ratio: Ratio) -> String {
    written(DecimalText.grouped(DecimalText.fixed(ratio * Ratio(100), decimals: 1))) + " %"
  }

  /// A change that is in percent already, with its sign: `+10.9 %`.
  public static func signedPercent(_ percent: Ratio) -> String {
    let text = written(DecimalText.grouped(DecimalText.fixed(percent, decimals: 1)))
    return (percent.sign > 0 ? "+" : "") + text + " %"
  }

  /// A range of rates in percent with one decimal: `25.0 to 84.2 %`.
  public static func percent(_ range: ClosedRange<Double>) -> String {
    func tenths(_ rate: Double) -> String {
      written(
        DecimalText.fixed(Ratio(Int128((rate * 1_000).rounded()), of: 10) ?? Ratio(0), decimals: 1)
      )
    }
    return phrase("\(tenths(range.lowerBound)) to \(tenths(range.upperBound)) %")
  }

  /// A ratio of days with one decimal at most.
  public static func days(_ ratio: Ratio) -> String {
    let text = written(DecimalText.grouped(DecimalText.plain(ratio, decimals: 1)))
    return text == "1" ? phrase("1 day") : phrase("\(text) days")
  }

  /// A whole number of days.
  public static func dayCount(_ days: Int) -> String {
    counted(days, "day", "days")
  }

  /// `1 deal`, `12 deals`.
  public static func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) " + phrase(Phrase(number == 1 ? singular : plural))
  }

  /// A number as the language of what runs now writes it, made from an English one, with a minus and no
  /// hyphen before what is below zero.
  private static func written(_ english: String) -> String {
    let language = Language.current
    guard language != .english || english.first == "-" else { return english }
    return english.map { sign in
      switch sign {
      case "-": "−"
      case ",": language.groupingSeparator
      case ".": language.decimalSeparator
      default: String(sign)
      }
    }
    .joined()
  }
}

extension Ratio {
  /// The value of a figure in its unit: `12`, `63.2 %`, `51.8 days`, `EUR 12,480`.
  public func words(in unit: FigureUnit) -> String {
    switch unit {
    case .deals: FigureWords.count(Int(clamping: rounded(decimals: 0)))
    case .rate: FigureWords.percent(self)
    case .days: FigureWords.days(self)
    case .minutes: phrase("\(FigureWords.plain(self)) min")
    case .times: FigureWords.decimal(self, decimals: 2)
    case .money(let currency): FigureWords.money(self, currency)
    }
  }
}
