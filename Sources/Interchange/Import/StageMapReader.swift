public import Pipeline

/// Why a stage map cannot be followed: the stage that it names here is none, or more than one.
public struct StageMapFault: Error, Hashable, Sendable {
  /// The pipeline in which the stage was looked for.
  public let pipeline: String
  /// What is wrong with the name.
  public let reason: NameError
}

/// Finds the stages that a stage map means by the names, beginnings and numbers that were typed.
struct StageMapReader {
  private let survey: ImportSurvey
  private let context: ImportContext
  private let options: ImportOptions
  private let theirs: Set<FoldedName>
  private let ours: Set<FoldedName>

  init(survey: ImportSurvey, context: ImportContext, options: ImportOptions) {
    self.survey = survey
    self.context = context
    self.options = options
    theirs = Set(options.stageMap.keys.map { FoldedName($0) })
    ours = Set(options.stageMap.values.map { FoldedName($0) })
  }

  /// The map of each pipeline that the file names.
  ///
  /// Only what a pipeline's own rows name is looked for in it.
  func maps() throws(StageMapFault) -> [FoldedName: StageMap] {
    var maps: [FoldedName: StageMap] = [:]
    for planned in ImportPlan(for: survey, into: context, options: options).pipelines {
      let target = pipeline(planned)
      for name in planned.fileNames {
        maps[FoldedName(name)] = try map(of: name, in: target, of: planned.destination)
      }
    }
    return maps
  }

  private func map(
    of name: String,
    in target: SalesPipeline,
    of destination: ImportPlan.Destination
  ) throws(StageMapFault) -> StageMap {
    let count = survey.pipelines.first { FoldedName($0.name) == FoldedName(name) }
    var map = StageMap()
    for (theirs, ours) in options.stageMap.sorted(by: { $0.key < $1.key }) {
      // What stages a history names is not counted.
      let isNamed = survey.kind == .history || count?.names(FoldedName(theirs)) == true
      guard isNamed else { continue }
      do throws(NameError) {
        map.set(theirs, to: try target.stage(named: ours).name)
      } catch {
        guard case .unknown = error, makesNew(ours, destination, of: count) else {
          throw StageMapFault(pipeline: target.name, reason: error)
        }
        map.set(theirs, to: ours)
      }
    }
    return map
  }

  /// The pipeline as it would be without the stages that are to be called otherwise.
  private func pipeline(_ planned: ImportPlan.Pipeline) -> SalesPipeline {
    let nowhere = Identifier<SalesPipeline>(rawValue: 0)
    func made(_ template: PipelineTemplate, _ isKept: (FoldedName) -> Bool) -> SalesPipeline {
      let names = template.stages.map(\.name).filter { isKept(FoldedName($0)) }
      return SalesPipeline(
        id: nowhere,
        name: template.name,
        stages: names.enumerated().map { Stage(id: Identifier(rawValue: Int64($0)), name: $1) }
      )
    }
    switch planned.destination {
    case .existing(let id):
      return context.pipelines.first { $0.id == id }
        ?? SalesPipeline(id: nowhere, name: "", stages: [])
    case .update(_, let template): return made(template) { _ in true }
    case .make(let template): return made(template) { !theirs.contains($0) || ours.contains($0) }
    }
  }

  /// Whether a name that no stage has may be a new one's.
  ///
  /// That is so in a pipeline that is made where nobody said which stages it gets, of a stage that
  /// deals are counted in: closing stages make none. A number is always meant for a stage that is
  /// there.
  private func makesNew(
    _ name: String,
    _ destination: ImportPlan.Destination,
    of count: ImportSurvey.PipelineCount?
  ) -> Bool {
    if case .pipeline = options.stages { return false }
    guard case .make = destination, Int(name) == nil else { return false }
    return options.stageMap.contains { theirs, ours in
      FoldedName(ours) == FoldedName(name) && count?.places[FoldedName(theirs)] != nil
    }
  }
}

extension ImportSurvey {
  /// The file with its stages called as the options' stage map says.
  ///
  /// What stands for a stage here is found as everywhere: by its name, an unambiguous beginning of
  /// it, or its number, in the pipeline that the rows go into. Throws where none or several are meant.
  public func mapped(
    into context: ImportContext,
    options: ImportOptions
  ) throws(StageMapFault) -> ImportSurvey {
    guard !options.stageMap.isEmpty, columns.joined == nil else { return self }
    var mapped = self
    mapped.stageMaps = try StageMapReader(survey: self, context: context, options: options).maps()
    mapped.pipelines = pipelines.map { count in
      count.mapped(by: mapped.stageMaps[FoldedName(count.name)] ?? StageMap())
    }
    return mapped
  }
}
