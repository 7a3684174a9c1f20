extension Workspace {
  /// How many deals are looked at between two questions whether the answer is still wanted.
  private static let dealsBetweenQuestions = 4_096

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
    var open = WorkspaceSnapshot(
      settings: settings,
      pipelines: pipelines,
      people: people,
      goals: goals,
      baselines: baselines,
      filters: filters,
      window: window,
      asOf: today,
      lastSequence: lastSequence,
      structureVersion: structureVersion,
      dealsWithLaterEvents: dealsWithLaterEvents,
      orders: columns.mapValues(\.order)
    )
    var closed: [Deal] = []
    var left = Self.dealsBetweenQuestions
    for deal in deals.all {
      left -= 1
      if left == 0 {
        if isOvertaken() { return nil }
        left = Self.dealsBetweenQuestions
      }
      guard !deal.isDeleted, passes(deal) else { continue }
      if deal.status.isOpen { open.add(deal) } else { closed.append(deal) }
    }
    var narrowed = Workspace(open)
    for deal in closed { narrowed.hold(deal) }
    return narrowed
  }

  /// Adds the sums over closed deals to a workspace that was made without any.
  public mutating func add(_ closed: [Identifier<SalesPipeline>: ClosedTotals]) {
    for (pipeline, totals) in closed { figures[pipeline]?.add(totals) }
  }
}
