internal import Pipeline

/// Decides where each pipeline of a file goes.
struct Planner {
  let survey: ImportSurvey
  let context: ImportContext
  let options: ImportOptions
  private(set) var pipelines: [ImportPlan.Pipeline] = []
  private(set) var warnings: [ImportWarning] = []

  init(survey: ImportSurvey, context: ImportContext, options: ImportOptions) {
    self.survey = survey
    self.context = context
    self.options = options
  }

  mutating func run() {
    let names = survey.pipelines.map(\.name)
    if case .pipeline(let template) = options.stages {
      pipelines = [planned(template, for: names.isEmpty ? [""] : names)]
      return
    }
    if let name = options.pipeline {
      planAll(into: name, fileNames: names.isEmpty ? [""] : names)
      return
    }
    for count in survey.pipelines where !count.name.isEmpty { plan(count) }
    planUnnamed(survey.pipelines.first { $0.name.isEmpty })
    warnOfStrangers()
  }

  /// The order of a pipeline's stages that was asked for.
  ///
  /// Where the file names one pipeline alone, that gets all of them, also those that have no deal
  /// yet; of several each gets only its own.
  private func asked(_ name: String, _ count: ImportSurvey.PipelineCount?) -> [String] {
    if let own = options.stageOrders.first(where: { FoldedName($0.key) == FoldedName(name) }) {
      return own.value
    }
    guard case .order(let names) = options.stages else { return [] }
    guard isOfSeveral, let count else { return names }
    return names.filter { count.places[FoldedName($0)] != nil }
  }

  private var isOfSeveral: Bool { survey.pipelines.count > 1 && options.pipeline == nil }

  /// Names the stages of an order that no pipeline of several has: none of them can be meant.
  private mutating func warnOfStrangers() {
    guard isOfSeveral, case .order(let names) = options.stages else { return }
    let strangers = names.filter { name in
      survey.pipelines.allSatisfy { $0.places[FoldedName(name)] == nil }
    }
    guard !strangers.isEmpty else { return }
    warnings.append(.stagesUnknown(strangers))
  }

  /// The pipeline of a name for all rows, whichever they name.
  private mutating func planAll(into name: String, fileNames: [String]) {
    if let there = context.pipelines.first(where: { FoldedName($0.name) == FoldedName(name) }) {
      pipelines.append(existing(there, survey.wholeFile, fileNames: fileNames))
    } else {
      pipelines.append(made(name: name, from: survey.wholeFile, fileNames: fileNames))
    }
  }

  /// Rows without a pipeline go into the first: of the workspace, or of the file where the
  /// workspace's is about to give way.
  private mutating func planUnnamed(_ unnamed: ImportSurvey.PipelineCount?) {
    guard unnamed != nil || pipelines.isEmpty else { return }
    let first = context.pipelines.first
    if let first, first.id != context.untouchedDefault || pipelines.isEmpty {
      if let place = pipelines.firstIndex(where: { $0.destination == .existing(first.id) }) {
        pipelines[place] = adding("", to: pipelines[place])
      } else {
        pipelines.append(existing(first, unnamed, fileNames: [""]))
      }
    } else if let first = pipelines.first {
      pipelines[0] = adding("", to: first)
    } else {
      pipelines.append(made(name: "Sales", from: unnamed, fileNames: [""]))
    }
  }

  private func adding(_ name: String, to pipeline: ImportPlan.Pipeline) -> ImportPlan.Pipeline {
    ImportPlan.Pipeline(
      fileNames: pipeline.fileNames + [name],
      destination: pipeline.destination,
      reasons: pipeline.reasons
    )
  }

  private mutating func plan(_ count: ImportSurvey.PipelineCount) {
    let name = FoldedName(count.name)
    if let there = context.pipelines.first(where: { FoldedName($0.name) == name }) {
      pipelines.append(existing(there, count, fileNames: [count.name]))
    } else {
      pipelines.append(made(name: count.name, from: count, fileNames: [count.name]))
    }
  }

  private mutating func existing(
    _ pipeline: SalesPipeline,
    _ count: ImportSurvey.PipelineCount?,
    fileNames: [String]
  ) -> ImportPlan.Pipeline {
    let names = asked(pipeline.name, count)
    // The default pipeline, as long as nobody has touched it, is as good as not made yet: a file that
    // names it and has other stages says which ones it has.
    if pipeline.id == context.untouchedDefault, !names.isEmpty || hasOtherStages(count, pipeline) {
      let order = StageOrder(of: names.isEmpty ? count?.stages ?? [] : [], asked: names)
      return ImportPlan.Pipeline(
        fileNames: fileNames,
        destination: .update(
          pipeline.id,
          PipelineTemplate(name: pipeline.name, stages: order.stages)
        ),
        reasons: order.reasons
      )
    }
    if !names.isEmpty {
      warnings.append(
        ImportWarning(
          code: "stages_ignored",
          message: "\(pipeline.name) has its stages already, so the order given was not used."
            + " Change them with the stages command."
        )
      )
    }
    return ImportPlan.Pipeline(
      fileNames: fileNames,
      destination: .existing(pipeline.id),
      reasons: []
    )
  }

  /// Whether a file's pipeline has stages that another lacks, or has them in another order.
  private func hasOtherStages(
    _ count: ImportSurvey.PipelineCount?,
    _ pipeline: SalesPipeline
  ) -> Bool {
    guard let count, !count.name.isEmpty else { return false }
    let own = pipeline.stages.map { FoldedName($0.name) }
    let numbered = StageOrder.numbered(count.stages).map { FoldedName($0.name) }
    return count.stages.contains { !own.contains(FoldedName($0.name)) }
      || numbered != own.filter { numbered.contains($0) }
  }

  private func made(
    name: String,
    from count: ImportSurvey.PipelineCount?,
    fileNames: [String]
  ) -> ImportPlan.Pipeline {
    let order = StageOrder(of: count?.stages ?? [], asked: asked(name, count))
    return ImportPlan.Pipeline(
      fileNames: fileNames,
      destination: .make(PipelineTemplate(name: name, stages: order.stages)),
      reasons: order.reasons
    )
  }

  /// The pipeline that `--stages` describes: made, or brought up to date in its order, with the
  /// stages that it does not name behind.
  private func planned(
    _ template: PipelineTemplate,
    for fileNames: [String]
  ) -> ImportPlan.Pipeline {
    let name = FoldedName(template.name)
    var template = template
    var destination = ImportPlan.Destination.make(template)
    if let there = context.pipelines.first(where: { FoldedName($0.name) == name }) {
      let named = Set(template.stages.map { FoldedName($0.name) })
      // What nobody has touched yet holds no deal and need not be kept.
      let kept = there.id == context.untouchedDefault ? [] : there.stages
      template.stages += kept.filter { !named.contains(FoldedName($0.name)) }.map {
        StageTemplate(
          name: $0.name,
          probability: $0.probability,
          idleLimit: $0.idleLimit,
          stuckLimit: $0.stuckLimit
        )
      }
      destination = .update(there.id, template)
    }
    return ImportPlan.Pipeline(
      fileNames: fileNames,
      destination: destination,
      reasons: template.stages.map { _ in .described }
    )
  }
}
