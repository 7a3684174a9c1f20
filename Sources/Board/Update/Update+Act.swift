import Pipeline

/// What is done to one deal of a step: changes in the order they are made, each on a day.
typealias DealChanges = [(change: DealChange, day: Day)]

extension BoardState {
  /// Does something to deals as one step.
  ///
  /// A deal that a rule forbids it to is left out and said; where none is left, the first rule that
  /// is broken is said instead. The focused card keeps its place until the focus leaves it. `contact`
  /// is kept in one write with it: somebody whom no deal names must not stay behind.
  mutating func act(
    on deals: [Deal],
    words: @escaping @Sendable (_ what: String) -> StepWords,
    changes: @escaping @Sendable (Deal) -> DealChanges,
    contact: ContactEdit? = nil,
    keepsPlace: Bool = true,
    _ clock: BoardClock
  ) -> [Effect] {
    act(
      on: deals,
      wordsOf: { words($0.what) },
      changes: changes,
      contact: contact,
      keepsPlace: keepsPlace,
      clock
    )
  }

  /// The same, where what is said of it depends on more than how many deals it changes; those that
  /// `tellingApart` holds of are counted.
  mutating func act(
    on deals: [Deal],
    wordsOf words: @escaping @Sendable (StepSubjects) -> StepWords,
    tellingApart: @escaping @Sendable (Deal) -> Bool = { _ in false },
    changes: @escaping @Sendable (Deal) -> DealChanges,
    contact: ContactEdit? = nil,
    keepsPlace: Bool = true,
    _ clock: BoardClock
  ) -> [Effect] {
    if let refusalToChange { return refuse(refusalToChange) }
    var subjects = StepSubjects(tellingApart)
    if deals.count > StepBuilding.dealsAtOnce {
      if keepsPlace { holdPlace(of: deals) }
      return build(on: deals, subjects, words: words, changes: changes, contact: contact, clock)
    }
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
    if keepsPlace { holdPlace(of: able) }
    for deal in able { subjects.add(deal) }
    let words = words(subjects)
    let effects = send(
      made,
      leaving: after,
      summary: words.summary,
      by: words.command,
      contact: contact,
      clock
    )
    message = done(words, of: deals.count, subjects, refusal: refusal)
    return effects
  }

  /// Keeps the focused card in its place where it is among those that are changed.
  private mutating func holdPlace(of deals: [Deal]) {
    guard heldPlace == nil, let id = focus.deal, deals.contains(where: { $0.id == id }) else {
      return
    }
    heldPlace = HeldPlace(column: focus.column, deal: id, row: focus.row)
  }

  /// Says that a step was done, and to how many deals it was not, with the first rule that forbade it.
  func done(
    _ words: StepWords,
    of count: Int,
    _ subjects: StepSubjects,
    refusal: String?
  ) -> Message {
    let leftOut = count - subjects.count
    let rest =
      refusal.map { phrase(". \(FigureText.count(leftOut, "deal")) left out: \($0)") } ?? ""
    return Message(
      leftOut > 0 && refusal != nil ? .notice : .done,
      words.done + rest,
      about: subjects.only
    )
  }

  /// Makes changes of a deal, one on the other.
  ///
  /// Throws the first rule that one of them breaks.
  func allow(
    _ changes: DealChanges,
    of deal: inout Deal
  ) throws(ChangeRefusal) -> [AllowedChange] {
    var allowed: [AllowedChange] = []
    for (change, day) in changes { allowed.append(try allow(change, of: &deal, on: day)) }
    return allowed
  }
}
