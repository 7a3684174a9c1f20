import Pipeline
import Store

/// The workspace of a file that is not there yet: what a new one would hold, and nothing on disk.
final class EmptyWorkspace: PipelineStore {
  private let path: String
  private let settings: WorkspaceSettings

  /// The workspace that a file at a path would begin with.
  init(path: String, settings: WorkspaceSettings) {
    self.path = path
    self.settings = settings
  }

  var readOnlyReason: ReadOnlyReason? { .asked }

  func structure() -> WorkspaceStructure {
    let stages = StageTemplate.defaults.enumerated().map { place, stage in
      Stage(
        id: Identifier(rawValue: Int64(place) + 1),
        name: stage.name,
        probability: stage.probability
      )
    }
    let sales = SalesPipeline(id: Identifier(rawValue: 1), name: "Sales", stages: stages)
    return WorkspaceStructure(settings: settings, pipelines: [sales], people: [], version: 1)
  }

  func load(asOf day: Day, window: DayRange) -> WorkspaceSnapshot {
    let structure = structure()
    return WorkspaceSnapshot(
      settings: settings,
      pipelines: structure.pipelines,
      people: [],
      openDeals: [],
      closed: [:],
      window: window,
      asOf: day,
      lastSequence: 0,
      structureVersion: structure.version
    )
  }

  func meetings(of pipeline: Identifier<SalesPipeline>) -> [Meeting] { [] }
  func meetingDrafts() -> [MeetingDraft] { [] }
  func contact(named name: String, at organization: String?) -> Contact? { nil }
  func contacts(_ body: (Contact) -> Void) {}
  func deals(asOf day: Day, _ body: (Deal) -> Void) {}
  func deal(_ id: Identifier<Deal>, asOf day: Day) -> Deal? { nil }
  func deal(for key: SourceKey) -> Deal? { nil }
  func history(of id: Identifier<Deal>) -> DealHistory { DealHistory(events: []) }
  func histories(changedAfter day: Day?, _ body: (DealHistory) -> Void) {}
  func log(after sequence: Int64, _ body: (DealEvent) -> Void) {}
  func nextUndo(of actor: String) -> ChangeStep? { nil }
  func nextRedo(of actor: String) -> ChangeStep? { nil }
  func undoCount(of actor: String) -> Int { 0 }
  func pulse() -> StorePulse { StorePulse(commits: 0, dataVersion: 0) }

  func changes(
    after sequence: Int64,
    asOf day: Day,
    without step: Identifier<ChangeStep>?
  ) -> NewChanges {
    NewChanges(changes: [], lastSequence: 0, structureVersion: 1)
  }

  func append(_ request: StepRequest, today: Day) throws(StoreError) -> StepOutcome {
    throw .noSuchFile(path: path)
  }

  func undo(_ request: UndoRequest, today: Day) -> StepOutcome? { nil }
  func redo(_ request: UndoRequest, today: Day) -> StepOutcome? { nil }

  func importing(
    _ request: ImportRequest,
    _ body: (ImportSession) throws -> Void
  ) throws -> ChangeStep? {
    throw StoreError.noSuchFile(path: path)
  }

  func pastGap(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) -> PastGap? { nil }

  func dealsBehind(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) -> Share { Share(0, of: 0) }

  func edit(
    _ edits: [StructureEdit],
    by actor: String,
    at moment: Instant
  ) throws(StoreError) -> WorkspaceStructure {
    throw .noSuchFile(path: path)
  }

  /// Throws what an edit of the new file would.
  func check(_ edit: StructureEdit) throws(StoreError) {
    try SQLiteStore.check(edit, ofNew: settings)
  }

  func lastBeside(of actor: String) -> BesideEdit? { nil }

  func lostReasons() -> [String] { [] }

  func keep(_ record: RecordEdit) throws(StoreError) {
    throw .noSuchFile(path: path)
  }

  func archive(_ request: ArchiveRequest, today: Day) throws(StoreError) -> StepOutcome {
    throw .noSuchFile(path: path)
  }
}
