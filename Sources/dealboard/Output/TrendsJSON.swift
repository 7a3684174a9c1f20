import Interchange
import Pipeline

/// Trends as JSON: a list of periods.
struct TrendsJSON {
  /// The trends.
  let trends: Trends
  /// Who counts as converted.
  let policy: ConversionPolicy

  /// Every period with the usual figures.
  var whole: JSONValue {
    .array(
      trends.points.map { point in
        .object(head(point) + counts(point) + JSONValue.members(["by_stage": stages(point)]))
      }
    )
  }

  /// Every period with the figures that were asked for, each under its name.
  func values(of names: [FigureName]) -> JSONValue {
    .array(
      trends.points.map { point in
        .object(
          head(point)
            + names.map { name in
              JSONValue.Member(
                name.name(in: trends.pipeline),
                Self.value(point.value(of: name), name)
              )
            }
        )
      }
    )
  }

  /// A figure's value, money in whole units.
  static func value(_ ratio: Ratio?, _ name: FigureName) -> JSONValue {
    if case .money(let currency) = name.unit { return JSONValue(ratio, in: currency) }
    return JSONValue(ratio)
  }

  private func head(_ point: Trends.Point) -> [JSONValue.Member] {
    JSONValue.members([
      "period": .string(point.period.description),
      "from": JSONValue(point.period.first),
      "to": JSONValue(point.lastDay),
      "running": .bool(point.isRunning),
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
    .array(
      point.flows.stages.indices.map { place in
        let (stock, flow) = (point.stocks.stages[place], point.flows.stages[place])
        return .named([
          "stage": .string(flow.stage.name),
          "open": JSONValue(stock.open.deals),
          "win_rate": FigureJSON.share(flow.winRate),
          "conversion": FigureJSON.share(flow[policy].share),
          "mean_days": JSONValue(flow.daysOfThoseWhoLeft.mean),
        ])
      }
    )
  }
}
