/// The ids that a file has brought so far.
///
/// Whole numbers, which nearly all sources give, are kept as bits of blocks of 64: less than a byte
/// each where they are dense, and some forty bytes each however far they lie apart. Any other id is
/// kept as the text that it is, which costs as much beside the text itself.
struct SeenIDs {
  private static let blockSize: UInt64 = 64

  private var blocks: [UInt64: UInt64] = [:]
  private var others: Set<String> = []
  /// How often a content was seen that has no id.
  private var contents: [UInt64: Int] = [:]

  /// How many bytes the whole numbers take.
  var bytesOfNumbers: Int {
    blocks.capacity * 2 * MemoryLayout<UInt64>.stride
  }

  /// Whether an id was brought already.
  func contains(_ id: String) -> Bool {
    guard let number = Self.number(id) else { return others.contains(id) }
    return (blocks[number / Self.blockSize] ?? 0) & 1 << (number % Self.blockSize) != 0
  }

  /// Remembers an id.
  mutating func insert(_ id: String) {
    guard let number = Self.number(id) else {
      others.insert(id)
      return
    }
    blocks[number / Self.blockSize, default: 0] |= 1 << (number % Self.blockSize)
  }

  /// How often a content was seen before; counts it.
  mutating func count(content hash: UInt64) -> Int {
    contents[hash, default: 0] += 1
    return (contents[hash] ?? 1) - 1
  }

  /// The number that an id is; `nil` where its text would not come back from the number.
  private static func number(_ id: String) -> UInt64? {
    guard let first = id.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "0") else {
      return nil
    }
    return UInt64(id)
  }
}
