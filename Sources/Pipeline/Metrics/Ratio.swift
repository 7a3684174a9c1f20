/// An exact quotient of two whole numbers: a rate, a mean, a share.
///
/// Kept in lowest terms with a positive denominator, so that equal ratios are equal values. Rounding
/// is left to whoever writes it down.
public struct Ratio: Hashable, Sendable {
  /// The number above the line, with the sign.
  public let numerator: Int128
  /// The number below the line; above 0.
  public let denominator: Int128

  /// The quotient of a part by a whole; `nil` where the whole is 0, because an empty population has
  /// no rate and no mean.
  public init?(_ part: Int128, of whole: Int128) {
    guard whole != 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(part.magnitude, whole.magnitude)
    let sign: Int128 = whole < 0 ? -1 : 1
    self.numerator = divisor == 1 ? sign * part : sign * (part / divisor)
    self.denominator = divisor == 1 ? sign * whole : sign * (whole / divisor)
  }

  /// The quotient of a part by a whole; `nil` where the whole is 0.
  public init?(_ part: Int, of whole: Int) {
    self.init(Int128(part), of: Int128(whole))
  }

  /// A whole number.
  public init(_ number: Int128) {
    self.numerator = number
    self.denominator = 1
  }

  /// A whole number.
  public init(_ number: Int) {
    self.init(Int128(number))
  }

  private init(reduced numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    // Almost all terms fit a machine word, where a division is one instruction and not a call.
    if let left = UInt64(exactly: left), let right = UInt64(exactly: right) {
      var (a, b) = (left, right)
      while b != 0 { (a, b) = (b, a % b) }
      return Int128(max(a, 1))
    }
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(truncatingIfNeeded: max(a, 1))
  }
}

extension Ratio {
  /// The nearest number of the machine, for drawing and for comparing with a tolerance.
  public var approximation: Double {
    // A conversion from 128 bits is a hundred times one from a machine word.
    if let above = Int64(exactly: numerator), let below = Int64(exactly: denominator) {
      return Double(above) / Double(below)
    }
    return Double(numerator) / Double(denominator)
  }

  /// The ratio times ten to the `decimals`, rounded to a whole number, half to even.
  ///
  /// 0.6315 at 2 decimals is 63. `decimals` is 0 to 18.
  public func rounded(decimals: Int) -> Int128 {
    if let rounded = roundedInWords(decimals: decimals) { return rounded }
    var whole = numerator / denominator
    var rest = (numerator % denominator).magnitude
    let divisor = denominator.magnitude
    for _ in 0..<max(0, min(decimals, 18)) {
      let digit: UInt128
      (digit, rest) = Self.shifted(rest, by: divisor)
      whole = whole &* 10 &+ (numerator < 0 ? -1 : 1) &* Int128(digit)
    }
    let double = rest.multipliedReportingOverflow(by: 2)
    let isAbove = double.overflow || double.partialValue > divisor
    let isHalf = !double.overflow && double.partialValue == divisor
    if isAbove || (isHalf && whole % 2 != 0) { whole &+= numerator < 0 ? -1 : 1 }
    return whole
  }

  /// The ratio divided by ten to a power, rounded to a whole number, half to even: minor units as
  /// thousands or millions.
  ///
  /// A negative power multiplies. 63,150 over 3 is 63.
  public func rounded(overPowerOfTen power: Int) -> Int128 {
    guard power > 0 else { return rounded(decimals: -power) }
    var scale: Int128 = 1
    for _ in 0..<min(power, 36) { scale *= 10 }
    let below = denominator.multipliedReportingOverflow(by: scale)
    guard below.overflow else {
      return Ratio(reduced: numerator, below.partialValue).rounded(decimals: 0)
    }
    return (self * (Ratio(1, of: scale) ?? Ratio(1))).rounded(decimals: 0)
  }

  /// What `rounded(decimals:)` gives, in the machine's words; `nil` where the terms do not fit.
  private func roundedInWords(decimals: Int) -> Int128? {
    guard decimals <= 9, let above = Int64(exactly: numerator),
      let below = Int64(exactly: denominator), below < 1 << 62
    else { return nil }
    var scale: Int64 = 1
    for _ in 0..<max(0, decimals) { scale *= 10 }
    let scaled = above.multipliedReportingOverflow(by: scale)
    guard !scaled.overflow else { return nil }
    let (whole, rest) = scaled.partialValue.quotientAndRemainder(dividingBy: below)
    let double = rest.magnitude * 2
    let roundsAway = double > below.magnitude || (double == below.magnitude && whole % 2 != 0)
    return Int128(roundsAway ? whole + (above < 0 ? -1 : 1) : whole)
  }

  /// One step of a long division: the next decimal digit of `rest / divisor`, and what remains.
  private static func shifted(
    _ rest: UInt128,
    by divisor: UInt128
  ) -> (digit: UInt128, rest: UInt128) {
    var digit: UInt128 = 0
    var remainder: UInt128 = 0
    // Ten additions instead of one product, which could leave 128 bits.
    for _ in 0..<10 {
      if remainder >= divisor - rest {
        remainder -= divisor - rest
        digit += 1
      } else {
        remainder += rest
      }
    }
    return (digit, remainder)
  }

  /// Whether the ratio is above, at or below 0: 1, 0 or -1.
  public var sign: Int { numerator.signum() == 0 ? 0 : (numerator > 0 ? 1 : -1) }
}

extension Ratio: Comparable {
  /// Orders by size.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    let first = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let second = right.numerator.multipliedReportingOverflow(by: left.denominator)
    guard first.overflow || second.overflow else { return first.partialValue < second.partialValue }
    return (left - right).sign < 0
  }

  /// The product, exact as long as its terms fit 127 bits.
  public static func * (left: Ratio, right: Ratio) -> Ratio {
    // Crosswise reduction first keeps the terms small.
    guard let first = Ratio(left.numerator, of: right.denominator),
      let second = Ratio(right.numerator, of: left.denominator)
    else { return Ratio(0) }
    let above = first.numerator.multipliedReportingOverflow(by: second.numerator)
    let below = first.denominator.multipliedReportingOverflow(by: second.denominator)
    guard above.overflow || below.overflow else {
      return Ratio(reduced: above.partialValue, below.partialValue)
    }
    return left.coarse(bits: 62) * right.coarse(bits: 62)
  }

  /// The quotient; `nil` where `right` is 0.
  public static func / (left: Ratio, right: Ratio) -> Ratio? {
    Ratio(right.denominator, of: right.numerator).map { left * $0 }
  }

  /// The sum, exact as long as its terms fit 127 bits.
  public static func + (left: Ratio, right: Ratio) -> Ratio {
    let first = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let second = right.numerator.multipliedReportingOverflow(by: left.denominator)
    let above = first.partialValue.addingReportingOverflow(second.partialValue)
    let below = left.denominator.multipliedReportingOverflow(by: right.denominator)
    let overflows = first.overflow || second.overflow || above.overflow || below.overflow
    guard overflows else {
      return Ratio(above.partialValue, of: below.partialValue) ?? Ratio(0)
    }
    return left.coarse(bits: 62) + right.coarse(bits: 62)
  }

  /// The difference, exact as long as its terms fit 127 bits.
  public static func - (left: Ratio, right: Ratio) -> Ratio {
    left + Ratio(reduced: -right.numerator, right.denominator)
  }

  /// The ratio with both terms cut to a number of bits: what a calculation falls back to whose exact
  /// terms would not fit; good to more than eight digits.
  private func coarse(bits: Int) -> Ratio {
    let width =
      128
      - min(
        numerator.magnitude.leadingZeroBitCount,
        denominator.magnitude.leadingZeroBitCount
      )
    guard width > bits else { return self }
    let shift = width - bits
    return Ratio(numerator >> shift, of: max(denominator >> shift, 1)) ?? self
  }
}
