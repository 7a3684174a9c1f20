import Pipeline

/// The figures of a pipeline as JSON, under the names that the history format's data uses.
struct MetricsJSON {
  /// The figures.
  let report: PipelineReport
  /// The people that they name.
  let names: StructureNames

  /// All of them.
  var value: JSONValue {
    let figures = report.figures
    let outcomes = figures.outcomes
    return .named([
      "as_of": JSONValue(figures.day),
      "pipeline": .string(figures.pipeline.name),
      "window": .named([
        "from": JSONValue(report.window.first == .first ? nil : report.window.first),
        "to": JSONValue(report.window.last),
      ]),
      "counts": .named([
        "known": JSONValue(report.known),
        "open": JSONValue(figures.open.deals),
        "won": JSONValue(outcomes.won),
        "lost": JSONValue(outcomes.lost),
        "deleted": JSONValue(report.deleted),
        "stale": JSONValue(figures.open.stale),
      ]),
      "stale_deals": JSONValue(report.stale.map { $0.key?.id ?? $0.id.description }),
      "win_rate_by_count": share(outcomes.won, of: outcomes.closed),
      "age_at_win": ages(outcomes.agesAtWin),
      "age_at_loss": ages(outcomes.agesAtLoss),
      "by_currency": byCurrency { self.currency($0) },
      "by_stage": .array(figures.stages.indices.map(stage)),
      "time_in_stage": .array(report.times.map(time)),
      "conversion": conversion,
      "regressions": .named([
        "deals": JSONValue(report.regressions.deals),
        "moves": JSONValue(report.regressions.moves),
      ]),
      "forecast": byCurrency { self.forecast($0) },
      "won_in_as_of_month": byCurrency {
        self.totals(figures.wonThisMonth[$0] ?? ValueTotals(), in: $0)
      },
      "by_owner": .array(owners),
    ])
  }

  private func byCurrency(_ value: (Currency) -> JSONValue) -> JSONValue {
    .object(report.currencies.map { JSONValue.Member(name: $0.code, value: value($0)) })
  }

  // MARK: - One currency

  private func currency(_ currency: Currency) -> JSONValue {
    let open = report.figures.open[currency]
    let closed = report.figures.closed[currency] ?? ClosedDeals()
    let (won, lost) = (closed.won.minorUnits, closed.lost.minorUnits)
    return .named([
      "open": totals(open, in: currency),
      "open_not_stale": JSONValue(open.fresh),
      "won": totals(closed.won, in: currency),
      "lost": totals(closed.lost, in: currency),
      "win_rate_by_count": share(closed.outcomes.won, of: closed.outcomes.closed),
      "win_rate_by_value": .named([
        "num": JSONValue(won, in: currency),
        "den": JSONValue(won + lost, in: currency),
        "value": JSONValue(closed.winRateByValue),
      ]),
      "age_at_win": ages(closed.outcomes.agesAtWin),
      "age_at_loss": ages(closed.outcomes.agesAtLoss),
      "velocity_per_day": JSONValue(velocity(currency), in: currency),
    ])
  }

  /// No open deal at all: 0; none of this currency that is not stale counts the same way.
  private func velocity(_ currency: Currency) -> Ratio? {
    let open = report.figures.open[currency]
    guard open.value.deals > 0 else { return Ratio(0) }
    return report.figures.velocity(in: currency).perDay
  }

  private func totals(_ totals: ValueTotals, in currency: Currency) -> JSONValue {
    .object(members(totals, in: currency))
  }

  private func totals(_ totals: OpenTotals, in currency: Currency) -> JSONValue {
    let weighted = JSONValue(totals.weighted, in: currency)
    return .object(
      members(totals.value, in: currency) + [JSONValue.Member(name: "weighted", value: weighted)]
    )
  }

  private func members(_ totals: ValueTotals, in currency: Currency) -> [JSONValue.Member] {
    [
      ("deals", JSONValue(totals.deals)),
      ("with_value", JSONValue(totals.valued)),
      ("without_value", JSONValue(totals.unvalued)),
      ("value", JSONValue(totals.minorUnits, in: currency)),
      ("avg", JSONValue(totals.mean, in: currency)),
    ].map { JSONValue.Member(name: $0.0, value: $0.1) }
  }

  private func share(_ part: Int, of whole: Int) -> JSONValue {
    .named([
      "num": JSONValue(part), "den": JSONValue(whole), "value": JSONValue(Ratio(part, of: whole)),
    ])
  }

  private func ages(_ days: DayHistogram) -> JSONValue {
    .named([
      "n": JSONValue(days.count), "sum": JSONValue(days.sum), "mean": JSONValue(days.mean),
      "median": JSONValue(days.median),
    ])
  }

  // MARK: - Stages

  private func stage(_ place: Int) -> JSONValue {
    let figures = report.figures
    let stage = figures.stages[place]
    let won = figures.outcomes.won
    return .named([
      "stage": .string(stage.stage.name),
      "open": JSONValue(stage.open.deals),
      "stale": JSONValue(stage.open.stale),
      "mean_current_stage_age": JSONValue(stage.open.meanVisitDays(on: figures.day)),
      "by_currency": .object(
        stage.open.byCurrency.map {
          JSONValue.Member(name: $0.currency.code, value: totals($0.value, in: $0.currency))
        }
      ),
      "win_rate": share(won, of: won + figures.lostReaching(place)),
    ])
  }

  private func time(_ time: StageTime) -> JSONValue {
    .named([
      "stage": .string(time.stage.name),
      "deals": JSONValue(time.all.count),
      "total_days": JSONValue(time.all.sum),
      "mean_days": JSONValue(time.all.mean),
      "left": .named([
        "deals": JSONValue(time.left.count),
        "total_days": JSONValue(time.left.sum),
        "mean_days": JSONValue(time.left.mean),
        "median_days": JSONValue(time.left.median),
      ]),
    ])
  }

  private var conversion: JSONValue {
    .object(
      ConversionPolicy.allCases.map { policy in
        JSONValue.Member(
          name: policy.rawValue,
          value: .array((report.conversions[policy] ?? []).map(Self.conversion))
        )
      }
    )
  }

  /// One stage's conversion.
  static func conversion(_ conversion: StageConversion) -> JSONValue {
    .named([
      "stage": .string(conversion.stage.name),
      "reached": JSONValue(conversion.reached),
      "converted": JSONValue(conversion.converted),
      "failed": JSONValue(conversion.failed),
      "pending": JSONValue(conversion.pending),
      "rate": JSONValue(conversion.rate),
    ])
  }

  // MARK: - Months and owners

  /// The columns of one currency, overdue first.
  func forecast(_ currency: Currency) -> JSONValue {
    .array(
      report.forecast.columns(in: currency).map { column, totals in
        let name = JSONValue.Member(name: "column", value: .string(column.name))
        guard case .object(let members) = self.totals(totals, in: currency) else { return .null }
        return .object([name] + members)
      }
    )
  }

  /// The owners by name; what nobody owns comes last.
  var owners: [JSONValue] {
    report.owners
      .map { (name: names.name(of: $0.owner), figures: $0) }
      .sorted { left, right in
        guard let left = left.name else { return false }
        guard let right = right.name else { return true }
        return left < right
      }
      .map { name, figures in
        .named([
          "owner": JSONValue(name),
          "open": JSONValue(figures.open),
          "won": JSONValue(figures.won),
          "lost": JSONValue(figures.lost),
          "win_rate": JSONValue(figures.winRate),
          "won_value": .object(
            figures.wonValue.map { currency, totals in
              JSONValue.Member(
                name: currency.code,
                value: JSONValue(totals.minorUnits, in: currency)
              )
            }
          ),
        ])
      }
  }
}
