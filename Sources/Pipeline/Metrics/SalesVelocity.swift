/// Sales velocity of one currency with its four factors: money per day.
///
/// N × V × W / L (NUMBERS.md, "The four"). It is always shown with its factors: junk in N flatters
/// it.
public struct SalesVelocity: Hashable, Sendable {
  /// N: the open deals that are not stale, valued or not.
  public let openDeals: Int
  /// V: the mean value in minor units of the deals won in the window; `nil` where none has one.
  public let meanWonValue: Ratio?
  /// W: the win rate by count in the window; `nil` where none was closed.
  public let winRate: Ratio?
  /// L: the mean days from creation to win in the window; `nil` where no such age is known.
  public let meanAgeAtWin: Ratio?

  /// Names the four factors.
  public init(openDeals: Int, meanWonValue: Ratio?, winRate: Ratio?, meanAgeAtWin: Ratio?) {
    self.openDeals = openDeals
    self.meanWonValue = meanWonValue
    self.winRate = winRate
    self.meanAgeAtWin = meanAgeAtWin
  }

  /// The factors of one currency.
  public init(open: OpenTotals, closed: ClosedDeals) {
    self.init(
      openDeals: open.fresh,
      meanWonValue: closed.won.mean,
      winRate: closed.outcomes.winRate,
      meanAgeAtWin: closed.outcomes.agesAtWin.mean
    )
  }

  /// Minor units per day; `nil` where V, W or L is missing or L is 0.
  ///
  /// 0 where nothing is missing and no deal is open. A missing factor is n/a first: a figure whose
  /// inputs are missing is never 0 (NUMBERS.md).
  public var perDay: Ratio? {
    guard let meanWonValue, let winRate, let meanAgeAtWin else { return nil }
    return meanWonValue * winRate * Ratio(openDeals) / meanAgeAtWin
  }
}
