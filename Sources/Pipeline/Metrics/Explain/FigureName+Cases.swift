extension FigureName {
  /// How many cases a figure rests on that is a rate, an age, a mean or made of them; `nil` of what is
  /// counted or summed, and so is sure however little it is.
  ///
  /// The one rule of what is thin: under 20 cases no figure is called better or worse (NUMBERS.md,
  /// "Ground rules").
  public func cases(in figures: Figures) -> Int? {
    cases(stocks: figures, flows: figures)
  }

  /// The same where what stands open is of one day and what happened of some days.
  public func cases(stocks: Figures, flows: Figures) -> Int? {
    if let share = share(in: flows) { return share.whole }
    if let stage, stocks.report(at: stage) == nil { return nil }
    let open = stage.flatMap { stocks.report(at: $0)?.open } ?? stocks.open
    let closed = currency.map { flows.byCurrency[$0]?.closed ?? ClosedDeals() }
    switch kind {
    case .ageAtWin: return outcomes(in: flows).agesAtWin.count
    case .ageAtLoss: return outcomes(in: flows).agesAtLoss.count
    case .timeInStage: return stage.flatMap { flows.report(at: $0)?.daysOfThoseWhoLeft.count }
    case .currentVisit: return open.visiting
    case .averageSize: return currency.map { open[$0].value.valued }
    case .averageWon: return closed.map(\.won.valued)
    case .winRateByValue: return closed.map { $0.won.valued + $0.lost.valued }
    case .velocity: return currency.flatMap { SalesVelocity(open: open[$0], closed: closed).cases }
    case .winRate, .recentWinRate, .conversion, .openDeals, .openValue, .weightedValue, .cohort,
      .stale, .asked, .converted, .pending, .created, .createdValue, .won, .wonValue, .lost,
      .lostValue, .regressions, .wonInMonth:
      return nil
    }
  }

  /// The share behind a rate by count, with its n; `nil` of what is none.
  public func share(in figures: Figures) -> Share? {
    let report = stage.flatMap { figures.report(at: $0) }
    switch kind {
    case .winRate:
      let outcomes = outcomes(in: figures)
      return report?.winRate ?? Share(outcomes.won, of: outcomes.closed)
    case .recentWinRate: return figures.recentWinRate
    case .conversion: return report?[policy].share
    case .openDeals, .openValue, .averageSize, .weightedValue, .averageWon, .winRateByValue,
      .cohort,
      .ageAtWin, .ageAtLoss, .timeInStage, .currentVisit, .velocity, .stale, .asked, .converted,
      .pending, .created, .createdValue, .won, .wonValue, .lost, .lostValue, .regressions,
      .wonInMonth:
      return nil
    }
  }

  /// The deals closed in the window, of the figure's currency where it has one.
  func outcomes(in figures: Figures) -> Outcomes {
    currency.map { figures.byCurrency[$0]?.closed.outcomes ?? Outcomes() } ?? figures.outcomes
  }
}
