import Pipeline

/// The deals that keys act on instead of the focused one.
///
/// What every frame asks of them is counted as marks and deals change, so that a frame costs the
/// same with one mark and with twenty thousand.
struct Marks: Equatable, Sendable {
  /// The marked deals and what each was counted as; `nil`: it is out of sight.
  private var counted: [Identifier<Deal>: CountedDeal?] = [:]
  /// What is asked of those that are in sight: keys act on no others.
  private(set) var tally = DealTally()

  /// Whether no deal is marked, in sight or not.
  var isEmpty: Bool { counted.isEmpty }
  /// How many deals are marked, in sight or not.
  var count: Int { counted.count }
  /// The marked deals, in no order.
  var ids: some Collection<Identifier<Deal>> { counted.keys }

  /// Whether a deal is marked.
  func contains(_ id: Identifier<Deal>) -> Bool { counted[id] != nil }

  /// Marks a deal that counts as this; `nil`: it is out of sight.
  mutating func insert(_ id: Identifier<Deal>, as new: CountedDeal?) {
    remove(id)
    counted[id] = .some(new)
    if let new { tally.add(new, sign: 1) }
  }

  /// Takes a deal's mark away, where it has one.
  mutating func remove(_ id: Identifier<Deal>) {
    guard let old = counted.removeValue(forKey: id) else { return }
    if let old { tally.add(old, sign: -1) }
  }
}

/// Marks that a step took away, because it closed, reopened or deleted what was marked.
struct UnmarkedDeals: Hashable, Sendable {
  /// The deals that lost their mark.
  let taken: Set<Identifier<Deal>>
  /// Those that were marked still.
  let left: Set<Identifier<Deal>>
}

/// What a deal is counted as.
struct CountedDeal: Hashable, Sendable {
  let isOpen: Bool
  /// Whether it stands in the first stage of the pipeline that is shown.
  let isInFirstStage: Bool
  let currency: Currency
  let minorUnits: Int64

  init(_ deal: Deal, in pipeline: SalesPipeline) {
    isOpen = deal.status.isOpen
    isInFirstStage = pipeline.position(of: deal.stage) == 0
    currency = deal.currency
    minorUnits = deal.minorUnits ?? 0
  }
}

/// What is asked of several deals, however many they are: how many are so or so, and their sums.
struct DealTally: Hashable, Sendable {
  /// How many deals there are.
  private(set) var deals = 0
  /// How many of them are open.
  private(set) var open = 0
  /// How many stand in the first stage of the pipeline that is shown.
  private(set) var inFirstStage = 0
  /// The sums of their values in minor units; a currency whose sum is nothing is not named.
  private(set) var sums: [Currency: Int128] = [:]

  mutating func add(_ deal: CountedDeal, sign: Int) {
    deals += sign
    if deal.isOpen { open += sign }
    if deal.isInFirstStage { inFirstStage += sign }
    let sum = sums[deal.currency, default: 0] + Int128(sign) * Int128(deal.minorUnits)
    sums[deal.currency] = sum == 0 ? nil : sum
  }
}
