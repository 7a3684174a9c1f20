/// JSON as it is written: UTF-8, control characters escaped, no line end at the end.
public struct JSONText {
  /// How it is laid out.
  public enum Layout: Hashable, Sendable {
    /// Without any blank.
    case compact
    /// With a line for each value, two spaces a level.
    case indented
  }

  /// The text in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout

  /// An empty text.
  public init(layout: Layout = .compact) {
    self.layout = layout
  }

  /// The text of a value.
  public init(_ value: JSONValue, layout: Layout = .compact) {
    self.init(layout: layout)
    append(value)
  }

  /// The text as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a value.
  public mutating func append(_ value: JSONValue) {
    append(value, depth: 0)
  }

  /// Hands over what was written and begins anew, to write a long text in parts.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .number(let number): append(number.description)
    case .string(let text): appendQuoted(text)
    case .array(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        beginLine(index, depth + 1)
        append(element, depth: depth + 1)
      }
      close("]", elements.isEmpty, depth)
    case .object(let members):
      append("{")
      for (index, member) in members.enumerated() {
        beginLine(index, depth + 1)
        appendQuoted(member.name)
        append(layout == .compact ? ":" : ": ")
        append(member.value, depth: depth + 1)
      }
      close("}", members.isEmpty, depth)
    }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func beginLine(_ index: Int, _ depth: Int) {
    if index > 0 { append(",") }
    breakLine(depth)
  }

  private mutating func close(_ bracket: String, _ isEmpty: Bool, _ depth: Int) {
    if !isEmpty { breakLine(depth) }
    append(bracket)
  }

  private mutating func breakLine(_ depth: Int) {
    guard layout == .indented else { return }
    append("\n" + String(repeating: "  ", count: depth))
  }

  /// Escapes what JSON demands, DEL, C1 and bidi controls, which a terminal would obey, and U+2028
  /// and U+2029, which JavaScript takes for line ends.
  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }) {
      append(text)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      let code = String(scalar.value, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code)
    default: append(String(scalar))
    }
  }
}
