/// Explains numbers of each period of trends, in one pass over the histories that they are counted
/// from.
///
/// What stands open is explained from the deals as they were on the period's last day, what happened
/// from the deals as they are known on the as-of day, and velocity from both.
public struct TrendExplainer: Sendable {
  private let questions: [TrendFigure]
  private var trends: Trends
  private var points: [Point]
  private let days: [Day]

  private struct Point: Sendable {
    var stocks: FigureExplainer
    var flows: FigureExplainer
    /// Velocity's N, of the open deals alone, and its V, W and L, of the closed ones alone.
    var fresh: FigureExplainer
    var closed: FigureExplainer
    var rest: PeriodExplainer
  }

  /// Explains numbers of the periods of trends of no deals yet.
  public init(_ questions: [TrendFigure], in empty: Trends) {
    self.questions = questions
    trends = empty
    let names = questions.compactMap(\.explained)
    func explainer(_ source: FigureName.TrendSource, _ figures: Figures) -> FigureExplainer {
      FigureExplainer(names.filter { $0.trendSource == source }, in: figures)
    }
    let own = questions.compactMap { question in
      if case .period(let figure) = question, figure.source == nil { figure } else { nil }
    }
    points = empty.points.map { point in
      Point(
        stocks: explainer(.stocks, point.stocks),
        flows: explainer(.flows, point.flows),
        fresh: explainer(.both, point.stocks),
        closed: explainer(.both, point.flows),
        rest: PeriodExplainer(own, in: point)
      )
    }
    days = empty.points.map(\.lastDay) + [empty.asOf]
  }

  /// Counts one deal's history, as `Trends` does; each is handed in once, the oldest deal first.
  public mutating func count(
    _ history: DealHistory,
    where isCounted: (Deal) -> Bool = { _ in true }
  ) {
    trends.count(history, where: isCounted)
    let states = history.deals(asOf: days).map { $0.flatMap { isCounted($0) ? $0 : nil } }
    guard let latest = states.last else { return }
    let known = history.deal(asOf: trends.asOf) ?? history.tombstone()
    let isForecast = known.map(isCounted) ?? false
    for place in points.indices {
      points[place].rest
        .count(history, onLastDay: states[place], now: latest, isForecast: isForecast)
      if let state = states[place] {
        points[place].stocks.count(state)
        if state.status.isOpen { points[place].fresh.count(state) }
      }
      guard let latest else { continue }
      points[place].flows.count(latest)
      if !latest.status.isOpen { points[place].closed.count(latest) }
    }
  }

  /// For each question its explanation in each period, in their order.
  public var explanations: [(question: TrendFigure, explanation: Explanation)] {
    let byPoint = zip(trends.points, points).map { explain($0, $1) }
    return questions.indices.flatMap { place in
      byPoint.map { (question: questions[place], explanation: $0[place]) }
    }
  }

  /// The explanations of one period, in the order of the questions.
  private func explain(_ point: Trends.Point, _ explainers: Point) -> [Explanation] {
    var rest: [FigureName.TrendSource: [Explanation]] = [
      .stocks: explainers.stocks.explanations(in: point.stocks).reversed(),
      .flows: explainers.flows.explanations(in: point.flows).reversed(),
      .both: explainVelocity(point, explainers).reversed(),
    ]
    return questions.map { question in
      let title = "\(question.title(in: trends.pipeline)), \(point.period)"
      guard let source = question.explained?.trendSource else {
        return explainers.rest.explanation(of: question, titled: title, in: point)
      }
      let found = rest[source]?.popLast()
      return Explanation(
        title: title,
        formula: found?.formula ?? [],
        window: found?.window,
        asOf: source == .flows ? point.flows.asOf : point.lastDay,
        leftOut: found?.leftOut ?? [],
        deals: found?.deals ?? []
      )
    }
  }

  private func explainVelocity(_ point: Trends.Point, _ explainers: Point) -> [Explanation] {
    var mixed = point.flows
    for (currency, part) in point.stocks.byCurrency {
      mixed.byCurrency.update(currency, from: CurrencyFigures()) { $0.open = part.open }
    }
    let fresh = explainers.fresh.explanations(in: mixed)
    return zip(explainers.closed.explanations(in: mixed), fresh).map { closed, fresh in
      Explanation(
        title: closed.title,
        formula: closed.formula,
        window: closed.window,
        asOf: point.lastDay,
        leftOut: fresh.leftOut + closed.leftOut,
        deals: Set(fresh.deals + closed.deals).sorted()
      )
    }
  }
}

extension TrendFigure {
  /// The figure of a day that explains it; `nil` of what only the period has.
  fileprivate var explained: FigureName? {
    switch self {
    case .figure(let name): name
    case .period(let figure): figure.source
    }
  }

  /// Whether it is as of the period's last day, and not of its days.
  public var isOfLastDay: Bool {
    if let explained { return explained.trendSource == .stocks }
    guard case .period(let figure) = self else { return false }
    switch figure.kind {
    case .slipped, .slips, .slipDays, .goal, .wonOfGoal, .coverage: return true
    case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage, .cohortWon, .cohortLost,
      .cohortOpen, .forecastWeighted, .forecastCommit, .wonOfWeighted, .wonOfCommit,
      .lostForReason, .lostValueForReason, .lostInStage, .lostValueInStage, .upsell, .upsellRate,
      .dealDays, .minutes, .minutesPerDealLeft, .minutesPerWonDeal, .cost, .costPerDealLeft,
      .costPerWonDeal:
      return false
    }
  }
}

extension FigureName {
  /// Which of a period's figures a figure is taken from.
  fileprivate enum TrendSource: Hashable {
    /// What stood on its last day.
    case stocks
    /// What happened in it.
    case flows
    /// N from the one, V, W and L from the other.
    case both
  }

  fileprivate var trendSource: TrendSource {
    switch kind {
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .currentVisit,
      .recentWinRate, .wonInMonth:
      .stocks
    case .velocity: .both
    case .averageWon, .winRate, .winRateByValue, .cohort, .ageAtWin, .ageAtLoss, .timeInStage,
      .conversion, .asked, .converted, .pending, .created, .createdValue, .won, .wonValue, .lost,
      .lostValue, .regressions:
      .flows
    }
  }
}
