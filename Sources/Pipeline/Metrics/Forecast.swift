/// When an open deal is expected to close, seen from the as-of day.
public enum ForecastColumn: Hashable, Comparable, Sendable {
  /// Expected before the as-of day.
  case overdue
  /// Expected in the month that is so many months after January of year 0, from the as-of day on.
  case month(Int)
  /// Without an expected close.
  case noDate

  /// The column of an open deal as of a day; an expected close on that day is in its month.
  public init(expectedClose: Day?, asOf day: Day) {
    guard let expectedClose else {
      self = .noDate
      return
    }
    self =
      expectedClose < day
      ? .overdue : .month(expectedClose.year * 12 + expectedClose.month - 1)
  }

  /// The month; `nil` of the other columns.
  public var period: Period? {
    guard case .month(let number) = self else { return nil }
    return .month(year: number / 12, number % 12 + 1)
  }

  /// The name in files: `overdue`, `2026-03`, `no_date`.
  public var name: String {
    switch self {
    case .overdue: "overdue"
    case .month: period?.description ?? ""
    case .noDate: "no_date"
    }
  }
}

/// What open deals of one currency promise for one column of the forecast.
public struct ForecastCell: Hashable, Sendable {
  /// All of them; those whose category is `omitted` are not in its weighted value.
  public internal(set) var open = OpenTotals()
  private var categories = [OpenTotals](
    repeating: OpenTotals(),
    count: ForecastCategory.allCases.count
  )

  /// A cell of nothing.
  public init() {}

  /// The deals of a category.
  public subscript(category: ForecastCategory) -> ValueTotals { open(category).value }

  /// The same with their weighted value.
  public func open(_ category: ForecastCategory) -> OpenTotals {
    categories[Self.place(of: category)]
  }

  mutating func add(_ deal: Deal, probability: Probability?, isStale: Bool) {
    open.addForecast(deal, probability: probability, isStale: isStale)
    categories[Self.place(of: deal.category)]
      .addForecast(deal, probability: probability, isStale: isStale)
  }

  private static func place(of category: ForecastCategory) -> Int {
    switch category {
    case .omitted: 0
    case .pipeline: 1
    case .bestCase: 2
    case .commit: 3
    }
  }
}

/// The forecast of one currency: open deals by the month of their expected close.
///
/// Lost deals are in none of it.
public struct Forecast: Hashable, Sendable {
  private var cells: [ForecastColumn: ForecastCell] = [:]

  /// A forecast of nothing.
  public init() {}

  /// The columns that have deals: overdue, the months, no date.
  public var columns: [ForecastColumn] { cells.keys.sorted() }

  /// A column; `nil` where no deal is expected then.
  public subscript(column: ForecastColumn) -> ForecastCell? { cells[column] }

  /// What is expected within some days from the as-of day on: whole months of a period.
  public func due(in period: Period) -> [ForecastCell] {
    cells.compactMap { column, cell in
      column.period.map { period.days.contains($0.first) } == true ? cell : nil
    }
  }

  mutating func add(_ deal: Deal, probability: Probability?, isStale: Bool, asOf day: Day) {
    let column = ForecastColumn(expectedClose: deal.expectedClose, asOf: day)
    cells[column, default: ForecastCell()].add(deal, probability: probability, isStale: isStale)
  }
}
