import Interchange
import Pipeline

extension JSONValue {
  /// A whole number; null for `nil`.
  init(_ number: (some BinaryInteger)?) {
    self = .integer(number)
  }

  /// Text; null for `nil`.
  init(_ text: String?) {
    self = .text(text)
  }

  /// A day as YYYY-MM-DD; null for `nil`.
  init(_ day: Day?) {
    self = .day(day)
  }

  /// An amount without its currency, to the last minor unit; null for `nil`.
  init(_ money: Money?) {
    self = .amount(money)
  }

  /// Texts in order.
  init(_ texts: [String]) {
    self = .array(texts.map { .string($0) })
  }

  /// A ratio with at most six decimals, rounded half to even; null for `nil`.
  init(_ ratio: Ratio?) {
    self = ratio.map { .fraction($0.numerator, over: $0.denominator) } ?? .null
  }

  /// A ratio of minor units in whole units of a currency; null for `nil`.
  init(_ minorUnits: Ratio?, in currency: Currency) {
    self.init(minorUnits.map { $0 * Ratio.unit(of: currency) })
  }

  /// A sum of minor units in whole units of a currency.
  init(_ minorUnits: Int128, in currency: Currency) {
    self = .amount(minorUnits, currency)
  }

  /// Named values in order; a name given twice is the programmer's mistake.
  static func named(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(self.members(members))
  }

  /// Names and values in order.
  static func members(_ members: KeyValuePairs<String, JSONValue>) -> [Member] {
    members.map { Member($0.key, $0.value) }
  }

  /// The text that a command prints, ended by a line feed.
  ///
  /// An array has a line for each element, so that `grep` and `head` work on it.
  var printed: String {
    guard case .array(let elements) = self, !elements.isEmpty else {
      return JSONText(self, layout: .indented).string + "\n"
    }
    var text = JSONText()
    var lines = ""
    for element in elements {
      text.append(element)
      lines += (lines.isEmpty ? "[\n" : ",\n") + String(decoding: text.take(), as: UTF8.self)
    }
    return lines + "\n]\n"
  }
}
