/// What a figure's values are counted in.
public enum FigureUnit: Hashable, Sendable {
  /// Deals, or moves of them.
  case deals
  /// Parts of one.
  case rate
  /// Days.
  case days
  /// Minutes.
  case minutes
  /// How many times something.
  case times
  /// Minor units of a currency, perhaps per day.
  case money(Currency)
}

extension FigureName {
  /// The figure's value; `nil`: n/a.
  ///
  /// An age is the mean, a cohort how many it has. Counts of deals, win rate and ages of the whole
  /// pipeline may be of one currency's deals.
  public func value(in figures: Figures) -> Ratio? {
    value(stocks: figures, flows: figures)
  }

  /// The figure's value where what stands open is of one day and what happened of some days
  /// (NUMBERS.md, "Now against then": trends); `nil`: n/a.
  ///
  /// Velocity takes N from the stocks, V, W and L from the flows; what looks at the last 90 days or
  /// at the as-of month is of the day, as what stands open is.
  public func value(stocks: Figures, flows: Figures) -> Ratio? {
    if let stage, stocks.report(at: stage) == nil { return nil }
    let open = stage.flatMap { stocks.report(at: $0)?.open } ?? stocks.open
    let place = stage.flatMap { flows.report(at: $0) }
    let outcomes = outcomes(in: flows)
    switch kind {
    case .openDeals: return Ratio(currency.map { open[$0].value.deals } ?? open.deals)
    case .stale: return Ratio(open.stale)
    case .currentVisit: return open.meanVisitDays(on: stocks.asOf)
    case .winRate: return share(in: flows)?.ratio
    case .recentWinRate: return stocks.recentWinRate.ratio
    case .cohort, .created: return Ratio(flows.cohort.created)
    case .won: return Ratio(outcomes.won)
    case .lost: return Ratio(outcomes.lost)
    case .ageAtWin: return outcomes.agesAtWin.mean
    case .ageAtLoss: return outcomes.agesAtLoss.mean
    case .timeInStage: return place?.daysOfThoseWhoLeft.mean
    case .conversion: return place?[policy].share.ratio
    case .asked: return place.map { Ratio($0[policy].asked) }
    case .converted: return place.map { Ratio($0[policy].converted) }
    case .pending: return place.map { Ratio($0[policy].pending) }
    case .regressions: return Ratio(flows.regressions.moves)
    case .openValue, .averageSize, .weightedValue, .averageWon, .winRateByValue, .velocity,
      .createdValue, .wonValue, .lostValue, .wonInMonth:
      return currency.flatMap {
        money(open[$0], flows.byCurrency[$0] ?? CurrencyFigures(), stocks.byCurrency[$0])
      }
    }
  }

  private func money(
    _ open: OpenTotals,
    _ flows: CurrencyFigures,
    _ stocks: CurrencyFigures?
  ) -> Ratio? {
    switch kind {
    case .openValue: return Ratio(open.value.minorUnits)
    case .averageSize: return open.value.mean
    case .weightedValue: return open.weighted
    case .averageWon: return flows.closed.won.mean
    case .winRateByValue: return flows.closed.winRateByValue
    case .createdValue: return Ratio(flows.created.minorUnits)
    case .wonValue: return Ratio(flows.closed.won.minorUnits)
    case .lostValue: return Ratio(flows.closed.lost.minorUnits)
    case .wonInMonth: return Ratio((stocks ?? CurrencyFigures()).wonInMonth.minorUnits)
    case .velocity:
      // Of a currency that no deal had by then there is none.
      return stocks == nil ? nil : SalesVelocity(open: open, closed: flows.closed).perDay
    case .openDeals, .stale, .winRate, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .timeInStage,
      .currentVisit, .conversion, .asked, .converted, .pending, .created, .won, .lost, .regressions:
      return nil
    }
  }

  /// What its values are counted in.
  public var unit: FigureUnit {
    switch kind {
    case .openDeals, .stale, .cohort, .created, .won, .lost, .regressions, .asked, .converted,
      .pending:
      .deals
    case .winRate, .winRateByValue, .recentWinRate, .conversion: .rate
    case .ageAtWin, .ageAtLoss, .timeInStage, .currentVisit: .days
    case .openValue, .averageSize, .weightedValue, .averageWon, .velocity, .createdValue, .wonValue,
      .lostValue, .wonInMonth:
      .money(currency ?? .euro)
    }
  }

  /// Which way it is better: fewer stale and lost deals and moves back, and shorter times.
  public var aim: Comparison.Aim {
    switch kind {
    case .stale, .lost, .lostValue, .regressions, .ageAtWin, .ageAtLoss, .timeInStage,
      .currentVisit:
      .lower
    case .openDeals, .openValue, .averageSize, .weightedValue, .averageWon, .winRate,
      .winRateByValue, .recentWinRate, .cohort, .velocity, .conversion, .asked, .converted,
      .pending, .created, .createdValue, .won, .wonValue, .wonInMonth:
      .higher
    }
  }
}
