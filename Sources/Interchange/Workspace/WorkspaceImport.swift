public import Pipeline

/// The second pass over a JSON file: brings its steps and events into a store as they were recorded.
///
/// An event that is in the log already is unchanged. A deal's further events are taken while its log
/// here is the beginning of the one in the file; where both went on, ours stays.
public struct WorkspaceImport {
  private let survey: WorkspaceSurvey
  private let keptMessages: Int

  /// An import of a file that was looked at; `keptMessages` is how many rejections the report keeps.
  public init(_ survey: WorkspaceSurvey, keptMessages: Int = 1000) {
    self.survey = survey
    self.keptMessages = keptMessages
  }

  /// Reads the file and writes what it brings.
  ///
  /// Returns the report, and the pipelines that the file's deals are in here. Throws what reading and
  /// the store throw; then nothing must be kept.
  public func run(
    into target: any RestoreTarget,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> (report: ImportReport, pipelines: [Identifier<SalesPipeline>]) {
    var report = ImportReport()
    report.kind = .json
    let numbers = try target.restoreStructure(survey.record)
    report.owners = survey.record.people.map(\.name)
    var log = LogTaking(target: target, stages: stages(numbers), file: survey.file.name)
    try survey.entries(numbers, progress: progress) { entry, line in
      switch entry {
      case .step(let step):
        try target.begin(
          actor: step.actor,
          summary: step.summary,
          at: step.at,
          isImport: step.isImport
        )
      case .event(let event):
        if let fault = try log.take(event, &report) {
          let rejection = ImportRejection(fault, line: line, file: survey.file.name)
          report.reject(rejection, keeping: keptMessages)
        }
      case .notTaken(let deal, let change): try log.remember(change, of: deal)
      }
    }
    try target.restoreRecords(survey.record.renumbered(numbers))
    return (report, numbers.pipelines)
  }

  /// Which pipeline each stage of the file belongs to here.
  private func stages(
    _ numbers: WorkspaceNumbers
  ) -> [Identifier<Stage>: Identifier<SalesPipeline>] {
    var pipelines: [Identifier<Stage>: Identifier<SalesPipeline>] = [:]
    var place = 0
    for (pipeline, id) in zip(survey.record.pipelines, numbers.pipelines) {
      for _ in pipeline.stages + pipeline.archivedStages {
        pipelines[numbers.stages[place]] = id
        place += 1
      }
    }
    return pipelines
  }
}

extension WorkspaceRecord {
  /// The record with the identifiers that its numbers stand for.
  fileprivate func renumbered(_ numbers: WorkspaceNumbers) -> WorkspaceRecord {
    func pipeline(_ number: Identifier<SalesPipeline>) -> Identifier<SalesPipeline> {
      numbers.pipelines[Int(number.rawValue) - 1]
    }
    var record = self
    record.goals = goals.map {
      Goal(
        id: $0.id,
        pipeline: pipeline($0.pipeline),
        owner: $0.owner.map { numbers.people[Int($0.rawValue) - 1] },
        period: $0.period,
        target: $0.target
      )
    }
    record.baselines = baselines.map {
      Baseline(id: $0.id, pipeline: pipeline($0.pipeline), name: $0.name, day: $0.day)
    }
    record.meetings = meetings.map {
      Meeting(
        id: $0.id,
        kind: $0.kind,
        pipeline: pipeline($0.pipeline),
        scope: $0.scope,
        day: $0.day,
        at: $0.at,
        minutes: $0.minutes
      )
    }
    record.drafts = drafts.map {
      MeetingDraft(
        kind: $0.kind,
        pipeline: pipeline($0.pipeline),
        scope: $0.scope,
        text: $0.text
      )
    }
    return record
  }
}
