/// How many deals closed in a window were won and lost, and at what age.
public struct Outcomes: Hashable, Sendable {
  /// How many were won.
  public var won = 0
  /// How many were lost.
  public var lost = 0
  /// The days from creation to the win, over the won deals whose creation is known.
  public var agesAtWin = DayHistogram()
  /// The days from creation to the loss, over the lost deals whose creation is known.
  public var agesAtLoss = DayHistogram()

  /// The outcomes of nothing.
  public init() {}

  /// Won / (won + lost), by count; `nil` where none was closed.
  public var winRate: Ratio? { Ratio(won, of: won + lost) }

  /// How many were closed.
  public var closed: Int { won + lost }

  mutating func add(isWon: Bool, age: Int?, deals: Int) {
    add(isWon: isWon, deals: deals)
    if let age { add(isWon: isWon, age: age, ofDeals: deals) }
  }

  /// Counts deals without their ages.
  mutating func add(isWon: Bool, deals: Int) {
    if isWon { won += deals } else { lost += deals }
  }

  /// Counts the age of deals that are counted already.
  mutating func add(isWon: Bool, age: Int, ofDeals deals: Int) {
    if isWon { agesAtWin.add(age, count: deals) } else { agesAtLoss.add(age, count: deals) }
  }
}

/// What the deals of one currency that were closed in a window add up to.
public struct ClosedDeals: Hashable, Sendable {
  /// How many, and at what age.
  public var outcomes = Outcomes()
  /// The values of the won ones.
  public var won = ValueTotals()
  /// The values of the lost ones.
  public var lost = ValueTotals()

  /// The closed deals of nothing.
  public init() {}

  /// Won / (won + lost), by value, deals without a value left out; `nil` where the sum is 0.
  public var winRateByValue: Ratio? {
    Ratio(won.minorUnits, of: won.minorUnits + lost.minorUnits)
  }

  mutating func add(isWon: Bool, age: Int?, value: Int64?, sign: Int) {
    outcomes.add(isWon: isWon, age: age, deals: sign)
    if isWon { won.add(value, sign: sign) } else { lost.add(value, sign: sign) }
  }

  mutating func add(_ group: ClosedTotals.Outcome) {
    outcomes.add(isWon: group.isWon, deals: group.deals)
    if group.isWon {
      won.add(deals: group.deals, valued: group.valued, minorUnits: group.minorUnits)
    } else {
      lost.add(deals: group.deals, valued: group.valued, minorUnits: group.minorUnits)
    }
  }
}
