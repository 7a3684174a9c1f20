/// When open deals are expected to close.
public enum ForecastColumn: Hashable, Comparable, Sendable {
  /// Before the as-of day.
  case overdue
  /// In the month that begins on this day.
  case month(Day)
  /// Nobody said when.
  case noDate

  /// The column of an expected close; a date on the as-of day is in its month.
  public init(_ expectedClose: Day?, asOf day: Day) {
    guard let expectedClose else {
      self = .noDate
      return
    }
    self = expectedClose < day ? .overdue : .month(expectedClose.startOfMonth)
  }

  /// The stable name: `overdue`, `2026-04`, `no_date`.
  public var name: String {
    switch self {
    case .overdue: "overdue"
    case .month(let day): String(day.description.prefix(7))
    case .noDate: "no_date"
    }
  }
}

/// The open deals of a pipeline by the month of their expected close, per currency.
///
/// Deals of the category `omitted` are in none; one without a value is counted and adds nothing.
public struct MonthlyForecast: Hashable, Sendable {
  private var columns: [ForecastColumn: PerCurrency<OpenTotals>] = [:]

  /// The forecast of no deals.
  public init() {}

  /// The columns in which a currency has deals, overdue first, without a date last.
  public func columns(
    in currency: Currency
  ) -> [(column: ForecastColumn, totals: OpenTotals)] {
    columns.keys.sorted().compactMap { column in
      columns[column]?[currency].map { (column, $0) }
    }
  }

  mutating func add(_ deal: Deal, stage: Stage?, on day: Day) {
    guard deal.category != .omitted else { return }
    let column = ForecastColumn(deal.expectedClose, asOf: day)
    let isStale = deal.isStale(on: day, idleLimit: stage?.idleLimit)
    columns[column, default: PerCurrency()].update(deal.currency, from: OpenTotals()) {
      $0.add(
        deal.minorUnits,
        probability: deal.probability(in: stage),
        isStale: isStale,
        sign: 1
      )
    }
  }
}
