import ArgumentParser
import Pipeline

/// An amount as it is typed: `48000`, `7500.50`, `48k`, `USD 900`, or `none`.
struct AmountArgument: ExpressibleByArgument {
  private let text: String

  /// Takes any text; what is wrong with it is said when the currency is known.
  init(argument: String) {
    text = argument
  }

  /// The amount, in the currency that it names, else the given one; `nil` for no value.
  ///
  /// Throws `.usage` for what is no amount, and for what the currency cannot hold exactly.
  func money(in currency: Currency) throws(CommandFailure) -> Money? {
    if TextArgument.isNone(text) { return nil }
    do throws(AmountError) {
      return try AmountParser(currency: currency).money(text)
    } catch {
      throw CommandFailure(.usage, error.sentence)
    }
  }
}

extension AmountError {
  /// What is wrong and how to write it.
  var sentence: String {
    switch self {
    case .notAnAmount(let text): "\"\(text)\" is not an amount. Write it as 7500.50 or 48k."
    case .ambiguous(let text, let currency):
      "\"\(text)\" may be a thousand or a fraction. Write it without a separator"
        + (currency.minorUnitDigits == 0 ? "; \(currency) has" : ", or with")
        + " \(currency.decimals)."
    case .tooFine(let text, let currency):
      "\"\(text)\" is finer than \(currency), which has \(currency.decimals). Round it first."
    case .tooLarge(let text):
      "\"\(text)\" is more than 1,000,000,000,000,000, the largest value a deal may have."
    case .negative(let text): "\"\(text)\" is below zero. A value is zero or more."
    }
  }
}

extension Currency {
  /// How many decimals an amount may have, in words.
  fileprivate var decimals: String {
    switch minorUnitDigits {
    case 0: "no decimals"
    case 1: "one decimal"
    case 2: "two decimals"
    case 3: "three decimals"
    case let digits: "\(digits) decimals"
    }
  }
}
