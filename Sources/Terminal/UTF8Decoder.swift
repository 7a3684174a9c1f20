/// Puts characters together from bytes that arrive in pieces.
struct UTF8Decoder {
  /// What one more byte led to.
  enum Step: Equatable {
    /// A character is complete.
    case scalar(Unicode.Scalar)
    /// More bytes are needed.
    case incomplete
    /// What came before was broken and is dropped; the byte has to be looked at anew.
    case broken
    /// The byte cannot begin a character and is dropped.
    case dropped
  }

  private var value: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0

  /// Whether a character has begun.
  var isInside: Bool { missing > 0 }

  /// Takes a byte from 0x80 on, or any byte while inside a character.
  mutating func push(_ byte: UInt8) -> Step {
    guard missing > 0 else { return begin(byte) }
    guard byte & 0xc0 == 0x80 else {
      missing = 0
      return .broken
    }
    value = value << 6 | UInt32(byte & 0x3f)
    missing -= 1
    guard missing == 0 else { return .incomplete }
    // Overlong forms, surrogates and what is beyond Unicode.
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .dropped }
    return .scalar(scalar)
  }

  /// Forgets a character that has begun.
  mutating func reset() {
    missing = 0
  }

  private mutating func begin(_ byte: UInt8) -> Step {
    switch byte {
    case 0xc2...0xdf: (value, missing, least) = (UInt32(byte & 0x1f), 1, 0x80)
    case 0xe0...0xef: (value, missing, least) = (UInt32(byte & 0x0f), 2, 0x800)
    case 0xf0...0xf4: (value, missing, least) = (UInt32(byte & 0x07), 3, 0x10000)
    default: return .dropped
    }
    return .incomplete
  }
}
