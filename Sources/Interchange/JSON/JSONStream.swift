internal import Pipeline

/// Reads one JSON object member by member, and the elements of its arrays one by one, in memory that
/// does not grow with the text.
struct JSONStream {
  /// The longest value that is read as a whole, in bytes.
  static let longestValue = 64 << 20
  private static let chunk = 256 << 10

  private var source: any ByteSource
  private var bytes: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// Whether a member or an element was read on this level, so that a comma must follow.
  private var needsComma = false

  /// The line that was reached; the first one is 1.
  private(set) var line = 1
  /// How many bytes were taken from the source.
  private(set) var bytesRead = 0

  /// A reader of a text, perhaps behind a byte order mark.
  init(_ source: any ByteSource) {
    self.source = source
  }

  /// Goes into the object that the text is.
  ///
  /// Throws `ImportRefusal` where it is none, and what reading throws.
  mutating func begin() throws {
    if try peek() == 0xEF, bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    try expect("{", phrase("The file is no JSON object."))
  }

  /// The name of the next member, whose value is to be read then; `nil` at the end of the object,
  /// behind which nothing may follow.
  mutating func nextMember() throws -> String? {
    if try ends(with: "}") {
      guard try peek() == nil else { throw fault(phrase("Something follows behind the end.")) }
      return nil
    }
    guard try peek() == UInt8(ascii: "\"") else {
      throw fault(phrase("A name in quotes is missing."))
    }
    let name = try value().text ?? ""
    try expect(":", phrase("A colon is missing."))
    return name
  }

  /// Goes into the array that the next value is.
  mutating func beginArray() throws {
    try expect("[", phrase("A list is missing."))
  }

  /// The next element of the array; `nil` at its end.
  mutating func nextElement() throws -> JSONValue? {
    // `nil` alone would be a null in JSON.
    try ends(with: "]") ? Optional<JSONValue>.none : try value()
  }

  /// Passes over the list that the next value is.
  mutating func skipList() throws {
    try beginArray()
    while case .some = try nextElement() {}
  }

  /// The next value as a whole.
  mutating func value() throws -> JSONValue {
    guard try peek() != nil else { throw fault(phrase("A value is missing.")) }
    let end = try valueEnd()
    let start = position
    let first = line
    line += bytes[start..<end].count { $0 == UInt8(ascii: "\n") }
    position = end
    needsComma = true
    do {
      return try JSONParser.parse(Array(bytes[start..<end]))
    } catch {
      throw ImportRefusal(.invalidJSON(error.message), line: first + error.line - 1)
    }
  }

  // MARK: Marks

  /// Takes the mark that ends this level, or the comma before what comes next.
  private mutating func ends(with mark: Character) throws -> Bool {
    let next = try peek()
    if next == mark.asciiValue {
      position += 1
      needsComma = true
      return true
    }
    guard needsComma else { return false }
    guard next == UInt8(ascii: ",") else { throw fault(phrase("A comma or \(mark) is missing.")) }
    position += 1
    needsComma = false
    return false
  }

  private mutating func expect(_ mark: Character, _ message: String) throws {
    guard try peek() == mark.asciiValue else { throw fault(message) }
    position += 1
    needsComma = false
  }

  /// The next byte that is no blank; `nil` at the end.
  private mutating func peek() throws -> UInt8? {
    while true {
      while position < bytes.count {
        let byte = bytes[position]
        guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return byte }
        if byte == 0x0A { line += 1 }
        position += 1
      }
      guard try refill() else { return nil }
    }
  }

  private func fault(_ message: String) -> ImportRefusal {
    ImportRefusal(.invalidJSON(message), line: line)
  }

  // MARK: Bytes

  /// The place behind the value that begins at `position`.
  private mutating func valueEnd() throws -> Int {
    var scan = ValueScan()
    var index = position
    while true {
      while index < bytes.count {
        if scan.ends(before: bytes[index]) { return index }
        index += 1
        if scan.take(bytes[index - 1]) { return index }
      }
      let passed = index - position
      guard passed < Self.longestValue else {
        throw fault(phrase("A value is longer than 64 MiB."))
      }
      guard try refill() else {
        guard scan.mayEnd else { throw fault(phrase("The text ends in the middle.")) }
        return bytes.count
      }
      index = position + passed
    }
  }

  /// Reads on; false at the end of the source.
  private mutating func refill() throws -> Bool {
    guard !isAtEnd else { return false }
    bytes.removeSubrange(0..<position)
    position = 0
    // Values that outgrow a chunk are read in steps that double, or moving them would cost most.
    let part = try source.read(upTo: max(Self.chunk, bytes.count))
    bytesRead += part.count
    isAtEnd = part.isEmpty
    bytes += part
    return !part.isEmpty
  }
}

/// Looks for the end of a value, byte by byte.
private struct ValueScan {
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  private var isPlain = false

  /// Whether a value that ends with the text would be whole.
  var mayEnd: Bool { isPlain && depth == 0 && !isInText }

  /// Whether a number or a word ends before a byte.
  func ends(before byte: UInt8) -> Bool {
    guard isPlain, depth == 0, !isInText else { return false }
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"), 0...0x20:
      return true
    default: return false
    }
  }

  /// Takes a byte; true where it ends the value.
  mutating func take(_ byte: UInt8) -> Bool {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInText = false
        return depth == 0
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInText = true
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      return depth <= 0
    default: if depth == 0 { isPlain = true }
    }
    return false
  }
}
