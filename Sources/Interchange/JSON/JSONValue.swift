public import Pipeline

/// A JSON text as a value; the members of an object keep their order.
public enum JSONValue: Hashable, Sendable {
  /// One name and its value in an object.
  public struct Member: Hashable, Sendable {
    /// The name, unique within its object.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Makes a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Nothing: what is not available.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A number.
  case number(JSONNumber)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSONValue])
  /// Members in their order.
  case object([Member])
}

extension JSONValue {
  /// A whole number; null for none.
  public static func integer(_ number: (some BinaryInteger)?) -> JSONValue {
    number.map { .number(JSONNumber($0)) } ?? .null
  }

  /// The exact fraction `numerator / denominator` to six decimals; null over 0.
  public static func fraction(_ numerator: Int128, over denominator: Int128) -> JSONValue {
    JSONNumber(numerator, over: denominator).map { .number($0) } ?? .null
  }

  /// An amount in units of its currency, all its decimals kept; null for none.
  public static func amount(_ money: Money?) -> JSONValue {
    money.map { amount(Int128($0.minorUnits), $0.currency) } ?? .null
  }

  /// A sum of minor units of a currency, in units.
  public static func amount(_ minorUnits: Int128, _ currency: Currency) -> JSONValue {
    var scale: Int128 = 1
    for _ in 0..<currency.minorUnitDigits { scale *= 10 }
    return fraction(minorUnits, over: scale)
  }

  /// A text; null for none.
  public static func text(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// A day as `YYYY-MM-DD`; null for none.
  public static func day(_ day: Day?) -> JSONValue {
    text(day?.description)
  }

  /// A moment in ISO 8601 and UTC; null for none.
  public static func instant(_ instant: Instant?) -> JSONValue {
    text(instant?.description)
  }
}

extension JSONValue {
  /// The value of a member; `nil` where this is no object or has none of that name.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The elements; `nil` where this is no array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text; `nil` where this is no string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number; `nil` where this is none.
  public var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object of the members in their order.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  /// An array of the elements.
  public init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A text.
  public init(stringLiteral text: String) {
    self = .string(text)
  }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral number: Int) {
    self = .number(JSONNumber(number))
  }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  /// Yes or no.
  public init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension JSONValue: ExpressibleByNilLiteral {
  /// Null.
  public init(nilLiteral: ()) {
    self = .null
  }
}
