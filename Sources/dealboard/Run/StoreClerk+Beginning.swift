import Board
import Interchange
import Pipeline
import Store

/// Making the file that the first-run screen asks for.
extension StoreClerk {
  mutating func make(_ beginning: Beginning) {
    do {
      var notice: String?
      switch beginning {
      case .empty: store = try newStore()
      case .sample: try makeSample()
      case .importing(let path): notice = try makeImporting(path)
      }
      try answerBeginning(notice, isSample: beginning.isSample)
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
  private mutating func makeImporting(_ text: String) throws -> String? {
    let file = try ImportInput.open(TypedPath.path(text))
    do {
      let survey = try ImportSurvey(of: file, stageMap: [:]) { _ in }
      let store = try newStore()
      self.store = store
      let run = ImportRun(
        workspace: try OpenWorkspace(store, actor: context.actor),
        survey: survey,
        options: ImportOptions(stages: nil, stageMap: [:])
      )
      let count = try run.start(isDryRun: false, skipped: nil) { _ in }.report.rejectedCount
      guard count > 0 else { return nil }
      return phrase("\(count) rows were left out; dealboard import --dry-run says which and why.")
    } catch let refusal as ImportRefusal {
      throw CommandFailure(.badData, refusal.message(file: file.name))
    }
  }

  private mutating func answerBeginning(_ notice: String?, isSample: Bool) throws {
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
          undo: try undoState()
        ),
        snapshot
      )
    )
    let place =
      isSample
      ? phrase(
        "Made-up deals in a file of their own, gone when you quit: start again to begin for real."
      )
      : phrase("The file is \(context.location.path).")
    answers.post(.told(Message(notice == nil ? .done : .notice, notice ?? place)))
  }
}

extension Beginning {
  /// Whether it is the sample data.
  fileprivate var isSample: Bool {
    if case .sample = self { true } else { false }
  }
}
