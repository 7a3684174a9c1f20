extension Workspace {
  /// The same workspace with the deals only that pass a test, in columns sorted as these are.
  ///
  /// Closed deals that are in here come along to be shown; the totals of closed deals are empty
  /// until they are added (`add(_:)`). Goes through all deals once, in pieces that `hands` may do at
  /// the same time, and costs as much as there are, so it is not for the screen's thread. Gives `nil`
  /// as soon as `isOvertaken` says that nobody waits for it any more.
  public func narrowed(
    by hands: some WorkingHands = OneHand(),
    unless isOvertaken: @escaping @Sendable () -> Bool = { false },
    to passes: @escaping @Sendable (Deal) -> Bool
  ) -> Workspace? {
    let pieces = deals.pieces(hands.pieces(of: deals.count))
    let results = hands.results(of: pieces.count) { place -> NarrowedPiece? in
      guard !isOvertaken() else { return nil }
      var counters = OpenDealCounters(pipelines: pipelines, day: today, window: window)
      let passing = deals.passing(in: pieces[place]) { deal in
        guard !deal.isDeleted, passes(deal) else { return false }
        if deal.status.isOpen { counters.add(deal) }
        return true
      }
      return NarrowedPiece(passing: passing, counters: counters)
    }
    let found = results.compactMap { $0 }
    guard found.count == pieces.count else { return nil }
    var counters = OpenDealCounters(pipelines: pipelines, day: today, window: window)
    for piece in found { counters.add(piece.counters) }
    let table = deals.narrowed(to: found.map(\.passing))
    var narrowed = self
    narrowed.deals = table
    let stages = Array(columns)
    let shown = hands.results(of: stages.count) { stages[$0].value.filter(table.contains) }
    narrowed.columns = Dictionary(zip(stages.map(\.key), shown)) { first, _ in first }
    narrowed.won = won.mapValues { $0.filter(table.contains) }
    narrowed.figures = counters.figures
    narrowed.pipelinesBehind = []
    narrowed.uncounted = []
    return narrowed
  }

  /// Adds the sums over closed deals to a workspace that was made without any.
  public mutating func add(_ closed: [Identifier<SalesPipeline>: ClosedTotals]) {
    for (pipeline, totals) in closed { figures[pipeline]?.add(totals) }
  }
}

/// What was found in a piece of a workspace's deals.
private struct NarrowedPiece: Sendable {
  let passing: DealTable.Passing
  let counters: OpenDealCounters
}
