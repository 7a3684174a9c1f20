public import Pipeline

/// The figures of some periods, one after the other (NUMBERS.md, "Now against then": trends).
public struct TrendsReport: Hashable, Sendable {
  /// One period.
  public struct Point: Hashable, Sendable {
    /// The period.
    public var period: Period
    /// Whether it has days to come.
    public var isRunning: Bool
    /// What was open at the end of its last day, or of the as-of day.
    public var stocks: Figures
    /// What happened in it, as known on the as-of day.
    public var flows: Figures

    /// A figure of the period; `nil`: n/a.
    func value(of name: FigureName) -> Ratio? { name.value(stocks: stocks, flows: flows) }
  }

  /// The periods in their order; the last one holds the as-of day.
  public let points: [Point]

  /// Puts periods together.
  public init(points: [Point]) {
    self.points = points
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
  /// Counts the periods of a length that end with the present one.
  func trends(by length: Period.Length) throws(Source.Failure) -> TrendsReport {
    var periods = [Period(length, containing: scope.asOf)]
    while periods.count < TrendsReport.count(of: length) {
      periods.insert(periods[0].previous, at: 0)
    }
    let test = test
    var flows = periods.map {
      Figures(pipeline: pipeline, asOf: scope.asOf, window: .period($0))
    }
    var first: Day?
    try source.deals(asOf: scope.asOf) { deal in
      guard test(deal) else { return }
      first = min(first ?? deal.existsSince, deal.existsSince)
      for index in flows.indices { flows[index].count(deal) }
    }
    var points: [TrendsReport.Point] = []
    for (period, flow) in zip(periods, flows) {
      // Before the first deal there is nothing to show.
      guard let first, period.last >= first else { continue }
      let last = min(period.last, scope.asOf)
      points.append(
        TrendsReport.Point(
          period: period,
          isRunning: period.last > scope.asOf,
          stocks: try figures(asOf: last, .period(period)),
          flows: flow
        )
      )
    }
    return TrendsReport(points: points)
  }
}
