public import Pipeline

/// Reads probabilities as files write them.
public enum ProbabilityText {
  /// The probability of whole percent from 0 to 100, perhaps with a percent sign; `nil` for a blank
  /// text.
  ///
  /// Throws `.invalidProbability` for anything else.
  public static func parse(_ text: some StringProtocol) throws(ValueFault) -> Probability? {
    let bytes = Array(text.utf8)
    return try parse(bytes, 0..<bytes.count, isShare: false)
  }

  /// Reads a part of a text in UTF-8; `isShare` says that without a percent sign 1 is certain, as
  /// HubSpot writes it.
  static func parse(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    isShare: Bool
  ) throws(ValueFault) -> Probability? {
    var part = bytes.trimmed(range)
    guard let last = part.last else { return nil }
    let isPercent = bytes[last] == UInt8(ascii: "%")
    if isPercent { part = bytes.trimmed(part.dropLast()) }
    guard let amount = try? DecimalAmount.parsePlain(bytes, part) else {
      throw .invalidProbability
    }
    let factor: UInt64 = isShare && !isPercent ? 100 : 1
    var percent = amount.digits.multipliedReportingOverflow(by: factor).partialValue
    for _ in 0..<amount.fractionDigits {
      guard percent % 10 == 0 else { throw .invalidProbability }
      percent /= 10
    }
    guard let probability = Int(exactly: percent).flatMap(Probability.init(percent:)) else {
      throw .invalidProbability
    }
    return probability
  }
}

extension ForecastCategory {
  /// The category that a text names, without regard to case; `nil` for a blank and a foreign one.
  init?(text: String?) {
    guard let text else { return nil }
    let name = FoldedName(text).text
    if name == "bestcase" {
      self = .bestCase
    } else if name == "not forecasted" {
      self = .omitted
    } else if let category = ForecastCategory(rawValue: name) {
      self = category
    } else {
      return nil
    }
  }
}
