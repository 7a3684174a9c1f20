public import Pipeline

/// Where a workspace is kept: what a board and the commands ask of a file today and of a database
/// engine later.
///
/// Every call may wait for others and for the disk, so a board calls from a queue of its own. Each
/// throws what `StoreError` says.
public protocol PipelineStore: AnyObject, Sendable {
  /// Why nothing may be written; `nil` where it may.
  var readOnlyReason: ReadOnlyReason? { get }

  // MARK: Reading

  /// Everything open at the end of a day, and sums over what was closed in a window.
  func load(asOf day: Day, window: DayRange) throws(StoreError) -> WorkspaceSnapshot

  /// Pipelines, stages, people, settings, goals, baselines and saved filters alone.
  func structure() throws(StoreError) -> WorkspaceStructure

  /// Hands out every deal that existed at the end of a day, deleted ones included, oldest first.
  func deals(asOf day: Day, _ body: (Deal) -> Void) throws(StoreError)

  /// One deal as known at the end of a day; `nil` where it did not exist.
  func deal(_ id: Identifier<Deal>, asOf day: Day) throws(StoreError) -> Deal?

  /// The deal that was imported under a key, as all its events leave it, deleted ones included.
  func deal(for key: SourceKey) throws(StoreError) -> Deal?

  /// All events of a deal, oldest first; none where there is no such deal.
  func history(of id: Identifier<Deal>) throws(StoreError) -> DealHistory

  /// Hands out all events of each deal that has one dated after a day, of every deal where no day is
  /// given; deal by deal, the oldest first.
  func histories(changedAfter day: Day?, _ body: (DealHistory) -> Void) throws(StoreError)

  /// Why a day that was over at a moment is hindsight: it lies before the pipeline's first deal, or
  /// imports after it brought deals of it as they stood, without their history; `nil` where the day was
  /// recorded, or imported with how it came about.
  func pastGap(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws(StoreError) -> PastGap?

  /// How many of the deals that a pipeline had on a day that was over at a moment are known only from
  /// imports after it that brought them as they stood, of all that it had.
  func dealsBehind(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws(StoreError) -> Share

  /// Hands out the events after a number, oldest first.
  func log(after sequence: Int64, _ body: (DealEvent) -> Void) throws(StoreError)

  // MARK: Changing deals

  /// Makes the changes of a step, all or none; a step that was sent before is not made again.
  func append(_ request: StepRequest, today: Day) throws(StoreError) -> StepOutcome

  /// Takes back the actor's latest step that stands; `nil` where there is none.
  func undo(_ request: UndoRequest, today: Day) throws(StoreError) -> StepOutcome?

  /// Makes the actor's step that was taken back last again; `nil` where there is none, or a newer
  /// step came after it.
  func redo(_ request: UndoRequest, today: Day) throws(StoreError) -> StepOutcome?

  /// The step that `undo` would take back.
  func nextUndo(of actor: String) throws(StoreError) -> ChangeStep?

  /// The step that `redo` would make again.
  func nextRedo(of actor: String) throws(StoreError) -> ChangeStep?

  /// How many steps the actor can take back one after the other.
  func undoCount(of actor: String) throws(StoreError) -> Int

  /// Writes an import in one transaction; nothing stays where `body` throws or `isDryRun` is set.
  ///
  /// Throws what `body` throws.
  func importing(
    _ request: ImportRequest,
    _ body: (ImportSession) throws -> Void
  ) throws -> ChangeStep?

  // MARK: Seeing what others change

  /// A value that differs whenever something was committed; cheap enough to ask twenty times a
  /// second.
  func pulse() throws(StoreError) -> StorePulse

  /// What was committed after a number, without the changes of a step that is known already.
  func changes(
    after sequence: Int64,
    asOf day: Day,
    without step: Identifier<ChangeStep>?
  ) throws(StoreError) -> NewChanges

  // MARK: Changing the structure

  /// Makes edits of what `structure` gives, all or none, and keeps that an actor did so last, which
  /// is no step.
  func edit(
    _ edits: [StructureEdit],
    by actor: String,
    at moment: Instant
  ) throws(StoreError) -> WorkspaceStructure

  /// Puts a stage away after moving its open deals to another, as one step of the actor's.
  func archive(_ request: ArchiveRequest, today: Day) throws(StoreError) -> StepOutcome

  /// What the actor did last, where that is no step; `nil` where it is one, or an undo.
  func lastBeside(of actor: String) throws(StoreError) -> BesideEdit?

  // MARK: Meetings and contacts

  /// The meetings that were held over a pipeline's deals, oldest first.
  func meetings(of pipeline: Identifier<SalesPipeline>) throws(StoreError) -> [Meeting]

  /// What was written down in meetings that are not over.
  func meetingDrafts() throws(StoreError) -> [MeetingDraft]

  /// How the contact of a deal is reached: who has this name and works there, else who has this
  /// name and whose organization is not known.
  func contact(named name: String, at organization: String?) throws(StoreError) -> Contact?

  /// Hands out all contacts, by name.
  func contacts(_ body: (Contact) -> Void) throws(StoreError)

  /// All reasons that deals were lost for, the most used first, each in the spelling that is used
  /// most; goes through every deal.
  func lostReasons() throws(StoreError) -> [String]

  /// Keeps, replaces or forgets a meeting, a draft or a contact.
  func keep(_ record: RecordEdit) throws(StoreError)
}

extension PipelineStore {
  /// All that was committed after a number.
  public func changes(after sequence: Int64, asOf day: Day) throws(StoreError) -> NewChanges {
    try changes(after: sequence, asOf: day, without: nil)
  }
}
