/// Why a text is no amount.
public enum AmountError: Error, Hashable, Sendable {
  /// There is no number in it, or more than one.
  case notAnAmount(String)
  /// The separator may stand for thousands or for decimals: `1.000`.
  case ambiguous(String, Currency)
  /// It is finer than the currency's minor unit.
  case tooFine(String, Currency)
  /// It is above `Money.largestUnits`.
  case tooLarge(String)
  /// It is below zero.
  case negative(String)
}

/// Reads an amount of money as people type it.
///
/// What separators mean is read as an import reads it, where the language does not say more.
public struct AmountParser: Sendable {
  /// The currency of an amount that names none.
  public let currency: Currency
  /// The words understood.
  public let words: InputWords

  /// A parser for one currency and one language.
  public init(currency: Currency, words: InputWords = .current) {
    self.currency = currency
    self.words = words
  }

  /// The amount that a text names.
  ///
  /// `48000`, `48k`, `1.2m`, `7500.50`, `7500,50`, `1,250,000.50`, each with a sign or code before
  /// or after it: `€48k`, `48k USD`. One separator before three digits is refused where the language
  /// leaves it open, because it is a thousand to one reader and one to another; but a point stands
  /// before the three decimals of a currency that has as many: `KWD 1.234`. Throws what is wrong
  /// with it.
  public func money(_ text: some StringProtocol) throws(AmountError) -> Money {
    try read(text).money
  }

  /// The amount that a text names, and whether the text names the currency too.
  func read(
    _ text: some StringProtocol
  ) throws(AmountError) -> (money: Money, namesCurrency: Bool) {
    let whole = String(text)
    var rest = Self.trimmed(whole[...])
    let named = Self.takeCurrency(from: &rest)
    let currency = named ?? self.currency
    if rest.first == "-" { throw .negative(whole) }
    let number = rest.prefix {
      $0.isASCII && $0.isNumber || $0 == "." || $0 == "," || Self.isGroupMark($0)
    }
    let suffix = rest.dropFirst(number.count).lowercased()
    guard let power = suffix.isEmpty ? 0 : words.multipliers[suffix],
      let digits = Self.ungrouped(Self.trimmed(number))
    else { throw .notAnAmount(whole) }
    let (units, fraction) = try split(digits, power: power, currency: currency, whole: whole)
    let money = try Self.money(
      units: units,
      fraction: fraction,
      power: power,
      currency: currency,
      whole: whole
    )
    return (money, named != nil)
  }

  /// Signs that stand for one currency each.
  private static let signs: [Character: String] = [
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW",
  ]

  /// What only sets groups of three digits apart.
  private static func isGroupMark(_ character: Character) -> Bool {
    character.isWhitespace || character == "'" || character == "_"
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0.isWhitespace }
    return start.dropLast(start.reversed().prefix { $0.isWhitespace }.count)
  }

  /// A number without its group marks; `nil` where one of them stands anywhere but before three digits
  /// of a whole part: `1 2` is no twelve.
  private static func ungrouped(_ number: Substring) -> String? {
    let groups = number.split(omittingEmptySubsequences: false, whereSeparator: isGroupMark)
    guard groups.count > 1 else { return String(number) }
    let whole = groups.map { $0.prefix { $0 != "." && $0 != "," } }
    // A separator may stand in the last group only.
    guard zip(groups, whole).dropLast().allSatisfy({ $0 == $1 }), (1...3).contains(whole[0].count),
      whole.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func takeCurrency(from text: inout Substring) -> Currency? {
    defer { text = trimmed(text) }
    if let first = text.first, let code = signs[first] {
      text.removeFirst()
      return Currency(code: code)
    }
    if let last = text.last, let code = signs[last] {
      text.removeLast()
      return Currency(code: code)
    }
    // A code is three letters that do not run on: `48kEUR` ends in one, `48bn` does not.
    let letters = text.reversed().prefix { $0.isLetter }.count
    if let leading = Currency(iso4217: text.prefix(3)), text.count > 3,
      text.dropFirst(3).first?.isLetter == false
    {
      text.removeFirst(3)
      return leading
    }
    if letters >= 3, let trailing = Currency(iso4217: text.suffix(3)) {
      text.removeLast(3)
      return trailing
    }
    return nil
  }

  /// The digits before and after the decimal separator.
  private func split(
    _ number: String,
    power: Int,
    currency: Currency,
    whole: String
  ) throws(AmountError) -> (units: String, fraction: String) {
    let parts = number.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
      .map(String.init)
    let separators = number.filter { $0 == "." || $0 == "," }
    guard let last = parts.last, parts.allSatisfy({ !$0.isEmpty }) else {
      throw .notAnAmount(whole)
    }
    guard let decimal = separators.last else { return (last, "") }
    let groups = parts.dropFirst().dropLast()
    if separators.count == 1 {
      let mayBeThousands = last.count == 3 && parts[0].count <= 3 && parts[0].first != "0"
      if mayBeThousands {
        let hasThree = decimal == "." && power == 0 && currency.minorUnitDigits == 3
        guard let decimals = words.decimalSeparator ?? (hasThree ? "." : nil) else {
          throw .ambiguous(whole, currency)
        }
        if decimal != decimals { return (parts[0] + last, "") }
      }
      return (parts[0], last)
    }
    let thousands = separators.dropLast()
    guard let separator = thousands.first, thousands.allSatisfy({ $0 == separator }),
      parts[0].count <= 3, groups.allSatisfy({ $0.count == 3 })
    else { throw .notAnAmount(whole) }
    if separator != decimal { return (parts.dropLast().joined(), last) }
    guard last.count == 3 else { throw .notAnAmount(whole) }
    return (parts.joined(), "")
  }

  private static func money(
    units: String,
    fraction: String,
    power: Int,
    currency: Currency,
    whole: String
  ) throws(AmountError) -> Money {
    let digits = currency.minorUnitDigits
    var places = fraction
    while places.last == "0" { places.removeLast() }
    guard places.utf8.count <= power + digits else { throw .tooFine(whole, currency) }
    let zeros = String(repeating: "0", count: power + digits - places.utf8.count)
    let all = (units + places + zeros).drop { $0 == "0" }
    guard all.utf8.count <= 21 else { throw .tooLarge(whole) }
    var largest = Int128(Money.largestUnits)
    for _ in 0..<digits { largest *= 10 }
    let amount = all.isEmpty ? 0 : Int128(all)
    guard let amount else { throw .notAnAmount(whole) }
    guard amount <= largest, let minorUnits = Int64(exactly: amount) else { throw .tooLarge(whole) }
    return Money(minorUnits: minorUnits, currency: currency)
  }
}
