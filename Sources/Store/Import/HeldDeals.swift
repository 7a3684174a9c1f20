import Pipeline

/// The deals of an import whose rows are behind their log.
///
/// A deal's row is written once for several of its events, and many rows together.
struct HeldDeals {
  /// How many are held at most: they are looked for one by one.
  static let capacity = 64

  /// The deals, and whether each has no row yet.
  private(set) var deals: [(deal: Deal, isNew: Bool)] = []

  var isFull: Bool { deals.count >= Self.capacity }

  /// The deal of a number, as its events leave it.
  subscript(id: Identifier<Deal>) -> Deal? {
    place(of: id).map { deals[$0].deal }
  }

  /// The deal of a key.
  subscript(key: SourceKey) -> Deal? {
    deals.last { $0.deal.key == key }?.deal
  }

  /// Holds a deal that is not held.
  mutating func add(_ deal: Deal, isNew: Bool) {
    deals.append((deal, isNew))
  }

  /// Holds a deal in place of what is held of it, as one with a row where nothing is.
  mutating func put(_ deal: Deal) {
    if let place = place(of: deal.id) {
      deals[place].deal = deal
    } else {
      add(deal, isNew: false)
    }
  }

  /// Holds none any more.
  mutating func clear() {
    deals.removeAll(keepingCapacity: true)
  }

  /// Nearly always it is the last one.
  private func place(of id: Identifier<Deal>) -> Int? {
    deals.lastIndex { $0.deal.id == id }
  }
}
