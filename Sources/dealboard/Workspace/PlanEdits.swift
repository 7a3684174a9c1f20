import Interchange
import Pipeline
import Store

/// Makes the pipelines and stages that an import's plan asks for.
struct PlanEdits {
  /// The plan.
  let plan: ImportPlan
  /// The default pipeline that gives way.
  let untouchedDefault: Identifier<SalesPipeline>?

  /// What became of a pipeline.
  enum Fate: Hashable {
    /// It was made.
    case made
    /// It got stages, another order, or other probabilities and limits.
    case updated
    /// It was as wanted already.
    case unchanged
  }

  /// A pipeline that deals go into, and what became of it.
  struct Outcome {
    /// The pipeline as it is now.
    let pipeline: SalesPipeline
    /// What became of it.
    let fate: Fate
    /// Why its stages stand where they stand; empty where they were there before.
    var reasons: [ImportPlan.Reason] = []
  }

  /// Makes the edits and returns the plan's pipelines in its order, as they are then.
  func apply(to session: ImportSession) throws -> [Outcome] {
    var used: [(id: Identifier<SalesPipeline>, fate: Fate)] = []
    for pipeline in plan.pipelines {
      switch pipeline.destination {
      case .existing(let id): used.append((id, .unchanged))
      case .make(let template): used.append((try make(template, in: session), .made))
      case .update(let id, let template):
        if id == untouchedDefault {
          used.append((try replace(template, in: session), .made))
        } else {
          let isChanged = try update(id, template, in: session)
          used.append((id, isChanged ? .updated : .unchanged))
        }
      }
    }
    let all = try session.pipelines()
    return zip(used, plan.pipelines).compactMap { used, planned in
      all.first { $0.id == used.id }.map {
        Outcome(pipeline: $0, fate: used.fate, reasons: planned.reasons)
      }
    }
  }

  private func make(
    _ template: PipelineTemplate,
    in session: ImportSession
  ) throws -> Identifier<SalesPipeline> {
    try session.edit(.addPipeline(name: template.name, stages: template.stages))
    guard let made = try session.pipelines().last else {
      throw StoreError.nameTaken(template.name)
    }
    return made.id
  }

  /// The default pipeline gives way to one of its own name, which is free only once it is gone.
  private func replace(
    _ template: PipelineTemplate,
    in session: ImportSession
  ) throws -> Identifier<SalesPipeline> {
    let passing = PipelineTemplate(name: "\(template.name) (new)", stages: template.stages)
    let id = try make(passing, in: session)
    try session.edit(.renamePipeline(id, template.name))
    return id
  }

  /// Returns whether anything had to be changed.
  private func update(
    _ id: Identifier<SalesPipeline>,
    _ template: PipelineTemplate,
    in session: ImportSession
  ) throws -> Bool {
    let before = try pipeline(id, in: session)
    for (place, stage) in template.stages.enumerated() {
      let there = try pipeline(id, in: session).stages.first { Self.isSame($0.name, stage.name) }
      if let there {
        guard there.template != stage else { continue }
        try session.edit(
          .setStage(
            there.id,
            probability: stage.probability,
            idleLimit: stage.idleLimit,
            stuckLimit: stage.stuckLimit
          )
        )
      } else {
        try session.edit(.addStage(stage, in: id, at: place))
      }
    }
    let stages = try pipeline(id, in: session).stages
    let named = template.stages.compactMap { stage in
      stages.first { Self.isSame($0.name, stage.name) }?.id
    }
    let order = named + stages.map(\.id).filter { !named.contains($0) }
    if order != stages.map(\.id) { try session.edit(.reorderStages(id, order)) }
    return try pipeline(id, in: session) != before
  }

  private func pipeline(
    _ id: Identifier<SalesPipeline>,
    in session: ImportSession
  ) throws -> SalesPipeline {
    guard let found = try session.pipelines().first(where: { $0.id == id }) else {
      throw StoreError.unknownPipeline(id)
    }
    return found
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.trimmed.lowercased() == right.trimmed.lowercased()
  }
}
