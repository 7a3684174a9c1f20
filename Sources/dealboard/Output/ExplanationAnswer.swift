import Interchange
import Pipeline

/// Why numbers are what they are, for a program and for a person.
struct ExplanationAnswer {
  /// The explanations, each under the name that it was asked by.
  let explanations: [(name: String, explanation: Explanation)]

  /// An array of objects, one for each explanation.
  var value: JSONValue {
    .array(
      explanations.map { name, explanation in
        .named([
          "name": .string(name),
          "title": .string(explanation.title),
          "as_of": JSONValue(explanation.asOf),
          "window": explanation.window.map(FigureJSON.window) ?? .null,
          "formula": JSONValue(explanation.formula),
          "left_out": .array(
            explanation.leftOut.map {
              .named(["deals": JSONValue($0.deals), "reason": .string($0.reason)])
            }
          ),
          "deals": .array(explanation.deals.map { JSONValue($0.rawValue) }),
        ])
      }
    )
  }

  /// Each under its title, with its formula, what was left out, and the deals.
  var text: String {
    var lines = Lines()
    for (place, (name, explanation)) in explanations.enumerated() {
      if place > 0 { lines.addBlank() }
      let days =
        explanation.window.map { "window \(MetricsText.days($0))" } ?? "as of \(explanation.asOf)"
      lines.add(
        StyledText(explanation.title, .strong),
        StyledText("  \(name), \(days)", .dim)
      )
      for line in explanation.formula { lines.add(StyledText("  \(line)")) }
      for left in explanation.leftOut {
        let deals = FigureText.counted(left.deals, "deal", "deals")
        lines.add(StyledText("  left out: \(deals) \(left.reason)", .dim))
      }
      lines.add(StyledText("  \(Self.deals(explanation.deals))", .dim))
    }
    return lines.text
  }

  /// How many deals and the first of their numbers; all of them are in the JSON.
  private static func deals(_ deals: [Identifier<Deal>]) -> String {
    let count = FigureText.counted(deals.count, "deal", "deals")
    guard !deals.isEmpty else { return count }
    let shown = deals.prefix(shownDeals).map { "#\($0)" }.joined(separator: " ")
    let rest = deals.count - shownDeals
    return "\(count): \(shown)" + (rest > 0 ? " and \(FigureText.count(rest)) more" : "")
  }

  private static let shownDeals = 20
}

extension ExplanationAnswer {
  /// Explanations of figures, each under the name that the figure is asked by.
  init(
    _ explained: [(question: FigureName, explanation: Explanation)],
    in pipeline: SalesPipeline
  ) {
    explanations = explained.map { ($0.question.name(in: pipeline), $0.explanation) }
  }

  /// Explanations of numbers of periods, each under the name that the number is asked by.
  init(
    _ explained: [(question: TrendFigure, explanation: Explanation)],
    in pipeline: SalesPipeline
  ) {
    explanations = explained.map { ($0.question.name(in: pipeline), $0.explanation) }
  }
}

extension FigureName {
  /// What it is asked by on the command line: `win-rate:Demo Scheduled`, `velocity:EUR`.
  func name(in pipeline: SalesPipeline) -> String {
    var name = kind.rawValue
    if let stage, pipeline.stages.indices.contains(stage) {
      name += ":\(pipeline.stages[stage].name)"
    }
    return currency.map { stage == nil ? "\(name):\($0)" : "\(name) \($0)" } ?? name
  }
}
