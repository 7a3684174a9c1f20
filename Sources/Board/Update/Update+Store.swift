import Pipeline

/// A change that the rules of deals allow, with the deal as it was before it.
struct AllowedChange: Sendable {
  let before: Deal
  let change: DealChange
  let day: Day
}

/// Why a deal cannot be changed, as a sentence.
struct ChangeRefusal: Error {
  let sentence: String
}

extension BoardState {
  /// Sends changes of deals to the store and shows them at once as done.
  ///
  /// Each change is checked against the deal first; the first rule that is broken is said instead.
  /// `command` is what does the like to another deal; `nil` where that is not known.
  mutating func commit(
    _ changes: [(deal: Deal, change: DealChange, day: Day)],
    summary: String,
    by command: Command?,
    contact: ContactEdit? = nil,
    _ clock: BoardClock
  ) -> [Effect] {
    guard !changes.isEmpty else { return [] }
    if let readOnlyReason { return refuse(readOnlyReason) }
    var allowed: [AllowedChange] = []
    var after: [Identifier<Deal>: Deal] = [:]
    for (deal, change, day) in changes {
      // Two changes of one deal in a step build on each other.
      var current = after[deal.id] ?? deal
      do throws(ChangeRefusal) {
        allowed.append(try allow(change, of: &current, on: day))
      } catch {
        return refuse(error.sentence)
      }
      after[deal.id] = current
    }
    return send(
      allowed,
      leaving: Array(after.values),
      summary: summary,
      by: command,
      contact: contact,
      clock
    )
  }

  /// Makes a change of a deal.
  ///
  /// Throws the sentence of the rule that forbids it; the deal is then as it was.
  func allow(
    _ change: DealChange,
    of deal: inout Deal,
    on day: Day
  ) throws(ChangeRefusal) -> AllowedChange {
    if workspace.dealsWithLaterEvents.contains(deal.id) {
      throw ChangeRefusal(
        sentence: phrase(
          "\(deal.title) has an event dated after today and cannot change until then."
        )
      )
    }
    do throws(DealRuleViolation) {
      // A form may have been open since before somebody else deleted it.
      guard isThere(deal.id) else { throw .dealDeleted }
      try deal.check(change, on: day)
      try deal.checkAttention(change)
    } catch {
      throw ChangeRefusal(sentence: error.sentence(about: deal.title))
    }
    let before = deal
    deal.apply(change, on: day)
    return AllowedChange(before: before, change: change, day: day)
  }

  /// Whether a deal is among those that the board knows and was not deleted.
  private func isThere(_ id: Identifier<Deal>) -> Bool {
    workspace[id].map { !$0.isDeleted } ?? false
  }

  /// Sends changes that are known to be allowed, and shows the deals as they leave them; with them, in
  /// one write, how somebody whom they name is reached.
  mutating func send(
    _ changes: [AllowedChange],
    leaving after: [Deal],
    summary: String,
    by command: Command?,
    contact: ContactEdit?,
    _ clock: BoardClock
  ) -> [Effect] {
    // Of two changes of a deal, both were asked for by who saw it as it was before the first.
    let originals = Dictionary(changes.map { ($0.before.id, $0.before) }) { first, _ in first }
    let requests = changes.map { allowed in
      ChangeRequest(
        id: EventID(at: clock.now, using: &random),
        target: .deal(
          allowed.before.id,
          revision: originals[allowed.before.id].flatMap(revision(of:)) ?? allowed.before.revision
        ),
        change: allowed.change,
        day: allowed.day
      )
    }
    // A phone is one person's, so that it means nothing of another deal.
    lastChange =
      contact != nil
      ? .single(summary: summary, by: command)
      : LastChange(changes, summary: summary, by: command, in: pipeline, on: clock.today)
    let request = StepRequest(
      actor: actor,
      summary: summary,
      at: clock.now,
      changes: requests,
      contact: contact
    )
    return send(request, of: changes, leaving: after)
  }

  /// Sends a step whose changes are known to be allowed, and shows the deals as they leave them.
  mutating func send(
    _ request: StepRequest,
    of changes: [AllowedChange],
    leaving after: [Deal]
  ) -> [Effect] {
    let before = changes.map(\.before)
    for deal in after { show(deal) }
    let unmarked = marked.isEmpty ? nil : unmarkFinished(before)
    let ticket = issue(.changes(request), before: before)
    pending[pending.count - 1].unmarked = unmarked
    let shown = request.contact == nil ? nil : before.first.map { Effect.loadContact($0.id) }
    return [.commit(ticket, request)] + (shown.map { [$0] } ?? [])
  }

  /// Does what somebody asked for who saw deals at earlier revisions: what others did since is not
  /// written over unasked.
  mutating func seeing(
    _ revisions: [Identifier<Deal>: Int32],
    _ body: (inout BoardState) -> [Effect]
  ) -> [Effect] {
    seenRevisions = revisions
    defer { seenRevisions = [:] }
    return body(&self)
  }

  /// The revision at which a deal was seen, where that is an earlier one than it has now.
  private func revision(of deal: Deal) -> Int32? {
    seenRevisions[deal.id].flatMap { $0 < deal.revision ? $0 : nil }
  }

  /// Sends a step whose outcome only the store can tell; `done` is said of it.
  mutating func commitNewDeal(
    _ draft: DealDraft,
    on day: Day,
    summary: String,
    done: String,
    _ clock: BoardClock
  ) -> [Effect] {
    if let refusalToChange { return refuse(refusalToChange) }
    let request = StepRequest(
      actor: actor,
      summary: summary,
      at: clock.now,
      changes: [
        ChangeRequest(
          id: EventID(at: clock.now, using: &random),
          target: .newDeal,
          change: .created(draft),
          day: day
        )
      ]
    )
    // Whatever key adds another deal does nothing to the one that has the focus.
    lastChange = .single(summary: summary, by: nil)
    message = Message(.done, done, about: draft.title)
    let ticket = issue(.newDeal(request), before: [], focusesNewDeal: true)
    return [.commit(ticket, request)]
  }

  mutating func undo(_ clock: BoardClock) -> [Effect] {
    guard pending.isEmpty else {
      awaitedReversal = .undo
      return []
    }
    guard let step = undoState.undo else { return [] }
    let (record, reason) = (recordSentence, reasonToAsk(about: step))
    if record != nil || reason != nil, confirmedUndo != step.id {
      confirmedUndo = step.id
      let again =
        reason.map { phrase("u again takes back: \(step.summary) (\($0))") }
        ?? phrase("u again takes back: \(step.summary)")
      message = Message(.notice, [record, again].compactMap(\.self).joined(separator: " "))
      return []
    }
    (confirmedUndo, lastRecord) = (nil, nil)
    return reverse(step, isRedo: false, clock)
  }

  mutating func redo(_ clock: BoardClock) -> [Effect] {
    guard pending.isEmpty else {
      awaitedReversal = .redo
      return []
    }
    guard let step = undoState.redo else { return [] }
    return reverse(step, isRedo: true, clock)
  }

  /// Takes a step back or makes it again, also where others changed the same parts since if it goes
  /// on top; under the id that it had where it is sent again.
  mutating func reverse(
    _ step: ChangeStep,
    isRedo: Bool,
    goesOnTop: Bool = false,
    again id: EventID? = nil,
    _ clock: BoardClock
  ) -> [Effect] {
    if let refusalToChange { return refuse(refusalToChange) }
    let reversal = StepReversal(
      id: id ?? EventID(at: clock.now, using: &random),
      step: step.id,
      goesOnTop: goesOnTop
    )
    let ticket = issue(.reversal(of: step, isRedo: isRedo, reversal), before: [])
    if isRedo {
      say(phrase("Made again: \(step.summary)"))
      return [.redo(ticket, reversal)]
    }
    say(phrase("Taken back: \(step.summary)"))
    return [.undo(ticket, reversal)]
  }

  /// Says to its end what happens to deals that may not be in sight.
  private mutating func say(_ sentence: String) {
    message = Message(.done, sentence)
    message?.isWhole = true
  }

  /// Why a step asks before it is taken back; `nil` where it does not.
  private func reasonToAsk(about step: ChangeStep) -> String? {
    if step.isImport { return phrase("an import") }
    if step.eventCount > 20 { return phrase("\(step.eventCount) changes") }
    return step.recordedAt < startedAt ? phrase("of an earlier day or run") : nil
  }

  mutating func issue(
    _ kind: PendingStep.Kind,
    before: [Deal],
    focusesNewDeal: Bool = false
  ) -> Ticket {
    lastTicket += 1
    let ticket = Ticket(number: lastTicket)
    pending.append(
      PendingStep(ticket: ticket, kind: kind, before: before, focusesNewDeal: focusesNewDeal)
    )
    return ticket
  }

  /// Asks the store to keep something beside deals; on a day that nothing may be changed on it is
  /// refused, whichever key asked.
  mutating func keep(_ request: RecordRequest) -> [Effect] {
    if let readOnlyReason { return refuse(readOnlyReason) }
    return [.keep(issue(.record(request), before: []), request)]
  }

  /// Whether minutes are on their way to their file.
  var isHoldingMeeting: Bool {
    pending.contains { if case .record(.meeting) = $0.kind { true } else { false } }
  }

  /// The deals with changes that are not saved yet.
  var unsavedDeals: Set<Identifier<Deal>> {
    pending.reduce(into: []) { $0.formUnion($1.places.keys) }
  }

  /// Whether a deal has changes that are not saved yet.
  func isUnsaved(_ id: Identifier<Deal>) -> Bool {
    pending.contains { $0.places[id] != nil }
  }
}

// MARK: Answers

extension BoardState {
  mutating func stored(_ ticket: Ticket, _ step: StoredStep, _ clock: BoardClock) -> [Effect] {
    guard let index = pending.firstIndex(where: { $0.ticket == ticket }) else {
      return othersChanged(step.changes)
    }
    let answered = pending.remove(at: index)
    waiting = nil
    undoState = step.undo
    if !step.isLoadedAnew { settle(answered, by: step) }
    for change in step.changes { take(change) }
    if answered.focusesNewDeal, let made = step.changes.last {
      addedFrom = focus.deal.map { (made: made.deal.id, focused: $0) }
      setFocus(on: made.deal.id)
    }
    noteMarks(of: answered)
    if let said = answered.saidWhenSaved { message = said }
    if case .reversal = answered.kind { nameDeal(of: step) }
    if answered.holdsKeys, !answered.focusesNewDeal, !step.changes.isEmpty {
      heldPlace = nil
      focus(on: step)
    }
    if let notice = step.notices.last { message = Message(.notice, notice) }
    let files = answered.notesPath.map { [Effect.removeNotesFile(path: $0)] } ?? []
    return files + countAnewIfBehind() + reverseAwaited(clock) + quitIfSaved()
  }

  /// Takes off what a step was shown to do to a deal and did not do, because it was so already or
  /// others' news told of it: the deal would count more revisions than the log has.
  private mutating func settle(_ answered: PendingStep, by step: StoredStep) {
    let left = Dictionary(step.changes.map { ($0.deal.id, $0.deal.revision) }) { max($0, $1) }
    for (id, places) in answered.places {
      guard let first = places.first, let shown = workspace[id] else { continue }
      let known = answered.before[first]
      if shown.revision > left[id] ?? known.revision { rebase(known) }
    }
  }

  /// Goes to the deal that was taken back or made again.
  ///
  /// Of several the focus goes to none while the focused deal is there, else to the one that stands
  /// first.
  private mutating func focus(on step: StoredStep) {
    let ids = Set(step.changes.map(\.deal.id))
    if ids.count > 1, let focused = focus.deal, column(focus.column).row(of: focused) != nil {
      return
    }
    if let first = standing(ids).first {
      setFocus(on: first.id)
    } else if let addedFrom, ids == [addedFrom.made] {
      // Whoever takes back what was added stands again where they were before it.
      setFocus(on: addedFrom.focused)
    }
  }

  /// Lets the title give way where what was taken back or made again has no room.
  private mutating func nameDeal(of step: StoredStep) {
    let titles = Set(step.changes.map(\.deal.title))
    guard let title = titles.first, titles.count == 1, message?.kind == .done else { return }
    message?.title = title
  }

  mutating func kept(_ ticket: Ticket, _ said: Message?, _ clock: BoardClock) -> [Effect] {
    guard let index = pending.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    pending.remove(at: index)
    waiting = nil
    if let said { message = said }
    return reverseAwaited(clock) + quitIfSaved()
  }

  /// Does the undo or redo that waited for all steps to be saved, now that they are.
  private mutating func reverseAwaited(_ clock: BoardClock) -> [Effect] {
    guard let command = awaitedReversal, pending.isEmpty else { return [] }
    awaitedReversal = nil
    return performAnywhere(command, clock)
  }

  /// Leaves once all is saved, where that was asked for.
  func quitIfSaved() -> [Effect] {
    isQuitting && pending.isEmpty ? [.quit] : []
  }

  mutating func failed(_ ticket: Ticket, _ failure: StoreFailure, _ clock: BoardClock) -> [Effect] {
    guard let index = pending.firstIndex(where: { $0.ticket == ticket }) else { return [] }
    let step = pending.remove(at: index)
    waiting = nil
    isQuitting = false
    awaitedReversal = nil
    heldActions = []
    let theirs = Dictionary(failure.theirs.map { ($0.id, $0) }) { first, _ in first }
    for (id, places) in step.places {
      // What somebody else deleted meanwhile stays gone.
      guard let first = places.first, theirs[id] != nil || isThere(id) else { continue }
      rebase(theirs[id] ?? step.before[first])
    }
    for deal in failure.theirs where step.places[deal.id] == nil { show(deal) }
    let place = step.notesPath.map { phrase(" What you wrote is in \($0).") } ?? ""
    let sentence = failure.sentence + place
    message = Message(.failed, sentence)
    if step.isOfferedAgain, failure.mayRetry || !failure.theirs.isEmpty {
      layers.push(SendAgainLayer(step, after: failure, saying: sentence, in: self))
    }
    if let first = step.before.first { setFocus(on: first.id) }
    return []
  }

  mutating func othersChanged(_ changes: [RecordedChange]) -> [Effect] {
    guard asOf == nil else {
      // The past does not change; today goes on behind it.
      for change in changes { present?.apply(change) }
      return []
    }
    let carried = carry?.deals ?? []
    for change in changes { take(change) }
    dropUncarriable()
    let left = carry?.deals ?? []
    let lost = Set(carried).subtracting(left)
    if let change = changes.last(where: { lost.contains($0.deal.id) }) {
      let what = change.event.change.sentence(about: change.deal, in: workspace)
      let rest =
        left.isEmpty
        ? phrase("nothing is carried any more")
        : phrase("\(FigureText.count(left.count, "deal")) still carried")
      message = Message(.news, "\(change.event.actor): \(what); \(rest)")
      heldNews = nil
      return countAnewIfBehind()
    }
    let theirs = changes.filter { $0.event.actor != actor }
    guard let last = theirs.last else { return countAnewIfBehind() }
    let what =
      theirs.count == 1
      ? last.event.change.sentence(about: last.deal, in: workspace)
      : phrase("\(theirs.count) changes")
    heldNews = "\(last.event.actor): \(what)"
    return countAnewIfBehind()
  }

  /// Loads the workspace anew where a closed deal changed that is not in here: what it was counted as
  /// is known to the store only, and the totals of closed deals are marked until then.
  mutating func countAnewIfBehind() -> [Effect] {
    guard !workspace.pipelinesBehind.isEmpty, !awaitsReload else { return [] }
    awaitsReload = true
    return [.reload]
  }

  /// Opens the board on the file that the first-run screen had made.
  mutating func began(_ file: MadeFile, _ new: Workspace) -> [Effect] {
    actor = file.actor
    me = file.me
    fileName = file.name
    isSample = file.isSample
    layers.close(FirstRunLayer.self)
    let effects = reloaded(new, file.undo)
    if let first = workspace.firstPipelineWithDeals { pipelineID = first.id }
    focusFirstDeal()
    if let summary = file.summary { layers.push(ImportSummaryLayer(summary: summary)) }
    return effects + [.loadSuggestions]
  }

  mutating func reloaded(_ new: Workspace, _ undo: UndoState) -> [Effect] {
    awaitsReload = false
    if present != nil {
      present = new
      undoState = undo
      return []
    }
    workspace = new
    undoState = undo
    countSidebarAnew()
    if workspace.pipeline(pipelineID) == nil, let first = workspace.pipelines.first {
      pipelineID = first.id
    }
    for id in unsavedDeals {
      if let deal = workspace[id] { rebase(deal) }
    }
    recountMarks()
    // What was reloaded may have changed earlier days as well.
    narrowedComparison = nil
    let effects = narrowAnew()
    updatePreview()
    return effects + figureEffects()
  }

  /// Shows a deal as the store has it, with the changes on top that are not saved yet.
  mutating func rebase(_ deal: Deal) {
    var current = deal
    for index in pending.indices {
      for place in pending[index].places[deal.id] ?? [] {
        let change = pending[index].changes[place]
        pending[index].before[place] = current
        guard (try? current.check(change.change, on: change.day)) != nil else { continue }
        current.apply(change.change, on: change.day)
      }
    }
    show(current)
  }
}
