extension Ratio {
  /// What one minor unit of a currency is of a whole one: 1/100 for the euro.
  public static func unit(of currency: Currency) -> Ratio {
    var scale = 1
    for _ in 0..<currency.minorUnitDigits { scale *= 10 }
    return Ratio(1, of: scale) ?? Ratio(1)
  }
}

/// Exact ratios as decimals.
public enum DecimalText {
  /// A ratio with at most `decimals` decimals, ungrouped, without zeros at its end: `7500.5`.
  public static func plain(_ ratio: Ratio, decimals: Int) -> String {
    var text = fixed(ratio, decimals: decimals)
    guard decimals > 0 else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }

  /// A ratio with exactly `decimals` decimals, rounded half to even.
  public static func fixed(_ ratio: Ratio, decimals: Int) -> String {
    let scaled = ratio.rounded(decimals: decimals)
    var digits = String(scaled.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }

  /// A decimal with its thousands set apart by commas: `12,480.5`.
  public static func grouped(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + (parts.count > 1 ? ".\(parts[1])" : "")
  }
}
