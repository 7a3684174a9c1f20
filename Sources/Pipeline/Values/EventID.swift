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

extension EventID: CustomStringConvertible, LosslessStringConvertible {
  /// 32 hexadecimal digits in groups, as UUIDs are written (RFC 9562, section 4).
  public var description: String {
    func digits(_ number: UInt64) -> String {
      let text = String(number, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    let all = Array(digits(high) + digits(low))
    return [all[..<8], all[8..<12], all[12..<16], all[16..<20], all[20...]]
      .map { String($0) }.joined(separator: "-")
  }

  /// Reads what `description` writes; `nil` for anything else.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12],
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isHexDigit } }),
      let high = UInt64(parts[..<3].joined(), radix: 16),
      let low = UInt64(parts[3...].joined(), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}
