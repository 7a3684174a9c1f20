/// A moment on the world's clock, to the millisecond, in no time zone.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// The moment `milliseconds` after 1970-01-01T00:00:00Z, held within the years 1 to 9999.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }

  /// Orders earlier moments first.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The calendar day of this moment where clocks stand `offset` seconds ahead of UTC.
  public func day(secondsFromUTC offset: Int) -> Day {
    let seconds = (milliseconds + Int64(offset) * 1000).quotient(1000)
    return Day(number: Int32(clamping: seconds.quotient(86_400)))
  }

  /// Seconds since midnight, 0 to 86,399, where clocks stand `offset` seconds ahead of UTC.
  public func secondOfDay(secondsFromUTC offset: Int) -> Int {
    let seconds = (milliseconds + Int64(offset) * 1000).quotient(1000)
    return Int(seconds - seconds.quotient(86_400) * 86_400)
  }
}

extension Instant: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601 in UTC with milliseconds: `2026-03-31T09:41:07.250Z`.
  public var description: String {
    let seconds = secondOfDay(secondsFromUTC: 0)
    let thousandths = Int(milliseconds - milliseconds.quotient(1000) * 1000)
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(day(secondsFromUTC: 0))T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
      + ":\(padded(seconds % 60, 2)).\(padded(thousandths, 3))Z"
  }

  /// Reads what `description` writes; `nil` for anything else.
  public init?(_ description: String) {
    let text = Array(description.utf8)
    func number(_ start: Int, _ count: Int) -> Int64? {
      text[start..<start + count].allSatisfy { 48...57 ~= $0 }
        ? Int64(String(decoding: text[start..<start + count], as: UTF8.self)) : nil
    }
    guard text.count == 24, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z"),
      let day = Day(String(description.prefix(10))), let hour = number(11, 2), hour < 24,
      let minute = number(14, 2), minute < 60, let second = number(17, 2), second < 60,
      let thousandths = number(20, 3)
    else { return nil }
    let seconds = Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: seconds * 1000 + thousandths)
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, so that moments before 1970 fall on their own day.
  fileprivate func quotient(_ divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
