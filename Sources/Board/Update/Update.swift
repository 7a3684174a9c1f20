import Pipeline

/// Takes what happened into the state, and says what is to be done about it.
///
/// A function of its arguments: time, names and random numbers are among them.
public func update(
  _ board: inout BoardState,
  _ action: Action,
  clock: BoardClock
) -> [Effect] {
  // Pages are laid out here as well, to see where the cursor may stand.
  GlyphSet.$current.withValue(board.glyphs) { board.receive(action, clock) }
}

extension BoardState {
  mutating func receive(_ action: Action, _ clock: BoardClock) -> [Effect] {
    wallClock = clock
    let clock = clock.showing(asOf)
    self.clock = clock
    var effects: [Effect] = []
    if clock.today > workspace.today { effects += dayPassed(clock) }
    if mustWait(action) {
      heldActions.append(action)
      return effects
    }
    effects += takeOrHold(action, clock)
    settle()
    while let next = heldActions.first, !waits(next), refusalWhileMany == nil {
      effects += takeOrHold(heldActions.removeFirst(), clock)
      settle()
    }
    sayHeldNews()
    return effects + reportEffects() + meetingEffects() + contactEffects()
  }

  /// The effects that fill in, after the first paint, what a store does not hand over at once.
  public func openingEffects() -> [Effect] {
    // A board that opens narrowed, to one's own deals, waits for what is closed among them.
    let totals = isFilterPending ? [filteredTotalsEffect] : []
    return totals + figureEffects() + [.loadSuggestions]
  }

  /// Takes an action, or holds it where it would change deals while many are being changed: what is
  /// typed after it belongs to it, and would act as other keys without it.
  private mutating func takeOrHold(_ action: Action, _ clock: BoardClock) -> [Effect] {
    let begun = typedChords
    let effects = takeNoting(action, clock)
    if isInput(action), let refusal = refusalWhileMany, message?.text == refusal {
      heldActions.insert(contentsOf: begun.map(Action.key) + [action], at: 0)
    }
    return effects
  }

  private mutating func takeNoting(_ action: Action, _ clock: BoardClock) -> [Effect] {
    let effects = take(action, clock)
    noteRecord(in: effects)
    return effects
  }

  private mutating func take(_ action: Action, _ clock: BoardClock) -> [Effect] {
    switch action {
    case .key(let chord): return press(chord, clock)
    case .paste(let text): return paste(text, clock)
    case .mouse(let input): return mouse(input, clock)
    case .resized(let rows, let columns):
      self.rows = rows
      self.columns = columns
      return []
    case .tick:
      return []
    case .stored(let ticket, let step): return stored(ticket, step, clock)
    case .kept(let ticket, let message): return kept(ticket, message, clock)
    case .storeFailed(let ticket, let failure): return failed(ticket, failure, clock)
    case .storeWaits(let wait):
      // It may come after the answer, when nothing waits any more.
      if !pending.isEmpty { waiting = wait }
      return []
    case .othersChanged(let changes, let undo):
      undoState = undo
      return othersChanged(changes)
    case .reloaded(let workspace, let undo): return reloaded(workspace, undo)
    case .aimsChanged(let aims):
      workspace.aims = aims
      narrowed?.aims = aims
      present?.aims = aims
      // Goals are counted there.
      countSidebarAnew()
      return []
    case .closedToChanges(let reason):
      fileIsReadOnly = reason
      return []
    case .pastArrived(let past): return pending.isEmpty ? look(at: past) : []
    case .presentArrived(let present): return presentArrived(present)
    case .wonDealsArrived(let deals):
      // An answer for another day than the one that is shown by now is left out.
      for deal in deals where deal.lastEventDay <= workspace.today { hold(deal) }
      return openSought(among: deals)
    case .comparisonArrived(let figures):
      if figures.pipeline == pipelineID, figures.startOfDay.day == workspace.today - 1 {
        if figures.narrowing.isEmpty { comparison = figures } else { narrowedComparison = figures }
      }
      return []
    case .historyArrived(let id, let events):
      history = LoadedHistory(deal: id, events: events)
      return []
    case .suggestionsArrived(let words):
      suggestions = words
      return []
    case .filteredTotalsArrived(let ticket, let totals):
      return filteredTotalsArrived(ticket, totals)
    case .narrowed(let answer): return narrowingArrived(answer)
    case .reportArrived(let ticket, let report):
      reportArrived(ticket, report)
      return []
    case .reportFailed(let ticket, let sentence):
      reportArrived(ticket, nil, failure: sentence)
      return []
    case .began(let file, let workspace): return began(file, workspace)
    case .beginningAdvanced(let step, let share):
      layers.update(FirstRunLayer.self) { $0.advance(step, share) }
      return []
    case .beginningFailed(let sentence):
      layers.update(FirstRunLayer.self) { $0.fail(sentence) }
      return []
    case .identified(let person, let name):
      me = person
      actor = name
      message = Message(.done, phrase("You are \(name); new deals are yours."))
      return []
    case .meetingHeld(let draft, let path):
      meetingHeld(draft, path: path)
      return []
    case .contactArrived(let id, let contact):
      contactArrived(contact, of: id)
      return []
    case .notesArrived(let draft): return notesArrived(draft)
    case .notesEdited(let draft, let edited): return notesEdited(draft, edited, clock)
    case .goOn(let ticket): return goOnBuilding(ticket, clock)
    case .copied(let text):
      copied(text)
      return []
    case .told(let message):
      self.message = message
      // What could not be loaded is asked for again with the next change.
      if message.kind == .failed { awaitsReload = false }
      return []
    case .backgroundIsLight(let isLight):
      return backgroundIsLight(isLight)
    }
  }

  /// Whether keys have to wait for an answer.
  var isHolding: Bool { awaitedReversal != nil || pending.contains { $0.holdsKeys } }

  /// Whether something has to wait, also because what came before it does.
  private func mustWait(_ action: Action) -> Bool {
    waits(action) || !heldActions.isEmpty && isInput(action)
  }

  /// What depends on an answer that is on its way waits for it; leaving, redrawing and the answers
  /// themselves do not, nor does typing a filter on while it is found what it lets through.
  private func waits(_ action: Action) -> Bool {
    guard isHolding || awaitedNarrowing != nil, isInput(action) else { return false }
    guard !isHolding, let line = layers.top as? FilterLayer else { return true }
    return line.needsWhatIsFound(for: action)
  }

  /// Whether it is something that the user did, other than leaving and redrawing.
  private func isInput(_ action: Action) -> Bool {
    switch action {
    case .key(let chord):
      switch keyMap.outcome(of: [chord], at: .everywhere) {
      case .match(let match): return ![.quit, .redraw, .suspend].contains(match.command)
      case .unfinished, .none: return true
      }
    case .paste, .mouse: return true
    case .resized, .tick, .stored, .kept, .storeFailed, .storeWaits, .othersChanged, .reloaded,
      .aimsChanged, .closedToChanges, .wonDealsArrived, .comparisonArrived, .historyArrived,
      .suggestionsArrived, .filteredTotalsArrived, .narrowed, .pastArrived, .presentArrived, .began,
      .beginningAdvanced,
      .beginningFailed, .identified, .reportArrived, .reportFailed, .meetingHeld, .contactArrived,
      .notesArrived, .notesEdited, .goOn, .copied, .told, .backgroundIsLight:
      return false
    }
  }

  /// Brings focus and scrolling in line with what the columns hold now.
  mutating func settle() {
    dropUncarriable()
    if isPreviewOld { updatePreview() }
    followFocus()
    dropStrays()
    if isPreviewOld { updatePreview() }
    let layout = BoardLayout(self)
    let first = firstStage
    scrollStages(layout)
    scrollCards(first == firstStage ? layout : BoardLayout(self))
    if !layers.isBoardOnTop {
      var layers = layers
      layers.settle(self)
      self.layers = layers
    }
    holdListed()
    holdReviewed()
  }

  /// Keeps the deals that were closed in a review before it was broken off, so that they can be
  /// looked at and reopened.
  private mutating func holdReviewed() {
    guard let start = layers.topmost(ReviewLayer.self)?.start else { return }
    for deal in start.closed where workspace[deal.id] == nil { hold(deal) }
  }

  /// Keeps the closed deal that the list's cursor stands on, so that keys can act on it.
  private mutating func holdListed() {
    guard layers.contains(DealListLayer.self), let report = DealListLayer.report(in: self),
      case .deal(let id?) = layers.topmost(DealListLayer.self)?.subject(in: self),
      workspace[id] == nil, let deal = report[id], deal.lastEventDay <= workspace.today
    else { return }
    hold(deal)
  }

  private mutating func scrollStages(_ layout: BoardLayout) {
    let count = layout.columns.count { $0.place != .won }
    guard layout.arrangement == .columns, case .stage(let focused) = shownColumnPlace else {
      return
    }
    let hidden = !layout.hiddenLeft.isEmpty || !layout.hiddenRight.isEmpty
    guard hidden else {
      firstStage = 0
      return
    }
    if focused < firstStage { firstStage = focused }
    if focused >= firstStage + count { firstStage = focused - count + 1 }
    firstStage = max(0, min(firstStage, stageCount - count))
  }

  private mutating func scrollCards(_ layout: BoardLayout) {
    let place = shownColumnPlace
    let shown = column(place)
    let row = carry?.deals.first.flatMap { shown.row(of: $0) } ?? focus.row
    tops[place] = CardWindow.top(
      showing: max(0, min(row, shown.count - 1)),
      count: shown.count,
      top: tops[place] ?? 0,
      rows: layout.cards.rows,
      density: layout.density
    )
  }
}
