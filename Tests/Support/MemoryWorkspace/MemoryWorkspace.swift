import Interchange
import Pipeline

/// A small workspace that files are imported into.
struct MemoryWorkspace {
  let target = MemoryTarget()
  var pipelines: [SalesPipeline]
  var untouchedDefault: Identifier<SalesPipeline>?
  var today: Day
  var offset = 0

  /// A new workspace: one pipeline, Sales, with the five default stages.
  init(today: Day) {
    self.pipelines = [Self.pipeline(1, "Sales", StageTemplate.defaults)]
    self.untouchedDefault = pipelines[0].id
    self.today = today
  }

  var context: ImportContext {
    let offset = offset
    return ImportContext(
      pipelines: pipelines,
      untouchedDefault: untouchedDefault,
      currency: .euro,
      today: today
    ) { _ in offset }
  }

  static func pipeline(_ id: Int64, _ name: String, _ stages: [StageTemplate]) -> SalesPipeline {
    SalesPipeline(
      id: Identifier(rawValue: id),
      name: name,
      stages: stages.enumerated().map { index, stage in
        Stage(
          id: Identifier(rawValue: id * 100 + Int64(index)),
          name: stage.name,
          probability: stage.probability,
          idleLimit: stage.idleLimit,
          stuckLimit: stage.stuckLimit
        )
      }
    )
  }

  /// Looks at a file, makes what its plan says, and imports it; a refusal comes back as a report.
  @discardableResult
  mutating func bring(
    _ file: ImportFile,
    _ options: ImportOptions = .init(),
    rejected: (ImportRejection, [String]) -> Void = { _, _ in }
  ) throws -> ImportReport {
    do {
      let survey = try ImportSurvey(of: file).mapped(into: context, options: options)
      let plan = ImportPlan(for: survey, into: context, options: options)
      let used = plan.pipelines.map { planned -> SalesPipeline? in
        switch planned.destination {
        case .existing(let id): return pipelines.first { $0.id == id }
        case .update(let id, let template):
          let made = Self.pipeline(id.rawValue, template.name, template.stages)
          pipelines = pipelines.map { $0.id == id ? made : $0 }
          return made
        case .make(let template):
          let made = Self.pipeline(Int64(pipelines.count + 1), template.name, template.stages)
          pipelines.append(made)
          return made
        }
      }
      pipelines.removeAll { $0.id == plan.replaced }
      if used.contains(where: { $0?.id == untouchedDefault }) || plan.replaced != nil {
        untouchedDefault = nil
      }
      let importing = Import(
        survey,
        plan: plan,
        pipelines: used.compactMap(\.self),
        context: context,
        options: options
      )
      return try importing.run(into: target, rejected: rejected)
    } catch let refusal as ImportRefusal {
      return ImportReport(refused: refusal)
    }
  }

  /// Imports a text.
  @discardableResult
  mutating func bring(
    _ text: String,
    name: String = "deals.csv",
    _ options: ImportOptions = .init()
  ) throws -> ImportReport {
    try bring(ImportFile(name: name, bytes: Array(text.utf8)), options)
  }

  func stageName(_ stage: Identifier<Stage>) -> String? {
    pipelines.lazy.compactMap { $0.stage(stage)?.name }.first
  }
}
