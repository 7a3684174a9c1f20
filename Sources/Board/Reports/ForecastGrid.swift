import Pipeline

/// The forecast of one currency as a grid: its columns for a width, and what stands in each cell.
struct ForecastGrid {
  /// One column of the grid.
  struct Column: Hashable {
    /// Its heading: `Overdue`, `Nov 26`, `Later`, `No date`.
    var title: String
    /// What of the forecast it holds.
    var columns: [ForecastColumn]
    /// The month; `nil` of the others.
    var period: Period?
  }

  let report: ForecastReport
  let currency: Currency
  /// Whose goals stand in it; `nil`: the whole team's.
  let goalOwner: Identifier<Person>?
  /// Overdue, the months, later, no date.
  let columns: [Column]

  /// A grid with so many months side by side; what is beyond them stands in one column.
  init(
    _ report: ForecastReport,
    _ currency: Currency,
    months: Int,
    goalsOf goalOwner: Identifier<Person>? = nil
  ) {
    self.report = report
    self.goalOwner = goalOwner
    self.currency = currency
    let day = report.figures.asOf
    let first = day.year * 12 + day.month - 1
    let shown = (first..<(first + max(1, months))).map { ForecastColumn.month($0) }
    let later = report.deals.keys.filter { $0 > .month(first + max(1, months) - 1) && $0 < .noDate }
    var columns = [Column(title: phrase("Overdue"), columns: [.overdue])]
    for month in shown {
      let title = month.period.map { Self.title($0) } ?? ""
      columns.append(Column(title: title, columns: [month], period: month.period))
    }
    if !later.isEmpty { columns.append(Column(title: phrase("Later"), columns: later.sorted())) }
    columns.append(Column(title: phrase("No date"), columns: [.noDate]))
    self.columns = columns
  }

  private static func title(_ period: Period) -> String {
    "\(DayText.month(period.first.month)) \(period.first.year % 100)"
  }

  /// Whether a column is the as-of month's, in which something may be won already.
  func isPresentMonth(_ column: Column) -> Bool {
    column.period?.days.contains(report.figures.asOf) == true
  }

  // MARK: Values

  /// The forecast's cells of a column, of everybody's deals.
  func cells(_ column: Column) -> [ForecastCell] {
    let forecast = report.figures.byCurrency[currency]?.forecast ?? Forecast()
    return column.columns.compactMap { forecast[$0] }
  }

  /// The same of an owner's.
  func cells(_ column: Column, of owner: Identifier<Person>?) -> [ForecastCell] {
    guard let forecast = report.figures.owners[owner]?.forecast[currency] else { return [] }
    return column.columns.compactMap { forecast[$0] }
  }

  /// What was won in the as-of month.
  var won: ValueTotals { report.figures.byCurrency[currency]?.wonInMonth ?? ValueTotals() }

  /// A number of a row, in minor units or deals; `nil` where there is no deal, or none of which it is
  /// known.
  static func value(_ row: ForecastRow, of cells: [ForecastCell]) -> Ratio? {
    let deals = cells.reduce(0) { $0 + $1.open.value.deals }
    switch row {
    case .deals: return deals > 0 ? Ratio(deals) : nil
    case .category(let category):
      guard cells.contains(where: { $0[category].deals > 0 }) else { return nil }
      return Ratio(cells.reduce(Int128(0)) { $0 + $1[category].minorUnits })
    case .open:
      return deals > 0 ? Ratio(cells.reduce(Int128(0)) { $0 + $1.open.value.minorUnits }) : nil
    case .weighted:
      return deals > 0 ? OpenTotals.sum(cells.map(\.open)).weighted : nil
    case .won, .expected, .goal, .owner: return nil
    }
  }

  /// What a month brings if what is open is worth what it weighs: won and weighted; `nil` where there
  /// is no deal, or where what is open has no known weight.
  func expected(_ column: Column) -> Ratio? {
    let cells = cells(column)
    let weighted = Self.value(.weighted, of: cells)
    guard isPresentMonth(column), won.deals > 0 else { return weighted }
    guard Self.value(.deals, of: cells) != nil else { return Ratio(won.minorUnits) }
    return weighted.map { $0 + Ratio(won.minorUnits) }
  }

  /// What stands where a number is missing: `n/a` where there are deals of which it is not known, else
  /// a dash.
  static func absence(in cells: [ForecastCell]) -> String {
    value(.deals, of: cells) == nil ? "–" : phrase("n/a")
  }

  /// The goal in money for a month; `nil` where none is set.
  func goal(_ column: Column, among goals: [Goal]) -> Money? {
    goals.lazy.compactMap { goal -> Money? in
      guard goal.pipeline == report.figures.pipeline.id, goal.owner == goalOwner,
        goal.period == column.period, case .money(let money) = goal.target,
        money.currency == currency
      else { return nil }
      return money
    }.first
  }
}
