/// A stream of bytes that is read once from its beginning.
public protocol ByteSource {
  /// The next bytes, at most `count` of them; empty only at the end.
  ///
  /// Throws what reading throws.
  mutating func read(upTo count: Int) throws -> [UInt8]
}

/// Bytes that are in memory already.
public struct MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  /// A source of these bytes.
  public init(_ bytes: [UInt8]) {
    self.rest = bytes[...]
  }

  /// The next bytes, at most `count` of them.
  public mutating func read(upTo count: Int) -> [UInt8] {
    let part = rest.prefix(max(1, count))
    rest = rest.dropFirst(part.count)
    return Array(part)
  }
}
