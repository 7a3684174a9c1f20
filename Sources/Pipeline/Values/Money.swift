/// An exact amount of one currency.
///
/// Amounts of different currencies cannot be added or compared; there is no conversion.
public struct Money: Hashable, Sendable {
  /// The amount in the currency's minor unit: cents for the euro, yen for the yen.
  public let minorUnits: Int64
  /// The currency, never converted.
  public let currency: Currency

  /// The largest amount a deal may have, in whole units: 1e15.
  public static let largestUnits: Int64 = 1_000_000_000_000_000

  /// The amount of `minorUnits` in `currency`.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount as a plain decimal without grouping, with no more decimals than it needs and never
  /// more than the currency has: `48000`, `7500.5`.
  public var plainAmount: String {
    let digits = currency.minorUnitDigits
    var scale: UInt64 = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = minorUnits.magnitude / scale
    var fraction = String(minorUnits.magnitude % scale)
    fraction = String(repeating: "0", count: max(0, digits - fraction.utf8.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = minorUnits < 0 ? "-" : ""
    return digits == 0 || fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}

extension Money: CustomStringConvertible {
  /// The code and the plain amount: `EUR 48000`.
  public var description: String { "\(currency) \(plainAmount)" }
}
