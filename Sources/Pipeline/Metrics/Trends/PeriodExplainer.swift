/// Explains the numbers of one period that no figure of a day explains, each as it is explained
/// elsewhere.
struct PeriodExplainer: Sendable {
  private var slips: SlippedDeals?
  private var accuracy: ForecastAccuracy?
  private var effort: EffortExplainer?
  private var losses: [LossGroup: LossExplainer] = [:]
  private var upsell: [Currency: UpsellExplainer] = [:]
  /// The deals of goals: those open on the last day and due in the period.
  private var due: [Deal]?
  private let period: Period

  /// Explains numbers of a period of trends of no deals yet.
  init(_ figures: [PeriodFigure], in point: Trends.Point) {
    let flows = point.flows
    period = point.period
    let window = Window.period(point.period)
    for figure in figures {
      if let group = figure.lossGroup(in: flows.pipeline) {
        losses[group] = LossExplainer(group, of: flows.pipeline, asOf: flows.asOf, window: window)
      }
      switch figure.subject {
      case .slips: slips = SlippedDeals(pipeline: flows.pipeline.id, asOf: point.lastDay)
      case .accuracy:
        accuracy = ForecastAccuracy(
          of: flows.pipeline,
          by: point.period.length,
          over: DayRange(days: 1, endingOn: point.period.first),
          asOf: flows.asOf,
          keepsDeals: true
        )
      case .goal: due = []
      case .upsell:
        guard let currency = figure.currency else { continue }
        upsell[currency] = UpsellExplainer(
          in: currency,
          of: flows.pipeline.id,
          wonIn: flows.window,
          asOf: flows.asOf
        )
      case .effort: effort = EffortExplainer(point.effort)
      case .losses, .figure: break
      }
    }
  }

  /// Counts one deal's history; the deal is `nil` where it is not counted on the day, and may stand in
  /// forecasts all the same where its creation was taken back since.
  mutating func count(
    _ history: DealHistory,
    onLastDay then: Deal?,
    now: Deal?,
    isForecast: Bool
  ) {
    if let then {
      slips?.count(history)
      if then.status.isOpen, then.expectedClose.map(period.days.contains) == true {
        due?.append(then)
      }
    }
    if isForecast { accuracy?.count(history) }
    guard let now else { return }
    effort?.count(history)
    for group in losses.keys { losses[group]?.count(now) }
    for currency in upsell.keys { upsell[currency]?.count(history) }
  }

  /// Why a number is what it is.
  func explanation(
    of question: TrendFigure,
    titled title: String,
    in point: Trends.Point
  ) -> Explanation {
    let found = found(question, in: point)
    let absence = point.absence(of: question) ?? phrase("nothing was there")
    return Explanation(
      title: title,
      formula: found?.formula ?? [phrase("= n/a: \(absence)")],
      window: found?.window,
      asOf: found?.asOf ?? point.flows.asOf,
      leftOut: found?.leftOut ?? [],
      deals: found?.deals ?? []
    )
  }

  private func found(_ question: TrendFigure, in point: Trends.Point) -> Explanation? {
    guard case .period(let figure) = question else { return nil }
    switch figure.subject {
    case .slips: return slips?.explanation
    case .accuracy: return figure.currency.flatMap { accuracy?.explanation(of: period, in: $0) }
    case .goal: return point.coverage(in: figure.currency)?.explanation(from: due ?? [])
    case .upsell: return figure.currency.flatMap { upsell[$0]?.explanation }
    case .effort:
      let all = effort?.explanations ?? []
      return figure.stage.flatMap { all.indices.contains($0) ? all[$0] : nil }
    case .losses:
      return figure.lossGroup(in: point.flows.pipeline).flatMap { losses[$0]?.explanation }
    case .figure: return nil
    }
  }
}

extension PeriodFigure {
  /// What explains a number of a period.
  public enum Subject: Hashable, Sendable {
    /// A figure of a day.
    case figure
    /// The deals that slipped.
    case slips
    /// What was forecast on the first day and won.
    case accuracy
    /// The goal.
    case goal
    /// Some of the lost deals.
    case losses
    /// What won deals grew by.
    case upsell
    /// What a stage took.
    case effort
  }

  /// What explains it.
  public var subject: Subject {
    switch kind {
    case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage, .cohortWon, .cohortLost,
      .cohortOpen:
      .figure
    case .forecastWeighted, .forecastCommit, .wonOfWeighted, .wonOfCommit: .accuracy
    case .slipped, .slips, .slipDays: .slips
    case .goal, .wonOfGoal, .coverage: .goal
    case .lostForReason, .lostValueForReason, .lostInStage, .lostValueInStage: .losses
    case .upsell, .upsellRate: .upsell
    case .dealDays, .minutes, .minutesPerDealLeft, .minutesPerWonDeal, .cost, .costPerDealLeft,
      .costPerWonDeal:
      .effort
    }
  }

  /// Which lost deals it is about; `nil` where it is about none.
  public func lossGroup(in pipeline: SalesPipeline) -> LossGroup? {
    if kind.isOfReasons { return .reason(reason) }
    guard subject == .losses, let stage, pipeline.stages.indices.contains(stage) else { return nil }
    return .stage(pipeline.stages[stage].id)
  }
}
