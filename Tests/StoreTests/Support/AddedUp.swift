import Pipeline

/// Totals as sets, so that their order does not matter.
struct TotalsAsSets: Equatable {
  var outcomes: Set<ClosedTotals.Outcome>
  var ages: Set<ClosedTotals.Age>
  var stays: Set<ClosedTotals.Stay>
  var won: Set<ClosedTotals.WonThisMonth>

  init(_ totals: ClosedTotals?) {
    outcomes = Set(totals?.outcomes ?? [])
    ages = Set(totals?.ages ?? [])
    stays = Set(totals?.stays ?? [])
    won = Set(totals?.wonThisMonth ?? [])
  }

  /// The totals over closed deals, added up one by one: the slow model beside the store's queries.
  init(of deals: [Deal], window: DayRange, asOf day: Day, stages: [Stage]) {
    self.init(nil)
    for deal in deals where !deal.isDeleted {
      guard let closed = deal.status.closedDay else { continue }
      if window.contains(closed) {
        put(deal, stages)
        if let age = deal.age(on: day) { putAge(age, of: deal) }
      }
      if deal.status.isWon, closed >= day.startOfMonth { putWin(deal) }
      for stage in stages {
        guard let first = deal.firstDay(in: stage.id), window.contains(first),
          let days = deal.days(in: stage.id, on: day)
        else { continue }
        let same = stays.first { $0.stage == stage.id && $0.days == days }
        if let same { stays.remove(same) }
        stays.insert(
          ClosedTotals.Stay(stage: stage.id, days: days, deals: (same?.deals ?? 0) + 1)
        )
      }
    }
  }

  private mutating func put(_ deal: Deal, _ stages: [Stage]) {
    let visited = Set(deal.visits.map(\.stage) + [deal.stage])
    var group = ClosedTotals.Outcome(
      isWon: deal.status.isWon,
      currency: deal.currency,
      furthest: stages.last { visited.contains($0.id) }?.id ?? deal.stage,
      deals: 0,
      valued: 0,
      minorUnits: 0
    )
    let same = outcomes.first {
      $0.isWon == group.isWon && $0.currency == group.currency
        && $0.furthest == group.furthest
    }
    if let same {
      outcomes.remove(same)
      group = same
    }
    group.deals += 1
    group.valued += deal.minorUnits == nil ? 0 : 1
    group.minorUnits += Int128(deal.minorUnits ?? 0)
    outcomes.insert(group)
  }

  private mutating func putAge(_ days: Int, of deal: Deal) {
    let same = ages.first {
      $0.isWon == deal.status.isWon && $0.currency == deal.currency && $0.days == days
    }
    if let same { ages.remove(same) }
    ages.insert(
      ClosedTotals.Age(
        isWon: deal.status.isWon,
        currency: deal.currency,
        days: days,
        deals: (same?.deals ?? 0) + 1
      )
    )
  }

  private mutating func putWin(_ deal: Deal) {
    let same = won.first { $0.currency == deal.currency }
    var group =
      same
      ?? ClosedTotals.WonThisMonth(currency: deal.currency, deals: 0, valued: 0, minorUnits: 0)
    if let same { won.remove(same) }
    group.deals += 1
    group.valued += deal.minorUnits == nil ? 0 : 1
    group.minorUnits += Int128(deal.minorUnits ?? 0)
    won.insert(group)
  }
}
