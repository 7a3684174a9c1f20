import Pipeline

/// Counting the figures of two days, of all deals and in each currency apart, and weighing what
/// velocity would be if one factor were as it was then.
extension ScopedDeals {
  /// The figures now and then, with the levers of each currency.
  func compareWithLevers(
    _ baseline: ReportBaseline
  ) throws(Source.Failure) -> ComparedFigures {
    let now = try split(asOf: scope.asOf, baseline.windows?.now ?? scope.window)
    let then = try split(asOf: baseline.day, baseline.windows?.then ?? scope.window)
    return ComparedFigures(
      now: now.whole,
      then: then.whole,
      baseline: baseline,
      hindsight: try source.hindsight(asOf: baseline.day, in: scope.pipeline),
      levers: levers(now.parts, then.parts, baseline),
      waterfall: try waterfall(since: baseline.day)
    )
  }

  /// Why a lever is worth what it is; `nil` where there is none such.
  func explain(
    _ factor: Lever.Factor,
    in currency: Currency,
    against baseline: ReportBaseline
  ) throws(Source.Failure) -> Explanation? {
    let now = try split(asOf: scope.asOf, baseline.windows?.now ?? scope.window)
    let then = try split(asOf: baseline.day, baseline.windows?.then ?? scope.window)
    guard
      let levers = levers(now.parts, then.parts, baseline).first(where: { $0.currency == currency }
      ),
      let place = levers.levers.firstIndex(where: { $0.factor == factor })
    else { return nil }
    var explainer = FigureExplainer([FigureName(.velocity, currency: currency)], in: now.whole)
    let test = test
    try source.deals(asOf: scope.asOf) { deal in if test(deal) { explainer.count(deal) } }
    return levers.explanations(
      in: pipeline,
      window: now.whole.window,
      asOf: scope.asOf,
      deals: explainer.explanations.first?.deals ?? []
    )[place]
  }

  private func levers(
    _ now: [Currency: Figures],
    _ then: [Currency: Figures],
    _ baseline: ReportBaseline
  ) -> [Levers] {
    now.sorted { $0.key < $1.key }.compactMap { currency, figures in
      guard let then = then[currency] else { return nil }
      return Levers(
        of: currency,
        now: figures,
        against: [Levers.Reference(name: baseline.name, stocks: then, flows: then)]
      )
    }
  }

  private func split(
    asOf day: Day,
    _ window: Window
  ) throws(Source.Failure) -> (whole: Figures, parts: [Currency: Figures]) {
    let empty = Figures(pipeline: pipeline, asOf: day, window: window)
    var whole = FigureCounter(empty)
    var parts: [Currency: FigureCounter] = [:]
    let test = test
    try source.deals(asOf: day) { deal in
      guard test(deal) else { return }
      whole.count(deal)
      parts[deal.currency, default: FigureCounter(empty)].count(deal)
    }
    return (whole.figures, parts.mapValues(\.figures))
  }
}
