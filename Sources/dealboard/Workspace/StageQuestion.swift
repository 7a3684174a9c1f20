import Interchange
import Pipeline

/// Shows the order of stages that an import would make, and asks about it where a person is there.
struct StageQuestion {
  /// Whether somebody is there to answer.
  let isAsked: Bool

  /// Asks until the order is agreed to; another order goes into the run's options.
  ///
  /// Throws `.usage` where the person does not want the import.
  func settle(_ run: inout ImportRun) throws {
    guard isAsked else { return }
    while run.plan.changesStructure {
      show(run.plan)
      Console.writeError("Is that right? Enter for yes, n for no, or the stages in their order:")
      guard let answer = readLine()?.trimmed else { throw declined }
      if answer.isEmpty || ["y", "yes"].contains(answer.lowercased()) { return }
      if ["n", "no"].contains(answer.lowercased()) { throw declined }
      if let order = order(answer, run.plan) {
        run.options.stages = .order(order)
      } else {
        Console.writeError("Write the stages' numbers or names, set apart by commas, as 2,1.")
      }
    }
  }

  private var declined: CommandFailure {
    CommandFailure(.usage, "Nothing was imported. Say the order with --stages 'A,B,C'.")
  }

  private func show(_ plan: ImportPlan) {
    for pipeline in plan.pipelines {
      guard let template = pipeline.destination.template else { continue }
      Console.writeError(TerminalText.safe("Pipeline \(template.name) gets these stages:"))
      for (place, stage) in template.stages.enumerated() {
        let why = place < pipeline.reasons.count ? Self.words(pipeline.reasons[place]) : ""
        Console.writeError(TerminalText.safe("  \(place + 1)  \(stage.name)\(why)"))
      }
    }
  }

  private static func words(_ reason: ImportPlan.Reason) -> String {
    switch reason {
    case .asked: ""
    case .defaultOrder: "  (as in the default pipeline)"
    case .winShare(let won, let of):
      "  (\(FigureText.count(won)) of \(FigureText.count(of)) deals won)"
    }
  }

  private func order(_ answer: String, _ plan: ImportPlan) -> [String]? {
    let names = plan.pipelines.compactMap(\.destination.template).flatMap(\.stages).map(\.name)
    let shown = SalesPipeline(
      id: Identifier(rawValue: 0),
      name: "",
      stages: names.enumerated().map { Stage(id: Identifier(rawValue: Int64($0)), name: $1) }
    )
    let parts = answer.split { $0 == "," || $0.isWhitespace && !answer.contains(",") }
    let order = parts.map { try? shown.stage(named: String($0).trimmed).name }
    let known = order.compactMap(\.self)
    return known.isEmpty || known.count < order.count ? nil : known
  }
}
