/// Distinct keys in order, with the place of each: inserts, removes, finds by place and finds the
/// place, each in about the square root of their number.
///
/// Chunks of a bounded size rather than a tree: neighbours lie together in memory, which is how a
/// column is drawn, and a copy shares every chunk that neither has changed.
struct SortedChunks<Key: Comparable & Sendable>: Sendable {
  /// A chunk that grows beyond this is split in two.
  private static var chunkLimit: Int { 256 }

  /// The keys; no chunk is empty.
  private var chunks: ContiguousArray<ContiguousArray<Key>> = []
  /// How many keys each chunk has, side by side so that a walk over them stays in the cache.
  private var sizes: ContiguousArray<Int32> = []
  /// How many keys there are.
  private(set) var count = 0

  /// Takes distinct keys in any order.
  init(_ keys: some Sequence<Key>) {
    self.init(sorted: ContiguousArray(keys.sorted()))
  }

  /// Takes distinct keys that are in order already.
  init(sorted: ContiguousArray<Key>) {
    count = sorted.count
    for start in stride(from: 0, to: sorted.count, by: Self.chunkLimit / 2) {
      let chunk = ContiguousArray(sorted[start..<min(start + Self.chunkLimit / 2, sorted.count)])
      chunks.append(chunk)
      sizes.append(Int32(chunk.count))
    }
  }

  /// The key at a place from 0; `nil` beyond the last.
  subscript(place: Int) -> Key? {
    guard (0..<count).contains(place) else { return nil }
    let (chunk, offset) = locate(place)
    return chunks[chunk][offset]
  }

  /// The keys at some places, those beyond the last left out.
  func keys(at places: Range<Int>) -> [Key] {
    let wanted = places.clamped(to: 0..<count)
    guard !wanted.isEmpty else { return [] }
    var (chunk, offset) = locate(wanted.lowerBound)
    var keys: [Key] = []
    keys.reserveCapacity(wanted.count)
    while keys.count < wanted.count {
      let missing = wanted.count - keys.count
      let end = min(chunks[chunk].count, offset + missing)
      keys.append(contentsOf: chunks[chunk][offset..<end])
      (chunk, offset) = (chunk + 1, 0)
    }
    return keys
  }

  /// Those of the keys that pass a test, in their order.
  func filter(_ passes: (Key) -> Bool) -> SortedChunks {
    var passing: ContiguousArray<Key> = []
    for chunk in chunks { for key in chunk where passes(key) { passing.append(key) } }
    return SortedChunks(sorted: passing)
  }

  /// The place of a key from 0; `nil` where it is not there.
  func place(of key: Key) -> Int? {
    let (chunk, offset, isThere) = search(key)
    guard isThere else { return nil }
    return sizes[..<chunk].reduce(0) { $0 + Int($1) } + offset
  }

  /// Adds a key, unless it is there.
  mutating func insert(_ key: Key) {
    guard !chunks.isEmpty else {
      chunks = [[key]]
      sizes = [1]
      count = 1
      return
    }
    let (chunk, offset, isThere) = search(key)
    guard !isThere else { return }
    chunks[chunk].insert(key, at: offset)
    count += 1
    guard chunks[chunk].count > Self.chunkLimit else {
      sizes[chunk] += 1
      return
    }
    let half = chunks[chunk].count / 2
    chunks.insert(ContiguousArray(chunks[chunk][half...]), at: chunk + 1)
    chunks[chunk].removeSubrange(half...)
    sizes[chunk] = Int32(half)
    sizes.insert(Int32(chunks[chunk + 1].count), at: chunk + 1)
  }

  /// Takes a key out, if it is there.
  mutating func remove(_ key: Key) {
    let (chunk, offset, isThere) = search(key)
    guard isThere else { return }
    count -= 1
    guard chunks[chunk].count > 1 else {
      chunks.remove(at: chunk)
      sizes.remove(at: chunk)
      return
    }
    chunks[chunk].remove(at: offset)
    sizes[chunk] -= 1
  }

  /// The chunk and offset of a place that exists.
  private func locate(_ place: Int) -> (chunk: Int, offset: Int) {
    var rest = place
    for (chunk, size) in sizes.enumerated() {
      if rest < size { return (chunk, rest) }
      rest -= Int(size)
    }
    return (max(chunks.count - 1, 0), 0)
  }

  /// Where a key is, or belongs: in the last chunk that does not begin after it.
  private func search(_ key: Key) -> (chunk: Int, offset: Int, isThere: Bool) {
    guard !chunks.isEmpty else { return (0, 0, false) }
    let after = Self.firstIndex(in: 0..<chunks.count) { chunks[$0][0] > key }
    let chunk = max(after - 1, 0)
    let offset = Self.firstIndex(in: 0..<chunks[chunk].count) { chunks[chunk][$0] >= key }
    let isThere = offset < chunks[chunk].count && chunks[chunk][offset] == key
    return (chunk, offset, isThere)
  }

  /// The first index from which on a condition holds, by halving; the end where it never does.
  private static func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
