extension Workspace {
  /// The same workspace with the deals only that pass a test, in columns sorted as these are.
  ///
  /// Closed deals that are in here come along to be shown; the totals of closed deals are empty
  /// until they are added (`add(_:)`). Goes through all deals once and costs as much as there are,
  /// so it is not for the screen's thread. Gives `nil` as soon as `isOvertaken` says that nobody
  /// waits for it any more.
  public func narrowed(
    unless isOvertaken: () -> Bool = { false },
    to passes: (Deal) -> Bool
  ) -> Workspace? {
    var counters = OpenDealCounters(pipelines: pipelines, day: today, window: window)
    let table = deals.narrowed(unless: isOvertaken) { deal in
      guard !deal.isDeleted, passes(deal) else { return false }
      if deal.status.isOpen { counters.add(deal) }
      return true
    }
    guard let table else { return nil }
    var narrowed = self
    narrowed.deals = table
    narrowed.columns = columns.mapValues { $0.filter(table.contains) }
    narrowed.won = won.mapValues { $0.filter(table.contains) }
    narrowed.figures = counters.figures
    narrowed.pipelinesBehind = []
    return narrowed
  }

  /// Adds the sums over closed deals to a workspace that was made without any.
  public mutating func add(_ closed: [Identifier<SalesPipeline>: ClosedTotals]) {
    for (pipeline, totals) in closed { figures[pipeline]?.add(totals) }
  }
}
