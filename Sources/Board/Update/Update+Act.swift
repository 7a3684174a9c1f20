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
    var made: [AllowedChange] = []
    var (able, after): ([Deal], [Deal]) = ([], [])
    var refusal: String?
    for deal in deals {
      var current = deal
      do throws(ChangeRefusal) {
        let allowed = try allow(changes(deal), of: &current)
        guard !allowed.isEmpty else { continue }
        made += allowed
        able.append(deal)
        after.append(current)
      } catch {
        refusal = refusal ?? error.sentence
      }
    }
    guard !able.isEmpty else { return refusal.map { refuse($0) } ?? [] }
    if keepsPlace, heldPlace == nil, able.contains(where: { $0.id == focus.deal }),
      let id = focus.deal
    {
      heldPlace = HeldPlace(column: focus.column, deal: id, row: focus.row)
    }
    let words = words(named(able))
    let effects = send(made, leaving: after, summary: words.summary, clock)
    let leftOut = deals.count - able.count
    let rest =
      refusal.map { phrase(". \(FigureText.count(leftOut, "deal")) left out: \($0)") } ?? ""
    message = Message(leftOut > 0 && refusal != nil ? .notice : .done, words.done + rest)
    return effects
  }

  /// Makes changes of a deal, one on the other.
  ///
  /// Throws the first rule that one of them breaks.
  private func allow(
    _ changes: DealChanges,
    of deal: inout Deal
  ) throws(ChangeRefusal) -> [AllowedChange] {
    var allowed: [AllowedChange] = []
    for (change, day) in changes { allowed.append(try allow(change, of: &deal, on: day)) }
    return allowed
  }
}
