import Pipeline

/// Rates, ages and counts as people read them.
enum FigureText {
  /// What stands where a figure has no inputs.
  static var missing: String { phrase("n/a") }

  /// A rate in whole percent: `31%`, `1,204%`.
  static func percent(_ ratio: Ratio?) -> String {
    guard let ratio else { return missing }
    return "\(grouped(Int(clamping: ratio.rounded(decimals: 2))))%"
  }

  /// Percent that are counted already, in whole ones: `31%` of 31.
  static func percent(points: Ratio) -> String {
    "\(grouped(Int(clamping: points.rounded(decimals: 0))))%"
  }

  /// An age in days, one decimal below ten where it is not whole: `34d`, `4.5d`, `1,144d`.
  static func days(_ ratio: Ratio?) -> String {
    guard let ratio else { return missing }
    let tenths = ratio.rounded(decimals: 1)
    if tenths.magnitude < 100, tenths % 10 != 0 {
      return MoneyText.decimal(tenths, decimals: 1) + "d"
    }
    return MoneyText.decimal(ratio.rounded(decimals: 0), decimals: 0) + "d"
  }

  /// A count with its English word, in the language of the board: `1 deal`, `37 deals`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) " + phrase(Phrase(number == 1 ? noun : noun + "s"))
  }

  /// A count by thousands: `8,800`.
  static func grouped(_ number: Int) -> String {
    let text = grouped(magnitude: UInt64(number.magnitude))
    return number < 0 ? "−" + text : text
  }

  /// A number by thousands: `8,800`.
  static func grouped(magnitude: UInt64) -> String {
    let digits = String(magnitude)
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    let separator = Language.current.groupingSeparator.utf8
    var text: [UInt8] = []
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
