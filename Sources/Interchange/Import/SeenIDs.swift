/// The ids that a file has brought so far.
///
/// Whole numbers, which nearly all sources give, cost a bit each where they are dense, so that a
/// million deals take a hundred kilobytes.
struct SeenIDs {
  private static let pageSize: UInt64 = 4096

  private var pages: [UInt64: [UInt64]] = [:]
  private var others: Set<String> = []
  /// How often a content was seen that has no id.
  private var contents: [UInt64: Int] = [:]

  /// Whether an id was brought already.
  func contains(_ id: String) -> Bool {
    guard let number = Self.number(id) else { return others.contains(id) }
    guard let page = pages[number / Self.pageSize] else { return false }
    let bit = number % Self.pageSize
    return page[Int(bit / 64)] & 1 << (bit % 64) != 0
  }

  /// Remembers an id.
  mutating func insert(_ id: String) {
    guard let number = Self.number(id) else {
      others.insert(id)
      return
    }
    let bit = number % Self.pageSize
    pages[number / Self.pageSize, default: Array(repeating: 0, count: Int(Self.pageSize / 64))][
      Int(bit / 64)
    ] |= 1 << (bit % 64)
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
