import Interchange
import Pipeline

/// Trends as JSON: a list of periods.
struct TrendsJSON {
  /// The trends.
  let trends: Trends
  /// Who counts as converted.
  let policy: ConversionPolicy
  /// The people that goals name.
  let people: StructureNames
  /// The periods whose last day was not recorded.
  let hindsight: Set<Period>

  /// Every period with the usual figures.
  var whole: JSONValue {
    .array(
      trends.points.map { point in
        .object(
          head(point) + counts(point) + JSONValue.members(["by_stage": stages(point)])
            + beside(point)
        )
      }
    )
  }

  /// Every period with the numbers that were asked for, each under its name; under `n` how many cases
  /// those of some rest on, under `thin` the shares of fewer than 20, and under `absent` why one is
  /// null.
  func values(of figures: [TrendFigure]) -> JSONValue {
    .array(
      trends.points.map { point in
        func members(_ value: (TrendFigure) -> JSONValue?) -> [JSONValue.Member] {
          figures.compactMap { figure in
            value(figure).map { JSONValue.Member(figure.name(in: trends.pipeline), $0) }
          }
        }
        let thin = figures.filter { point.isThin($0) }.map { $0.name(in: trends.pipeline) }
        return .object(
          head(point) + members { Self.value(point.value(of: $0), $0) }
            + JSONValue.members([
              "n": .object(members { point.cases(of: $0).map { JSONValue($0) } }),
              "thin": JSONValue(thin),
              "absent": .object(members { point.absence(of: $0).map { .string($0) } }),
            ])
        )
      }
    )
  }

  /// A number's value, money in whole units.
  static func value(_ ratio: Ratio?, _ name: TrendFigure) -> JSONValue {
    if case .money(let currency) = name.unit { return JSONValue(ratio, in: currency) }
    return JSONValue(ratio)
  }

  private func head(_ point: Trends.Point) -> [JSONValue.Member] {
    JSONValue.members([
      "period": .string(point.period.description),
      "from": JSONValue(point.period.first),
      "to": JSONValue(point.lastDay),
      "running": .bool(point.isRunning),
      "hindsight": .bool(hindsight.contains(point.period)),
    ])
  }

  /// What else there is of a period, in the shape that it has where it is printed alone.
  private func beside(_ point: Trends.Point) -> [JSONValue.Member] {
    let cohort = point.flows.cohort
    let slipped = point.slipped
    return JSONValue.members([
      "win_rate_90d": FigureJSON.share(point.stocks.recentWinRate),
      "won_in_as_of_month": FigureJSON.byCurrency(point.wonInMonth),
      "cohort": .named([
        "created": JSONValue(cohort.created), "won": JSONValue(cohort.won),
        "lost": JSONValue(cohort.lost), "open": JSONValue(cohort.open),
      ]),
      "slipped": .named([
        "share": FigureJSON.share(slipped.share), "slips": JSONValue(slipped.days.count),
        "mean_days": JSONValue(slipped.meanDaysPerDeal),
      ]),
      "accuracy": .object(
        point.accuracy.map { currency, cell in
          JSONValue.Member(currency.code, FigureJSON.accuracy(cell, in: currency))
        }
      ),
      "goals": .array(point.coverages.map { CoverageWords($0, names: people).json }),
      "losses": FigureJSON.losses(point.losses),
      "effort": .array(
        zip(trends.pipeline.stages, point.effort.stages).map { FigureJSON.effort($1, of: $0) }
      ),
    ])
  }

  private func counts(_ point: Trends.Point) -> [JSONValue.Member] {
    let (stocks, flows) = (point.stocks, point.flows)
    return JSONValue.members([
      "open": JSONValue(stocks.open.deals),
      "stale": JSONValue(stocks.open.stale),
      "created": JSONValue(flows.cohort.created),
      "won": JSONValue(flows.outcomes.won),
      "lost": JSONValue(flows.outcomes.lost),
      "win_rate_by_count": FigureJSON.share(flows.winRate),
      "age_at_win": FigureJSON.ages(flows.outcomes.agesAtWin),
      "age_at_loss": FigureJSON.ages(flows.outcomes.agesAtLoss),
      "regressions": FigureJSON.regressions(flows.regressions),
      "by_currency": .object(
        trends.currencies.map { JSONValue.Member($0.code, money(point, $0)) }
      ),
    ])
  }

  private func money(_ point: Trends.Point, _ currency: Currency) -> JSONValue {
    let open = point.stocks.byCurrency[currency]?.open ?? OpenTotals()
    let flows = point.flows.byCurrency[currency] ?? CurrencyFigures()
    let upsell = point.upsell[currency] ?? Upsell()
    let velocity = point.value(of: FigureName(.velocity, currency: currency))
    return .named([
      "open": FigureJSON.totals(open, in: currency),
      "created": FigureJSON.totals(flows.created, in: currency),
      "won": FigureJSON.totals(flows.closed.won, in: currency),
      "lost": FigureJSON.totals(flows.closed.lost, in: currency),
      "win_rate_by_value": JSONValue(flows.closed.winRateByValue),
      "win_rate_by_value_n": JSONValue(flows.closed.won.valued + flows.closed.lost.valued),
      "velocity_per_day": JSONValue(velocity, in: currency),
      "upsell": .named([
        "deals": JSONValue(upsell.deals),
        "first_value": JSONValue(upsell.first, in: currency),
        "value_at_win": JSONValue(upsell.atWin, in: currency),
        "change": JSONValue(upsell.change, in: currency),
        "left_out": JSONValue(upsell.leftOut),
      ]),
    ])
  }

  private func stages(_ point: Trends.Point) -> JSONValue {
    let places = Array(point.flows.stages.indices) + point.stocks.placesPutAway()
    return .array(
      places.compactMap { place in
        guard let stock = point.stocks.report(at: place), let flow = point.flows.report(at: place)
        else { return nil }
        return .object(
          JSONValue.members([
            "stage": .string(flow.stage.name),
            "open": JSONValue(stock.open.deals),
            "win_rate": FigureJSON.share(flow.winRate),
            "conversion": FigureJSON.share(flow[policy].share),
            "mean_days": JSONValue(flow.daysOfThoseWhoLeft.mean),
          ]) + (flow.stage.isArchived ? JSONValue.members(["put_away": .bool(true)]) : [])
        )
      }
    )
  }
}
