import Board
import Interchange
import Pipeline
import Store

/// Making the file that the first-run screen asks for.
extension StoreClerk {
  mutating func make(_ beginning: Beginning) {
    do {
      var summary: ImportSummary?
      switch beginning {
      case .empty: store = try newStore()
      case .sample: try makeSample()
      case .importing(let path): summary = try makeImporting(path)
      }
      try answerBeginning(summary, isSample: beginning.isSample)
    } catch {
      let words =
        FailureWording.failure(for: error)?.message ?? phrase("The file could not be made.")
      answers.post(.beginningFailed(words))
    }
  }

  private func newStore() throws -> SQLiteStore {
    try SQLiteStore.open(
      at: context.location.path,
      .create(settings: UserConfig.current.newWorkspace, makesFolder: context.location.isDefault),
      holder: context.holder
    )
  }

  /// Sample data goes into a file of its own, so that the next start does not open on made-up deals.
  private mutating func makeSample() throws {
    let sample = try SampleWorkspace.makeTemporary(holder: context.holder)
    store = sample.store
    temporaryFolder = sample.folder
    context.location = FileLocation(option: sample.store.path)
    if let person = SampleData.people.first { context.actor = person }
  }

  /// Makes the file once what is to be imported is known to be readable, so that a mistake in the
  /// path leaves nothing behind.
  private mutating func makeImporting(_ text: String) throws -> ImportSummary {
    let file = try ImportInput.open(TypedPath.path(text))
    do {
      let outcome = try file.isWorkspace() ? restore(file) : importRows(of: file)
      return ImportSummary(of: outcome, file: text, workspace: context.location.path)
    } catch let refusal as ImportRefusal {
      throw CommandFailure(.badData, refusal.message(file: file.name))
    }
  }

  private mutating func importRows(of file: ImportFile) throws -> ImportOutcome {
    let survey = try ImportSurvey(of: file, progress: teller(.reading))
    let store = try newStore()
    self.store = store
    return try ImportRun(
      workspace: try OpenWorkspace(store, actor: context.actor),
      survey: survey,
      options: ImportOptions()
    ).start(isDryRun: false, skipped: nil, progress: teller(.importing))
  }

  private mutating func restore(_ file: ImportFile) throws -> ImportOutcome {
    let survey = try WorkspaceSurvey(of: file, progress: teller(.reading))
    let store = try newStore()
    self.store = store
    return try RestoreRun(
      workspace: try OpenWorkspace(store, actor: context.actor),
      survey: survey
    ).start(isDryRun: false, progress: teller(.importing))
  }

  /// Tells the screen how far an import has come, once for each percent.
  private func teller(_ step: BeginningStep) -> (ImportProgress) -> Void {
    var told = -1
    return { [answers] progress in
      guard let length = progress.length, length > 0 else { return }
      let percent = min(100, progress.bytes * 100 / length)
      guard percent != told else { return }
      told = percent
      answers.post(.beginningAdvanced(step, Double(percent) / 100))
    }
  }

  private mutating func answerBeginning(_ summary: ImportSummary?, isSample: Bool) throws {
    guard let store else { return }
    let snapshot = try store.load(asOf: context.day, window: context.window(endingOn: context.day))
    lastSequence = snapshot.lastSequence
    structureVersion = snapshot.structureVersion
    let names = StructureNames(pipelines: snapshot.pipelines, people: snapshot.people)
    let person = names.knownPerson(context.actor)
    if let person { context.actor = person.name }
    answers.post(
      .began(
        MadeFile(
          name: context.location.path.split(separator: "/").last.map(String.init),
          isSample: isSample,
          actor: context.actor,
          me: person?.id,
          undo: try undoState(),
          summary: summary
        ),
        Workspace(snapshot)
      )
    )
    // Nobody was asked, as the command would: so how to mend a wrong guess is said.
    let isOrderGuessed = summary.map { $0.pipelines.contains { $0.stages.count > 1 } } ?? false
    let place =
      isSample
      ? phrase(
        "Made-up deals in a file of their own, gone when you quit: start again to begin for real."
      )
      : phrase("The file is \(context.location.path).")
        + (isOrderGuessed
          ? phrase(" `dealboard stages reorder` changes the order of the stages.") : "")
    answers.post(.told(Message(.done, place)))
  }
}

extension Beginning {
  /// Whether it is the sample data.
  fileprivate var isSample: Bool {
    if case .sample = self { true } else { false }
  }
}

extension ImportSummary {
  /// What an outcome says, of a file as it was typed.
  fileprivate init(of outcome: ImportOutcome, file: String, workspace: String) {
    let report = outcome.report
    self.init(
      file: file,
      deals: report.imported,
      pipelines: outcome.pipelines.map {
        Part(name: $0.pipeline.name, stages: $0.pipeline.stages.map(\.name))
      },
      owners: report.owners,
      currencies: report.currencies,
      leftOut: report.reasons.map { LeftOut(reason: $0.reason, rows: $0.count) },
      workspace: workspace
    )
  }
}
