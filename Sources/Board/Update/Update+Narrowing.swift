import Pipeline

/// Showing a part of the deals: which ones is found beside the screen's thread, because that costs
/// as much as there are deals.
extension BoardState {
  /// Shows other deals, as soon as they are found; a filter that cannot be understood yet shows what
  /// the last one did.
  ///
  /// `fallback` is the filter to go by where this one finds nothing; with `focusesFound` the first
  /// deal found gets the focus where the focused one is not among them.
  mutating func narrow(
    to choice: Narrowing,
    orTo fallback: String? = nil,
    focusesFound: Bool = false
  ) -> [Effect] {
    let present = Narrowing(owner: choice.owner, filterText: narrowing.filterText)
    let choice = understood(choice) ?? UnderstoodNarrowing(narrowing: present, filter: filter)
    guard choice.narrowing != narrowing else { return [] }
    let source =
      choice.narrows(UnderstoodNarrowing(narrowing: narrowing, filter: filter))
        && awaitedNarrowing == nil ? narrowed : nil
    take(choice)
    guard !narrowing.isEmpty else {
      showAll(focusesFound: focusesFound)
      return []
    }
    let instead = fallback.flatMap { understood(Narrowing(owner: narrowing.owner, filterText: $0)) }
    return ask(orFor: instead, among: source, focusesFound: focusesFound)
  }

  /// Finds the deals that are shown once more: the workspace is another one now.
  mutating func narrowAnew(focusesFound: Bool = false) -> [Effect] {
    guard !narrowing.isEmpty else { return [] }
    let awaited = awaitedNarrowing
    take(understood(narrowing) ?? UnderstoodNarrowing(narrowing: narrowing, filter: filter))
    // Columns and figures that were made for other stages cannot be drawn.
    if narrowed?.pipelines != workspace.pipelines { narrowed = nil }
    recountMarks()
    return ask(
      orFor: awaited?.fallback,
      focusesFound: focusesFound || awaited?.focusesFound == true
    )
  }

  /// Shows other deals before anything is drawn, while nobody waits for a key.
  mutating func narrowAtOnce(to choice: Narrowing) {
    for effect in narrow(to: choice) {
      guard case .narrow(let request) = effect, let answer = request.answer() else { continue }
      // What it asks for is asked with what else a board fills in once it is drawn.
      _ = narrowingArrived(answer)
    }
  }

  /// A choice with its filter understood by today's words and names; `nil` where it is not.
  private func understood(_ choice: Narrowing) -> UnderstoodNarrowing? {
    let context = DealFilter.Context(
      pipelines: workspace.pipelines,
      people: workspace.people,
      today: workspace.today
    )
    return (try? DealFilter(choice.filterText, in: context)).map {
      UnderstoodNarrowing(narrowing: choice, filter: $0)
    }
  }

  private mutating func take(_ choice: UnderstoodNarrowing) {
    (narrowing, filter) = (choice.narrowing, choice.filter)
    filterTicket = FilterTicket(number: filterTicket.number + 1)
    strays = []
    awaitedNarrowing = nil
    (isFilterPending, hasClosedNews) = (false, false)
  }

  /// Asks which deals the present choice lets through; `source` has all of them, where not the whole
  /// workspace need be gone through.
  private mutating func ask(
    orFor fallback: UnderstoodNarrowing? = nil,
    among source: Workspace? = nil,
    focusesFound: Bool
  ) -> [Effect] {
    isFilterPending = true
    awaitedNarrowing = AwaitedNarrowing(
      ticket: filterTicket,
      fallback: fallback,
      focusesFound: focusesFound
    )
    return [
      .narrow(
        NarrowingRequest(
          ticket: filterTicket,
          workspace: workspace,
          source: source,
          choice: UnderstoodNarrowing(narrowing: narrowing, filter: filter),
          fallback: fallback,
          pipeline: pipelineID
        )
      )
    ]
  }

  private mutating func showAll(focusesFound: Bool) {
    narrowed = nil
    recountMarks()
    if focusesFound { focusFound() }
  }

  /// Goes to the first deal that is found where the focused one is not among them.
  private mutating func focusFound() {
    if let id = focus.deal, setFocus(on: id) { return }
    focusFirstDeal()
  }
}

// MARK: Answers

extension BoardState {
  /// Shows the deals that were found, as they are by now, and asks for the closed ones' figures.
  mutating func narrowingArrived(_ answer: NarrowingAnswer) -> [Effect] {
    guard let awaited = awaitedNarrowing, awaited.ticket == answer.ticket else { return [] }
    (narrowing, filter) = (answer.choice.narrowing, answer.choice.filter)
    awaitedNarrowing = nil
    guard var found = answer.workspace else {
      isFilterPending = false
      showAll(focusesFound: awaited.focusesFound)
      return []
    }
    found.aims = workspace.aims
    narrowed = found
    hasClosedNews = false
    for news in awaited.news {
      switch news {
      case .changed(let deal): showNarrowed(deal)
      case .held(let deal): holdNarrowed(deal)
      }
    }
    recountMarks()
    if awaited.focusesFound { focusFound() }
    if hasClosedNews { return narrowAnew() }
    return [filteredTotalsEffect] + (awaited.opensOnlyHit ? openOnlyHit() : [])
  }

  /// Asks for the sums over closed deals that the present choice lets through.
  var filteredTotalsEffect: Effect {
    .loadFilteredTotals(filterTicket, narrowing, asOf: workspace.today)
  }

  /// Adds the sums over closed deals to the figures.
  mutating func filteredTotalsArrived(
    _ ticket: FilterTicket,
    _ totals: [Identifier<SalesPipeline>: ClosedTotals]
  ) -> [Effect] {
    guard ticket == filterTicket, awaitedNarrowing == nil, isFilterPending else { return [] }
    // A deal that was closed meanwhile may be counted in the sums as well.
    guard !hasClosedNews else { return narrowAnew() }
    isFilterPending = false
    narrowed?.add(totals)
    // Asked for only now, so that the letters of a filter do not wait for one another's.
    return shownComparison == nil ? [comparisonEffect(narrowing)] : []
  }
}

// MARK: Changes

extension BoardState {
  /// Shows a deal's new state among those that are shown.
  mutating func showNarrowed(_ deal: Deal) {
    awaitedNarrowing?.news.append(.changed(deal))
    guard let old = narrowed.map({ $0[deal.id] }) else { return }
    if isFilterPending, let old, old.revision != deal.revision,
      !old.status.isOpen || !deal.status.isOpen
    {
      hasClosedNews = true
    }
    if lets(deal) {
      narrowed?.replace(deal)
      strays.remove(deal.id)
    } else if old != nil {
      // The card stays in sight while it has the focus, also when it does not pass any more; the
      // figures are those of what passes.
      narrowed?.replace(uncounted: deal)
      strays.insert(deal.id)
    }
  }

  /// Keeps a closed deal, where it passes, so that it can be shown.
  mutating func holdNarrowed(_ deal: Deal) {
    awaitedNarrowing?.news.append(.held(deal))
    if narrowed != nil, lets(deal) { narrowed?.hold(deal) }
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
    UnderstoodNarrowing(narrowing: narrowing, filter: filter).lets(deal)
  }
}
