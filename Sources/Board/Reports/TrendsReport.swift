public import Pipeline

/// The figures of some periods, one after the other (NUMBERS.md, "Now against then": trends).
public struct TrendsReport: Hashable, Sendable {
  /// The periods in their order; the last one holds the as-of day.
  public let points: [Trends.Point]

  /// The day on which history begins, where that is after the first period's last day.
  public let historyBegins: Day?

  /// Puts periods together.
  public init(points: [Trends.Point], historyBegins: Day? = nil) {
    self.points = points
    self.historyBegins = historyBegins
  }

  /// How many periods of a length are shown.
  static func count(of length: Period.Length) -> Int {
    switch length {
    case .month: 13
    case .quarter: 8
    case .year: 5
    }
  }
}

extension ScopedDeals {
  /// Counts the periods of a length that end with the present one, in one walk over the histories.
  ///
  /// A deal counts in each by what it was on the day that the figure is as of.
  func trends(by length: Period.Length) throws(Source.Failure) -> TrendsReport {
    var period = Period(length, containing: scope.asOf)
    for _ in 1..<TrendsReport.count(of: length) { period = period.previous }
    guard let range = DayRange(first: period.first, last: scope.asOf) else {
      return TrendsReport(points: [])
    }
    var trends = Trends(of: pipeline, by: length, over: range, asOf: scope.asOf)
    var first: Day?
    // A deal that went to another pipeline was open in this one before.
    let isChosen = choice
    try source.histories { history in
      trends.count(history, where: isChosen)
      guard let deal = history.deal(asOf: scope.asOf), isChosen(deal) else { return }
      first = min(first ?? deal.existsSince, deal.existsSince)
    }
    // Before the first deal there is nothing to show.
    let points = trends.points.filter { $0.period.last >= first ?? .last }
    return TrendsReport(
      points: points,
      historyBegins: try points.first.flatMap { point throws(Source.Failure) in
        try source.historyBegins(after: point.lastDay, in: scope.pipeline)
      }
    )
  }
}
