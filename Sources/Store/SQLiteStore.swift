import GRDB
public import Pipeline
import Synchronization

/// A workspace in one SQLite file that several boards and commands share.
///
/// It may be called from any thread; calls wait for each other.
public final class SQLiteStore: PipelineStore {
  let file: WorkspaceFile
  /// Set when damage was met, by this process or by another: nothing is written from then on.
  private let isDamaged = Atomic(false)
  private let isClosed = Atomic(false)

  private init(_ file: WorkspaceFile) {
    self.file = file
  }

  /// Opens a workspace file, or makes it.
  ///
  /// `holder` is the name that others see while they wait for this process, such as
  /// `Ana's board (4711)`; `waiting` is told theirs, once each time a wait is long enough to be
  /// noticed, on the thread that waits; an import is waited for as long as it takes. Throws
  /// `.noSuchFile` where there is none and `mode` is not `.create`, and what else `StoreError` says
  /// of files.
  public static func open(
    at path: String,
    _ mode: OpenMode,
    holder: String = "another dealboard",
    waiting: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(StoreError) -> SQLiteStore {
    do {
      let file = try WorkspaceFile.open(path, mode, holder: holder, waiting: waiting)
      let store = SQLiteStore(file)
      if case .readOnly = mode { return store }
      try store.heedKnownDamage()
      return store
    } catch {
      if case .readOnly = mode { throw error.whileReading }
      throw error
    }
  }

  /// Opens a workspace file; `nil` where there is none yet or it is empty, which readers take for an
  /// empty workspace.
  public static func openIfPresent(
    at path: String,
    _ mode: OpenMode,
    holder: String = "another dealboard",
    waiting: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(StoreError) -> SQLiteStore? {
    do {
      return try open(at: path, mode, holder: holder, waiting: waiting)
    } catch .noSuchFile {
      return nil
    }
  }

  /// The file's absolute path, with links followed.
  public var path: String { file.location.path }

  /// Why nothing may be written; `nil` where it may.
  public var readOnlyReason: ReadOnlyReason? {
    if let reason = file.readOnlyReason, reason.isDamage { return reason }
    if isDamaged.load(ordering: .relaxed) {
      return .damaged(phrase("a part of it cannot be read"))
    }
    return file.readOnlyReason
  }

  /// Whether events are missing that were once committed; to be said once.
  public var wentBack: WentBack? { file.wentBack }

  /// Who holds the gate, or held it last; for saying whom a slow change waits for.
  public var gateHolder: String { file.gate.read().holder }

  /// Breaks off the read that is under way, which then throws; for leaving in the middle of one.
  public func interrupt() {
    file.queue.interrupt()
  }

  /// Closes the file; calls after it fail.
  ///
  /// Throws `.busy` where another process holds the gate for too long.
  public func close() throws(StoreError) {
    // Closing again would leave a gate file where the workspace has been removed meanwhile.
    guard !isClosed.load(ordering: .acquiring) else { return }
    try file.close()
    isClosed.store(true, ordering: .releasing)
  }

  deinit {
    // Without the gate at the worst; a close that is left out leaves a log for the next opening.
    try? close()
  }

  // MARK: Transactions

  /// Reads within one transaction, so that all of it is of one moment.
  ///
  /// GRDB's own `read` forbids writing and allows it again with a pragma, after which SQLite prepares
  /// every statement anew: the next step did that while others waited at the gate.
  func read<Result>(_ body: (Ledger) throws -> Result) throws(StoreError) -> Result {
    do {
      return try file.queue.writeWithoutTransaction { database in
        try database.noticingFullDisk(path) {
          try database.beginTransaction(.deferred)
          defer { try? database.rollback() }
          let unread = UnreadParts()
          defer { if unread.areThere { noteDamage() } }
          return try body(Ledger(database, path: path, without: unread))
        }
      }
    } catch {
      throw noted(error).whileReading
    }
  }

  /// Writes within one transaction, behind the gate; nothing stays where `body` throws.
  func write<Result>(_ body: (Ledger) throws -> Result) throws(StoreError) -> Result {
    try writeOrNot { (try body($0), true) }
  }

  /// Writes within one transaction, behind the gate; `body` says with its result whether what it
  /// wrote stays, and nothing does where it throws.
  func writeOrNot<Result>(
    forImport: Bool = false,
    _ body: (Ledger) throws -> (result: Result, stays: Bool)
  ) throws(StoreError) -> Result {
    if let reason = readOnlyReason { throw reason.refusal(of: path) }
    // Before the gate as well, which would be missed first where the whole folder is gone.
    try file.refuseReplaced()
    return try file.gate.hold(
      likeFile: file.mark,
      forImport: forImport
    ) { hold throws(StoreError) in
      try file.refuseReplaced()
      try refuseKnownDamage()
      do {
        return try file.queue.writeWithoutTransaction { database in
          try transaction(database, hold, body)
        }
      } catch let row as UnreadableRow {
        // What is written may be what is wrong, and not the file: others find that out for themselves.
        isDamaged.store(true, ordering: .relaxed)
        throw StoreError(row, path: path)
      } catch {
        throw noted(error)
      }
    }
  }

  private func transaction<Result>(
    _ database: Database,
    _ hold: borrowing Gate.Hold,
    _ body: (Ledger) throws -> (result: Result, stays: Bool)
  ) throws -> Result {
    let ledger = Ledger(database, path: path)
    do {
      return try database.noticingFullDisk(path) {
        try database.beginTransaction(.immediate)
        let (result, stays) = try body(ledger)
        let lastSequence = try ledger.lastSequence()
        if stays { try database.commit() } else { try database.rollback() }
        if stays { hold.tellOthers(lastSequence: lastSequence) }
        return result
      }
    } catch {
      // SQLite has rolled back by itself after some errors, and there is then nothing to roll back.
      if database.isInsideTransaction { try? database.rollback() }
      throw error
    }
  }

  /// What an error means for this file; damage is remembered.
  func noted(_ error: any Error) -> StoreError {
    let error = StoreError(error, path: path)
    if error.saysDamaged { noteDamage() }
    return error
  }
}

// MARK: - Damage

extension SQLiteStore {
  /// Lets nothing be written any more, by no process that comes to the gate.
  func noteDamage() {
    guard !isDamaged.exchange(true, ordering: .relaxed) else { return }
    file.gate.mark(damage: FileStamp(path))
  }

  /// Throws `.damaged` where somebody met damage since the file was opened.
  private func refuseKnownDamage() throws(StoreError) {
    guard file.gate.damage() != nil else { return }
    isDamaged.store(true, ordering: .relaxed)
    if let reason = readOnlyReason { throw reason.refusal(of: path) }
  }

  /// Looks at a file that was found damaged once: nothing is written to it where it is the same still,
  /// and where a backup may have taken its place, that is checked first.
  private func heedKnownDamage() throws(StoreError) {
    guard let known = file.gate.damage() else { return }
    if known == FileStamp(path) { return isDamaged.store(true, ordering: .relaxed) }
    do {
      try check { _ in }
    } catch .damaged {
      // It is noted, and what can be read is given.
    }
  }
}

// MARK: - Seeing what others change

extension SQLiteStore {
  /// The gate's count of commits; two reads of a small file, no lock and no waiting.
  ///
  /// Throws `.fileReplaced` where another file, or none, stands at the path.
  public func pulse() throws(StoreError) -> StorePulse {
    try file.refuseReplaced()
    return StorePulse(commits: file.gate.read().counter, dataVersion: 0)
  }

  /// The same with SQLite's own mark, which also sees commits of other programs; it waits for this
  /// store's own calls.
  ///
  /// The mark does not move with this store's own commits.
  public func thoroughPulse() throws(StoreError) -> StorePulse {
    let pulse = try pulse()
    do {
      let version = try file.queue.writeWithoutTransaction { database in
        try Int64.fetchOne(database, sql: "PRAGMA data_version") ?? 0
      }
      return StorePulse(commits: pulse.commits, dataVersion: version)
    } catch {
      throw noted(error)
    }
  }

  /// What was committed after a number, without the changes of a step that is known already.
  public func changes(
    after sequence: Int64,
    asOf day: Day,
    without step: Identifier<ChangeStep>?
  ) throws(StoreError) -> NewChanges {
    try read { try $0.newChanges(after: sequence, asOf: day, without: step) }
  }
}

// MARK: - Reading

extension SQLiteStore {
  /// Everything open at the end of a day, and sums over what was closed in a window.
  public func load(asOf day: Day, window: DayRange) throws(StoreError) -> WorkspaceSnapshot {
    try read { try $0.load(asOf: day, window: window) }
  }

  /// Pipelines, stages, people, settings, goals, baselines and saved filters alone.
  public func structure() throws(StoreError) -> WorkspaceStructure {
    try read { try $0.structure() }
  }

  /// Hands out every deal that existed at the end of a day, deleted ones included, oldest first.
  public func deals(asOf day: Day, _ body: (Deal) -> Void) throws(StoreError) {
    try read { try $0.deals(asOf: day, body) }
  }

  /// One deal as known at the end of a day; `nil` where it did not exist.
  public func deal(_ id: Identifier<Deal>, asOf day: Day) throws(StoreError) -> Deal? {
    try read { try $0.deal(id, asOf: day) }
  }

  /// The deal that was imported under a key, as all its events leave it, deleted ones included.
  public func deal(for key: SourceKey) throws(StoreError) -> Deal? {
    try read { try $0.deal(for: key) }
  }

  /// All events of a deal, oldest first; none where there is no such deal.
  public func history(of id: Identifier<Deal>) throws(StoreError) -> DealHistory {
    try read { try $0.history(of: id) }
  }

  /// Hands out all events of each deal that has one dated after a day, of every deal where no day is
  /// given; deal by deal, the oldest first.
  public func histories(
    changedAfter day: Day?,
    _ body: (DealHistory) -> Void
  ) throws(StoreError) {
    try read { try $0.histories(changedAfter: day, body) }
  }

  /// Why a day that was over at a moment is hindsight: it lies before the pipeline's first deal, or
  /// imports after it brought deals of it as they stood, without their history; `nil` where the day was
  /// recorded, or imported with how it came about.
  public func pastGap(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws(StoreError) -> PastGap? {
    try read { try $0.pastGap(day, endedAt: end, in: pipeline) }
  }

  /// How many of the deals that a pipeline had on a day that was over at a moment are known only from
  /// imports after it that brought them as they stood, of all that it had.
  public func dealsBehind(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws(StoreError) -> Share {
    try read { try $0.dealsBehind(day, endedAt: end, in: pipeline) }
  }

  /// Hands out the events after a number, oldest first.
  public func log(after sequence: Int64, _ body: (DealEvent) -> Void) throws(StoreError) {
    try read { ledger in
      guard sequence < Int64.max else { return }
      try ledger.events((sequence + 1)...Int64.max, body)
    }
  }
}

// MARK: - Changing

extension SQLiteStore {
  /// Makes the changes of a step, all or none; a step that was sent before is not made again.
  ///
  /// Throws `.conflict` where someone else changed the same part of a deal first, `.rule` where a
  /// rule of deals forbids a change, and what else `StoreError` says of deals.
  public func append(_ request: StepRequest, today: Day) throws(StoreError) -> StepOutcome {
    try writeOrNot { ledger in
      // It was written whole when it was sent before, and others may have changed the contact since.
      if let known = try ledger.outcome(ofAny: request.changes.map(\.id)) { return (known, false) }
      let outcome = try ledger.append(request, today: today)
      guard let contact = request.contact else { return (outcome, outcome.step != nil) }
      if outcome.step == nil {
        // All was so already, and the contact is what was done last.
        try ledger.keep(.editContact(contact, by: request.actor, at: request.at))
      } else {
        try ledger.keep(contact)
      }
      return (outcome, true)
    }
  }
}

extension SQLiteStore {
  /// Takes back the actor's latest step that stands; `nil` where there is none.
  ///
  /// Throws `.conflict` where something that came later stands on it and the request does not go on
  /// top, and `.otherStepIsNext` where it names another one.
  public func undo(_ request: UndoRequest, today: Day) throws(StoreError) -> StepOutcome? {
    try write { try $0.takeBack(.undo, request, today: today) }
  }

  /// Makes the actor's step that was taken back last again; `nil` where there is none, or a newer
  /// step came after it.
  ///
  /// Throws `.conflict` where something that came later stands in its way and the request does not go
  /// on top, and `.otherStepIsNext` where it names another one.
  public func redo(_ request: UndoRequest, today: Day) throws(StoreError) -> StepOutcome? {
    try write { try $0.takeBack(.redo, request, today: today) }
  }

  /// The step that `undo` would take back.
  public func nextUndo(of actor: String) throws(StoreError) -> ChangeStep? {
    try read { try $0.nextUndo(of: actor)?.step }
  }

  /// The step that `redo` would make again.
  public func nextRedo(of actor: String) throws(StoreError) -> ChangeStep? {
    try read { try $0.nextRedo(of: actor)?.step }
  }

  /// How many steps the actor can take back one after the other.
  public func undoCount(of actor: String) throws(StoreError) -> Int {
    try read { try $0.undoCount(of: actor) }
  }
}

extension SQLiteStore {
  /// Writes an import in one transaction; nothing stays where `body` throws or it is a dry run.
  ///
  /// Returns the step, `nil` where nothing was recorded; a dry run returns the one that would have
  /// been. Throws what `body` throws, and `StoreError`.
  public func importing(
    _ request: ImportRequest,
    _ body: (ImportSession) throws -> Void
  ) throws -> ChangeStep? {
    var failure: (any Error)?
    let step: ChangeStep? = try writeOrNot(forImport: true) { ledger in
      if let known = try ledger.step(ofAny: [request.id]) { return (known, false) }
      let session = try ImportSession(ledger, request)
      defer { session.stop() }
      do {
        try body(session)
      } catch  where StoreError.isOfTheFile(error) {
        throw error
      } catch {
        failure = error
        return (ChangeStep?.none, false)
      }
      return (try session.finish(), !request.isDryRun)
    }
    if let failure { throw failure }
    return step
  }

  /// Makes edits of what `structure` gives, all or none, and returns all of it after; that an actor
  /// did so last, which is no step, is kept in the same write.
  ///
  /// Throws `.nameTaken`, `.emptyName` and what else `StoreError` says of the structure.
  public func edit(
    _ edits: [StructureEdit],
    by actor: String,
    at moment: Instant
  ) throws(StoreError) -> WorkspaceStructure {
    try write { ledger in
      for edit in edits { try ledger.edit(edit) }
      if let first = edits.first { try ledger.note(first.beside, by: actor, at: moment) }
      return try ledger.structure()
    }
  }

  /// Throws what an edit of a new workspace with these settings would; no file is made for it.
  public static func check(
    _ edit: StructureEdit,
    ofNew settings: WorkspaceSettings
  ) throws(StoreError) {
    let name = "a new workspace"
    do {
      let queue = try DatabaseQueue()
      try queue.writeWithoutTransaction { database in
        let ledger = Ledger(database, path: name)
        try ledger.create(settings)
        try ledger.edit(edit)
      }
    } catch {
      throw StoreError(error, path: name)
    }
  }

  /// Puts a stage away after moving its open deals to another, as one step of the actor's.
  ///
  /// Throws `.lastStage`, `.unknownStage`, and `.hasFutureEvents` where a deal cannot be moved yet.
  public func archive(_ request: ArchiveRequest, today: Day) throws(StoreError) -> StepOutcome {
    try write { try $0.archive(request, today: today) }
  }
}
