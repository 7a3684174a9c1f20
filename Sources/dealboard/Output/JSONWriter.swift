/// Writes JSON that both programs and people read: one line for what holds no more than plain
/// values, an indented line each for the rest.
struct JSONWriter {
  private(set) var text = ""

  /// The text of a value, with a line feed at its end.
  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    if case .array(let elements) = value {
      writer.writeLines(elements)
    } else {
      writer.write(value, indent: 0)
    }
    writer.text += "\n"
    return writer.text
  }

  /// A top-level array has one line for each element, so that `grep` and `head` work on it.
  private mutating func writeLines(_ elements: [JSONValue]) {
    guard !elements.isEmpty else {
      text += "[]"
      return
    }
    for (index, element) in elements.enumerated() {
      text += index == 0 ? "[\n" : ",\n"
      writeInline(element)
    }
    text += "\n]"
  }

  private mutating func write(_ value: JSONValue, indent: Int) {
    guard !value.isFlat else { return writeInline(value) }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch value {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        text += (index == 0 ? "[\n" : ",\n") + inner
        write(element, indent: indent + 2)
      }
      text += "\n\(outer)]"
    case .object(let members):
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "{\n" : ",\n") + inner
        writeString(member.name)
        text += ": "
        write(member.value, indent: indent + 2)
      }
      text += "\n\(outer)}"
    case .null, .bool, .number, .string: writeInline(value)
    }
  }

  private mutating func writeInline(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): writeString(string)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        writeInline(element)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        writeString(member.name)
        text += ": "
        writeInline(member.value)
      }
      text += "}"
    }
  }

  /// Escapes what JSON demands and what a terminal would act on: control characters, C1 and bidi
  /// controls, invisible and private characters (STORE.md, "What comes from outside is data").
  private mutating func writeString(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where scalar.mustBeEscaped:
        for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
          let hex = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue {
  /// Whether nothing in it holds anything.
  fileprivate var isFlat: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array(let elements): elements.allSatisfy(\.isPlain)
    case .object(let members): members.allSatisfy(\.value.isPlain)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    }
  }
}

extension Unicode.Scalar {
  fileprivate var mustBeEscaped: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x20..<0x7F: false
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    case 0xE000..<0xF900, 0xF0000...: true
    default: false
    }
  }
}
