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
  /// What the owners are sorted by.
  var ownerOrder = OwnerOrder.openValue

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
}
