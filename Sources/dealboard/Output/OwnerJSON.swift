import Interchange
import Pipeline

/// What an owner has, won and lost as JSON.
struct OwnerJSON {
  /// The owner's name; `nil`: nobody.
  let name: String?
  /// The owner's figures.
  let figures: OwnerFigures

  /// What the metrics say of each owner.
  var short: [JSONValue.Member] {
    JSONValue.members([
      "owner": JSONValue(name),
      "open": JSONValue(figures.open.deals),
      "won": JSONValue(figures.outcomes.won),
      "lost": JSONValue(figures.outcomes.lost),
      "win_rate": JSONValue(figures.winRate.ratio),
      "won_value": .object(
        figures.closed.filter { $0.value.outcomes.won > 0 }.map {
          JSONValue.Member(
            $0.currency.code,
            JSONValue($0.value.won.minorUnits, in: $0.currency)
          )
        }
      ),
    ])
  }

  /// The same with what belongs to it.
  var all: [JSONValue.Member] {
    short
      + JSONValue.members([
        "stale": JSONValue(figures.open.stale),
        "overdue": JSONValue(figures.open.overdue),
        "without_step": JSONValue(figures.open.withoutStep),
        "age_at_win": FigureJSON.ages(figures.outcomes.agesAtWin),
        "by_currency": .object(
          figures.currencies.map { JSONValue.Member($0.code, money($0)) }
        ),
      ])
  }

  private func money(_ currency: Currency) -> JSONValue {
    let closed = figures.closed[currency] ?? ClosedDeals()
    return .named([
      "open": FigureJSON.totals(figures.open[currency], in: currency),
      "won": FigureJSON.totals(closed.won, in: currency),
      "lost": FigureJSON.totals(closed.lost, in: currency),
      "win_rate_by_value": JSONValue(closed.winRateByValue),
      "won_in_as_of_month": FigureJSON.totals(
        figures.wonInMonth[currency] ?? ValueTotals(),
        in: currency
      ),
      "velocity_per_day": JSONValue(figures.velocity(in: currency).perDay, in: currency),
    ])
  }
}
