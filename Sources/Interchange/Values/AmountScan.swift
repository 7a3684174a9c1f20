internal import Pipeline

/// Reads the digits of an amount and finds out what its separators mean.
struct AmountScan {
  private var digits: UInt64 = 0
  private var isTooLarge = false
  private var hasDigits = false
  private var fractionDigits: Int?
  /// Digits of the fraction that are zeros so far: they count only if another digit follows.
  private var pendingZeros = 0

  /// Says that the digits from here on are decimals.
  mutating func beginFraction() {
    fractionDigits = 0
  }

  /// Takes a digit, 0 to 9.
  mutating func append(_ digit: UInt8) {
    hasDigits = true
    guard fractionDigits != nil else {
      push(digit)
      return
    }
    if digit == 0 {
      pendingZeros += 1
      return
    }
    for _ in 0..<pendingZeros { push(0) }
    push(digit)
    fractionDigits = (fractionDigits ?? 0) + pendingZeros + 1
    pendingZeros = 0
  }

  private mutating func push(_ digit: UInt8) {
    let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
    if overflow || carry { isTooLarge = true }
    digits = sum
  }

  /// The amount of the digits taken.
  ///
  /// Throws `.invalidNumber` where there are none, `.negativeValue` and `.valueTooLarge`.
  func amount(isNegative: Bool) throws(ValueFault) -> DecimalAmount {
    guard hasDigits else { throw .invalidNumber }
    if isNegative, digits > 0 || isTooLarge { throw .negativeValue }
    let amount = DecimalAmount(digits: digits, fractionDigits: fractionDigits ?? 0)
    guard !isTooLarge, amount.isInRange else { throw .valueTooLarge }
    return amount
  }

  /// Takes a whole text without its sign and outer blanks, of an amount that may have so many decimals.
  ///
  /// Throws `.invalidNumber` and `.ambiguousNumber`.
  mutating func run(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    decimals: Int
  ) throws(ValueFault) {
    let decimal = try Self.decimalSeparator(bytes, range, decimals: decimals)
    var index = range.lowerBound
    while index < range.upperBound {
      if let digit = bytes[index].digit {
        append(digit)
      } else if index == decimal {
        beginFraction()
      } else if let length = Self.groupingLength(bytes, index, range) {
        guard decimal.map({ index < $0 }) ?? true,
          Self.standsBetweenGroups(bytes, index, length, range)
        else { throw .invalidNumber }
        index += length
        continue
      } else {
        throw .invalidNumber
      }
      index += 1
    }
    // "5." says nothing about its decimals.
    if let decimal, decimal + 1 == range.upperBound { throw .invalidNumber }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }

  /// The place of the decimal separator; `nil` where all separators group.
  private static func decimalSeparator(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    decimals: Int
  ) throws(ValueFault) -> Int? {
    var places: [Int] = []
    for index in range where isSeparator(bytes[index]) { places.append(index) }
    guard let last = places.last else { return nil }
    let same = places.count { bytes[$0] == bytes[last] }
    if places.count > 1 {
      // All alike group; of two kinds the last divides and may stand once only.
      if same == places.count { return nil }
      guard same == 1 else { throw .invalidNumber }
      return last
    }
    let before = range.lowerBound..<last
    let after = last + 1..<range.upperBound
    let mayGroup =
      (1...3).contains(before.count) && after.count == 3
      && (before.lowerBound..<after.upperBound).allSatisfy { $0 == last || bytes[$0].digit != nil }
    let hasThree = decimals == 3 && bytes[last] == UInt8(ascii: ".")
    if mayGroup, !hasThree, !before.allSatisfy({ bytes[$0] == UInt8(ascii: "0") }) {
      throw .ambiguousNumber
    }
    return last
  }

  /// How many bytes a separator or a space has that may group; `nil` for anything else.
  private static func groupingLength(
    _ bytes: [UInt8],
    _ index: Int,
    _ range: Range<Int>
  ) -> Int? {
    if isSeparator(bytes[index]) || bytes[index] == 0x20 { return 1 }
    // No-break space, and the narrow and thin ones that French and Swedish programs write.
    if bytes[index] == 0xC2, index + 1 < range.upperBound, bytes[index + 1] == 0xA0 { return 2 }
    if bytes[index] == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89
    {
      return 3
    }
    return nil
  }

  /// Whether one to three digits stand before a grouping mark, from the last one or the beginning,
  /// and exactly three behind it.
  private static func standsBetweenGroups(
    _ bytes: [UInt8],
    _ index: Int,
    _ length: Int,
    _ range: Range<Int>
  ) -> Bool {
    var before = 0
    var place = index
    while place > range.lowerBound, bytes[place - 1].digit != nil {
      before += 1
      place -= 1
    }
    var after = 0
    place = index + length
    while place < range.upperBound, bytes[place].digit != nil {
      after += 1
      place += 1
    }
    return (1...3).contains(before) && after == 3
  }
}

extension DecimalAmount {
  /// Whether it is not above the largest amount a deal may have.
  var isInRange: Bool {
    var scale: UInt64 = 1
    for _ in 0..<fractionDigits {
      let (product, overflow) = scale.multipliedReportingOverflow(by: 10)
      if overflow { return true }
      scale = product
    }
    let largest = UInt64(Money.largestUnits)
    return digits / scale < largest || digits == largest * scale
  }
}
