/// A number in JSON, exact to six decimals.
///
/// Numbers in this program's JSON are never rounded to cents and never written for a locale;
/// six decimals are what a fraction keeps.
public struct JSONNumber: Hashable, Comparable, Sendable {
  /// The number in millionths.
  public let millionths: Int128

  private static let scale: Int128 = 1_000_000

  /// The number of so many millionths.
  public init(millionths: Int128) {
    self.millionths = millionths
  }

  /// A whole number below 1e32.
  public init(_ whole: some BinaryInteger) {
    self.millionths = Int128(truncatingIfNeeded: whole) * Self.scale
  }

  /// The fraction `numerator / denominator`, rounded half to even at six decimals.
  ///
  /// `nil` where the denominator is 0, as an empty population has no rate, and beyond 1e32.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let isNegative = (numerator < 0) != (denominator < 0)
    let divisor = denominator.magnitude
    let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    let (units, tooBig) = whole.multipliedReportingOverflow(by: UInt128(Self.scale))
    let (parts, tooFine) = rest.multipliedReportingOverflow(by: UInt128(Self.scale))
    guard !tooBig, !tooFine else { return nil }
    let (down, left) = parts.quotientAndRemainder(dividingBy: divisor)
    // Half to even, without doubling what may not fit.
    let half = divisor - left
    let goesUp = left > half || left == half && (units + down) % 2 == 1
    guard let size = Int128(exactly: units + down + (goesUp ? 1 : 0)) else { return nil }
    self.millionths = isNegative ? -size : size
  }

  /// A binary number, rounded half to even at six decimals; `nil` where it is not finite or beyond
  /// 1e30.
  public init?(_ number: Double) {
    guard number.isFinite, number.magnitude < 1e30 else { return nil }
    self.millionths = Int128((number * 1e6).rounded(.toNearestOrEven))
  }

  /// The whole number that it is; `nil` where it has decimals or does not fit.
  public var whole: Int? {
    millionths % Self.scale == 0 ? Int(exactly: millionths / Self.scale) : nil
  }

  /// Orders by size.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    left.millionths < right.millionths
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number in plain digits, trailing zeros cut: `0.571429`, `48000`, `-7.5`.
  public var description: String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(
      dividingBy: UInt128(Self.scale)
    )
    let sign = millionths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var fraction = String(rest)
    fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }
}
