import ArgumentParser
import Interchange
import Pipeline

/// Prints conversion from stage to stage, and what is lost where.
struct FunnelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: "How many deals go on from each stage, and where they leak.",
    discussion: """
      The policies differ in who is asked at a stage: reached asks all that came as far, touched \
      those that visited it, strict those that visited it and counts only the direct next step.

      Example: dealboard funnel --policy strict --window 2026
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var conversion: ConversionOptions
  @OptionGroup var explaining: ExplainOptions

  private var policy: ConversionPolicy { conversion.policy }

  func run() throws {
    let source = try FigureSource(options, figures)
    if explaining.explain {
      return try source.explain(explaining, policy: policy, json: options.json) {
        switch $0 {
        case .figure(let name): name.kind.isOfFunnel
        case .losses, .suggestion: true
        case .count, .forecast, .upsell, .effort: false
        }
      }
    }
    let answer = FigureAnswer(
      empty: FunnelCounts(
        counter: source.counter,
        losses: Losses(of: source.pipeline, asOf: source.day, window: source.window)
      ),
      json: json,
      text: { FunnelText(figures: $0.counter.figures, losses: $0.losses, policy: policy).text },
      saysHistory: true
    )
    try source.print(answer, json: options.json) {
      $0.counter.count($1)
      $0.losses.count($1)
    }
  }

  private func json(_ counts: FunnelCounts) -> JSONValue {
    let figures = counts.counter.figures
    return .named([
      "as_of": JSONValue(figures.asOf),
      "pipeline": .string(figures.pipeline.name),
      "policy": .string(policy.rawValue),
      "window": FigureJSON.window(figures.window),
      "stages": FigureJSON.conversions(figures, policy),
      "put_away": .array(
        figures.putAway.filter { $0.open.deals > 0 }.map {
          .named(["stage": .string($0.stage.name), "open": JSONValue($0.open.deals)])
        }
      ),
      "regressions": FigureJSON.regressions(figures.regressions),
      "time_in_stage": .array(figures.stages.map(FigureJSON.time)),
      "losses": FigureJSON.losses(counts.losses),
      "suggestions": .array(figures.suggestions.map(Self.suggestion)),
    ])
  }

  private static func suggestion(_ suggestion: StageSuggestion) -> JSONValue {
    .named([
      "stage": .string(suggestion.stage.name),
      "learned_probability": JSONValue(suggestion.probability?.percent),
      "closed_deals": JSONValue(suggestion.winRate.whole),
      "stuck_days": JSONValue(suggestion.stuckLimit),
      "won_deals": JSONValue(suggestion.daysOfWon.count),
    ])
  }
}

/// What a funnel is printed from.
private struct FunnelCounts {
  var counter: FigureCounter
  var losses: Losses
}
