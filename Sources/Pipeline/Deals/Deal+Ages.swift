extension Deal {
  /// Days from the creation to `day`, or to the outcome where the deal is closed; time closed in
  /// between counts.
  ///
  /// `nil` where the creation is unknown (NUMBERS.md, "The four").
  public func age(on day: Day) -> Int? {
    created.map { (status.closedDay ?? day) - $0 }
  }

  /// Days since the deal was last touched (NUMBERS.md, "Time").
  public func idleDays(on day: Day) -> Int {
    day - lastTouched
  }

  /// Days of the present visit; `nil` while the deal is closed, and before the visit of a deal
  /// without history begins.
  public func currentVisitDays(on day: Day) -> Int? {
    guard status.isOpen, let visit = visits.last, let started = clockStarted else { return nil }
    return Int(visit.days) + (day - started)
  }

  /// Days spent in a stage over all visits, the running one up to `day`; `nil` where the deal was
  /// never there.
  ///
  /// A visit of 0 days is a visit.
  public func days(in stage: Identifier<Stage>, on day: Day) -> Int? {
    var total: Int?
    for (index, visit) in visits.enumerated() where visit.stage == stage {
      var days = Int(visit.days)
      if index == visits.count - 1, let clockStarted { days += day - clockStarted }
      total = (total ?? 0) + days
    }
    return total
  }

  /// The first day the deal was in a stage; `nil` where it never was.
  public func firstDay(in stage: Identifier<Stage>) -> Day? {
    visits.first { $0.stage == stage }?.entered
  }

  /// Whether the deal has gone untouched for longer than its stage allows.
  ///
  /// Exactly the limit is not longer: 14 of 14 days is not stale. A closed deal never is.
  public func isStale(on day: Day, idleLimit: Int?) -> Bool {
    guard status.isOpen, !isDeleted, let idleLimit else { return false }
    return idleDays(on: day) > idleLimit
  }

  /// The probability that counts: the deal's own, else its stage's; `nil` where neither has one.
  public func probability(in stage: Stage?) -> Probability? {
    probability ?? stage?.probability
  }
}
