internal import Pipeline

/// Why a text is not JSON.
public struct JSONFault: Error, Hashable, Sendable {
  /// The line it is on; the first one is 1.
  public let line: Int
  /// What is wrong, as a sentence such as `A comma or ] is missing.`.
  public let message: String
}

/// Reads JSON (RFC 8259) into values, no deeper than 64 levels.
public struct JSONParser {
  private static let deepest = 64

  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The value of a text in UTF-8, perhaps behind a byte order mark.
  ///
  /// Throws `JSONFault` for anything that is not JSON, and for numbers with more than six decimals.
  public static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.index = 3 }
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.index == bytes.count else {
      throw parser.fault(phrase("Something follows behind the end."))
    }
    return value
  }

  private func fault(_ message: String) -> JSONFault {
    let line = 1 + bytes[..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    return JSONFault(line: line, message: message)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func takeMark(_ mark: Character) -> Bool {
    skipBlanks()
    guard index < bytes.count, bytes[index] == mark.asciiValue else { return false }
    index += 1
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < Self.deepest else { throw fault(phrase("The values are nested too deep.")) }
    if takeMark("[") { return try array(depth: depth) }
    if takeMark("{") { return try object(depth: depth) }
    if takeMark("\"") { return .string(try string()) }
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    return .number(try number())
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    if takeMark("]") { return .array([]) }
    var elements: [JSONValue] = []
    repeat { elements.append(try value(depth: depth + 1)) } while takeMark(",")
    guard takeMark("]") else { throw fault(phrase("A comma or ] is missing.")) }
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    if takeMark("}") { return .object([]) }
    var members: [JSONValue.Member] = []
    repeat {
      guard takeMark("\"") else { throw fault(phrase("A name in quotes is missing.")) }
      let name = try string()
      guard takeMark(":") else { throw fault(phrase("A colon is missing.")) }
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
    } while takeMark(",")
    guard takeMark("}") else { throw fault(phrase("A comma or } is missing.")) }
    return .object(members)
  }

  // MARK: Strings

  private mutating func string() throws(JSONFault) -> String {
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw fault(phrase("A text is not UTF-8."))
        }
        return string
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0..<0x20: throw fault(phrase("A text holds a control character."))
      default: text.append(byte)
      }
    }
    throw fault(phrase("A text is never closed."))
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard index < bytes.count else { throw fault(phrase("A text is never closed.")) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      let first = try codeUnit()
      if UTF16.isLeadSurrogate(first), take("\\u") {
        let second = try codeUnit()
        return Array(String(decoding: [first, second], as: UTF16.self).utf8)
      }
      return Array(String(decoding: [first], as: UTF16.self).utf8)
    default: throw fault(phrase("A backslash stands before a letter that it does not go with."))
    }
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault(phrase("Four hexadecimal digits are missing.")) }
    index += 4
    return unit
  }

  // MARK: Numbers

  private mutating func number() throws(JSONFault) -> JSONNumber {
    let isNegative = take("-")
    let start = index
    var mantissa: Int128 = 0
    var exponent = 0
    var isPastPoint = false
    while index < bytes.count {
      if let digit = bytes[index].digit {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        guard !overflow, product < .max - 10 else { throw fault(phrase("A number is too long.")) }
        mantissa = product + Int128(digit)
        if isPastPoint { exponent -= 1 }
      } else if bytes[index] == UInt8(ascii: "."), !isPastPoint, index > start {
        isPastPoint = true
      } else {
        break
      }
      index += 1
    }
    guard index > start, bytes[index - 1].digit != nil else {
      throw fault(phrase("A value is missing."))
    }
    guard
      bytes[start] != UInt8(ascii: "0") || index == start + 1
        || bytes[start + 1] == UInt8(ascii: ".")
    else { throw fault(phrase("A number begins with a zero too many.")) }
    exponent += try powerOfTen()
    return JSONNumber(
      millionths: try scaled(isNegative ? -mantissa : mantissa, by: exponent + 6)
    )
  }

  private mutating func powerOfTen() throws(JSONFault) -> Int {
    guard index < bytes.count, bytes[index].lowercase == UInt8(ascii: "e") else { return 0 }
    index += 1
    let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isNegative || index < bytes.count && bytes[index] == UInt8(ascii: "+") { index += 1 }
    let start = index
    var power = 0
    while index < bytes.count, let digit = bytes[index].digit, power < 1000 {
      power = power * 10 + Int(digit)
      index += 1
    }
    guard index > start else { throw fault(phrase("An exponent is missing.")) }
    return isNegative ? -power : power
  }

  private func scaled(_ number: Int128, by power: Int) throws(JSONFault) -> Int128 {
    var number = number
    if number == 0 { return 0 }
    guard abs(power) < 60 else { throw fault(phrase("A number is too long.")) }
    for _ in 0..<max(0, power) {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw fault(phrase("A number is too long.")) }
      number = product
    }
    for _ in 0..<max(0, -power) {
      guard number.isMultiple(of: 10) else {
        throw fault(phrase("A number has more than six decimals."))
      }
      number /= 10
    }
    return number
  }
}
