/// What the open deals of a stage, an owner or a whole pipeline add up to on a day.
public struct OpenDeals: Hashable, Sendable {
  /// How many.
  public var deals = 0
  /// How many went untouched for longer than their stage allows.
  public var stale = 0
  /// How many are in their present visit for longer than their stage allows.
  public var stuck = 0
  /// How many have a next step that was due before the day.
  public var overdue = 0
  /// How many have a next step that is due on the day.
  public var dueToday = 0
  /// How many have nothing planned.
  public var withoutStep = 0
  /// How many need attention now, without those that are put aside.
  public var attention = AttentionCounts()
  /// Their values by currency.
  public var byCurrency = PerCurrency<OpenTotals>()
  /// How many have a running visit; a deal without history may not have begun one.
  public var visiting = 0
  /// The sum over running visits of the days counted so far less the day number at which the clock
  /// was started: on day d the visits last d × `visiting` more.
  ///
  /// So a day that passes touches no deal.
  var visitOffset = 0

  /// The open deals of nothing.
  public init() {}

  /// The mean days of the present visits, over the deals that have one; `nil` where none has.
  public func meanVisitDays(on day: Day) -> Ratio? {
    Ratio(visitOffset + visiting * Int(day.number), of: visiting)
  }

  /// The totals in a currency; those of nothing where it does not occur.
  public subscript(currency: Currency) -> OpenTotals {
    byCurrency[currency] ?? OpenTotals()
  }

  mutating func add(_ deal: Deal, stage: Stage?, isStale: Bool, on day: Day, sign: Int) {
    deals += sign
    if isStale { stale += sign }
    attention.add(deal, stage: stage, isStale: isStale, on: day, sign: sign)
    if deal.isStuck(on: day, stuckLimit: stage?.stuckLimit) { stuck += sign }
    if let due = deal.nextStep?.due {
      if due < day { overdue += sign } else if due == day { dueToday += sign }
    } else {
      withoutStep += sign
    }
    if let visit = deal.visits.last, let started = deal.clockStarted {
      visiting += sign
      visitOffset += sign * (Int(visit.days) - Int(started.number))
    }
    let probability = deal.probability(in: stage)
    byCurrency.update(deal.currency, from: OpenTotals()) {
      $0.add(deal.minorUnits, probability: probability, isStale: isStale, sign: sign)
    }
    // A currency that no open deal has any more is not shown as an empty sum.
    if sign < 0, self[deal.currency].value.deals == 0 { byCurrency.remove(deal.currency) }
  }

  /// Adds what other open deals add up to.
  mutating func add(_ other: OpenDeals) {
    deals += other.deals
    stale += other.stale
    stuck += other.stuck
    overdue += other.overdue
    dueToday += other.dueToday
    withoutStep += other.withoutStep
    attention.add(other.attention)
    visiting += other.visiting
    visitOffset += other.visitOffset
    for (currency, totals) in other.byCurrency {
      byCurrency.update(currency, from: OpenTotals()) { $0.add(totals) }
    }
  }
}

extension Deal {
  /// Whether the present visit has lasted longer than its stage allows.
  ///
  /// Exactly the limit is not longer. A closed deal never is.
  public func isStuck(on day: Day, stuckLimit: Int?) -> Bool {
    guard !isDeleted, let stuckLimit, let days = currentVisitDays(on: day) else { return false }
    return days > stuckLimit
  }
}
