/// How the bytes of a file stand for text.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8
  /// Windows-1252, which everything is taken for that is not UTF-8.
  case windows1252
}

/// Checks bytes in pieces for being UTF-8 (RFC 3629: no overlong forms, no surrogates).
struct UTF8Checker {
  private(set) var isValid = true
  private var missing = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Looks at the next bytes.
  mutating func feed(_ bytes: [UInt8]) {
    guard isValid else { return }
    var index = 0
    while index < bytes.count {
      if missing == 0 {
        index = Self.skipASCII(bytes, from: index)
        guard index < bytes.count else { return }
      }
      guard accept(bytes[index]) else {
        isValid = false
        return
      }
      index += 1
    }
  }

  /// Says that no more bytes follow; a character cut off in the middle is not valid.
  mutating func finish() {
    if missing > 0 { isValid = false }
  }

  /// Sixteen bytes at a time, so that plain text costs next to nothing.
  private static func skipASCII(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 16 <= bytes.count {
      var any: UInt8 = 0
      for offset in 0..<16 { any |= bytes[index + offset] }
      if any >= 0x80 { break }
      index += 16
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    if missing > 0 {
      guard byte >= lowest, byte <= highest else { return false }
      missing -= 1
      lowest = 0x80
      highest = 0xBF
      return true
    }
    switch byte {
    case 0..<0x80: break
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF:
      missing = 2
      if byte == 0xE0 { lowest = 0xA0 }
      if byte == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      missing = 3
      if byte == 0xF0 { lowest = 0x90 }
      if byte == 0xF4 { highest = 0x8F }
    default: return false
    }
    return true
  }
}

/// Turns Windows-1252 into UTF-8 while it is read.
struct Windows1252Source: ByteSource {
  var source: any ByteSource

  mutating func read(upTo count: Int) throws -> [UInt8] {
    let raw = try source.read(upTo: count)
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 8)
    for byte in raw {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(contentsOf: String(Character(Self.scalar(byte))).utf8)
      }
    }
    return text
  }

  /// The characters of 0x80 to 0x9F (Microsoft, "Windows code page 1252"); the five that it leaves
  /// open stay control characters, which the cleaning of text replaces.
  private static let upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }
}
