import Board
import Pipeline

/// Numbers of all kinds, counted and explained in one pass over the deals, or over their histories
/// where a number needs them.
struct ExplainedNumbers {
  /// The numbers, in the order in which they are explained.
  private let numbers: [AskedNumber]
  private let pipeline: SalesPipeline
  private var figures: ExplainedFigures
  private var counts: [DealCountExplainer]
  /// The open deals, where the forecast is asked.
  private var open: [Deal] = []
  private let asksForecast: Bool
  private var losses: [LossExplainer]
  private var upsell: [(currency: Currency, explainer: UpsellExplainer)]
  private var suggestions: SuggestionExplainer
  private var effort: EffortExplainer?

  /// Explains numbers of no deals of a source yet.
  init(_ numbers: [AskedNumber], of source: FigureSource) {
    let empty = source.counter.figures
    self.numbers = numbers
    pipeline = source.pipeline
    figures = ExplainedFigures(
      numbers.compactMap { if case .figure(let name) = $0 { name } else { nil } },
      in: empty
    )
    counts = numbers.compactMap { number in
      if case .count(let count) = number { DealCountExplainer(count, in: empty) } else { nil }
    }
    asksForecast = numbers.contains(.forecast)
    losses = numbers.compactMap { number in
      guard case .losses(let group) = number else { return nil }
      return LossExplainer(group, of: source.pipeline, asOf: source.day, window: source.window)
    }
    upsell = numbers.compactMap { number in
      guard case .upsell(let currency) = number else { return nil }
      let explainer = UpsellExplainer(
        in: currency,
        of: source.pipeline.id,
        wonIn: source.days,
        asOf: source.day
      )
      return (currency: currency, explainer: explainer)
    }
    suggestions = SuggestionExplainer(
      numbers.compactMap { if case .suggestion(let figure) = $0 { figure } else { nil } },
      in: empty
    )
    let asksEffort = numbers.contains { if case .effort = $0 { true } else { false } }
    effort =
      asksEffort
      ? EffortExplainer(
        Effort(
          of: source.pipeline,
          people: source.names.people,
          asOf: source.day,
          window: source.window
        )
      ) : nil
  }

  /// Whether what happened to the deals is asked, and not only how they stand.
  var needsHistories: Bool { !upsell.isEmpty || effort != nil }

  /// Counts a deal as it was at the end of the as-of day; deals come oldest first.
  mutating func count(_ deal: Deal) {
    figures.count(deal)
    suggestions.count(deal)
    for place in counts.indices { counts[place].count(deal) }
    if asksForecast, deal.status.isOpen, !deal.isDeleted { open.append(deal) }
    for place in losses.indices { losses[place].count(deal) }
  }

  /// Counts a deal with its history.
  mutating func count(_ deal: Deal, _ history: DealHistory) {
    count(deal)
    for place in upsell.indices { upsell[place].explainer.count(history) }
    effort?.count(history)
  }

  /// The explanations under the names that they are asked by; figures of a currency that does not
  /// occur are left out.
  var answer: ExplanationAnswer {
    var found: [AskedNumber: Explanation] = [:]
    for (question, explanation) in figures.explanations { found[.figure(question)] = explanation }
    for explainer in counts { found[.count(explainer.count)] = explainer.explanation }
    for explainer in losses { found[.losses(explainer.group)] = explainer.explanation }
    for (currency, explainer) in upsell { found[.upsell(currency)] = explainer.explanation }
    for (question, explanation) in suggestions.explanations(in: figures.figures) {
      found[.suggestion(question)] = explanation
    }
    for (place, explanation) in (effort?.explanations ?? []).enumerated() {
      found[.effort(stage: place)] = explanation
    }
    return ExplanationAnswer(
      explanations: numbers.flatMap { number in
        number == .forecast
          ? ForecastColumnExplanations(of: figures.figures, from: open).all
          : found[number].map { [(name: number.name(in: pipeline), explanation: $0)] } ?? []
      }
    )
  }
}
