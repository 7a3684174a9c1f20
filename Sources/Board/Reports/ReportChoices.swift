import Pipeline

/// What the figures of reports rest on: chosen on their screens, named there, and kept while the
/// program runs.
struct ReportChoices: Hashable, Sendable {
  /// The days that figures over closed deals look at.
  var window = Window.standard
  /// Who counts as converted.
  var policy = ConversionPolicy.reached
  /// The currency of amounts, counted from the workspace's.
  var currencyIndex = 0
  /// The field whose groups the owners' screen lists.
  var grouping = Grouping.owner
  /// What the groups are sorted by; `nil`, or an order that the grouping has not: its first.
  var ownerOrder: OwnerOrder?

  /// How long the periods of trends are.
  var periodLength = Period.Length.month
  /// The figure that trends draw as a line; `nil`: the first.
  var trendFigure: TrendFigure?
  /// What the forecast shows for each owner.
  var forecastMeasure = ForecastMeasure.weighted
  /// The cell of the forecast whose deals are listed; `nil`: the first column that has any.
  var forecastPlace: ForecastPlace?
  /// What numbers are set against.
  var baseline = BaselineChoice.standard

  /// What the groups of a field are sorted by.
  func order(of grouping: Grouping) -> OwnerOrder {
    let orders = grouping.orders
    return ownerOrder.flatMap { orders.contains($0) ? $0 : nil } ?? orders[0]
  }
}
