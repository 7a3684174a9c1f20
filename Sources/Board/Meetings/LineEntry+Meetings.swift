import Pipeline

extension LineEntry {
  /// How long a deal is kept where the line names no day: a week.
  static let daysKept = 7

  func keep(
    _ text: String,
    _ id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    let (why, until) = try Self.keeping(text, today: board.clock.today)
    let day = board.meetingWords.day(until)
    return Reading(words: phrase("until \(day)")) { board, clock in
      board.snooze(board.subjects(or: id), until: until, because: why, isKept: true, clock)
    }
  }

  /// A reason, and at the end, after `until`, a day.
  static func keeping(
    _ text: String,
    today: Day
  ) throws(EntryError) -> (why: String, until: Day) {
    var words = text.split(separator: " ").map(String.init)
    var until = today + daysKept
    let isUntil: (String) -> Bool = { InputWords.current.until.contains($0.lowercased()) }
    if let index = words.lastIndex(where: isUntil), index + 1 < words.count {
      let named = words[(index + 1)...].joined(separator: " ")
      let day = DayParser(today: today).day(named)
      // More words after it than one, and no day, belong to the reason: `until they answer`.
      guard day != nil || words.count - index > 2 else {
        throw EntryError(phrase("\"\(named)\" names no day. Write until fri or until 31-3."))
      }
      if let day {
        guard day > today else { throw EntryError(phrase("Name a day after today, or none.")) }
        until = day
        words.removeSubrange(index...)
      }
    }
    guard !words.isEmpty else { throw EntryError(phrase("Say in a word why it is kept.")) }
    return (words.joined(separator: " "), until)
  }

  func outcome(
    _ text: String,
    of number: Int32,
    _ id: Identifier<Deal>,
    _ board: BoardState
  ) throws(EntryError) -> Reading {
    guard let deal = board.workspace[id],
      let step = deal.steps.first(where: { $0.number == number })
    else { throw EntryError(phrase("The step is not planned any more.")) }
    var activity = step.activity
    activity.text = [activity.text, text].filter { !$0.isEmpty }.joined(separator: ": ")
    let done = activity
    let what = board.meetingWords.step(step.activity)
    return Reading(words: phrase("\(what) done, then the next step")) { board, clock in
      guard let deal = board.workspace[id] else { return [] }
      let effects = board.act(
        on: [deal],
        words: { .stepDone(what, for: $0) },
        changes: { _ in [(.stepDone(number, done), clock.today)] },
        clock
      )
      // The next step is asked for at once; escape leaves the deal without one.
      if !effects.isEmpty, board.workspace[id]?.nextStep == nil {
        board.layers.push(LineLayer(nextStepOf: id))
      }
      return effects
    }
  }

  func topic(_ text: String) throws(EntryError) -> Reading {
    guard !text.isEmpty else { throw EntryError(phrase("A topic needs a word.")) }
    return Reading(words: "") { board, _ in
      board.layers.update(StandupLayer.self) { $0.session?.park(text) }
      board.message = Message(.done, phrase("Parked: \(text)"))
      return []
    }
  }
}
