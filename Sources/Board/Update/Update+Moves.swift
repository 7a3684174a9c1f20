import Pipeline

extension BoardState {
  /// Sends the focused deal on or back; from the last stage on it is won.
  mutating func send(by step: Int, focusGoesAlong: Bool, _ clock: BoardClock) -> [Effect] {
    guard let deal = focusedDeal, let from = pipeline.position(of: deal.stage) else { return [] }
    let target = from + step
    guard target < stageCount else {
      lastChange = .won
      return move([deal], to: .won, focusGoesAlong: focusGoesAlong, clock)
    }
    guard target >= 0 else { return refuse("This is the first stage.") }
    lastChange = .sent(by: step)
    return move([deal], to: .stage(target), focusGoesAlong: focusGoesAlong, clock)
  }

  /// Moves a deal to a column: to another stage, or among the won.
  mutating func move(
    _ deals: [Deal],
    to place: ColumnPlace,
    focusGoesAlong: Bool,
    _ clock: BoardClock
  ) -> [Effect] {
    guard let first = deals.first else { return [] }
    let what = deals.count == 1 ? first.title : "\(deals.count) deals"
    let change: DealChange
    let summary: String
    switch place {
    case .stage(let index):
      guard pipeline.stages.indices.contains(index) else { return [] }
      let stage = pipeline.stages[index]
      change = .moved(to: stage.id)
      summary = "move \(what) to \(stage.name)"
    case .won:
      change = .won
      summary = "win \(what)"
    }
    let origin = focus
    let effects = commit(
      deals.map { ($0, change, clock.today) },
      summary: summary,
      clock
    )
    guard !effects.isEmpty else { return [] }
    heldPlace = nil
    if !focusGoesAlong || !setFocus(on: first.id) { setFocus(origin.column, row: origin.row) }
    message = Message(.done, said(summary))
    return effects
  }

  func said(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst()
  }
}

// MARK: Outcomes

extension BoardState {
  /// Wins the focused deal at once: undo is one key away.
  mutating func win(_ clock: BoardClock) -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    lastChange = .won
    return move([deal], to: .won, focusGoesAlong: false, clock)
  }

  /// Loses the focused deal.
  mutating func lose(reason: String?, _ clock: BoardClock) -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    lastChange = .lost(reason: reason)
    if let reason, !suggestions.lostReasons.contains(reason) {
      suggestions.lostReasons.append(reason)
    }
    let summary = "lose \(deal.title)" + (reason.map { ": \($0)" } ?? "")
    return change(deal, .lost(reason: reason), summary: summary, clock)
  }

  mutating func reopen(_ clock: BoardClock) -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    let effects = change(deal, .reopened, summary: "reopen \(deal.title)", clock)
    setFocus(on: deal.id)
    return effects
  }

  mutating func delete(_ clock: BoardClock) -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    return change(deal, .deleted, summary: "delete \(deal.title)", clock)
  }

  /// Makes one change of a deal; its card keeps its place until the focus leaves it.
  mutating func change(
    _ deal: Deal,
    _ change: DealChange,
    on day: Day? = nil,
    summary: String,
    _ clock: BoardClock
  ) -> [Effect] {
    if heldPlace == nil, focus.deal == deal.id {
      heldPlace = HeldPlace(column: focus.column, deal: deal.id, row: focus.row)
    }
    let effects = commit([(deal, change, day ?? clock.today)], summary: summary, clock)
    if !effects.isEmpty { message = Message(.done, said(summary)) }
    return effects
  }

  /// Makes the last change again, on the focused deal.
  mutating func repeatLast(_ clock: BoardClock) -> [Effect] {
    guard let deal = focusedDeal, let lastChange else { return [] }
    if case .sent(let step) = lastChange {
      return send(by: step, focusGoesAlong: true, clock)
    }
    switch lastChange {
    case .sent, .won: return win(clock)
    case .lost(let reason): return lose(reason: reason, clock)
    case .valued(let amount, let currency):
      let text = amount.map { MoneyText.full(Money(minorUnits: $0, currency: currency)) } ?? "none"
      let summary = "value \(deal.title) at \(text)"
      return change(deal, .valued(amount, currency), summary: summary, clock)
    case .expectedClose(let day):
      return expectClose(of: deal, on: day, clock)
    case .nextStep(let due, let minute, let activity):
      return plan(deal, due: due, minuteOfDay: minute, activity, clock)
    }
  }

  mutating func expectClose(of deal: Deal, on day: Day?, _ clock: BoardClock) -> [Effect] {
    lastChange = .expectedClose(day)
    let text = day.map { "on \(DayText.date($0, today: clock.today))" } ?? "on no known day"
    let summary = "expect \(deal.title) to close \(text)"
    return change(deal, .expectedCloseSet(day), summary: summary, clock)
  }

  /// Plans the next step instead of the one that is planned.
  mutating func plan(
    _ deal: Deal,
    due: Day,
    minuteOfDay: Int16?,
    _ activity: Activity,
    _ clock: BoardClock
  ) -> [Effect] {
    lastChange = .nextStep(due: due, minuteOfDay: minuteOfDay, activity)
    let step = PlannedStep(
      number: deal.stepsPlanned + 1,
      due: due,
      minuteOfDay: minuteOfDay,
      activity: activity
    )
    let when = DayText.step(step, today: clock.today)
    let summary = "plan \(deal.title): \(when)"
    if heldPlace == nil, focus.deal == deal.id {
      heldPlace = HeldPlace(column: focus.column, deal: deal.id, row: focus.row)
    }
    var changes: [(Deal, DealChange, Day)] = []
    if let present = deal.nextStep {
      changes.append((deal, .stepDropped(present.number), clock.today))
    }
    changes.append((deal, .stepPlanned(step), clock.today))
    let effects = commit(changes, summary: summary, clock)
    if !effects.isEmpty { message = Message(.done, said(summary)) }
    return effects
  }
}
