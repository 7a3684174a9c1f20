/// Why a text is not the value that was asked for.
///
/// `code` is the stable name that an import reports.
public enum ValueFault: Error, Hashable, Sendable {
  /// Not a number.
  case invalidNumber
  /// One separator before exactly three digits, which may group or divide.
  case ambiguousNumber
  /// Below zero.
  case negativeValue
  /// Above 1e15.
  case valueTooLarge
  /// With more decimals than the currency has.
  case valueTooFine
  /// Not a day that exists, or not written as one.
  case invalidDate
  /// Not three letters.
  case invalidCurrency
  /// Not a whole number from 0 to 100.
  case invalidProbability

  /// The stable name, such as `invalid_number`.
  public var code: String {
    switch self {
    case .invalidNumber: "invalid_number"
    case .ambiguousNumber: "ambiguous_number"
    case .negativeValue: "negative_value"
    case .valueTooLarge: "value_too_large"
    case .valueTooFine: "value_too_fine"
    case .invalidDate: "invalid_date"
    case .invalidCurrency: "invalid_currency"
    case .invalidProbability: "invalid_probability"
    }
  }

  /// What is wrong with a text and how to write it, in sentences: `"1.000,5o" is not an amount.
  ///
  /// Write it as 1000.50.`
  public func sentence(for text: String) -> String {
    let quoted = "\"\(text.shortened(to: 60))\""
    return switch self {
    case .invalidNumber: "\(quoted) is not an amount. Write it as 1000.50."
    case .ambiguousNumber:
      "\(quoted) may be a thousand or a fraction. Write it as 1234 or as 1.23."
    case .negativeValue: "\(quoted) is below zero. A deal's value is zero or more."
    case .valueTooLarge:
      "\(quoted) is more than 1,000,000,000,000,000, the largest value a deal may have."
    case .valueTooFine: "\(quoted) has more decimals than its currency. Round it first."
    case .invalidDate: "\(quoted) is not a date. Write it as 2026-03-31."
    case .invalidCurrency: "\(quoted) is not a currency. Write its three letters, such as EUR."
    case .invalidProbability:
      "\(quoted) is not a probability. Write a whole number from 0 to 100."
    }
  }
}

extension String {
  /// At most `count` characters, the last one an ellipsis where some were left out.
  func shortened(to count: Int) -> String {
    self.count <= count ? self : String(prefix(count - 1)) + "…"
  }
}
