import Interchange
import Pipeline

/// The figures of a pipeline as JSON, under the documented names.
struct MetricsJSON {
  /// The figures.
  let figures: Figures
  /// The people and deals that they name.
  let names: StructureNames
  /// The source's ids of deals, where they have one.
  let keys: [Identifier<Deal>: String]

  /// All of them.
  var value: JSONValue {
    .named([
      "as_of": JSONValue(figures.asOf),
      "pipeline": .string(figures.pipeline.name),
      "window": FigureJSON.window(figures.window),
      "counts": .named([
        "known": JSONValue(figures.known),
        "open": JSONValue(figures.open.deals),
        "won": JSONValue(figures.outcomes.won),
        "lost": JSONValue(figures.outcomes.lost),
        "deleted": JSONValue(figures.deleted),
        "stale": JSONValue(figures.open.stale),
      ]),
      "stale_deals": JSONValue(staleDeals),
      "win_rate_by_count": FigureJSON.share(figures.winRate),
      "age_at_win": FigureJSON.ages(figures.outcomes.agesAtWin),
      "age_at_loss": FigureJSON.ages(figures.outcomes.agesAtLoss),
      "by_currency": byCurrency(currency),
      "by_stage": .array(figures.stagesInUse.map(stage)),
      "time_in_stage": .array(figures.stages.map(FigureJSON.time)),
      "conversion": .object(
        ConversionPolicy.allCases.map { policy in
          JSONValue.Member(policy.rawValue, FigureJSON.conversions(figures, policy))
        }
      ),
      "regressions": FigureJSON.regressions(figures.regressions),
      "forecast": byCurrency { FigureJSON.forecast($1.forecast, in: $0) },
      "won_in_as_of_month": byCurrency { FigureJSON.totals($1.wonInMonth, in: $0) },
      "by_owner": .array(owners),
      "win_rate_90d": FigureJSON.share(figures.recentWinRate),
      "win_rate_range": FigureJSON.range(figures.winRate),
      "cohort": .named([
        "created": JSONValue(figures.cohort.created),
        "won": JSONValue(figures.cohort.won),
        "lost": JSONValue(figures.cohort.lost),
        "open": JSONValue(figures.cohort.open),
      ]),
      "unknown_creation": JSONValue(figures.withoutAge),
    ])
  }

  /// By the source's ids, else by numbers; numbers in their order, before words in theirs.
  private var staleDeals: [String] {
    figures.staleDeals.map { keys[$0] ?? $0.description }
      .map { (number: Int($0) ?? .max, text: $0) }
      .sorted { $0 < $1 }
      .map(\.text)
  }

  private func byCurrency(_ value: (Currency, CurrencyFigures) -> JSONValue) -> JSONValue {
    .object(
      figures.byCurrency.map {
        JSONValue.Member($0.currency.code, value($0.currency, $0.value))
      }
    )
  }

  private func currency(_ currency: Currency, _ figures: CurrencyFigures) -> JSONValue {
    let closed = figures.closed
    let (won, lost) = (closed.won.minorUnits, closed.lost.minorUnits)
    return .named([
      "open": FigureJSON.totals(figures.open, in: currency),
      "open_not_stale": JSONValue(figures.open.fresh),
      "won": FigureJSON.totals(closed.won, in: currency),
      "lost": FigureJSON.totals(closed.lost, in: currency),
      "win_rate_by_count": FigureJSON.share(Share(closed.outcomes.won, of: closed.outcomes.closed)),
      "win_rate_by_value": .named([
        "num": JSONValue(won, in: currency),
        "den": JSONValue(won + lost, in: currency),
        "value": JSONValue(closed.winRateByValue),
      ]),
      "age_at_win": FigureJSON.ages(closed.outcomes.agesAtWin),
      "age_at_loss": FigureJSON.ages(closed.outcomes.agesAtLoss),
      "velocity_per_day": JSONValue(figures.velocity.perDay, in: currency),
      "velocity_cases": JSONValue(figures.velocity.cases),
    ])
  }

  private func stage(_ stage: StageReport) -> JSONValue {
    .object(
      members(of: stage)
        + (stage.stage.isArchived ? JSONValue.members(["put_away": .bool(true)]) : [])
    )
  }

  private func members(of stage: StageReport) -> [JSONValue.Member] {
    JSONValue.members([
      "stage": .string(stage.stage.name),
      "open": JSONValue(stage.open.deals),
      "stale": JSONValue(stage.open.stale),
      "mean_current_stage_age": JSONValue(stage.open.meanVisitDays(on: figures.asOf)),
      "by_currency": .object(
        stage.open.byCurrency.map {
          JSONValue.Member(
            $0.currency.code,
            FigureJSON.totals($0.value, in: $0.currency)
          )
        }
      ),
      "win_rate": FigureJSON.share(stage.winRate),
    ])
  }

  /// What each owner has, won and lost, by name; what nobody owns comes last.
  private var owners: [JSONValue] {
    figures.owners(named: names.people).map {
      .object(OwnerJSON(name: $0.name, figures: $0.figures).short)
    }
  }
}
