import Pipeline
import Testing

/// Every number of the edge cases, on both days.
@Suite struct EdgeCaseFiguresTests {
  struct Moment: CustomTestStringConvertible {
    let name: String
    let day: Day
    var testDescription: String { "\(name), \(day)" }
  }

  static let moments = [
    Moment(name: "now", day: day(3, 31)), Moment(name: "then", day: day(2, 28)),
  ]

  private let cases: EdgeCases

  init() throws {
    cases = try EdgeCases()
  }

  private func load(_ moment: Moment) -> (Figures, JSON) {
    (cases.figures(asOf: moment.day), cases.expected[moment.name])
  }

  @Test(arguments: moments)
  func `counts, win rate and ages are those worked out`(moment: Moment) {
    let (figures, expected) = load(moment)

    #expect(expected["as_of"].text == figures.asOf.description)
    let counts = expected["counts"]
    counts["known"].expect(figures.known, "known")
    counts["open"].expect(figures.open.deals, "open")
    counts["won"].expect(figures.outcomes.won, "won")
    counts["lost"].expect(figures.outcomes.lost, "lost")
    counts["deleted"].expect(figures.deleted, "deleted")
    counts["stale"].expect(figures.open.stale, "stale")
    #expect(
      expected["stale_deals"].items.map(\.text)
        == figures.staleDeals.map { "D" + ($0.rawValue < 10 ? "0" : "") + $0.description }
    )
    expect(figures.winRate, expected["win_rate_by_count"])
    expect(figures.outcomes.agesAtWin, expected["age_at_win"])
    expect(figures.outcomes.agesAtLoss, expected["age_at_loss"])
    expected["regressions"]["deals"].expect(figures.regressions.deals)
    expected["regressions"]["moves"].expect(figures.regressions.moves)
  }

  @Test(arguments: moments)
  func `figures per currency are those worked out`(moment: Moment) {
    let (figures, expected) = load(moment)

    #expect(expected["by_currency"].keys == figures.byCurrency.currencies.map(\.code))
    #expect(expected["won_in_as_of_month"].keys == figures.byCurrency.currencies.map(\.code))
    for (currency, own) in figures.byCurrency {
      let named = expected["by_currency"][currency.code]
      expect(own.open, named["open"])
      named["open_not_stale"].expect(own.open.fresh)
      expect(own.closed.won, named["won"])
      expect(own.closed.lost, named["lost"])
      let outcomes = own.closed.outcomes
      expect(Share(outcomes.won, of: outcomes.closed), named["win_rate_by_count"])
      named["win_rate_by_value"]["value"].expect(own.closed.winRateByValue)
      named["win_rate_by_value"]["num"].expect(cents: Ratio(own.closed.won.minorUnits))
      named["win_rate_by_value"]["den"]
        .expect(cents: Ratio(own.closed.won.minorUnits + own.closed.lost.minorUnits))
      expect(outcomes.agesAtWin, named["age_at_win"])
      expect(outcomes.agesAtLoss, named["age_at_loss"])
      named["velocity_per_day"].expect(cents: own.velocity.perDay, "velocity \(currency)")
      expect(own.wonInMonth, expected["won_in_as_of_month"][currency.code])
    }
  }

  @Test(arguments: moments)
  func `figures per stage are those worked out`(moment: Moment) {
    let (figures, expected) = load(moment)

    #expect(expected["by_stage"].items.count == 5)
    #expect(expected["time_in_stage"].items.count == 5)
    for (own, named) in zip(figures.stages, expected["by_stage"].items) {
      #expect(named["stage"].text == own.stage.name)
      named["open"].expect(own.open.deals)
      named["stale"].expect(own.open.stale)
      named["mean_current_stage_age"].expect(own.open.meanVisitDays(on: figures.asOf))
      #expect(named["by_currency"].keys == own.open.byCurrency.currencies.map(\.code))
      for (currency, open) in own.open.byCurrency {
        expect(open, named["by_currency"][currency.code])
      }
      expect(own.winRate, named["win_rate"])
    }
    for (own, named) in zip(figures.stages, expected["time_in_stage"].items) {
      named["deals"].expect(own.days.count)
      named["total_days"].expect(own.days.sum)
      named["mean_days"].expect(own.days.mean)
      named["left"]["deals"].expect(own.daysOfThoseWhoLeft.count)
      named["left"]["total_days"].expect(own.daysOfThoseWhoLeft.sum)
      named["left"]["mean_days"].expect(own.daysOfThoseWhoLeft.mean)
      named["left"]["median_days"].expect(own.daysOfThoseWhoLeft.median)
    }
  }

  @Test(arguments: moments, ConversionPolicy.allCases)
  func `conversion is the one worked out`(moment: Moment, policy: ConversionPolicy) {
    let (figures, expected) = load(moment)

    let stages = expected["conversion"][policy.rawValue].items
    #expect(stages.count == 5)
    for (own, named) in zip(figures.stages, stages) {
      named["reached"].expect(own[policy].asked, "\(own.stage.name)")
      named["converted"].expect(own[policy].converted, "\(own.stage.name)")
      named["failed"].expect(own[policy].failed, "\(own.stage.name)")
      named["pending"].expect(own[policy].pending, "\(own.stage.name)")
      named["rate"].expect(own[policy].share.ratio, "\(own.stage.name)")
    }
  }

  @Test(arguments: moments)
  func `the forecast is the one worked out`(moment: Moment) {
    let (figures, expected) = load(moment)
    let currencies = figures.byCurrency.filter { !$0.value.forecast.columns.isEmpty }

    #expect(expected["forecast"].keys == currencies.map(\.currency.code))
    for (currency, own) in currencies {
      let columns = expected["forecast"][currency.code].items
      #expect(columns.map { $0["column"].text } == own.forecast.columns.map(\.name))
      for (column, named) in zip(own.forecast.columns, columns) {
        expect(own.forecast[column]?.open ?? OpenTotals(), named)
      }
    }
  }

  @Test(arguments: moments)
  func `figures per owner are those worked out`(moment: Moment) {
    let (figures, expected) = load(moment)
    let owners = figures.owners(named: cases.people)

    #expect(expected["by_owner"].items.map { $0["owner"].text } == owners.map(\.name))
    for (own, named) in zip(owners, expected["by_owner"].items) {
      named["open"].expect(own.figures.open.deals)
      named["won"].expect(own.figures.outcomes.won)
      named["lost"].expect(own.figures.outcomes.lost)
      named["win_rate"].expect(own.figures.winRate.ratio)
      let won = own.figures.closed.filter { $0.value.won.valued > 0 }
      #expect(named["won_value"].keys == won.map(\.currency.code))
      for (currency, closed) in won {
        named["won_value"][currency.code].expect(cents: Ratio(closed.won.minorUnits))
      }
    }
  }

  @Test func `each deal is what its history says`() throws {
    let pipeline = SalesPipeline.sales
    let name = { (stage: Identifier<Stage>) in pipeline.stage(stage)?.name }
    let deals = cases.expected["deals"].items
    #expect(deals.count == 19)

    for named in deals {
      let title = try #require(named["deal"].text)
      let history = try #require(cases.histories.first { $0.name == title }).history
      let deal = try #require(history.deal(asOf: day(3, 31)))
      let own = DealReport(deal, in: pipeline, asOf: day(3, 31))
      #expect(named["status"].text == (deal.isDeleted ? "deleted" : deal.status.name))
      #expect(named["stage"].text == name(deal.stage))
      #expect(named["furthest"].text == name(own.furthest))
      #expect(named["currency"].text == deal.currency.code)
      named["value"].expect(cents: deal.minorUnits.map { Ratio(Int128($0)) }, "\(title) value")
      #expect(named["created"].text == deal.created?.description)
      #expect(named["closed"].text == deal.status.closedDay?.description)
      #expect(named["lost_reason"].text == deal.status.lostReason)
      named["age_days"].expect(own.ageDays, "\(title) age")
      named["idle_days"].expect(own.idleDays, "\(title) idle")
      #expect(named["stale"].bool == own.isStale)
      named["probability"].expect(own.probability.map { Int($0.percent) }, "\(title) probability")
      #expect(named["expected_close"].text == own.expectedClose?.description)
      #expect(named["path"].items.map(\.text) == own.path.map(name))
      #expect(named["time_in_stage"].keys == own.timeInStage.compactMap { name($0.stage) }.sorted())
      for time in own.timeInStage {
        named["time_in_stage"][name(time.stage) ?? ""].expect(time.days, "\(title) in stage")
      }
      named["current_stage_age"].expect(own.currentStageAge, "\(title) visit")
    }
  }

  @Test func `the live block says the same as the whole count`() {
    let today = day(3, 31)
    let figures = cases.figures(asOf: today)
    var live = LiveFigures(
      pipeline: .sales,
      day: today,
      window: DayRange(days: 365, endingOn: today),
      closed: ClosedTotals()
    )

    for deal in cases.deals(asOf: today) { live.replace(nil, with: deal) }

    #expect(live.open == figures.open)
    #expect(live.outcomes == figures.outcomes)
    for (place, stage) in figures.stages.enumerated() {
      #expect(live.stages[place].open == stage.open)
      #expect(live.stages[place].daysOfThoseWhoLeft == stage.daysOfThoseWhoLeft)
      #expect(live.winRate(stage: place) == stage.winRate.ratio)
    }
    for (currency, own) in figures.byCurrency {
      #expect(live.velocity(in: currency) == own.velocity)
      #expect(live.wonThisMonth[currency] ?? ValueTotals() == own.wonInMonth)
    }
  }

  private func expect(_ share: Share, _ named: JSON, at location: SourceLocation = #_sourceLocation)
  {
    named["num"].expect(share.part, at: location)
    named["den"].expect(share.whole, at: location)
    named["value"].expect(share.ratio, at: location)
  }

  private func expect(
    _ days: DayHistogram,
    _ named: JSON,
    at location: SourceLocation = #_sourceLocation
  ) {
    named["n"].expect(days.count, at: location)
    named["sum"].expect(days.sum, at: location)
    named["mean"].expect(days.mean, at: location)
    named["median"].expect(days.median, at: location)
  }

  private func expect(
    _ totals: ValueTotals,
    _ named: JSON,
    at location: SourceLocation = #_sourceLocation
  ) {
    named["deals"].expect(totals.deals, at: location)
    named["with_value"].expect(totals.valued, at: location)
    named["without_value"].expect(totals.unvalued, at: location)
    named["value"].expect(cents: Ratio(totals.minorUnits), at: location)
    named["avg"].expect(cents: totals.mean, at: location)
  }

  private func expect(
    _ totals: OpenTotals,
    _ named: JSON,
    at location: SourceLocation = #_sourceLocation
  ) {
    expect(totals.value, named, at: location)
    named["weighted"].expect(cents: totals.weighted, at: location)
  }
}
