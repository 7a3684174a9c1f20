import Pipeline

/// Steps over many deals: put together bit by bit, each bit as one action between the keys.
extension BoardState {
  /// Begins a step that is put together bit by bit.
  mutating func build(
    on deals: [Deal],
    _ subjects: StepSubjects,
    words: @escaping @Sendable (StepSubjects) -> StepWords,
    changes: @escaping @Sendable (Deal) -> DealChanges,
    contact: ContactEdit?,
    _ clock: BoardClock
  ) -> [Effect] {
    let ticket = issue(.building([]), before: [])
    building = StepBuilding(
      ticket: ticket,
      deals: deals,
      subjects: subjects,
      words: words,
      changes: changes,
      contact: contact
    )
    return [.goOn(ticket)]
  }

  /// Puts the next bit of a step together, and sends the step once it is whole.
  mutating func goOnBuilding(_ ticket: Ticket, _ clock: BoardClock) -> [Effect] {
    guard let index = pending.firstIndex(where: { $0.ticket == ticket }),
      var step = building, step.ticket == ticket
    else { return [] }
    // A second hand on what it holds would have it copied with each bit.
    building = nil
    let origin = focus
    var requests: [ChangeRequest] = []
    var (before, after): ([Deal], [Deal]) = ([], [])
    for (id, seen) in step.takeNext() {
      guard let deal = workspace[id] else { continue }
      var current = deal
      do throws(ChangeRefusal) {
        let allowed = try allow(step.changes(deal), of: &current)
        guard !allowed.isEmpty else { continue }
        requests += allowed.map { request($0, seenAt: seen, clock) }
        before += allowed.map(\.before)
        after.append(current)
        step.subjects.add(deal)
      } catch {
        step.refusal = step.refusal ?? error.sentence
      }
    }
    pending[index].add(requests, before: before)
    for deal in after { show(deal) }
    if !marked.isEmpty, let taken = unmarkFinished(before) { pending[index].unmark(taken) }
    if step.keepsHeight, let id = origin.deal, column(origin.column).row(of: id) == nil {
      setFocus(origin.column, row: origin.row)
    }
    guard step.isWhole else {
      building = step
      return [.goOn(ticket)]
    }
    return sendBuilt(step, index, clock)
  }

  private mutating func sendBuilt(
    _ step: StepBuilding,
    _ index: Int,
    _ clock: BoardClock
  ) -> [Effect] {
    let changes = pending[index].changes
    guard !changes.isEmpty else {
      pending.remove(at: index)
      return (step.refusal.map { refuse($0) } ?? []) + quitIfSaved()
    }
    let words = step.words(step.subjects)
    let request = StepRequest(
      actor: actor,
      summary: words.summary,
      at: clock.now,
      changes: changes,
      contact: step.contact
    )
    pending[index].kind = .changes(request)
    // The first of so many tell what it did.
    let made = zip(pending[index].before, changes).prefix(StepBuilding.dealsAtOnce).map {
      AllowedChange(before: $0, change: $1.change, day: $1.day)
    }
    lastChange = LastChange(
      made,
      summary: words.summary,
      by: words.command,
      in: pipeline,
      on: clock.today
    )
    message = done(words, of: step.deals.count, step.subjects, refusal: step.refusal)
    return [.commit(step.ticket, request)]
  }

  /// Asks the store for a change of a deal that was seen at a revision.
  private mutating func request(
    _ allowed: AllowedChange,
    seenAt seen: Int32,
    _ clock: BoardClock
  ) -> ChangeRequest {
    ChangeRequest(
      id: EventID(at: clock.now, using: &random),
      // Of two changes of a deal, both were asked for by who saw it as it was before the first.
      target: .deal(allowed.before.id, revision: seen),
      change: allowed.change,
      day: allowed.day
    )
  }

  /// Why no deal may be changed while many are, as a sentence; `nil`: it may.
  ///
  /// What asks for a change is held until then.
  var refusalWhileMany: String? {
    if let building {
      let deals = FigureText.count(building.deals.count, "deal")
      return phrase("\(deals) are being changed. What you press waits for that.")
    }
    guard let step = pending.lazy.compactMap(\.longReversal).first else { return nil }
    let changes = FigureText.count(step.eventCount, "change")
    return phrase("\(changes) are being taken back or made again. What you press waits for that.")
  }

  /// Why nothing may be changed now, as a sentence; `nil`: it may.
  var refusalToChange: String? { readOnlyReason ?? refusalWhileMany }
}
