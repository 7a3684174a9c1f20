import Pipeline

/// One decision about many deals, as one undo step.
struct DecisionTogether: Hashable, Sendable {
  /// What is decided.
  enum Act: Hashable, Sendable {
    /// Keeping them as they are, with a word why.
    case keep
    /// Putting them aside until a day.
    case snooze
    /// Losing them, with a reason.
    case lose
    /// Planning the same next step for each.
    case step
  }

  /// What is decided.
  var act: Act
  /// About which deals.
  var deals: [Identifier<Deal>]

  /// How many, in words.
  var count: String { FigureText.count(deals.count, "deal") }

  /// What stands before the line.
  var prompt: String {
    switch act {
    case .keep: phrase("keep \(count), because")
    case .snooze: phrase("put aside until") + ", \(count)"
    case .lose: phrase("lose \(count), because")
    case .step: phrase("next step of \(count)")
    }
  }

  /// What may be typed, shown while nothing is.
  var example: String {
    switch act {
    case .keep: phrase("waits for budget until +2w; no day: a week")
    case .snooze: phrase("+1w waits for budget; empty: take it up again")
    case .lose: phrase("no answer")
    case .step: phrase("call fri")
    }
  }

  /// Reads the line.
  ///
  /// Throws the sentence that says what is wrong with it.
  func reading(
    of text: String,
    _ board: BoardState
  ) throws(EntryError) -> LineEntry.Reading {
    let today = board.clock.today
    let words = board.meetingWords
    switch act {
    case .keep:
      let (why, until) = try LineEntry.keeping(text, today: today)
      let day = words.day(until)
      return decide(phrase("until \(day)"), .kept(count, because: why, until: day)) { _ in
        .snoozed(until: until, reason: why, isKept: true)
      }
    case .snooze:
      let (until, why) = try LineEntry.snoozing(text, today: today)
      let day = until.map { words.day($0) }
      let said = [day.map { phrase("until \($0)") } ?? phrase("taken up again"), why]
      return decide(
        said.compactMap(\.self).joined(separator: " · "),
        day.map { .putAside(count, until: $0) } ?? .takenUp(count)
      ) { _ in
        .snoozed(until: until, reason: why)
      }
    case .lose:
      guard !text.isEmpty else { throw EntryError(phrase("Say in a word why they are lost.")) }
      let reason = LostReason(text).text(among: board.suggestions.lostReasons)
      return decide("", .lost(count, reason)) { _ in
        .lost(reason: reason)
      }
    case .step:
      let line = try StepLine(typed: text, today: today)
      let step = PlannedStep(
        number: 0,
        due: line.due,
        minuteOfDay: line.minuteOfDay,
        activity: line.activity
      )
      let what = "\(words.step(line.activity)) \(words.when(step))"
      return decide(what, .planned(count, what)) { deal in
        .stepPlanned(
          PlannedStep(
            number: deal.stepsPlanned + 1,
            due: line.due,
            minuteOfDay: line.minuteOfDay,
            activity: line.activity
          )
        )
      }
    }
  }

  private func decide(
    _ understood: String,
    _ words: StepWords,
    _ change: @escaping @Sendable (Deal) -> DealChange
  ) -> LineEntry.Reading {
    let (deals, act) = (deals, act)
    return LineEntry.Reading(words: understood) { board, clock in
      if let reason = board.refusalToChange { return board.refuse(reason) }
      var changes: [(deal: Deal, change: DealChange, day: Day)] = []
      for deal in deals.compactMap({ board.workspace[$0] }) where deal.status.isOpen {
        if act == .step, let present = deal.nextStep {
          changes.append((deal, .stepDropped(present.number), clock.today))
        }
        changes.append((deal, change(deal), clock.today))
      }
      let effects = board.commit(changes, summary: words.summary, by: words.command, clock)
      if !effects.isEmpty { board.message = Message(.done, words.done) }
      return effects
    }
  }
}
