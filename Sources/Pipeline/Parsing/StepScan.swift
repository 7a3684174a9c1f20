/// The days and times that stand in a line, wherever they stand.
struct StepScan {
  /// Words that name something.
  struct Found<Value: Hashable>: Hashable {
    /// Which words.
    var range: Range<Int>
    /// What they name.
    var value: Value
    /// Whether they name it wherever they stand, or only at the ends of the line and beside a time
    /// or a day.
    var isSure: Bool
  }

  /// The words of the line.
  let words: [String]
  private let parser: DayParser
  private let days: [Found<Day>]

  init(_ line: String, _ parser: DayParser) {
    let words = line.split(separator: " ").map(String.init)
    self.words = words
    self.parser = parser
    days = Self.days(in: words, parser)
  }

  private static func days(in words: [String], _ parser: DayParser) -> [Found<Day>] {
    var found: [Found<Day>] = []
    var index = 0
    while index < words.count {
      guard let match = parser.match(words[index...]) else {
        index += 1
        continue
      }
      let end = index + match.count
      let isLed = index > 0 && parser.words.on.contains(words[index - 1].lowercased())
      let isSure = isLed || match.count > 1 || isSure(words[index].lowercased(), parser)
      found.append(
        Found(range: (isLed ? index - 1 : index)..<end, value: match.day, isSure: isSure)
      )
      index = end
    }
    return found
  }

  /// Whether one word can hardly be anything but a day, amid others: `3m` is a length and `1.5` a
  /// version as well, `24/7` a saying and `zo` a word of every day.
  private static func isSure(_ word: String, _ parser: DayParser) -> Bool {
    if parser.words.everyday.contains(word) { return false }
    guard word.first?.isNumber == true else { return true }
    return word.contains("-") || word.split(separator: "/").count == 3
  }

  /// A date with another weekday than its own before it, and the day it is; `nil`: there is none.
  var contradiction: (String, Day)? {
    for index in words.indices {
      if let day = parser.contradiction(words[index...]) { return (words[index], day) }
    }
    return nil
  }

  /// The first word, of those that are left, that may be a day: today would be a guess.
  func doubt(amid rest: [Int]) -> String? {
    rest.first { index in
      let word = words[index].lowercased().filter { $0 != "," }
      return parser.words.months[word] != nil || days.contains { $0.range.contains(index) }
    }
    .map { words[$0] }
  }

  // MARK: Choosing

  /// The day and the time that count.
  ///
  /// Throws where there are several days and none stands first or last.
  func choice() throws(StepLineError) -> (day: Found<Day>?, time: Found<Int16>?) {
    let anywhere = times(outside: nil)
    let eligible = days.filter { isPlaced($0, beside: anywhere) || $0.isSure }
    let sure = eligible.filter(\.isSure)
    let day = try chosen(sure.isEmpty ? eligible : sure, beside: anywhere)
    let found = times(outside: day?.range).filter { time in
      time.isSure || time.range.upperBound == words.count || touches(time.range, day?.range)
    }
    let beside = found.last { touches($0.range, day?.range) }
    let time =
      beside ?? found.last { $0.range.upperBound == words.count }
      ?? found.first { $0.range.lowerBound == 0 } ?? found.last
    return (day, time)
  }

  private func chosen(
    _ days: [Found<Day>],
    beside times: [Found<Int16>]
  ) throws(StepLineError) -> Found<Day>? {
    guard days.count > 1 else { return days.first }
    if let last = days.last, isLast(last.range, times) { return last }
    if let first = days.first, isFirst(first.range, times) { return first }
    let timed = days.filter { day in times.contains { touches($0.range, day.range) } }
    if timed.count == 1 { return timed.first }
    func text(_ range: Range<Int>) -> String { words[range].joined(separator: " ") }
    throw .severalDays(text(days[0].range), text(days[1].range))
  }

  /// Whether nothing stands after it but a time.
  private func isLast(_ range: Range<Int>, _ times: [Found<Int16>]) -> Bool {
    range.upperBound == words.count
      || times.contains {
        $0.range.upperBound == words.count && $0.range.lowerBound == range.upperBound
      }
  }

  /// Whether nothing stands before it but a time.
  private func isFirst(_ range: Range<Int>, _ times: [Found<Int16>]) -> Bool {
    range.lowerBound == 0
      || times.contains { $0.range.lowerBound == 0 && $0.range.upperBound == range.lowerBound }
  }

  private func isPlaced(_ day: Found<Day>, beside times: [Found<Int16>]) -> Bool {
    isLast(day.range, times) || isFirst(day.range, times)
      || times.contains { touches($0.range, day.range) }
  }

  private func touches(_ one: Range<Int>, _ other: Range<Int>?) -> Bool {
    guard let other else { return false }
    return one.upperBound == other.lowerBound || other.upperBound == one.lowerBound
  }

  // MARK: Times

  /// The times of the line; what may be a day as well, such as `10.12`, is one only where it is said
  /// to be (`at 10.12`) or another word names the day.
  private func times(outside day: Range<Int>?) -> [Found<Int16>] {
    let parser = TimeParser(words: parser.words)
    var found: [Found<Int16>] = []
    var index = 0
    while index < words.count {
      guard let match = parser.match(words[index...]),
        case let range = index..<(index + match.count), day.map({ !$0.overlaps(range) }) ?? true
      else {
        index += 1
        continue
      }
      index = range.upperBound
      let isDay = match.count == 1 && days.contains { $0.range.overlaps(range) }
      if isDay, day == nil { continue }
      found.append(Found(range: range, value: match.minute, isSure: match.isWhole && !isDay))
    }
    return found
  }
}
