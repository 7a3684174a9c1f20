import Pipeline

/// Writes numbers and texts as bytes: small numbers in one byte (LEB128), signed ones folded so
/// that small negative numbers stay small.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int64) {
    var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// One byte that says whether there is a number, then the number.
  mutating func put(_ number: Int64?) {
    bytes.append(number == nil ? 0 : 1)
    if let number { put(number) }
  }

  /// The length in bytes, then the text in UTF-8.
  mutating func put(_ text: String) {
    put(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// One byte that says whether there is a text, then the text.
  mutating func put(_ text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { put(text) }
  }
}

/// Reads what a `ByteWriter` wrote; throws `UnreadableRow` where the bytes end too soon.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func number() throws -> Int64 {
    var folded: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      folded |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int64(bitPattern: folded >> 1) ^ -Int64(folded & 1) }
      shift += 7
    }
    throw UnreadableRow(what: "a packed number")
  }

  mutating func optionalNumber() throws -> Int64? {
    try flag() ? number() : nil
  }

  mutating func text() throws -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else {
      throw UnreadableRow(what: "a packed text")
    }
    let end = position + Int(count)
    defer { position = end }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  mutating func optionalText() throws -> String? {
    try flag() ? text() : nil
  }

  private mutating func flag() throws -> Bool {
    guard position < bytes.count, bytes[position] <= 1 else {
      throw UnreadableRow(what: "a packed value")
    }
    defer { position += 1 }
    return bytes[position] == 1
  }
}

/// A row holds what this program never writes: the file is damaged or was edited by hand.
struct UnreadableRow: Error {
  /// What could not be read.
  let what: String
}
