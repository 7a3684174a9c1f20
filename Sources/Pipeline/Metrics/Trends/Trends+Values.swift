extension Trends.Point {
  /// The currencies that occur in the period, by code.
  public var currencies: [Currency] {
    let all =
      stocks.byCurrency.currencies + flows.byCurrency.currencies + accuracy.currencies
      + effort.stages.flatMap(\.currencies)
    return Set(all).sorted()
  }

  /// A number of the period; `nil`: n/a.
  public func value(of figure: TrendFigure) -> Ratio? {
    switch figure {
    case .figure(let name): name.value(stocks: stocks, flows: flows)
    case .period(let figure): value(of: figure)
    }
  }

  /// How many cases a share, an age or a time rests on; `nil` of what is a count, a sum or a rate of
  /// sums that are no cases.
  public func cases(of figure: TrendFigure) -> Int? {
    switch figure {
    case .figure(let name): cases(of: name)
    case .period(let figure): cases(of: figure)
    }
  }

  /// Whether a share, or a velocity, which is made of one, rests on fewer than 20 cases.
  public func isThin(_ figure: TrendFigure) -> Bool {
    guard figure.unit == .rate || figure.isVelocity, let cases = cases(of: figure) else {
      return false
    }
    return Share(0, of: cases).isThin
  }

  /// Why a number is n/a; `nil` where it is not.
  public func absence(of figure: TrendFigure) -> String? {
    guard value(of: figure) == nil else { return nil }
    switch figure {
    case .figure(let name): return name.absence(in: flows)
    case .period(let figure):
      let coverage = coverage(in: figure.currency)
      if figure.kind == .coverage, coverage?.remaining == 0 { return phrase("the goal is reached") }
      return isOfGroup && figure.kind.isOfGoals
        ? phrase("a goal is the team's or an owner's, not a group's") : figure.absence(in: flows)
    }
  }

  // MARK: Figures of a day

  private func cases(of name: FigureName) -> Int? {
    // The last 90 days are those before the period's last day.
    name.kind == .recentWinRate
      ? stocks.recentWinRate.whole : name.cases(stocks: stocks, flows: flows)
  }

  // MARK: Numbers of the period

  /// The period's goal in a currency, or in deals; `nil` where there is none.
  func coverage(in currency: Currency?) -> Coverage? {
    coverages.first { $0.currency == currency }
  }

  private func histogram(_ figure: PeriodFigure) -> DayHistogram? {
    switch figure.kind {
    case .medianAgeAtWin: flows.outcomes.agesAtWin
    case .medianAgeAtLoss: flows.outcomes.agesAtLoss
    case .medianTimeInStage: figure.stage.map { flows.stages[$0].daysOfThoseWhoLeft }
    case .slipDays: slipped.days
    case .cohortWon, .cohortLost, .cohortOpen, .forecastWeighted, .forecastCommit, .wonOfWeighted,
      .wonOfCommit, .slipped, .slips, .goal, .wonOfGoal, .coverage, .lostForReason,
      .lostValueForReason, .lostInStage, .lostValueInStage, .upsell, .upsellRate, .dealDays,
      .minutes, .minutesPerDealLeft, .minutesPerWonDeal, .cost, .costPerDealLeft, .costPerWonDeal:
      nil
    }
  }

  private func value(of figure: PeriodFigure) -> Ratio? {
    let spent = figure.stage.map { effort.stages[$0] }
    let cell = figure.currency.map { accuracy[$0] ?? ForecastAccuracy.Cell() }
    let grown = figure.currency.map { upsell[$0] ?? Upsell() }
    let goal = coverage(in: figure.currency)
    func spentPer(_ value: (StageEffort, Currency) -> Ratio?) -> Ratio? {
      guard let spent, let currency = figure.currency else { return nil }
      return value(spent, currency)
    }
    switch figure.kind {
    case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage: return histogram(figure)?.median
    case .slipDays: return slipped.days.mean
    case .cohortWon: return Ratio(flows.cohort.won, of: flows.cohort.created)
    case .cohortLost: return Ratio(flows.cohort.lost, of: flows.cohort.created)
    case .cohortOpen: return Ratio(flows.cohort.open, of: flows.cohort.created)
    case .forecastWeighted: return cell?.forecast.weighted
    case .forecastCommit: return cell.map { Ratio($0.commit.minorUnits) }
    case .wonOfWeighted: return cell?.wonOfWeighted
    case .wonOfCommit: return cell?.wonOfCommit
    case .slipped: return slipped.share.ratio
    case .slips: return Ratio(slipped.days.count)
    case .goal: return goal.map { Ratio($0.target) }
    case .wonOfGoal: return goal.flatMap { Ratio($0.amount($0.won), of: $0.target) }
    case .coverage: return goal?.have
    case .lostForReason: return Ratio(losses.row(of: .reason(figure.reason)).deals)
    case .lostValueForReason:
      return lostValue(losses.row(of: .reason(figure.reason)), figure.currency)
    case .lostInStage: return stageRow(figure.stage).map { Ratio($0.deals) }
    case .lostValueInStage: return stageRow(figure.stage).flatMap { lostValue($0, figure.currency) }
    case .upsell: return grown.flatMap { $0.deals > 0 ? Ratio($0.change) : nil }
    case .upsellRate: return grown?.rate
    case .dealDays: return spent.map { Ratio($0.dealDays) }
    case .minutes: return spent.map { Ratio($0.minutes) }
    case .minutesPerDealLeft: return spent?.minutesPerDealLeft
    case .minutesPerWonDeal: return spent?.minutesPerWonDeal
    case .cost: return spentPer { $0.cost(in: $1) }
    case .costPerDealLeft: return spentPer { $0.costPerDealLeft(in: $1) }
    case .costPerWonDeal: return spentPer { $0.costPerWonDeal(in: $1) }
    }
  }

  private func stageRow(_ place: Int?) -> Losses.Row? {
    place.map { losses.row(of: .stage(losses.pipeline.stages[$0].id)) }
  }

  private func lostValue(_ row: Losses.Row, _ currency: Currency?) -> Ratio? {
    currency.map { Ratio(row.byCurrency[$0]?.minorUnits ?? 0) }
  }

  private func cases(of figure: PeriodFigure) -> Int? {
    let spent = figure.stage.map { effort.stages[$0] }
    let cell = figure.currency.map { accuracy[$0] ?? ForecastAccuracy.Cell() }
    switch figure.kind {
    case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage, .slipDays:
      return histogram(figure)?.count
    case .cohortWon, .cohortLost, .cohortOpen: return flows.cohort.created
    case .wonOfWeighted: return cell?.forecast.value.valued
    case .wonOfCommit: return cell?.commit.valued
    case .slipped: return slipped.share.whole
    case .upsellRate: return figure.currency.map { upsell[$0]?.deals ?? 0 }
    case .minutesPerDealLeft, .costPerDealLeft: return spent?.left
    case .minutesPerWonDeal, .costPerWonDeal: return spent?.won
    case .forecastWeighted, .forecastCommit, .slips, .goal, .wonOfGoal, .coverage, .lostForReason,
      .lostValueForReason, .lostInStage, .lostValueInStage, .upsell, .dealDays, .minutes, .cost:
      return nil
    }
  }
}

extension FigureName {
  /// Why it is n/a, where it is.
  fileprivate func absence(in flows: Figures) -> String {
    switch kind {
    case .winRate, .recentWinRate: phrase("none closed")
    case .winRateByValue: phrase("nothing of value was closed")
    case .ageAtWin: outcomes(in: flows).noAgeAtWin
    case .ageAtLoss: outcomes(in: flows).noAgeAtLoss
    case .timeInStage: phrase("none left it")
    case .currentVisit: phrase("none is there")
    case .conversion: phrase("none went on or failed")
    case .averageSize: phrase("no open deal has a value")
    case .averageWon: phrase("none of them has a value")
    case .weightedValue: phrase("no open deal has a probability, nor has its stage")
    case .velocity: phrase("V, W or L is missing, or L is 0")
    case .openDeals, .stale, .openValue, .cohort, .asked, .converted, .pending, .created,
      .createdValue, .won, .wonValue, .lost, .lostValue, .regressions, .wonInMonth:
      phrase("nothing was there")
    }
  }
}

extension PeriodFigure {
  /// Why it is n/a, where it is.
  fileprivate func absence(in flows: Figures) -> String {
    switch kind {
    case .medianAgeAtWin: flows.outcomes.noAgeAtWin
    case .medianAgeAtLoss: flows.outcomes.noAgeAtLoss
    case .minutesPerWonDeal, .costPerWonDeal: phrase("none won")
    case .medianTimeInStage, .minutesPerDealLeft, .costPerDealLeft: phrase("none left it")
    case .cohortWon, .cohortLost, .cohortOpen: phrase("none created")
    case .forecastWeighted: phrase("no deal that was due had a probability, nor had its stage")
    case .wonOfWeighted: phrase("nothing was forecast")
    case .wonOfCommit: phrase("nothing was committed")
    case .slipped: phrase("no open deal has or had one that slipped")
    case .slipDays: phrase("none slipped")
    case .goal, .wonOfGoal, .coverage: phrase("no goal is set for it")
    case .upsell, .upsellRate: phrase("none won with a value at the creation and at the win")
    case .forecastCommit, .slips, .lostForReason, .lostValueForReason, .lostInStage,
      .lostValueInStage, .dealDays, .minutes, .cost:
      phrase("nothing was there")
    }
  }
}

extension Trends.Point {
  /// The deals won in the month of the last day, up to it, by currency.
  public var wonInMonth: PerCurrency<ValueTotals> {
    var won = PerCurrency<ValueTotals>()
    for (currency, figures) in stocks.byCurrency {
      won.update(currency, from: figures.wonInMonth) { _ in }
    }
    return won
  }
}
