/// Whether enough deals are due to reach a goal (NUMBERS.md, "Looking ahead": goal and coverage).
///
/// Population: the goal's pipeline and, where it has one, its owner; of a goal in money only the
/// deals in its currency. A goal in deals counts one for each deal and needs no values.
///
/// - remaining = goal − won in the period;
/// - have = open value due in the period, from the as-of day on / remaining;
/// - need = 1 / win rate of the deals closed in the window;
/// - missing deals = (remaining / win rate − open value due) / mean open value, rounded up.
public struct Coverage: Hashable, Sendable {
  /// The goal.
  public let goal: Goal
  /// The day that everything is as of.
  public let asOf: Day
  /// The days whose closed deals give the win rate and the median age.
  public let window: DayRange
  /// The deals won in the period, up to the as-of day.
  public private(set) var won = ValueTotals()
  /// The open deals expected to close in the period, on the as-of day or later.
  public private(set) var due = ValueTotals()
  /// The open deals whose expected close is before the as-of day, which `due` leaves out.
  public private(set) var overdue = ValueTotals()
  /// All open deals, whose mean value a missing deal is taken to have.
  public private(set) var open = ValueTotals()
  /// The deals closed in the window.
  public private(set) var closed = ClosedDeals()
  /// How many of the lost ones have a value above 0.
  public private(set) var lostAboveZero = 0

  /// The coverage of a goal by no deals.
  public init(of goal: Goal, asOf day: Day, window: Window = .standard) {
    self.goal = goal
    self.asOf = day
    self.window = window.days(asOf: day)
  }

  /// Counts a deal as it was at the end of the as-of day; those that the goal is not about are
  /// passed over.
  public mutating func count(_ deal: Deal) {
    count(deal, sign: 1)
  }

  /// Takes a deal out as it was and puts it in as it is, each as of the end of the as-of day.
  ///
  /// `nil` where it did not count before, or does not any more.
  public mutating func replace(_ old: Deal?, with new: Deal?) {
    if let old { count(old, sign: -1) }
    if let new { count(new, sign: 1) }
  }

  private mutating func count(_ deal: Deal, sign: Int) {
    guard isAbout(deal) else { return }
    let value = deal.minorUnits
    if let day = deal.status.closedDay {
      let isWon = deal.status.isWon
      if isWon, goal.period.days.contains(day) { won.add(value, sign: sign) }
      guard window.contains(day) else { return }
      closed.add(isWon: isWon, age: deal.age(on: asOf), value: value, sign: sign)
      if !isWon, let value, value > 0 { lostAboveZero += sign }
    } else {
      open.add(value, sign: sign)
      if isDue(deal) { due.add(value, sign: sign) }
      if let close = deal.expectedClose, close < asOf { overdue.add(value, sign: sign) }
    }
  }

  /// Whether the goal is about a deal.
  func isAbout(_ deal: Deal) -> Bool {
    guard deal.pipeline == goal.pipeline, !deal.isDeleted else { return false }
    if let owner = goal.owner, deal.owner != owner { return false }
    return currency.map { $0 == deal.currency } ?? true
  }

  /// Whether an open deal is due in the period.
  func isDue(_ deal: Deal) -> Bool {
    deal.expectedClose.map { $0 >= asOf && goal.period.days.contains($0) } ?? false
  }
}

extension Coverage {
  /// Which win rate tells how much is needed.
  public enum RateBasis: String, Hashable, Sendable {
    /// Won value / (won value + lost value).
    case value
    /// Won / (won + lost).
    case count
  }

  /// The currency of a goal in money; `nil` of a goal in deals.
  public var currency: Currency? {
    if case .money(let money) = goal.target { money.currency } else { nil }
  }

  /// What is wanted: minor units, or deals.
  public var target: Int128 {
    switch goal.target {
    case .money(let money): Int128(money.minorUnits)
    case .deals(let deals): Int128(deals)
    }
  }

  /// Totals in what the goal is counted in: minor units, or deals.
  public func amount(_ totals: ValueTotals) -> Int128 {
    currency == nil ? Int128(totals.deals) : totals.minorUnits
  }

  /// What is still to be won; 0 once the goal is reached.
  public var remaining: Int128 { max(target - amount(won), 0) }

  /// By value, or by count where under 80 % of the lost deals have a value above 0, and for goals in
  /// deals.
  ///
  /// Where nothing was lost no lost deal lacks a value, and the rate goes by value.
  public var basis: RateBasis {
    let lost = closed.outcomes.lost
    return currency == nil || lostAboveZero * 100 < lost * 80 ? .count : .value
  }

  /// The win rate by that basis; `nil` where nothing was closed.
  public var rate: Ratio? {
    switch basis {
    case .value: closed.winRateByValue
    case .count: closed.outcomes.winRate
    }
  }

  /// How many times what remains is due; `nil` once the goal is reached.
  public var have: Ratio? { Ratio(amount(due), of: remaining) }

  /// How many times what remains must be due; `nil` where nothing was won, or nothing closed.
  public var need: Ratio? { rate.flatMap { Ratio(1) / $0 } }

  /// The mean value of an open deal, 1 of a goal in deals; `nil` where no open deal has a value
  /// above 0.
  public var meanOpen: Ratio? {
    guard currency != nil else { return Ratio(1) }
    return open.mean.flatMap { $0.sign > 0 ? $0 : nil }
  }

  /// The last day on which a new deal of median age at win still counts; `nil` without such an age.
  ///
  /// A median between two days is rounded up.
  public var lastUsefulDay: Day? {
    closed.outcomes.agesAtWin.median.map { goal.period.last - $0.roundedUp }
  }

  /// How many more deals are needed, rounded up; `nil` where that cannot be said, 0 where enough are
  /// due.
  public var missingDeals: Int? {
    guard let rate, rate.sign > 0, let meanOpen else { return nil }
    let wanted = (Ratio(remaining) / rate).map { $0 - Ratio(amount(due)) }
    return wanted.flatMap { $0 / meanOpen }.map { max($0.roundedUp, 0) }
  }
}

extension Ratio {
  /// The smallest whole number that is not below the ratio, held within what an `Int` can count.
  var roundedUp: Int {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int(clamping: rest > 0 ? quotient + 1 : quotient)
  }
}

extension Coverage {
  /// The goals of a pipeline whose periods are not over on a day: those that end first, of those the
  /// longest, the whole team's before its members'.
  public static func goals(
    _ goals: [Goal],
    of pipeline: Identifier<SalesPipeline>,
    from day: Day
  ) -> [Goal] {
    goals.filter { $0.pipeline == pipeline && $0.period.last >= day }.sorted { left, right in
      let (mine, other) = (left.period, right.period)
      return (mine.last, -mine.days.length, left.owner?.rawValue ?? 0, left.id)
        < (other.last, -other.days.length, right.owner?.rawValue ?? 0, right.id)
    }
  }
}
