public import Pipeline

/// The figures of some periods, one after the other (NUMBERS.md, "Now against then": trends).
public struct TrendsReport: Hashable, Sendable {
  /// The periods in their order; the last one holds the as-of day.
  public let points: [Trends.Point]

  /// Why the first of the periods that are hindsight is so; `nil` where all were recorded.
  public let hindsight: Hindsight?
  /// The periods whose last day is hindsight, whether it is the first of them or not.
  public let inHindsight: Set<Period>

  /// Puts periods together.
  public init(
    points: [Trends.Point],
    hindsight: Hindsight? = nil,
    inHindsight: Set<Period> = []
  ) {
    self.points = points
    self.hindsight = hindsight
    self.inHindsight = inHindsight
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
  func trends(
    by length: Period.Length,
    goals: [Goal]
  ) throws(Source.Failure) -> TrendsReport {
    var period = Period(length, containing: scope.asOf)
    for _ in 1..<TrendsReport.count(of: length) { period = period.previous }
    guard let range = DayRange(first: period.first, last: scope.asOf) else {
      return TrendsReport(points: [])
    }
    var trends = empty(length, over: range, goals)
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
    var marked: [Trends.Point] = []
    for point in points where try source.isHindsight(point.lastDay, in: scope.pipeline) {
      marked.append(point)
    }
    return TrendsReport(
      points: points,
      hindsight: try marked.first.flatMap { point throws(Source.Failure) in
        try source.hindsight(asOf: point.lastDay, in: scope.pipeline)
      },
      inHindsight: Set(marked.map(\.period))
    )
  }

  /// Explains a number of a period as it is counted in trends; `nil` of a period that is still to come.
  func explain(
    _ figure: TrendFigure,
    of period: Period,
    goals: [Goal]
  ) throws(Source.Failure) -> Explanation? {
    guard period.first <= scope.asOf else { return nil }
    let range = DayRange(days: 1, endingOn: period.first)
    var explainer = TrendExplainer([figure], in: empty(period.length, over: range, goals))
    let isChosen = choice
    try source.histories { explainer.count($0, where: isChosen) }
    return explainer.explanations.first?.explanation
  }

  private func empty(_ length: Period.Length, over range: DayRange, _ goals: [Goal]) -> Trends {
    Trends(
      of: pipeline,
      by: length,
      over: range,
      asOf: scope.asOf,
      people: structure.people,
      goals: goals,
      window: scope.window
    )
  }
}
