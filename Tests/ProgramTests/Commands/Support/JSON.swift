import Foundation

/// JSON that was read.
indirect enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// Reads a text; throws where it is no JSON.
  init(_ text: String) throws {
    let object = try JSONSerialization.jsonObject(
      with: Data(text.utf8),
      options: .fragmentsAllowed
    )
    self.init(object)
  }

  /// Reads a file that the tests bring.
  init(fixture name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: try ProgramTests.fixture(name)))
    self.init(try JSONSerialization.jsonObject(with: data))
  }

  private init(_ object: Any) {
    switch object {
    case let array as [Any]: self = .array(array.map(JSON.init))
    case let members as [String: Any]: self = .object(members.mapValues(JSON.init))
    case let text as String: self = .string(text)
    case let number as NSNumber:
      self = number.isBool ? .bool(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }

  /// The value of a member; null where there is none.
  subscript(_ name: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members[name] ?? .null
  }

  /// An element; null where there is none.
  subscript(_ index: Int) -> JSON {
    elements.indices.contains(index) ? elements[index] : .null
  }

  /// The elements of an array.
  var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The text of a string.
  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number.
  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// Where `other` lacks something that is here or has it otherwise; what it has besides is no
  /// difference.
  ///
  /// Numbers may differ by a millionth of their size.
  func differences(in other: JSON, at path: String = "") -> [String] {
    switch (self, other) {
    case (.object(let members), .object(let others)):
      return members.sorted { $0.key < $1.key }.flatMap { name, value in
        others[name].map { value.differences(in: $0, at: "\(path)/\(name)") }
          ?? ["\(path)/\(name) is missing"]
      }
    case (.array(let elements), .array(let others)):
      guard elements.count == others.count else {
        return ["\(path) has \(others.count) elements, not \(elements.count)"]
      }
      return zip(elements, others).enumerated().flatMap { index, pair in
        pair.0.differences(in: pair.1, at: "\(path)[\(index)]")
      }
    case (.number(let wanted), .number(let found)):
      let isClose = abs(wanted - found) <= 1e-6 * max(1, abs(wanted))
      return isClose ? [] : ["\(path) is \(found), not \(wanted)"]
    default: return self == other ? [] : ["\(path) is \(other), not \(self)"]
    }
  }
}

extension NSNumber {
  /// Foundation reads `true` as a number too; only its type tells it from 1.
  fileprivate var isBool: Bool { String(cString: objCType) == "c" }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
}
