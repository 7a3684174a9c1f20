import Pipeline

extension BoardState {
  /// Sends deals on or back, each from where it stands; from the last stage on they are won.
  mutating func send(by step: Int, focusGoesAlong: Bool, _ clock: BoardClock) -> [Effect] {
    let deals = subjects
    let pipeline = pipeline
    let stages = stageCount
    let targets = deals.compactMap { deal in
      pipeline.position(of: deal.stage).map { place(after: $0 + step) }
    }
    guard targets.contains(where: { $0 != nil }) else {
      return refuse(phrase("This is the first stage."))
    }
    if let only = deals.first, deals.count == 1, let target = targets.first ?? nil {
      return move([only], to: target, focusGoesAlong: focusGoesAlong, clock)
    }
    let origin = focus
    let effects = act(
      on: deals,
      wordsOf: { subjects in
        let (won, sent) = (subjects.apart, subjects.count - subjects.apart)
        let isOnly = subjects.count == 1
        return .sent(
          sent == 0 ? nil : isOnly ? subjects.what : FigureText.count(sent, "deal"),
          isOn: step > 0,
          won: won == 0 ? nil : isOnly ? subjects.what : FigureText.count(won, "deal")
        )
      },
      tellingApart: { deal in pipeline.position(of: deal.stage).map { $0 + step } == stages },
      changes: { deal in
        guard let from = pipeline.position(of: deal.stage) else { return [] }
        guard pipeline.stages.indices.contains(from + step) else {
          return step > 0 ? [(.won, clock.today)] : []
        }
        return [(.moved(to: pipeline.stages[from + step].id), clock.today)]
      },
      keepsPlace: false,
      clock
    )
    focusAgain(origin, goesAlong: focusGoesAlong, effects)
    return effects
  }

  /// The column of a place in board order; behind the last stage deals are won, before the first
  /// there is nothing.
  private func place(after index: Int) -> ColumnPlace? {
    index < 0 ? nil : index < stageCount ? .stage(index) : .won
  }

  /// Moves deals to a column: to another stage, or among the won.
  mutating func move(
    _ deals: [Deal],
    to place: ColumnPlace,
    focusGoesAlong: Bool,
    _ clock: BoardClock
  ) -> [Effect] {
    let origin = focus
    let effects: [Effect]
    switch place {
    case .stage(let index):
      guard pipeline.stages.indices.contains(index) else { return [] }
      let stage = pipeline.stages[index]
      effects = act(
        on: deals.filter { $0.stage != stage.id || !$0.status.isOpen },
        words: { .moved($0, to: stage.name) },
        changes: { _ in [(.moved(to: stage.id), clock.today)] },
        keepsPlace: false,
        clock
      )
    case .won:
      effects = act(
        on: deals,
        words: { .won($0) },
        changes: { _ in [(.won, clock.today)] },
        keepsPlace: false,
        clock
      )
    }
    focusAgain(origin, goesAlong: focusGoesAlong, effects)
    return effects
  }

  /// Puts the focus after a move: on the deal that had it, or where that stood.
  private mutating func focusAgain(_ origin: Focus, goesAlong: Bool, _ effects: [Effect]) {
    guard !effects.isEmpty else { return }
    heldPlace = nil
    building?.keepsHeight = !goesAlong
    if goesAlong, let id = origin.deal, setFocus(on: id) { return }
    setFocus(origin.column, row: origin.row)
  }
}

// MARK: Outcomes

extension BoardState {
  /// Wins deals at once: undo is one key away.
  mutating func win(_ clock: BoardClock) -> [Effect] {
    move(subjects, to: .won, focusGoesAlong: false, clock)
  }

  /// Loses deals.
  mutating func lose(reason: String?, _ clock: BoardClock) -> [Effect] {
    let reason = reason.map { LostReason($0).text(among: suggestions.lostReasons) }
    if let reason, !suggestions.lostReasons.contains(reason) {
      suggestions.lostReasons.append(reason)
    }
    return act(
      on: subjects,
      words: { .lost($0, reason) },
      changes: { _ in [(.lost(reason: reason), clock.today)] },
      clock
    )
  }

  mutating func reopen(_ clock: BoardClock) -> [Effect] {
    let deals = subjects
    let effects = act(
      on: deals,
      words: { .reopened($0) },
      changes: { _ in [(.reopened, clock.today)] },
      clock
    )
    if let first = deals.first { setFocus(on: first.id) }
    return effects
  }

  mutating func delete(_ clock: BoardClock) -> [Effect] {
    act(
      on: subjects,
      words: { .deleted($0) },
      changes: { _ in [(.deleted, clock.today)] },
      clock
    )
  }

  /// Makes the last change again, on the deals that keys act on now.
  mutating func repeatLast(_ clock: BoardClock) -> [Effect] {
    guard case .repeatable(let lastChange)? = lastChange else { return [] }
    let deals = subjects
    switch lastChange {
    case .sent(let step): return send(by: step, focusGoesAlong: true, clock)
    case .moved(let stage):
      guard let place = pipeline.position(of: stage) else {
        return refuse(phrase("The stage that the last change was about is gone."))
      }
      return move(deals, to: .stage(place), focusGoesAlong: true, clock)
    case .won: return win(clock)
    case .lost(let reason): return lose(reason: reason, clock)
    case .valued(let amount, let currency): return value(deals, at: amount, currency, clock)
    case .expectedClose(let day): return expectClose(of: deals, on: day, clock)
    case .nextStep(let due, let minute, let activity):
      return plan(deals, due: due, minuteOfDay: minute, activity, clock)
    case .snoozed(let until, let reason, let isKept):
      return snooze(deals, until: until, because: reason, isKept: isKept, clock)
    case .noted(let text): return note(text, on: deals, clock)
    }
  }
}

// MARK: What a line sets

extension BoardState {
  mutating func value(
    _ deals: [Deal],
    at amount: Int64?,
    _ currency: Currency,
    _ clock: BoardClock
  ) -> [Effect] {
    let text = amount.map { MoneyText.full(Money(minorUnits: $0, currency: currency)) }
    return act(
      on: deals,
      words: { .valued($0, at: text) },
      changes: { _ in [(.valued(amount, currency), clock.today)] },
      clock
    )
  }

  mutating func expectClose(of deals: [Deal], on day: Day?, _ clock: BoardClock) -> [Effect] {
    let text = day.map { DayText.date($0, today: clock.today) }
    return act(
      on: deals,
      words: { .closeSet($0, to: text) },
      changes: { _ in [(.expectedCloseSet(day), clock.today)] },
      clock
    )
  }

  /// Plans the next step instead of the one that is planned.
  mutating func plan(
    _ deals: [Deal],
    due: Day,
    minuteOfDay: Int16?,
    _ activity: Activity,
    _ clock: BoardClock
  ) -> [Effect] {
    @Sendable func step(_ number: Int32) -> PlannedStep {
      PlannedStep(number: number, due: due, minuteOfDay: minuteOfDay, activity: activity)
    }
    let when = DayText.step(step(1), today: clock.today)
    return act(
      on: deals,
      wordsOf: { subjects in
        let old = subjects.first?.nextStep.map { DayText.step($0, today: clock.today) }
        let instead = subjects.count == 1 ? old : FigureText.count(subjects.apart, "step")
        return .planned(subjects.what, when, insteadOf: subjects.apart == 0 ? nil : instead)
      },
      tellingApart: { $0.nextStep != nil },
      changes: { deal in
        let dropped = deal.nextStep.map { [(DealChange.stepDropped($0.number), clock.today)] } ?? []
        return dropped + [(.stepPlanned(step(deal.stepsPlanned + 1)), clock.today)]
      },
      clock
    )
  }

  /// Puts deals aside until a day, with a word why where there is one, or keeps them as they are with
  /// one; no day: takes them up again.
  mutating func snooze(
    _ deals: [Deal],
    until: Day?,
    because reason: String?,
    isKept: Bool = false,
    _ clock: BoardClock
  ) -> [Effect] {
    let change = DealChange.snoozed(until: until, reason: reason, isKept: isKept)
    let day = until.map { isKept ? meetingWords.day($0) : DayText.near($0, today: clock.today) }
    let why = isKept ? reason : nil
    return act(
      on: deals,
      words: { what in
        guard let day else { return .takenUp(what) }
        return why.map { .kept(what, because: $0, until: day) } ?? .putAside(what, until: day)
      },
      changes: { _ in [(change, clock.today)] },
      clock
    )
  }

  mutating func note(_ text: String, on deals: [Deal], _ clock: BoardClock) -> [Effect] {
    act(
      on: deals,
      words: { .noted($0) },
      changes: { _ in [(.noted(text), clock.today)] },
      clock
    )
  }
}
