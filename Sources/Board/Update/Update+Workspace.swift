import Pipeline

extension BoardState {
  /// Puts a deal's new state in the place of its old one, wherever deals are shown from.
  mutating func show(_ deal: Deal) {
    let old = workspace[deal.id]
    workspace.replace(deal)
    follow(old, became: deal, since: reportStamp)
    showNarrowed(deal)
    recountMark(of: deal.id)
  }

  /// Takes in what stands in the log; changes that are not saved yet stay on top of it.
  ///
  /// What is older than what is known of the deal says nothing of it any more.
  mutating func take(_ change: RecordedChange) {
    let (old, stamp) = (workspace[change.deal.id], reportStamp)
    workspace.apply(change)
    follow(old, became: workspace[change.deal.id] ?? change.deal, since: stamp)
    if let known = knownBelowUnsaved(change.deal.id), workspace[change.deal.id] != nil {
      if change.deal.revision >= known.revision { rebase(change.deal) }
    } else if let deal = workspace[change.deal.id] {
      showNarrowed(deal)
    }
    recountMark(of: change.deal.id)
    follow(change.event)
    layers.notice(change)
  }

  /// A deal as the log last left it, where it is shown with changes on top that are not saved yet.
  private func knownBelowUnsaved(_ id: Identifier<Deal>) -> Deal? {
    for step in pending {
      if let first = step.places[id]?.first { return step.before[first] }
    }
    return nil
  }

  /// Adds an event to the timeline that is shown.
  private mutating func follow(_ event: DealEvent) {
    guard let history, history.deal == event.deal,
      !history.events.contains(where: { $0.id == event.id })
    else { return }
    self.history?.events.append(event)
  }

  /// Keeps closed deals so that they can be shown.
  mutating func hold(_ deal: Deal) {
    workspace.hold(deal)
    holdNarrowed(deal)
    recountMark(of: deal.id)
  }

  /// Goes on to a new day.
  mutating func dayPassed(_ clock: BoardClock) -> [Effect] {
    workspace.advance(to: clock.today)
    narrowed?.advance(to: clock.today)
    (comparison, narrowedComparison) = (nil, nil)
    updatePreview()
    awaitsReload = true
    // What is being found is of the day before.
    return (awaitedNarrowing == nil ? [] : narrowAnew()) + [.reload]
  }

  /// What is to be found out for the figures of the pipeline that is shown.
  func figureEffects() -> [Effect] {
    let today = workspace.today
    return [
      .loadWonDeals(pipelineID, since: today.startOfMonth, asOf: today),
      comparisonEffect(Narrowing()),
    ]
  }

  /// Asks for what changes beside the numbers are measured from.
  func comparisonEffect(_ narrowing: Narrowing) -> Effect {
    let today = workspace.today
    return .loadComparison(pipelineID, narrowing, startOfDay: today - 1, earlier: today - 90)
  }

  mutating func backgroundIsLight(_ isLight: Bool) -> [Effect] {
    let name = isLight ? themesByBackground.light : themesByBackground.dark
    if !themeWasChosen, let fitting = themes[name] { theme = fitting }
    return []
  }
}
