import Interchange
import Pipeline

/// What is coming as JSON.
struct ForecastJSON {
  /// What was counted.
  let counts: ForecastCounts
  /// The people that it names.
  let names: StructureNames

  /// All of it.
  var value: JSONValue {
    let figures = counts.counter.figures
    return .named([
      "as_of": JSONValue(figures.asOf),
      "pipeline": .string(figures.pipeline.name),
      "forecast": .object(
        figures.byCurrency.map {
          .init(
            $0.currency.code,
            FigureJSON.forecast($0.value.forecast, in: $0.currency, byCategory: true)
          )
        }
      ),
      "won_in_as_of_month": .object(
        figures.byCurrency.map {
          .init($0.currency.code, FigureJSON.totals($0.value.wonInMonth, in: $0.currency))
        }
      ),
      "by_owner": .array(figures.owners(named: names.people).map(owner)),
      "goals": .array(counts.coverages.map { CoverageWords($0, names: names).json }),
      "slipped": slipped,
      "accuracy": .array(counts.accuracy.lines.map(accuracy)),
    ])
  }

  private func owner(_ name: String?, _ figures: OwnerFigures) -> JSONValue {
    .named([
      "owner": JSONValue(name),
      "forecast": .object(
        figures.forecast.map {
          .init(
            $0.currency.code,
            FigureJSON.forecast($0.value, in: $0.currency, byCategory: true)
          )
        }
      ),
      "won_in_as_of_month": FigureJSON.byCurrency(figures.wonInMonth),
    ])
  }

  private var slipped: JSONValue {
    let slipped = counts.slipped
    return .named([
      "share": FigureJSON.share(slipped.share),
      "slips": JSONValue(slipped.days.count),
      "mean_days": JSONValue(slipped.meanDaysPerDeal),
      "deals": .array(
        slipped.worstFirst.map { entry in
          .named([
            "id": JSONValue(entry.deal.id.rawValue),
            "key": JSONValue(entry.deal.key?.sourceID),
            "title": .string(entry.deal.title),
            "times": JSONValue(entry.slips.count),
            "days": JSONValue(entry.days),
            "slips": .array(entry.slips.map(Self.slip)),
          ])
        }
      ),
    ])
  }

  private static func slip(_ slip: Slip) -> JSONValue {
    .named([
      "day": JSONValue(slip.day), "from": JSONValue(slip.from), "to": JSONValue(slip.to),
      "days": JSONValue(slip.days),
    ])
  }

  private func accuracy(_ line: ForecastAccuracy.Line) -> JSONValue {
    .named([
      "period": .string(line.period.description),
      "running": .bool(line.isRunning),
      "by_currency": .object(
        line.byCurrency.map { currency, cell in
          JSONValue.Member(currency.code, FigureJSON.accuracy(cell, in: currency))
        }
      ),
    ])
  }
}
