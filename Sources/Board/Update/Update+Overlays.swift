import Pipeline

extension BoardState {
  /// Opens the layer of a command that has one of its own.
  mutating func open(_ command: Command) -> [Effect] {
    switch command {
    case .open:
      guard let deal = focusedDeal else { return [] }
      layers.push(DealLayer(deal.id))
      return [.loadHistory(deal.id)]
    case .edit:
      let deals = subjects
      guard !deals.isEmpty else { return [] }
      layers.push(EditLayer(deals, in: self))
      if let only = deals.first, deals.count == 1 { return [.loadContact(only.id)] }
    case .filter: layers.push(FilterLayer(self))
    case .help: layers.push(HelpLayer(place: layers.top.place, keyMap: keyMap))
    case .palette: layers.push(PaletteLayer(self))
    default: break
    }
    return []
  }
}
