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
  mutating func take(_ change: RecordedChange) {
    let (old, stamp) = (workspace[change.deal.id], reportStamp)
    workspace.apply(change)
    follow(old, became: workspace[change.deal.id] ?? change.deal, since: stamp)
    if isUnsaved(change.deal.id), workspace[change.deal.id] != nil {
      rebase(change.deal)
    } else if let deal = workspace[change.deal.id] {
      showNarrowed(deal)
    }
    recountMark(of: change.deal.id)
    follow(change.event)
    layers.notice(change)
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
    if narrowed != nil, lets(deal) { narrowed?.hold(deal) }
    recountMark(of: deal.id)
  }

  private mutating func showNarrowed(_ deal: Deal) {
    guard narrowed != nil else { return }
    if lets(deal) {
      narrowed?.replace(deal)
      strays.remove(deal.id)
    } else if narrowed?[deal.id] != nil {
      // The card stays in sight while it has the focus, also when it does not pass any more; the
      // figures are those of what passes.
      narrowed?.replace(uncounted: deal)
      strays.insert(deal.id)
    }
  }

  /// Leaves out cards that do not pass the filter any more and have lost the focus.
  mutating func dropStrays() {
    for id in strays where id != focus.deal && !isCarried(id) {
      strays.remove(id)
      guard var deal = narrowed?[id] else { continue }
      deal.presence = .neverWas
      narrowed?.replace(deal)
      recountMark(of: id)
    }
  }

  /// Whether a deal is among those that are shown.
  func lets(_ deal: Deal) -> Bool {
    if let owner = narrowing.owner, deal.owner != owner { return false }
    return filter.matches(deal)
  }

  /// Shows other deals; a filter that cannot be understood yet shows what the last one did.
  @discardableResult
  mutating func narrow(to choice: Narrowing) -> [Effect] {
    var choice = choice
    if choice.filterText != narrowing.filterText {
      let context = DealFilter.Context(
        pipelines: workspace.pipelines,
        people: workspace.people,
        today: workspace.today
      )
      do { filter = try DealFilter(choice.filterText, in: context) } catch {
        choice.filterText = narrowing.filterText
      }
    }
    narrowing = choice
    filterTicket = FilterTicket(number: filterTicket.number + 1)
    strays = []
    guard !choice.isEmpty else {
      narrowed = nil
      recountMarks()
      isFilterPending = false
      return []
    }
    narrow(with: [:])
    isFilterPending = true
    return [filteredTotalsEffect]
  }

  /// Asks for the sums over closed deals that the present choice lets through.
  var filteredTotalsEffect: Effect {
    .loadFilteredTotals(filterTicket, narrowing, asOf: workspace.today)
  }

  /// Picks out the deals that are to be shown, and counts them with the closed ones' totals.
  ///
  /// Costs as much as there are deals, once for each change of the filter.
  mutating func narrow(with totals: [Identifier<SalesPipeline>: ClosedTotals]) {
    isFilterPending = false
    var open: [Deal] = []
    var closed: [Deal] = []
    for deal in workspace.allDeals where !deal.isDeleted && lets(deal) {
      if deal.status.isOpen { open.append(deal) } else { closed.append(deal) }
    }
    var narrowed = Workspace(
      WorkspaceSnapshot(
        settings: workspace.settings,
        pipelines: workspace.pipelines,
        people: workspace.people,
        goals: workspace.goals,
        baselines: workspace.baselines,
        filters: workspace.filters,
        openDeals: open,
        closed: totals,
        window: workspace.window,
        asOf: workspace.today,
        lastSequence: workspace.lastSequence,
        structureVersion: workspace.structureVersion,
        dealsWithLaterEvents: workspace.dealsWithLaterEvents
      )
    )
    for deal in closed { narrowed.hold(deal) }
    for stage in workspace.pipelines.flatMap(\.stages) {
      narrowed.setOrder(workspace.column(stage.id).order, of: stage.id)
    }
    self.narrowed = narrowed
    recountMarks()
  }

  /// Goes on to a new day.
  mutating func dayPassed(_ clock: BoardClock) -> [Effect] {
    workspace.advance(to: clock.today)
    narrowed?.advance(to: clock.today)
    (comparison, narrowedComparison) = (nil, nil)
    updatePreview()
    return [.reload]
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
    guard !themeWasChosen, let index = themes.firstIndex(where: { $0.name == name }) else {
      return []
    }
    themeIndex = index
    return []
  }
}
