import ArgumentParser
import Pipeline

/// A currency as it is typed: three letters.
struct CurrencyArgument {
  /// The currency.
  let currency: Currency

  /// Reads three letters of either case; throws what may stand there for anything else.
  init(argument: String) throws(ValidationError) {
    guard let currency = Currency(iso4217: argument.trimmed) else {
      throw ValidationError("A currency is three letters of ISO 4217, such as EUR or USD.")
    }
    self.currency = currency
  }
}

/// A probability as it is typed: `40`, `40%`, or `none`.
struct ProbabilityArgument {
  /// The probability; `nil` for none.
  let probability: Probability?

  /// Reads a whole number from 0 to 100; throws what may stand there for anything else.
  init(argument: String) throws(ValidationError) {
    var text = argument.trimmed
    if TextArgument.isNone(text) {
      probability = nil
      return
    }
    if text.hasSuffix("%") { text = String(text.dropLast()).trimmed }
    guard let percent = Int(text), let probability = Probability(percent: percent) else {
      throw ValidationError("A probability is a whole number from 0 to 100, or none.")
    }
    self.probability = probability
  }
}

/// A day as it is typed, or `none`.
struct ClearableDayArgument: ExpressibleByArgument {
  /// The day; `nil` for none.
  let day: DayArgument?

  /// Takes any text; `none` clears.
  init(argument: String) {
    day = TextArgument.isNone(argument) ? nil : DayArgument(argument: argument)
  }
}

/// A limit in days as it is typed, or `none`.
struct LimitArgument {
  /// The limit in days; `nil` for none.
  let days: Int?

  /// Reads a whole number from 0 to 9,999, and `none`; throws what may stand there for anything else.
  init(argument: String) throws(ValidationError) {
    if TextArgument.isNone(argument) {
      days = nil
      return
    }
    guard let number = Int(argument), 0...9_999 ~= number else {
      throw ValidationError("A limit is a whole number of days from 0 to 9,999, or none.")
    }
    days = number
  }
}

/// A forecast category as it is typed: `best-case`, `commit`.
struct CategoryArgument: ExpressibleByArgument {
  /// The category.
  let category: ForecastCategory

  /// Reads a category's name, with a blank, a hyphen or an underscore in it; `nil` for others.
  init?(argument: String) {
    let name = argument.lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 }
    guard let category = ForecastCategory(rawValue: String(name)) else { return nil }
    self.category = category
  }

  /// The names, for help and completions.
  static var allValueStrings: [String] {
    ForecastCategory.allCases.map { $0 == .bestCase ? "best-case" : $0.rawValue }
  }
}
