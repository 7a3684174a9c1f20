import Pipeline

extension BoardState {
  /// Opens the focused deal.
  mutating func openDeal() -> [Effect] {
    guard let deal = focusedDeal else { return [] }
    layers.push(DealLayer(deal.id))
    return [.loadHistory(deal.id)]
  }

  /// Opens the form of the deals that keys act on.
  mutating func openForm() -> [Effect] {
    let deals = subjects
    guard let first = deals.first else { return [] }
    layers.push(EditLayer(deals, in: self))
    return deals.count == 1 ? [.loadContact(first.id)] : []
  }
}
