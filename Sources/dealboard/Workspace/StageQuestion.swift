import Interchange
import Pipeline

/// Shows the order of stages that an import would make, and asks about it where a person is there.
struct StageQuestion {
  /// Whether somebody is there to answer.
  let isAsked: Bool

  /// Asks about one pipeline after the other until its order is agreed to; another order goes into
  /// the run's options, for that pipeline alone.
  ///
  /// Throws `.usage` where the person does not want the import.
  func settle(_ run: inout ImportRun) throws {
    guard isAsked else { return }
    var agreed: Set<String> = []
    while let pipeline = run.plan.pipelines.first(where: { pipeline in
      pipeline.destination.template.map { !agreed.contains($0.name) } ?? false
    }), let template = pipeline.destination.template {
      show(template, pipeline.reasons)
      Console.writeError("Is that right? Enter for yes, n for no, or the stages in their order:")
      guard let answer = readLine()?.trimmed else { throw declined }
      if answer.isEmpty || ["y", "yes"].contains(answer.lowercased()) {
        agreed.insert(template.name)
      } else if ["n", "no"].contains(answer.lowercased()) {
        throw declined
      } else if let order = order(answer, template) {
        // The rows of a stage that is left out would be rejected, one by one.
        let missing = template.stages.map(\.name).filter { !order.contains($0) }
        guard missing.isEmpty else {
          Console.writeError(
            TerminalText.safe(
              "Left out: \(missing.joined(separator: ", ")). Write all "
                + "\(template.stages.count) stages in their order: deals of a stage that is not "
                + "there are not imported."
            )
          )
          continue
        }
        run.options.stageOrders[template.name] = order
      } else {
        Console.writeError("Write the stages' numbers or names, set apart by commas, as 2,1.")
      }
    }
  }

  private var declined: CommandFailure {
    CommandFailure(.usage, "Nothing was imported. Say the order with --stages 'A,B,C'.")
  }

  private func show(_ template: PipelineTemplate, _ reasons: [ImportPlan.Reason]) {
    Console.writeError(TerminalText.safe("Pipeline \(template.name) gets these stages:"))
    for (place, stage) in template.stages.enumerated() {
      let why = place < reasons.count ? Self.words(reasons[place]) : ""
      Console.writeError(TerminalText.safe("  \(place + 1)  \(stage.name)\(why)"))
    }
  }

  private static func words(_ reason: ImportPlan.Reason) -> String {
    switch reason {
    case .asked, .described: ""
    case .numbered: "  (as the file numbers it)"
    case .defaultOrder: "  (as in the default pipeline)"
    case .winShare(let won, let of):
      "  (\(FigureText.count(won)) of \(FigureText.count(of)) deals won)"
    }
  }

  private func order(_ answer: String, _ template: PipelineTemplate) -> [String]? {
    let names = template.stages.map(\.name)
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
