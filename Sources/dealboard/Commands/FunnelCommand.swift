import ArgumentParser
import Interchange
import Pipeline

/// Prints conversion from stage to stage.
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

  @OptionGroup var explaining: ExplainOptions

  @Option(name: .customLong("policy"), help: "Who counts as converted: reached, touched or strict.")
  var policyArgument: PolicyArgument?

  private var policy: ConversionPolicy { policyArgument?.policy ?? .reached }

  func run() throws {
    let source = try FigureSource(options, figures)
    if explaining.explain {
      return try source.explain(explaining, policy: policy) { $0.kind.isOfFunnel }
        .print(json: options.json)
    }
    let counted = source.figures
    try Answer.print(json: options.json, json(counted)) { text(counted) }
  }

  private func json(_ figures: Figures) -> JSONValue {
    .named([
      "as_of": JSONValue(figures.asOf),
      "pipeline": .string(figures.pipeline.name),
      "policy": .string(policy.rawValue),
      "stages": FigureJSON.conversions(figures, policy),
      "regressions": FigureJSON.regressions(figures.regressions),
      "time_in_stage": .array(figures.stages.map(FigureJSON.time)),
    ])
  }

  private func text(_ figures: Figures) -> String {
    var lines = Lines()
    lines.add(
      StyledText(figures.pipeline.name, .strong),
      StyledText(
        " as of \(figures.asOf), policy \(policy.rawValue), deals first there in "
          + MetricsText.days(figures.window),
        .dim
      )
    )
    var table = TextTable([
      .words("Stage"), .numbers("Reached"), .numbers("Went on"), .numbers("Failed"),
      .numbers("Pending"), .words("Conversion"),
    ])
    for stage in figures.stages {
      let conversion = stage[policy]
      let isWorst = conversion.share.ratio != nil && conversion.share.ratio == worst(figures)
      table.add([
        StyledText(stage.stage.name),
        StyledText(FigureText.count(conversion.asked)),
        StyledText(FigureText.count(conversion.converted)),
        StyledText(FigureText.count(conversion.failed)),
        StyledText(FigureText.count(conversion.pending)),
        StyledText(
          FigureText.share(conversion.share, none: "none went on or failed")
            + (isWorst ? ", leaks most" : ""),
          isWorst ? .bad : .plain
        ),
      ])
    }
    lines.add(table)
    let back = figures.regressions
    let moves = FigureText.counted(back.moves, "move", "moves")
    let deals = FigureText.counted(back.deals, "deal", "deals")
    lines.add(StyledText("\(moves) back to an earlier stage, of \(deals).", .dim))
    return lines.text
  }

  private func worst(_ figures: Figures) -> Ratio? {
    let rates = figures.stages.compactMap { $0[policy].share.ratio }
    guard let worst = rates.min(), worst < Ratio(1) else { return nil }
    return worst
  }
}
