import Pipeline

/// A value of JSON, with its numbers as exact decimals.
///
/// Names stand in the order they were given, so that output does not change from run to run.
enum JSONValue: Hashable {
  /// Nothing, or not applicable.
  case null
  /// True or false.
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order.
  case object([Member])

  /// A name and its value.
  struct Member: Hashable {
    let name: String
    let value: JSONValue
  }

  /// Named values in order; a name given twice is the programmer's mistake.
  static func named(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(self.members(members))
  }

  /// Names and values in order.
  static func members(_ members: KeyValuePairs<String, JSONValue>) -> [Member] {
    members.map { Member(name: $0.key, value: $0.value) }
  }
}

extension JSONValue {
  /// A whole number; null for `nil`.
  init(_ number: (some BinaryInteger)?) {
    self = number.map { .number(String($0)) } ?? .null
  }

  /// Text; null for `nil`.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// A day as YYYY-MM-DD; null for `nil`.
  init(_ day: Day?) {
    self = day.map { .string($0.description) } ?? .null
  }

  /// A moment in ISO 8601.
  init(_ instant: Instant) {
    self = .string(instant.description)
  }

  /// An amount without its currency, to the last minor unit; null for `nil`.
  init(_ money: Money?) {
    self = money.map { .number($0.plainAmount) } ?? .null
  }

  /// Texts in order.
  init(_ texts: [String]) {
    self = .array(texts.map { .string($0) })
  }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
