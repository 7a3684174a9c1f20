/// What won deals grew by between their creation and their win, in one currency (NUMBERS.md,
/// "Volume, losses, upsell").
///
/// Population: the deals won in the window that had a value at the creation and at the win, in the
/// same currency. Upsell = value at the win − first value, in minor units; 0 of nothing.
public struct Upsell: Hashable, Sendable {
  /// How many deals.
  public private(set) var deals = 0
  /// What they were worth at their creation.
  public private(set) var first: Int128 = 0
  /// What they were worth at the win.
  public private(set) var atWin: Int128 = 0
  /// How many grew.
  public private(set) var grown = 0
  /// How many shrank.
  public private(set) var shrunk = 0
  /// Deals won in the window that are left out: without a value at the creation or at the win, or
  /// with another currency then.
  public private(set) var leftOut = 0

  /// The upsell of nothing.
  public init() {}

  /// What they grew by; negative where they shrank.
  public var change: Int128 { atWin - first }

  /// The change per unit of the first value; `nil` where that is 0.
  public var rate: Ratio? { Ratio(change, of: first) }

  mutating func add(_ pair: (first: Int64, atWin: Int64)?) {
    guard let pair else {
      leftOut += 1
      return
    }
    deals += 1
    first += Int128(pair.first)
    atWin += Int128(pair.atWin)
    if pair.atWin > pair.first { grown += 1 }
    if pair.atWin < pair.first { shrunk += 1 }
  }
}

extension PerCurrency<Upsell> {
  /// Counts a deal's history; only one won in the window, in the pipeline, counts.
  public mutating func count(
    _ history: DealHistory,
    in pipeline: Identifier<SalesPipeline>,
    wonIn window: DayRange,
    asOf day: Day
  ) {
    guard let deal = history.deal(asOf: day), deal.pipeline == pipeline, !deal.isDeleted,
      case .won(let won) = deal.status, window.contains(won)
    else { return }
    update(deal.currency, from: Upsell()) { $0.add(history.valuesAtCreationAndWin(asOf: day)) }
  }
}

extension DealHistory {
  /// The deal's value at its creation and at its latest win, in minor units of one currency; `nil`
  /// where either is missing or the currencies differ.
  func valuesAtCreationAndWin(asOf day: Day) -> (first: Int64, atWin: Int64)? {
    var first: Money?
    var value: Money?
    var atWin: Money?
    for event in standing(asOf: day) {
      switch event.change {
      case .created(let draft):
        first = draft.minorUnits.map { Money(minorUnits: $0, currency: draft.currency) }
        value = first
      case .valued(let amount, let currency):
        value = amount.map { Money(minorUnits: $0, currency: currency) }
      case .won: atWin = value
      case .enteredStage, .moved, .transferred, .retitled, .probabilitySet, .expectedCloseSet,
        .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .lost, .reopened,
        .deleted, .noted, .longNotesSet, .activityLogged, .stepPlanned, .stepDone, .stepDropped,
        .snoozed,
        .updatedAtSource, .undone:
        break
      }
    }
    guard let first, let atWin, first.currency == atWin.currency else { return nil }
    return (first.minorUnits, atWin.minorUnits)
  }
}
