import Interchange
import Pipeline

/// Single figures as JSON, each in the shape that it has wherever it is printed.
enum FigureJSON {
  /// How many of how many.
  static func share(_ share: Share) -> JSONValue {
    .named([
      "num": JSONValue(share.part), "den": JSONValue(share.whole), "value": JSONValue(share.ratio),
    ])
  }

  /// The 95 % range of a share (Wilson), to six decimals, and whether its cases are few; null of
  /// nothing.
  static func range(_ share: Share) -> JSONValue {
    guard let range = share.range else { return .null }
    func bound(_ rate: Double) -> JSONValue {
      .fraction(Int128((rate * 1_000_000).rounded()), over: 1_000_000)
    }
    return .named([
      "low": bound(range.lowerBound), "high": bound(range.upperBound),
      "thin": .bool(share.isThin),
    ])
  }

  /// The first and the last day of a window; the first is null where there is none.
  static func window(_ days: DayRange) -> JSONValue {
    .named([
      "from": JSONValue(days.first == .first ? nil : days.first), "to": JSONValue(days.last),
    ])
  }

  /// How many ages, their sum, mean and median in days.
  static func ages(_ days: DayHistogram) -> JSONValue {
    .named([
      "n": JSONValue(days.count), "sum": JSONValue(days.sum), "mean": JSONValue(days.mean),
      "median": JSONValue(days.median),
    ])
  }

  /// How many deals, how many of them valued, the sum and the mean.
  static func totals(_ totals: ValueTotals, in currency: Currency) -> JSONValue {
    .object(members(totals, in: currency))
  }

  /// Totals of each currency under its code.
  static func byCurrency(_ totals: PerCurrency<ValueTotals>) -> JSONValue {
    .object(
      totals.map { JSONValue.Member($0.currency.code, self.totals($0.value, in: $0.currency)) }
    )
  }

  /// The same of open deals, with the weighted value.
  static func totals(_ totals: OpenTotals, in currency: Currency) -> JSONValue {
    .object(members(totals, in: currency))
  }

  private static func members(_ totals: OpenTotals, in currency: Currency) -> [JSONValue.Member] {
    members(totals.value, in: currency)
      + JSONValue.members(["weighted": JSONValue(totals.weighted, in: currency)])
  }

  private static func members(_ totals: ValueTotals, in currency: Currency) -> [JSONValue.Member] {
    JSONValue.members([
      "deals": JSONValue(totals.deals),
      "with_value": JSONValue(totals.valued),
      "without_value": JSONValue(totals.unvalued),
      "value": JSONValue(totals.minorUnits, in: currency),
      "avg": JSONValue(totals.mean, in: currency),
    ])
  }

  /// The days that deals spent in a stage, all of them and those that left it.
  static func time(_ stage: StageReport) -> JSONValue {
    .named([
      "stage": .string(stage.stage.name),
      "deals": JSONValue(stage.days.count),
      "total_days": JSONValue(stage.days.sum),
      "mean_days": JSONValue(stage.days.mean),
      "left": .named([
        "deals": JSONValue(stage.daysOfThoseWhoLeft.count),
        "total_days": JSONValue(stage.daysOfThoseWhoLeft.sum),
        "mean_days": JSONValue(stage.daysOfThoseWhoLeft.mean),
        "median_days": JSONValue(stage.daysOfThoseWhoLeft.median),
      ]),
    ])
  }

  /// Each stage's conversion in board order, under one policy.
  static func conversions(_ figures: Figures, _ policy: ConversionPolicy) -> JSONValue {
    .array(
      figures.stages.map { stage in
        let conversion = stage[policy]
        return .named([
          "stage": .string(stage.stage.name),
          "reached": JSONValue(conversion.asked),
          "converted": JSONValue(conversion.converted),
          "failed": JSONValue(conversion.failed),
          "pending": JSONValue(conversion.pending),
          "rate": JSONValue(conversion.share.ratio),
        ])
      }
    )
  }

  /// What a stage takes.
  static func effort(_ part: StageEffort, of stage: Stage) -> JSONValue {
    .named([
      "stage": .string(stage.name),
      "deals": JSONValue(part.deals),
      "left": JSONValue(part.left),
      "won": JSONValue(part.won),
      "deal_days": JSONValue(part.dealDays),
      "lost": JSONValue(part.lost),
      "lost_value": FigureJSON.byCurrency(part.lostValue),
      "activities": JSONValue(part.activities),
      "minutes": JSONValue(part.minutes),
      "minutes_per_deal_left": JSONValue(part.minutesPerDealLeft),
      "minutes_per_won_deal": JSONValue(part.minutesPerWonDeal),
      "cost": .object(
        part.currencies.map { currency in
          JSONValue.Member(
            currency.code,
            .named([
              "cost": JSONValue(part.cost(in: currency), in: currency),
              "per_deal_left": JSONValue(part.costPerDealLeft(in: currency), in: currency),
              "per_won_deal": JSONValue(part.costPerWonDeal(in: currency), in: currency),
            ])
          )
        }
      ),
    ])
  }

  /// Lost deals by the reason that was given and by the stage they stood in.
  static func losses(_ losses: Losses) -> JSONValue {
    func loss(_ field: String, _ name: JSONValue, _ row: Losses.Row) -> JSONValue {
      .object([
        JSONValue.Member(field, name), JSONValue.Member("deals", JSONValue(row.deals)),
        JSONValue.Member("by_currency", byCurrency(row.byCurrency)),
      ])
    }
    return .named([
      "deals": JSONValue(losses.whole.deals),
      "by_reason": .array(
        losses.byReason.map { loss("reason", JSONValue($0.reason?.text), $0.row) }
      ),
      "by_stage": .array(losses.byStage.map { loss("stage", .string($0.stage.name), $0.row) }),
    ])
  }

  /// What was forecast on a period's first day and won in it, in a currency.
  static func accuracy(_ cell: ForecastAccuracy.Cell, in currency: Currency) -> JSONValue {
    .named([
      "deals": JSONValue(cell.forecast.value.deals),
      "weighted": JSONValue(cell.forecast.weighted, in: currency),
      "commit": JSONValue(cell.commit.minorUnits, in: currency),
      "won": JSONValue(cell.won.minorUnits, in: currency),
      "won_of_weighted": JSONValue(cell.wonOfWeighted),
      "won_of_commit": JSONValue(cell.wonOfCommit),
    ])
  }

  /// Moves back.
  static func regressions(_ regressions: Regressions) -> JSONValue {
    .named(["deals": JSONValue(regressions.deals), "moves": JSONValue(regressions.moves)])
  }

  /// The columns of a currency's forecast: overdue, the months, no date; with what each category has
  /// where that is asked for.
  static func forecast(
    _ forecast: Forecast,
    in currency: Currency,
    byCategory: Bool = false
  ) -> JSONValue {
    .array(
      forecast.columns.compactMap { column in
        forecast[column].map { cell in
          .object(
            JSONValue.members(["column": .string(column.name)]) + members(cell.open, in: currency)
              + (byCategory ? categories(cell, in: currency) : [])
          )
        }
      }
    )
  }

  private static func categories(_ cell: ForecastCell, in currency: Currency) -> [JSONValue.Member]
  {
    JSONValue.members([
      "by_category": .object(
        ForecastCategory.allCases.map {
          JSONValue.Member($0.fileName, totals(cell.open($0), in: currency))
        }
      )
    ])
  }
}

extension ForecastCategory {
  /// The name in JSON: `best_case`.
  var fileName: String { rawValue.replacing(" ", with: "_") }
}
