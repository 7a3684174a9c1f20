public import Pipeline

/// Money as people read it.
public enum MoneyText {
  /// A sum in at most a few letters: `$48k`, `$9.5k`, `$1.20M`, `€240`, `CHF 12k`.
  ///
  /// Whole units below 1,000; then one decimal below ten thousand, two below ten million. Rounded
  /// half to even, in text only.
  public static func short(_ minorUnits: Int128, _ currency: Currency) -> String {
    short(Ratio(minorUnits), currency)
  }

  /// A mean or a weighted sum, in minor units, in at most a few letters; `n/a` of none.
  public static func short(_ minorUnits: Ratio?, _ currency: Currency) -> String {
    guard let minorUnits else { return FigureText.missing }
    let sign = minorUnits.sign < 0 ? "−" : ""
    let size = minorUnits.sign < 0 ? Ratio(0) - minorUnits : minorUnits
    return sign + symbol(currency) + magnitude(size, digits: currency.minorUnitDigits)
  }

  /// A sum in at most four letters, for a rail: no sign of the currency, and no decimals where they
  /// do not fit: `212k`, `9.5k`, `1.2M`, `12M`.
  public static func tight(_ minorUnits: Int128, _ currency: Currency) -> String {
    var text = String(short(minorUnits, currency).dropFirst(symbol(currency).count))
    let separator = Language.current.decimalSeparator
    while text.utf8.count > 4, text.contains(separator), let letter = text.popLast() {
      text.removeLast()
      if text.hasSuffix(separator) { text.removeLast() }
      text.append(letter)
    }
    return text
  }

  /// A deal's value in full, grouped by thousands: `$64,000`, `€7,500.50`.
  public static func full(_ money: Money) -> String {
    let language = Language.current
    let digits = money.currency.minorUnitDigits
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let (whole, rest) = money.minorUnits.magnitude.quotientAndRemainder(dividingBy: scale)
    var fraction = ""
    if rest > 0 {
      fraction = String(rest)
      fraction = String(repeating: "0", count: digits - fraction.utf8.count) + fraction
      // Cents are two digits or none.
      while digits != 2, fraction.last == "0" { fraction.removeLast() }
      fraction = language.decimalSeparator + fraction
    }
    let symbol = symbol(money.currency)
    let space = symbol.utf8.last == UInt8(ascii: " ") ? "" : language.currencySpace
    let sign = money.minorUnits < 0 ? "−" : ""
    return sign + symbol + space + FigureText.grouped(magnitude: whole) + fraction
  }

  /// What stands before an amount: a sign where there is one that nobody mistakes, else the code and
  /// a space.
  public static func symbol(_ currency: Currency) -> String {
    switch currency {
    case .dollar: "$"
    case .euro where GlyphSet.current == .unicode: "€"
    case .pound where GlyphSet.current == .unicode: "£"
    case .yen where GlyphSet.current == .unicode: "¥"
    default: currency.code + " "
    }
  }

  /// Steps of a thousand: below `limit` units of `power`, so many decimals.
  private static let steps: [(limit: Int128, power: Int, decimals: Int, letter: String)] = [
    (1_000, 0, 0, ""), (10, 3, 1, "k"), (1_000, 3, 0, "k"), (10, 6, 2, "M"), (100, 6, 1, "M"),
    (1_000, 6, 0, "M"), (10, 9, 2, "B"), (100, 9, 1, "B"), (1_000, 9, 0, "B"), (10, 12, 2, "T"),
    (100, 12, 1, "T"),
  ]

  /// An amount of minor units with so many digits after the point, which is not negative.
  private static func magnitude(_ minorUnits: Ratio, digits: Int) -> String {
    for step in steps {
      let rounded = minorUnits.rounded(overPowerOfTen: step.power + digits - step.decimals)
      // Rounding may reach the limit: 999.6 is 1.0k and not 1000.
      guard rounded < step.limit * powerOfTen(step.decimals) else { continue }
      return decimal(rounded, decimals: step.decimals) + step.letter
    }
    return decimal(minorUnits.rounded(overPowerOfTen: 12 + digits), decimals: 0) + "T"
  }

  private static func powerOfTen(_ power: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<power { result *= 10 }
    return result
  }

  /// A whole number read as so many decimals, its thousands apart: 123456 with 2 is `1,234.56`.
  static func decimal(_ number: Int128, decimals: Int) -> String {
    let scale = powerOfTen(decimals).magnitude
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: scale)
    let text = (number < 0 ? "−" : "") + FigureText.grouped(magnitude: UInt64(clamping: whole))
    guard decimals > 0 else { return text }
    let digits = String(rest)
    return text + Language.current.decimalSeparator
      + String(repeating: "0", count: decimals - digits.utf8.count) + digits
  }
}
