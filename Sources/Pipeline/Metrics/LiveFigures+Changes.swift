extension LiveFigures {
  /// Counts a deal as it is instead of as it was.
  ///
  /// `nil`: it was not there before, or is not any more. A deleted deal, one of another pipeline and
  /// one that was closed outside the window count nowhere, so any state may be handed in.
  public mutating func replace(_ old: Deal?, with new: Deal?) {
    if let old { count(old, isStale: isStale(old), sign: -1) }
    if let new { count(new, isStale: isStale(new), sign: 1) }
  }

  /// The figures as they would be with a deal as it would be, for showing while it is carried.
  ///
  /// A stale deal stays stale: carrying revives none.
  public func preview(_ old: Deal, as new: Deal) -> LiveFigures {
    var after = self
    after.count(old, isStale: isStale(old), sign: -1)
    after.count(new, isStale: isStale(old) && new.status.isOpen, sign: 1)
    return after
  }

  /// Goes on to a later day; every open deal must have been taken out.
  mutating func advance(to day: Day) {
    if day.startOfMonth != self.day.startOfMonth { wonThisMonth = PerCurrency() }
    self.day = day
  }

  private func isStale(_ deal: Deal) -> Bool {
    deal.isStale(on: day, idleLimit: pipeline.stage(deal.stage)?.idleLimit)
  }

  private mutating func count(_ deal: Deal, isStale: Bool, sign: Int) {
    guard deal.pipeline == pipeline.id, !deal.isDeleted else { return }
    if deal.status.isOpen {
      countOpen(deal, isStale: isStale, sign: sign)
    } else {
      countClosed(deal, sign: sign)
    }
    countStays(deal, sign: sign)
  }

  private mutating func countOpen(_ deal: Deal, isStale: Bool, sign: Int) {
    let stage = pipeline.stage(deal.stage)
    let day = self.day
    func add(to open: inout OpenDeals) {
      open.add(deal, stage: stage, isStale: isStale, on: day, sign: sign)
    }
    add(to: &open)
    add(to: &owners[deal.owner, default: OpenDeals()])
    if sign < 0, owners[deal.owner]?.deals == 0 { owners[deal.owner] = nil }
    if let place = pipeline.position(of: deal.stage) {
      add(to: &stages[place].open)
    } else if let place = pipeline.archivedStages.firstIndex(where: { $0.id == deal.stage }) {
      add(to: &putAway[place])
    }
  }

  private mutating func countClosed(_ deal: Deal, sign: Int) {
    guard let closedDay = deal.status.closedDay else { return }
    let (isWon, value) = (deal.status.isWon, deal.minorUnits)
    if isWon, closedDay.startOfMonth == day.startOfMonth, closedDay <= day {
      wonThisMonth.update(deal.currency, from: ValueTotals()) { $0.add(value, sign: sign) }
      if wonThisMonth[deal.currency]?.deals == 0 { wonThisMonth.remove(deal.currency) }
    }
    guard window.contains(closedDay) else { return }
    let age = deal.age(on: day)
    outcomes.add(isWon: isWon, age: age, deals: sign)
    closed.update(deal.currency, from: ClosedDeals()) {
      $0.add(isWon: isWon, age: age, value: value, sign: sign)
    }
    if closed[deal.currency]?.outcomes.closed == 0 { closed.remove(deal.currency) }
    if !isWon, !stages.isEmpty {
      stages[pipeline.position(of: deal.furthestStage(in: pipeline)) ?? 0].lostHere += sign
    }
  }

  private mutating func countStays(_ deal: Deal, sign: Int) {
    deal.forEachStageLeft(on: day) { stage, firstDay, days in
      guard window.contains(firstDay), let place = pipeline.position(of: stage) else { return }
      stages[place].daysOfThoseWhoLeft.add(days, count: sign)
    }
  }
}

extension Deal {
  /// Hands out each stage that the deal visited and is not open in on a day, in the order of the
  /// first visits, with the day of the first and the days of all of them.
  func forEachStageLeft(
    on day: Day,
    _ body: (_ stage: Identifier<Stage>, _ firstDay: Day, _ days: Int) -> Void
  ) {
    for (index, visit) in visits.enumerated() {
      if status.isOpen && visit.stage == stage { continue }
      guard !visits[..<index].contains(where: { $0.stage == visit.stage }),
        let days = days(in: visit.stage, on: day)
      else { continue }
      body(visit.stage, visit.entered, days)
    }
  }

  /// The furthest stage that the deal ever stood in, by the pipeline's present order.
  ///
  /// Its present one where it stood in none of the board.
  public func furthestStage(in pipeline: SalesPipeline) -> Identifier<Stage> {
    var furthest: (place: Int, stage: Identifier<Stage>)?
    for visit in visits {
      guard let place = pipeline.position(of: visit.stage) else { continue }
      if place > furthest?.place ?? -1 { furthest = (place, visit.stage) }
    }
    return furthest?.stage ?? stage
  }
}
