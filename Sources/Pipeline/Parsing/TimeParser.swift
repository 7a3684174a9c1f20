/// Reads a time of the day as people type it.
public struct TimeParser: Sendable {
  /// The words understood.
  public let words: InputWords

  /// A parser for one language.
  public init(words: InputWords = .current) {
    self.words = words
  }

  /// The minute of the day that a text names, 0 to 1,439; `nil` where it names none.
  ///
  /// `9:05`, `16.30`, `3pm`, `3:30 pm`, `10u30`, `10 uur`.
  public func minute(_ text: some StringProtocol) -> Int16? {
    let words = String(text).split(separator: " ").map(String.init)
    guard let match = match(words[...]), match.count == words.count, match.isWhole else {
      return nil
    }
    return match.minute
  }

  /// A time that the first words of some name.
  struct Match: Hashable {
    /// The minute of the day.
    var minute: Int16
    /// How many words name it; 1 at least.
    var count: Int
    /// Whether it is written as a time, and no bare number after `at`.
    var isWhole = true
  }

  /// The time that the first of some words name, with a word such as `at` before it and one such as
  /// `pm` after it; `nil` where they name none.
  func match(_ phrase: ArraySlice<String>) -> Match? {
    var rest = phrase.prefix(3).map { $0.lowercased() }[...]
    var count = 0
    if let first = rest.first, words.at.contains(first) {
      rest = rest.dropFirst()
      count = 1
    }
    guard let word = rest.first.map(Self.bare) else { return nil }
    let isAfternoon = rest.dropFirst().first.map(Self.bare).flatMap { Self.halves[$0] }
    let isClock = rest.dropFirst().first.map { words.clock.contains(Self.bare($0)) } ?? false
    if isAfternoon != nil || isClock, let time = Self.numbers(word) ?? Self.hour(word) {
      return Self.minute(time, isAfternoon).map { Match(minute: $0, count: count + 2) }
    }
    if let time = Self.numbers(word) {
      return Self.minute(time, nil).map { Match(minute: $0, count: count + 1) }
    }
    if let minute = marked(word) { return Match(minute: minute, count: count + 1) }
    guard count == 1, let time = Self.hour(word) else { return nil }
    return Self.minute(time, nil).map { Match(minute: $0, count: 2, isWhole: false) }
  }

  private static let halves = ["am": false, "pm": true]

  private static func bare(_ word: String) -> String {
    word.last == "," ? String(word.dropLast()) : word
  }

  /// `3pm`, `3:30pm`, `10u`, `10u30`.
  private func marked(_ word: String) -> Int16? {
    for (half, isAfternoon) in Self.halves where word.hasSuffix(half) {
      let digits = String(word.dropLast(half.count))
      return (Self.numbers(digits) ?? Self.hour(digits)).flatMap { Self.minute($0, isAfternoon) }
    }
    for mark in words.clock where mark.count == 1 {
      let parts = word.split(separator: Character(mark), omittingEmptySubsequences: false)
      guard parts.count == 2, let hour = Self.hour(String(parts[0])) else { continue }
      if parts[1].isEmpty { return Self.minute(hour, nil) }
      return Self.numbers("\(parts[0]):\(parts[1])").flatMap { Self.minute($0, nil) }
    }
    return nil
  }

  /// Hour and minute, between `:` or `.`.
  private static func numbers(_ word: String) -> (hour: Int16, minute: Int16)? {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard parts.count == 2, parts[1].utf8.count == 2,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
      let hour = hour(String(parts[0])), let minute = Int16(parts[1])
    else { return nil }
    return (hour.hour, minute)
  }

  private static func hour(_ word: String) -> (hour: Int16, minute: Int16)? {
    guard (1...2).contains(word.utf8.count), word.utf8.allSatisfy({ (48...57).contains($0) }),
      let hour = Int16(word)
    else { return nil }
    return (hour, 0)
  }

  private static func minute(_ time: (hour: Int16, minute: Int16), _ isAfternoon: Bool?) -> Int16? {
    guard time.minute < 60 else { return nil }
    guard let isAfternoon else { return time.hour < 24 ? time.hour * 60 + time.minute : nil }
    guard (1...12).contains(time.hour) else { return nil }
    return (time.hour % 12 + (isAfternoon ? 12 : 0)) * 60 + time.minute
  }
}
