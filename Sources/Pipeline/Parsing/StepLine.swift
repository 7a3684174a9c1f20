/// A next step as it is typed in a line: `call CFO tue 10:00`.
public struct StepLine: Hashable, Sendable {
  /// The day it is due; today where the line names a time alone.
  public let due: Day
  /// The minute of the day; `nil`: any time.
  public let minuteOfDay: Int16?
  /// What is to be done.
  public let activity: Activity

  /// Reads a line: the words that name a day and a time, wherever they stand, and the rest is what
  /// is to be done.
  ///
  /// Of several days that which stands last, or first, counts. A first word such as `call`,
  /// `meeting`, `mail` or `task` names the kind as well. Throws where no day and no time is named,
  /// because a step without one is never due; where a word may be the day and it is not certain,
  /// because today would be a guess; and what is written like a day or a time and is none.
  public init(_ line: String, today: Day, words: InputWords = .current) throws(StepLineError) {
    let scan = StepScan(line, DayParser(today: today, words: words))
    if let (text, day) = scan.contradiction { throw .otherWeekday(text, day) }
    let (day, time) = try scan.choice()
    let used = Set((day.map { Array($0.range) } ?? []) + (time.map { Array($0.range) } ?? []))
    let rest = scan.words.indices.filter { !used.contains($0) }
    for index in rest where rest.first == index || rest.last == index || used.contains(index - 1) {
      try Self.check(scan.words[index], lacksDay: day == nil, lacksTime: time == nil)
    }
    if day == nil {
      if let doubt = scan.doubt(amid: rest) { throw .unclearDay(doubt) }
      if time == nil { throw .noDay }
    }
    due = day?.value ?? today
    minuteOfDay = time?.value
    var kept = rest.map { scan.words[$0] }
    // A comma before a day that is taken out belongs to it.
    if let last = rest.last, used.contains(last + 1), let word = kept.last, word.last == "," {
      kept[kept.count - 1] = String(word.dropLast())
    }
    let text = kept.filter { !$0.isEmpty }.joined(separator: " ")
    activity = Activity(kind: words.kind(of: text) ?? .task, text: text)
  }

  /// Throws what is wrong with a word that is written like a day or a time and is none.
  private static func check(
    _ word: String,
    lacksDay: Bool,
    lacksTime: Bool
  ) throws(StepLineError) {
    func isWritten(with signs: String, parts: ClosedRange<Int>) -> Bool {
      let split = word.split(omittingEmptySubsequences: false) { signs.contains($0) }
      return parts.contains(split.count)
        && split.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
    if lacksTime, isWritten(with: ":", parts: 2...3) { throw .notATime(word) }
    if lacksDay, isWritten(with: "-/.", parts: 2...3) { throw .notADay(word) }
  }
}

/// Why a line is no next step.
public enum StepLineError: Error, Hashable, Sendable {
  /// It names neither a day nor a time.
  case noDay
  /// A word that may be the day, though it is not certain.
  case unclearDay(String)
  /// Several days, none of which stands first or last.
  case severalDays(String, String)
  /// A date with another weekday than its own before it, and the day it is.
  case otherWeekday(String, Day)
  /// A word that is written like a time and is none.
  case notATime(String)
  /// A word that is written like a day and is none.
  case notADay(String)
}
