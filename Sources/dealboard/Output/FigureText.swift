import Pipeline

/// Figures as people read them: `EUR 12,480`, `63.2 % (4,238 of 6,711)`, `51.8 days`.
enum FigureText {
  /// A count with its thousands set apart.
  static func count(_ number: Int) -> String {
    DecimalText.grouped(String(number))
  }

  /// An amount with its currency; cents only where there are some.
  static func money(_ minorUnits: Int128, _ currency: Currency) -> String {
    money(Ratio(minorUnits), currency)
  }

  /// A mean or another ratio of minor units with its currency, rounded once to the minor unit.
  static func money(_ minorUnits: Ratio, _ currency: Currency) -> String {
    let digits = currency.minorUnitDigits
    var text = DecimalText.fixed(minorUnits * Ratio.unit(of: currency), decimals: digits)
    if digits > 0, text.hasSuffix("." + String(repeating: "0", count: digits)) {
      text.removeLast(digits + 1)
    }
    return "\(currency) \(DecimalText.grouped(text))"
  }

  /// A deal's value; empty where it has none.
  static func value(_ money: Money?) -> String {
    money.map { self.money(Int128($0.minorUnits), $0.currency) } ?? ""
  }

  /// A share of cases in percent with both numbers, marked where the cases are few; says why not
  /// where there are none.
  static func share(_ share: Share, none reason: String) -> String {
    guard let ratio = share.ratio else { return "n/a: \(reason)" }
    let text = "\(percent(ratio)) (\(count(share.part)) of \(count(share.whole)))"
    return share.isThin ? text + " thin" : text
  }

  /// A ratio in percent with one decimal.
  static func percent(_ ratio: Ratio) -> String {
    DecimalText.grouped(DecimalText.fixed(ratio * Ratio(100), decimals: 1)) + " %"
  }

  /// A ratio of days with one decimal at most.
  static func days(_ ratio: Ratio) -> String {
    let text = DecimalText.grouped(DecimalText.plain(ratio, decimals: 1))
    return text == "1" ? "1 day" : "\(text) days"
  }

  /// A whole number of days.
  static func dayCount(_ days: Int) -> String {
    counted(days, "day", "days")
  }

  /// `1 deal`, `12 deals`.
  static func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) \(number == 1 ? singular : plural)"
  }
}
