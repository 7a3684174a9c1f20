/// What short texts in a file stand for, found by their bytes without making a string of them.
///
/// A file repeats a few stages, owners and currencies in every row.
struct ByteCache<Value> {
  /// Beyond this many the texts do not repeat, and keeping them would only cost memory.
  private static var capacity: Int { 4096 }

  private var entries: [UInt64: (text: [UInt8], value: Value)] = [:]

  /// What a text stands for; `nil` where it was not kept.
  func value(for bytes: [UInt8], _ range: Range<Int>) -> Value? {
    guard let entry = entries[Self.hash(bytes, range)],
      entry.text.elementsEqual(bytes[range])
    else { return nil }
    return entry.value
  }

  /// Keeps what a text stands for.
  mutating func keep(_ value: Value, for bytes: [UInt8], _ range: Range<Int>) {
    guard entries.count < Self.capacity else { return }
    entries[Self.hash(bytes, range)] = (Array(bytes[range]), value)
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes, range)
    return hash.value
  }
}

/// A hash that is the same on every machine and in every run (FNV-1a, 64 bits).
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes bytes in, with an end mark so that two texts are not one long one.
  mutating func combine(_ bytes: [UInt8], _ range: Range<Int>) {
    for index in range { value = (value ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}
