import Pipeline

/// Going to a deal by its number.
extension BoardState {
  /// Focuses a deal's card, or opens the deal where it has none.
  ///
  /// Closed deals have none, and those that a filter hides. The store is asked for one that is not
  /// here.
  mutating func goTo(_ id: Identifier<Deal>) -> [Effect] {
    if let deal = workspace[id], deal.pipeline != pipelineID,
      let pipeline = workspace.pipeline(deal.pipeline), deal.status.isOpen
    {
      let effects = show(pipeline)
      if setFocus(on: id) { return effects }
      return effects + openSought(deal)
    }
    if setFocus(on: id) { return [] }
    if let deal = workspace[id] { return openSought(deal) }
    soughtDeal = id
    return [.findDeal(id)]
  }

  /// Opens the deal that was asked for by its number, if it is among those that the store found.
  mutating func openSought(among deals: [Deal]) -> [Effect] {
    guard let id = soughtDeal, let found = deals.first(where: { $0.id == id }) else { return [] }
    soughtDeal = nil
    guard let deal = workspace[id] else {
      // Of a past day only what was so already is shown.
      return refuse(
        phrase("\(found.title) has changed since \(workspace.today). Come back to today first.")
      )
    }
    return openSought(deal)
  }

  private mutating func openSought(_ deal: Deal) -> [Effect] {
    if deal.isDeleted {
      return refuse(phrase("Deal \(deal.id), \(deal.title), was deleted."))
    }
    layers.push(DealLayer(deal.id))
    message = Message(.notice, whyNotOnBoard(deal))
    return [.loadHistory(deal.id)]
  }

  /// Where a deal is that has no card in sight.
  private func whyNotOnBoard(_ deal: Deal) -> String {
    let key = key(of: .reopen)
    let way = readOnlyReason == nil ? phrase("; \(key) reopens it.") : "."
    func when(_ day: Day) -> String { DayText.near(day, today: clock.today, isPast: true) }
    switch deal.status {
    case .open: return phrase("The filter hides \(deal.title).")
    case .won(let day): return phrase("\(deal.title) was won \(when(day))") + way
    case .lost(let day, _): return phrase("\(deal.title) was lost \(when(day))") + way
    }
  }
}
