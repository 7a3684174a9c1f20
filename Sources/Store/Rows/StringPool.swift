import Glibc

/// Hands out one string for equal texts, so that ten thousand deals of one organization hold its
/// name once.
struct StringPool {
  private var strings: [UInt64: String] = [:]

  /// The longest text that a Swift string holds inside itself, without memory of its own.
  private static let inlineBytes = 15

  /// The string of UTF-8 bytes, shared with earlier equal ones.
  ///
  /// Two texts of one hash are told apart; the second is then not shared.
  mutating func string(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.count > Self.inlineBytes else { return String(decoding: bytes, as: UTF8.self) }
    let hash = Self.hash(bytes)
    if let known = strings[hash] {
      if Self.isSame(known, bytes) { return known }
      return String(decoding: bytes, as: UTF8.self)
    }
    let string = String(decoding: bytes, as: UTF8.self)
    strings[hash] = string
    return string
  }

  private static func isSame(_ string: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let isSame = string.utf8.withContiguousStorageIfAvailable { known in
      guard let left = known.baseAddress, let right = bytes.baseAddress else { return false }
      return known.count == bytes.count && memcmp(left, right, bytes.count) == 0
    }
    return isSame ?? string.utf8.elementsEqual(bytes)
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923).
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
