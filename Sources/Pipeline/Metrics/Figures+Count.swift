extension Figures {
  /// Counts a deal as it was at the end of the as-of day.
  ///
  /// `staleDeals` are in the order of counting.
  public mutating func count(_ deal: Deal) {
    var path = StagePath()
    count(deal, by: &path)
  }

  /// Counts a deal, following its way in memory that the next deal uses again.
  mutating func count(_ deal: Deal, by path: inout StagePath) {
    guard deal.pipeline == pipeline.id else { return }
    guard !deal.isDeleted else {
      if deal.presence == .deleted { deleted += 1 }
      return
    }
    path.follow(deal, in: pipeline)
    if deal.status.isOpen { countOpen(deal, path) }
    countHappened(deal, path)
  }

  /// Counts what stands at the end of the day: a deal where it is open, and where it is closed in the
  /// days that end with the as-of day whatever the window, its last 90 and its month.
  ///
  /// Of a closed one its currency is known from then on, also while nothing in it is open.
  mutating func countStock(_ deal: Deal, by path: inout StagePath) {
    guard deal.pipeline == pipeline.id, !deal.isDeleted else { return }
    if let closed = deal.status.closedDay { return countRecent(deal, closedOn: closed) }
    path.follow(deal, in: pipeline)
    countOpen(deal, path)
  }

  /// Counts what happened to a deal in the window, and not that it is open.
  mutating func countFlow(_ deal: Deal, by path: inout StagePath) {
    guard deal.pipeline == pipeline.id, !deal.isDeleted else { return }
    path.follow(deal, in: pipeline)
    countHappened(deal, path)
  }

  /// Counts what the window picks.
  private mutating func countHappened(_ deal: Deal, _ path: StagePath) {
    if let closed = deal.status.closedDay { countClosed(deal, path, on: closed) }
    if let created = deal.created, window.contains(created) { countCohort(deal) }
    countTimes(deal, path)
    countConversion(deal, path)
    let regressions = path.regressions.count { window.contains($0) }
    if regressions > 0 {
      self.regressions.deals += 1
      self.regressions.moves += regressions
    }
  }

  private mutating func countOpen(_ deal: Deal, _ path: StagePath) {
    let stage = pipeline.stage(deal.stage)
    let isStale = deal.isStale(on: asOf, idleLimit: stage?.idleLimit)
    let probability = deal.probability(in: stage)
    let day = asOf
    func add(to open: inout OpenDeals) {
      open.add(deal, stage: stage, isStale: isStale, on: day, sign: 1)
    }
    func add(to forecast: inout Forecast) {
      forecast.add(deal, probability: probability, isStale: isStale, asOf: day)
    }
    if isStale { staleDeals.append(deal.id) }
    add(to: &open)
    if let place = path.current {
      add(to: &stages[place].open)
    } else if let place = pipeline.archivedStages.firstIndex(where: { $0.id == deal.stage }) {
      add(to: &putAway[place].open)
    }
    byCurrency.update(deal.currency, from: CurrencyFigures()) { figures in
      figures.open.add(deal.minorUnits, probability: probability, isStale: isStale, sign: 1)
      add(to: &figures.forecast)
    }
    withOwner(of: deal) { figures in
      add(to: &figures.open)
      figures.forecast.update(deal.currency, from: Forecast()) { add(to: &$0) }
    }
  }

  private mutating func countRecent(_ deal: Deal, closedOn day: Day) {
    let isWon = deal.status.isWon
    if recentDays.contains(day) { recent.add(isWon: isWon, age: deal.age(on: asOf), deals: 1) }
    let isInMonth = isWon && day >= asOf.startOfMonth && day <= asOf
    byCurrency.update(deal.currency, from: CurrencyFigures()) { figures in
      if isInMonth { figures.wonInMonth.add(deal.minorUnits, sign: 1) }
    }
  }

  private mutating func countClosed(_ deal: Deal, _ path: StagePath, on closedDay: Day) {
    let (isWon, value, age) = (deal.status.isWon, deal.minorUnits, deal.age(on: asOf))
    if recentDays.contains(closedDay) { recent.add(isWon: isWon, age: age, deals: 1) }
    let isInMonth = isWon && closedDay >= asOf.startOfMonth && closedDay <= asOf
    let isInWindow = window.contains(closedDay)
    byCurrency.update(deal.currency, from: CurrencyFigures()) { figures in
      if isInMonth { figures.wonInMonth.add(value, sign: 1) }
      if isInWindow { figures.closed.add(isWon: isWon, age: age, value: value, sign: 1) }
    }
    if isInMonth {
      withOwner(of: deal) { figures in
        figures.wonInMonth.update(deal.currency, from: ValueTotals()) { $0.add(value, sign: 1) }
      }
    }
    guard isInWindow else {
      // Who had a deal and in which currency is told whatever the window picks: its figures are 0.
      return withOwner(of: deal) { figures in
        figures.closed.update(deal.currency, from: ClosedDeals()) { _ in }
      }
    }
    if age == nil { withoutAge += 1 }
    outcomes.add(isWon: isWon, age: age, deals: 1)
    for place in stages.indices where isWon || path.furthest >= place {
      if isWon { stages[place].won += 1 } else { stages[place].lost += 1 }
    }
    withOwner(of: deal) { figures in
      figures.outcomes.add(isWon: isWon, age: age, deals: 1)
      figures.closed.update(deal.currency, from: ClosedDeals()) {
        $0.add(isWon: isWon, age: age, value: value, sign: 1)
      }
    }
  }

  private mutating func countCohort(_ deal: Deal) {
    byCurrency.update(deal.currency, from: CurrencyFigures()) {
      $0.created.add(deal.minorUnits, sign: 1)
    }
    switch deal.status {
    case .open: cohort.open += 1
    case .won: cohort.won += 1
    case .lost: cohort.lost += 1
    }
  }

  private mutating func countTimes(_ deal: Deal, _ path: StagePath) {
    let isWonInWindow = deal.status.isWon && deal.status.closedDay.map(window.contains) == true
    for place in stages.indices {
      guard let first = path.firstDay(at: place),
        let days = deal.days(in: stages[place].stage.id, on: asOf)
      else { continue }
      if isWonInWindow { stages[place].daysOfWon.add(days) }
      guard window.contains(first) else { continue }
      stages[place].days.add(days)
      if !(deal.status.isOpen && path.current == place) {
        stages[place].daysOfThoseWhoLeft.add(days)
      }
    }
  }

  private mutating func countConversion(_ deal: Deal, _ path: StagePath) {
    for policy in ConversionPolicy.allCases {
      for place in stages.indices {
        let isLast = place == stages.count - 1
        guard
          let (outcome, day) = policy.outcome(of: deal, path: path, at: place, isLast: isLast),
          window.contains(day)
        else { continue }
        stages[place][policy].count(outcome)
      }
    }
  }

  private mutating func withOwner(of deal: Deal, _ change: (inout OwnerFigures) -> Void) {
    change(&owners[deal.owner, default: OwnerFigures()])
    guard let grouping else { return }
    for key in grouping.keys(of: deal) { change(&groups[key, default: OwnerFigures()]) }
  }
}
