public import Pipeline

/// What the funnel's screen is drawn from: the figures now and then, and where deals and work are lost.
public struct FunnelReport: Hashable, Sendable {
  /// The figures of both days.
  public let compared: ComparedFigures
  /// The deals lost in the window of now.
  public let losses: Losses
  /// What the deals won in it grew by, by currency.
  public let upsell: PerCurrency<Upsell>
  /// What each stage takes.
  public let effort: Effort

  /// Puts losses, upsell and effort to figures.
  public init(
    _ compared: ComparedFigures,
    losses: Losses,
    upsell: PerCurrency<Upsell>,
    effort: Effort
  ) {
    self.compared = compared
    self.losses = losses
    self.upsell = upsell
    self.effort = effort
  }
}

extension ScopedDeals {
  /// Counts the figures of both days and, over the window of now, losses, upsell and effort.
  func funnel(against baseline: ReportBaseline) throws(Source.Failure) -> FunnelReport {
    let compared = try compare(with: baseline)
    let window = baseline.windows?.now ?? scope.window
    var losses = Losses(of: pipeline, asOf: scope.asOf, window: window)
    var upsell = PerCurrency<Upsell>()
    var effort = emptyEffort(window)
    let test = test
    let (pipeline, asOf) = (scope.pipeline, scope.asOf)
    try source.histories { history in
      guard let deal = history.deal(asOf: asOf), test(deal) else { return }
      losses.count(deal)
      effort.count(history)
      if deal.status.isWon {
        upsell.count(history, in: pipeline, wonIn: compared.now.window, asOf: asOf)
      }
    }
    return FunnelReport(compared, losses: losses, upsell: upsell, effort: effort)
  }

  private func emptyEffort(_ window: Window) -> Effort {
    Effort(of: pipeline, people: structure.people, asOf: scope.asOf, window: window)
  }

  /// Why a group of the losses is as large as it is.
  func explain(_ group: LossGroup, from deals: [Deal]) -> Explanation {
    var explainer = LossExplainer(
      group,
      of: pipeline,
      asOf: scope.asOf,
      window: scope.window
    )
    for deal in deals { explainer.count(deal) }
    return explainer.explanation
  }

  /// Why the upsell of a currency is what it is.
  func explainUpsell(in currency: Currency) throws(Source.Failure) -> Explanation {
    var explainer = UpsellExplainer(
      in: currency,
      of: scope.pipeline,
      wonIn: scope.window.days(asOf: scope.asOf),
      asOf: scope.asOf
    )
    try countedHistories { explainer.count($0) }
    return explainer.explanation
  }

  /// Why a stage's effort is what it is; `nil` of a stage that there is not.
  func explainEffort(of place: Int) throws(Source.Failure) -> Explanation? {
    var explainer = EffortExplainer(emptyEffort(scope.window))
    try countedHistories { explainer.count($0) }
    let explanations = explainer.explanations
    return explanations.indices.contains(place) ? explanations[place] : nil
  }

  /// The histories of the deals that are counted.
  private func countedHistories(_ body: (DealHistory) -> Void) throws(Source.Failure) {
    let test = test
    let asOf = scope.asOf
    try source.histories { history in
      if let deal = history.deal(asOf: asOf), test(deal) { body(history) }
    }
  }
}
