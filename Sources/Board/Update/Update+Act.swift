import Pipeline

/// What is done to one deal of a step: changes in the order they are made, each on a day.
typealias DealChanges = [(change: DealChange, day: Day)]

extension BoardState {
  /// Does something to deals as one step.
  ///
  /// A deal that a rule forbids it to is left out and said; where none is left, the first rule that
  /// is broken is said instead. The focused card keeps its place until the focus leaves it.
  mutating func act(
    on deals: [Deal],
    words: (_ what: String) -> StepWords,
    changes: (Deal) -> DealChanges,
    keepsPlace: Bool = true,
    _ clock: BoardClock
  ) -> [Effect] {
    if let readOnlyReason { return refuse(readOnlyReason) }
    var made: [(deal: Deal, change: DealChange, day: Day)] = []
    var able: [Deal] = []
    var refusal: String?
    for deal in deals {
      let wanted = changes(deal)
      if let reason = reasonAgainst(wanted, of: deal) {
        refusal = refusal ?? reason
        continue
      }
      guard !wanted.isEmpty else { continue }
      able.append(deal)
      made += wanted.map { (deal, $0.change, $0.day) }
    }
    guard !able.isEmpty else { return refusal.map { refuse($0) } ?? [] }
    if keepsPlace, heldPlace == nil, able.contains(where: { $0.id == focus.deal }),
      let id = focus.deal
    {
      heldPlace = HeldPlace(column: focus.column, deal: id, row: focus.row)
    }
    let words = words(named(able))
    let effects = commit(made, summary: words.summary, clock)
    guard !effects.isEmpty else { return effects }
    let leftOut = deals.count - able.count
    let rest =
      refusal.map { phrase(". \(FigureText.count(leftOut, "deal")) left out: \($0)") } ?? ""
    message = Message(leftOut > 0 && refusal != nil ? .notice : .done, words.done + rest)
    return effects
  }

  /// The first rule that changes of a deal would break, as a sentence.
  private func reasonAgainst(_ changes: DealChanges, of deal: Deal) -> String? {
    if workspace.dealsWithLaterEvents.contains(deal.id) {
      return phrase("\(deal.title) has an event dated after today and cannot change until then.")
    }
    var current = deal
    for (change, day) in changes {
      do { try current.check(change, on: day) } catch { return error.sentence(about: deal.title) }
      current.apply(change, on: day)
    }
    return nil
  }
}
