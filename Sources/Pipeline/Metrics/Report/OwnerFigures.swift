/// What one owner has, won and lost.
public struct OwnerFigures: Hashable, Sendable {
  /// The owner; `nil` owns what nobody does.
  public let owner: Identifier<Person>?
  /// Open deals.
  public internal(set) var open = 0
  /// Deals won in the window.
  public internal(set) var won = 0
  /// Deals lost in the window.
  public internal(set) var lost = 0
  /// The value of the deals won in the window, by currency, where one was won.
  public internal(set) var wonValue = PerCurrency<ValueTotals>()

  init(owner: Identifier<Person>?) {
    self.owner = owner
  }

  /// Won / (won + lost), by count; `nil` where none was closed.
  public var winRate: Ratio? { Ratio(won, of: won + lost) }

  mutating func add(_ deal: Deal, window: DayRange) {
    guard let closed = deal.status.closedDay else {
      open += 1
      return
    }
    guard window.contains(closed) else { return }
    if deal.status.isWon {
      won += 1
      wonValue.update(deal.currency, from: ValueTotals()) { $0.add(deal.minorUnits, sign: 1) }
    } else {
      lost += 1
    }
  }
}
