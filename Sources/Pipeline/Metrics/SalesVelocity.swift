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
  /// The n of V: the deals won in the window that have a value.
  public let valuedWins: Int
  /// W with its n: won of the deals closed in the window.
  public let outcomes: Share
  /// The n of L: the deals won in the window whose creation is known.
  public let knownAges: Int
  /// Whether no deal in the currency is open, stale ones included.
  public let isIdle: Bool

  /// The factors of one currency; `closed` is `nil` where no deal in it was closed in the window.
  public init(open: OpenTotals, closed: ClosedDeals?) {
    let closed = closed ?? ClosedDeals()
    openDeals = open.fresh
    meanWonValue = closed.won.mean
    winRate = closed.outcomes.winRate
    meanAgeAtWin = closed.outcomes.agesAtWin.mean
    valuedWins = closed.won.valued
    outcomes = Share(closed.outcomes.won, of: closed.outcomes.closed)
    knownAges = closed.outcomes.agesAtWin.count
    isIdle = open.value.deals == 0
  }

  /// How many cases it rests on: the smallest n of V, W and L, for it is as sure as the least sure of
  /// them; `nil` where no deal is open, which is 0 whatever was closed.
  public var cases: Int? {
    isIdle ? nil : min(valuedWins, outcomes.whole, knownAges)
  }

  /// Whether they are too few to call it better or worse: under 20.
  public var isThin: Bool { Share.isThin(cases) }

  /// Minor units per day; `nil` where V, W or L is missing or L is 0.
  ///
  /// First of all it is 0 where no deal is open, whatever was closed and when (NUMBERS.md, "The
  /// four").
  public var perDay: Ratio? {
    if isIdle { return Ratio(0) }
    guard let meanWonValue, let winRate, let meanAgeAtWin else { return nil }
    return meanWonValue * winRate * Ratio(openDeals) / meanAgeAtWin
  }
}
