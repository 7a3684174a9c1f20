public import Pipeline

/// Reads days and moments as files write them.
public struct DateText {
  /// How many seconds clocks in the workspace's zone stand ahead of UTC at a moment.
  let secondsFromUTC: (Instant) -> Int
  /// Whether a time may lack its seconds, as in HubSpot's exports.
  var allowsMinutes = false

  /// A reader for a workspace whose clocks stand `secondsFromUTC` ahead of UTC at a moment.
  public init(secondsFromUTC: @escaping (Instant) -> Int) {
    self.secondsFromUTC = secondsFromUTC
  }

  /// The day of `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` or `YYYY-MM-DDTHH:MM:SSZ`; `nil` for a blank
  /// text.
  ///
  /// Only the last one names a moment, which becomes a day of the workspace's zone; the others are
  /// days there already and stay what they are. Throws `.invalidDate` for anything else.
  public func day(_ text: some StringProtocol) throws(ValueFault) -> Day? {
    let bytes = Array(text.utf8)
    return try day(bytes, 0..<bytes.count)
  }

  /// The day in a part of a text in UTF-8.
  func day(_ bytes: [UInt8], _ range: Range<Int>) throws(ValueFault) -> Day? {
    let part = bytes.trimmed(range)
    guard !part.isEmpty else { return nil }
    let start = part.lowerBound
    guard part.count >= 10, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"),
      let year = Self.number(bytes, start, 4), let month = Self.number(bytes, start + 5, 2),
      let dayOfMonth = Self.number(bytes, start + 8, 2),
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { throw .invalidDate }
    if part.count == 10 { return day }
    guard let seconds = secondOfDay(bytes, start + 11..<part.upperBound, day) else {
      throw .invalidDate
    }
    switch (bytes[start + 10], bytes[part.upperBound - 1]) {
    case (UInt8(ascii: " "), let last) where last.digit != nil: return day
    case (UInt8(ascii: "T"), UInt8(ascii: "Z")):
      let moment = Instant(milliseconds: (Int64(day.number) * 86_400 + Int64(seconds)) * 1000)
      return moment.day(secondsFromUTC: secondsFromUTC(moment))
    default: throw .invalidDate
    }
  }

  /// Seconds since midnight of `HH:MM:SS`, perhaps with thousandths and a Z behind it.
  private func secondOfDay(_ bytes: [UInt8], _ range: Range<Int>, _ day: Day) -> Int? {
    var rest = range
    if let last = rest.last, bytes[last] == UInt8(ascii: "Z") { rest = rest.dropLast() }
    let start = rest.lowerBound
    guard rest.count >= 5, bytes[start + 2] == UInt8(ascii: ":"),
      let hour = Self.number(bytes, start, 2), hour < 24,
      let minute = Self.number(bytes, start + 3, 2), minute < 60
    else { return nil }
    if rest.count == 5 { return allowsMinutes ? hour * 3600 + minute * 60 : nil }
    guard rest.count >= 8, bytes[start + 5] == UInt8(ascii: ":"),
      let second = Self.number(bytes, start + 6, 2), second < 60
    else { return nil }
    if rest.count > 8 {
      guard rest.count > 9, bytes[start + 8] == UInt8(ascii: "."),
        (start + 9..<rest.upperBound).allSatisfy({ bytes[$0].digit != nil })
      else { return nil }
    }
    return hour * 3600 + minute * 60 + second
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      guard let digit = bytes[index].digit else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
