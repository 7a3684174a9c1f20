/// A 128-bit number that names an event before it has a place in the log (UUID version 7), so that
/// a change sent twice is recorded once.
public struct EventID: Hashable, Sendable {
  /// The upper 64 bits.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// The id of these bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A version 7 id: the moment first, then random bits (RFC 9562, section 5.7).
  public init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
    let time = UInt64(bitPattern: max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
    self.high = time << 16 | 0x7000 | generator.next() & 0x0FFF
    self.low = 0x8000_0000_0000_0000 | generator.next() >> 2
  }
}
