public import Pipeline

/// An amount as it was written, exact and in no currency yet.
public struct DecimalAmount: Hashable, Sendable {
  /// The digits as one whole number, trailing zeros of the fraction cut off.
  let digits: UInt64
  /// How many of them stand behind the decimal separator.
  let fractionDigits: Int

  /// Reads an amount as people and programs write it; `nil` for a blank text, which is no value.
  ///
  /// Outer blanks and grouping spaces do not count. Of two separators the last is the decimal one, and
  /// so is a point before three digits where the amount's currency has as many decimals. Throws
  /// `.ambiguousNumber` for one that may be either (`1,234`), `.negativeValue`, `.valueTooLarge`, and
  /// `.invalidNumber` for anything else.
  public static func parse(
    _ text: some StringProtocol,
    in currency: Currency? = nil
  ) throws(ValueFault) -> DecimalAmount? {
    let bytes = Array(text.utf8)
    return try parse(bytes, 0..<bytes.count, in: currency)
  }

  /// Reads an amount from a part of a text in UTF-8.
  static func parse(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    in currency: Currency?
  ) throws(ValueFault) -> DecimalAmount? {
    var part = bytes.trimmed(range)
    guard !part.isEmpty else { return nil }
    let isNegative = bytes[part.lowerBound] == UInt8(ascii: "-")
    if isNegative { part = part.dropFirst() }
    var scan = AmountScan()
    try scan.run(bytes, part, decimals: currency?.minorUnitDigits ?? 2)
    return try scan.amount(isNegative: isNegative)
  }

  /// Reads digits with at most one point, as programs write them; `nil` for a blank text.
  ///
  /// Throws `.negativeValue`, `.valueTooLarge`, and `.invalidNumber` for anything else.
  static func parsePlain(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) throws(ValueFault) -> DecimalAmount? {
    let part = bytes.trimmed(range)
    guard !part.isEmpty else { return nil }
    let isNegative = bytes[part.lowerBound] == UInt8(ascii: "-")
    let digits = isNegative ? part.dropFirst() : part
    var scan = AmountScan()
    var points = 0
    for index in digits {
      switch bytes[index] {
      case UInt8(ascii: "."):
        points += 1
        scan.beginFraction()
      case let byte:
        guard let digit = byte.digit else { throw .invalidNumber }
        scan.append(digit)
      }
    }
    guard points <= 1, digits.first.map({ bytes[$0].digit != nil }) ?? false else {
      throw .invalidNumber
    }
    return try scan.amount(isNegative: isNegative)
  }

  /// The amount in a currency's minor units.
  ///
  /// Throws `.valueTooFine` where the currency has fewer decimals, and `.valueTooLarge` above 1e15.
  public func minorUnits(in currency: Currency) throws(ValueFault) -> Int64 {
    guard fractionDigits <= currency.minorUnitDigits else { throw .valueTooFine }
    var amount = digits
    for _ in fractionDigits..<currency.minorUnitDigits {
      let (product, overflow) = amount.multipliedReportingOverflow(by: 10)
      if overflow { throw .valueTooLarge }
      amount = product
    }
    guard let amount = Int64(exactly: amount) else { throw .valueTooLarge }
    return amount
  }
}
