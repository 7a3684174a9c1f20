import Pipeline

/// A next step as it is typed in a line: `call CFO tue 10:00`.
struct StepLine: Hashable {
  /// The day it is due; today where the line names none and no time that is over.
  var due: Day
  /// The minute of the day; `nil`: any time.
  var minuteOfDay: Int16?
  /// What is to be done.
  var activity: Activity

  /// Reads a line: the words that name a day and a time, wherever they stand last, and the rest is
  /// what is to be done.
  ///
  /// A first word such as `call`, `meeting`, `mail` or `task` names the kind as well. Throws where no day
  /// and no time is named, because a step without one is never due.
  init(_ line: String, today: Day) throws(EntryError) {
    var words = line.split(separator: " ").map(String.init)
    var day: Day?
    var minute: Int16?
    while let last = words.last {
      if minute == nil, let time = Self.minuteOfDay(last) {
        minute = time
      } else if day == nil, let named = DayParser(today: today).day(last) {
        day = named
      } else {
        break
      }
      words.removeLast()
    }
    // A day may also come first: `tue 10:00 call CFO`.
    while let first = words.first, day == nil || minute == nil {
      if minute == nil, let time = Self.minuteOfDay(first) {
        minute = time
      } else if day == nil, let named = DayParser(today: today).day(first) {
        day = named
      } else {
        break
      }
      words.removeFirst()
    }
    for word in [words.last, words.first].compactMap(\.self) {
      if let complaint = Self.complaint(about: word, lacksDay: day == nil, lacksTime: minute == nil)
      {
        throw EntryError(complaint)
      }
    }
    guard day != nil || minute != nil else {
      throw EntryError(phrase("When? Add a day: today, tue, +2w, 31-3, and a time if you like."))
    }
    due = day ?? today
    minuteOfDay = minute
    let kind = words.first.flatMap { InputWords.current.kinds[$0.lowercased()] } ?? .task
    activity = Activity(kind: kind, text: words.joined(separator: " "))
  }

  /// What is wrong with a word that is written like a day or a time and is none; `nil` of any other.
  private static func complaint(about word: String, lacksDay: Bool, lacksTime: Bool) -> String? {
    func isWritten(with signs: String, parts: ClosedRange<Int>) -> Bool {
      let split = word.split(omittingEmptySubsequences: false) { signs.contains($0) }
      return parts.contains(split.count)
        && split.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }
    if lacksTime, isWritten(with: ":", parts: 2...3) {
      return phrase("\"\(word)\" is no time of the day. Write 9:05 or 14:30.")
    }
    if lacksDay, isWritten(with: "-/.", parts: 2...3) {
      return phrase("There is no day \(word). Write fri, +2w, 31-3 or 2026-03-31.")
    }
    return nil
  }

  /// The minute of the day that `10:00` or `9:05` names.
  static func minuteOfDay(_ text: String) -> Int16? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int16(parts[0]), let minute = Int16(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}
