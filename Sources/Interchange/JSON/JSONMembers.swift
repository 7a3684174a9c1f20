internal import Pipeline

/// Why a JSON value is not what was asked for.
struct JSONShapeFault: Error, Hashable, Sendable {
  /// What is wrong, in a sentence.
  let message: String
}

/// The members of an object, read into values that cannot be wrong.
struct JSONMembers {
  private let values: [String: JSONValue]

  /// Throws where a value is no object.
  init(_ value: JSONValue) throws(JSONShapeFault) {
    guard case .object(let members) = value else {
      throw JSONShapeFault(message: phrase("An object is missing."))
    }
    values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The value of a name; null where there is none.
  subscript(_ name: String) -> JSONValue { values[name] ?? .null }

  private func fault(_ name: String, _ what: String) -> JSONShapeFault {
    JSONShapeFault(message: phrase("\"\(name)\" is not \(what)."))
  }

  func text(_ name: String) throws(JSONShapeFault) -> String {
    guard let text = self[name].text else { throw fault(name, phrase("a text")) }
    return text
  }

  func optionalText(_ name: String) throws(JSONShapeFault) -> String? {
    self[name] == .null ? nil : try text(name)
  }

  func flag(_ name: String, default standard: Bool) throws(JSONShapeFault) -> Bool {
    switch self[name] {
    case .bool(let flag): flag
    case .null: standard
    default: throw fault(name, phrase("true or false"))
    }
  }

  func optionalNumber(
    _ name: String,
    _ range: ClosedRange<Int>
  ) throws(JSONShapeFault) -> Int? {
    guard self[name] != .null else { return nil }
    guard let number = self[name].number?.whole, range.contains(number) else {
      throw fault(name, phrase("a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return number
  }

  func number(_ name: String, _ range: ClosedRange<Int>) throws(JSONShapeFault) -> Int {
    guard let number = try optionalNumber(name, range) else {
      throw fault(name, phrase("a whole number"))
    }
    return number
  }

  func optionalDay(_ name: String) throws(JSONShapeFault) -> Day? {
    guard let text = try optionalText(name) else { return nil }
    guard let day = Day(text) else { throw fault(name, phrase("a day")) }
    return day
  }

  func day(_ name: String) throws(JSONShapeFault) -> Day {
    guard let day = try optionalDay(name) else { throw fault(name, phrase("a day")) }
    return day
  }

  func instant(_ name: String) throws(JSONShapeFault) -> Instant {
    guard let instant = Instant(try text(name)) else { throw fault(name, phrase("a moment")) }
    return instant
  }

  func currency(_ name: String) throws(JSONShapeFault) -> Currency {
    guard let currency = Currency(code: try text(name)) else {
      throw fault(name, phrase("a currency"))
    }
    return currency
  }

  /// An amount in units of a currency, in minor units.
  func optionalAmount(
    _ name: String,
    in currency: Currency
  ) throws(JSONShapeFault) -> Int64? {
    guard self[name] != .null else { return nil }
    guard let number = self[name].number else { throw fault(name, phrase("an amount")) }
    var scale: Int128 = 1
    for _ in 0..<currency.minorUnitDigits { scale *= 10 }
    let (scaled, overflow) = number.millionths.multipliedReportingOverflow(by: scale)
    guard !overflow, scaled % 1_000_000 == 0, let amount = Int64(exactly: scaled / 1_000_000),
      amount >= 0
    else { throw fault(name, phrase("an amount in \(currency)")) }
    return amount
  }

  /// An amount with its currency under another name; `nil` where there is none.
  func optionalMoney(_ name: String, _ currencyName: String) throws(JSONShapeFault) -> Money? {
    guard self[name] != .null else { return nil }
    let currency = try currency(currencyName)
    return try optionalAmount(name, in: currency).map { Money(minorUnits: $0, currency: currency) }
  }

  func optionalProbability(_ name: String) throws(JSONShapeFault) -> Probability? {
    try optionalNumber(name, 0...100).flatMap { Probability(percent: $0) }
  }

  func texts(_ name: String) throws(JSONShapeFault) -> [String] {
    let texts = self[name].elements?.compactMap(\.text)
    guard let texts, texts.count == self[name].elements?.count else {
      throw fault(name, phrase("a list of texts"))
    }
    return texts
  }

  /// The objects of a list; none where there is no such member.
  func objects(_ name: String) throws(JSONShapeFault) -> [JSONMembers] {
    guard self[name] != .null else { return [] }
    guard let elements = self[name].elements else { throw fault(name, phrase("a list")) }
    var objects: [JSONMembers] = []
    for element in elements { objects.append(try JSONMembers(element)) }
    return objects
  }
}
