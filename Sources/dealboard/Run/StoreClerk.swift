import Board
import Foundation
import Pipeline
import Store

/// Does what the board asks of its store, one thing after the other, on the store's thread.
struct StoreClerk {
  var store: SQLiteStore?
  /// The last event that the board knows.
  var lastSequence: Int64
  var structureVersion: Int64
  private var pulse: StorePulse?
  private var glance: GateGlance?
  private var wasReplaced = false
  var context: StoreContext
  /// Where what may take long is counted, and the connection it is counted over.
  private let readingDesk: ReadingDesk
  private var reader: SQLiteStore?
  /// The folder of a file that goes when the board is left; `nil`: the file stays.
  var temporaryFolder: DemoFolder?
  let answers: Mailbox<Action>

  init(
    store: SQLiteStore?,
    lastSequence: Int64,
    structureVersion: Int64,
    context: StoreContext,
    readingDesk: ReadingDesk,
    answers: Mailbox<Action>
  ) {
    self.store = store
    self.lastSequence = lastSequence
    self.structureVersion = structureVersion
    self.context = context
    self.readingDesk = readingDesk
    self.answers = answers
  }

  /// Does one thing and leaves the answer in the mailbox.
  mutating func perform(_ job: StoreJob) {
    do throws(StoreError) {
      switch job {
      case .commit(let ticket, let request): commit(ticket, request)
      case .undo(let ticket, let reversal): takeBack(ticket, reversal, isRedo: false)
      case .redo(let ticket, let reversal): takeBack(ticket, reversal, isRedo: true)
      case .keep(let ticket, let request): keep(ticket, request)
      case .reload: try reload()
      case .openPresent: try openPresent()
      case .loadWonDeals(let pipeline, let since, let day):
        try loadWonDeals(pipeline, since: since, asOf: day)
      case .read(let job): read(job)
      case .findDeal(let id): try findDeal(id)
      case .loadHistory(let id):
        if let store { answers.post(.historyArrived(id, try store.history(of: id).events)) }
      case .loadNotes(let id): try loadNotes(of: id)
      case .loadContact(let id): try loadContact(of: id)
      case .make(let beginning): make(beginning)
      case .pause, .stop: break
      }
    } catch {
      tell(error)
    }
  }

  /// Looks whether others changed something, and hands it on.
  mutating func look(isThorough: Bool) {
    guard let store, context.asOf == nil, !wasReplaced else { return }
    let glanced = store.glance()
    guard isThorough || glanced == nil || glanced != glance else { return }
    glance = glanced
    do throws(StoreError) {
      let now = isThorough ? try store.thoroughPulse() : try store.pulse()
      let known = pulse
      pulse = StorePulse(
        commits: now.commits,
        dataVersion: isThorough ? now.dataVersion : known?.dataVersion ?? 0
      )
      // The first look has nothing to compare with, and others may have been quick since the file was
      // loaded: the file itself is asked.
      let isSame =
        now.commits == known?.commits && (!isThorough || now.dataVersion == known?.dataVersion)
      guard !isSame else { return }
      try passOnNews()
    } catch {
      if case .fileReplaced = error { wasReplaced = true }
      tell(error)
    }
  }

  /// Closes the file.
  mutating func close() {
    readingDesk.stop(reading: reader)
    try? reader?.close()
    reader = nil
    // At the end nothing is lost by a close that has to be left out: every step is on disk.
    try? store?.close()
    store = nil
    temporaryFolder?.remove()
  }

  /// What tells the user whom a job waits for, and with it what is unsaved behind it; `nil` for what
  /// waits for nobody.
  func watch(_ job: StoreJob) -> WaitWatch? {
    switch job {
    case .commit, .undo, .redo, .keep, .reload, .openPresent, .loadWonDeals, .read, .findDeal,
      .loadHistory, .loadNotes, .loadContact:
      store.map { WaitWatch($0, holder: context.holder, answers: answers) }
    case .make, .pause, .stop: nil
    }
  }

  func tell(_ error: StoreError) {
    answers.post(.told(Message(.failed, error.message)))
    if let reason = error.endOfChanges { answers.post(.closedToChanges(reason)) }
  }
}

// MARK: - Steps

extension StoreClerk {
  private mutating func commit(_ ticket: Ticket, _ request: StepRequest) {
    guard let store else { return failWithoutFile(ticket) }
    do throws(StoreError) {
      answer(ticket, try store.append(request, today: context.clock.today), in: store)
    } catch {
      fail(ticket, error)
    }
  }

  private mutating func takeBack(_ ticket: Ticket, _ reversal: StepReversal, isRedo: Bool) {
    guard let store else { return failWithoutFile(ticket) }
    let request = UndoRequest(
      id: reversal.id,
      actor: context.actor,
      at: Clock.now,
      step: reversal.step,
      goesOnTop: reversal.goesOnTop
    )
    do throws(StoreError) {
      let today = context.clock.today
      let outcome =
        isRedo ? try store.redo(request, today: today) : try store.undo(request, today: today)
      answer(ticket, outcome ?? StepOutcome(step: nil, changes: []), in: store)
    } catch {
      // What came in between is shown before it is said, so that the next try is about it.
      if case .otherStepIsNext = error { try? passOnNews() }
      fail(ticket, error)
    }
  }

  /// Answers a step that stands in the log: what fails from here on is said, but is no failure of it.
  ///
  /// A step of more changes than are handed out is answered before the workspace is loaded anew, and
  /// that once, so that nothing waits for the loading that could be seen before it.
  private mutating func answer(_ ticket: Ticket, _ outcome: StepOutcome, in store: SQLiteStore) {
    var trouble: StoreError?
    var needsReload = outcome.needsReload
    var order: (before: [RecordedChange], own: [RecordedChange], after: [RecordedChange])
    order = ([], outcome.changes, [])
    do throws(StoreError) {
      // Others wait at the gate for the step to end: by now there may be changes above it as well.
      let news = try store.changes(
        after: lastSequence,
        asOf: context.day,
        without: outcome.step?.id
      )
      if takesReload(news) {
        needsReload = true
      } else if !needsReload {
        order = news.around(outcome)
      }
    } catch {
      trouble = error
    }
    var undo = UndoState()
    do throws(StoreError) { undo = try undoState() } catch { trouble = error }
    if !order.before.isEmpty { answers.post(.othersChanged(order.before, undo)) }
    answers.post(
      .stored(
        ticket,
        StoredStep(
          changes: order.own,
          isLoadedAnew: needsReload,
          undo: undo,
          notices: outcome.notices.map(\.sentence)
        )
      )
    )
    if !order.after.isEmpty { answers.post(.othersChanged(order.after, undo)) }
    if needsReload {
      do throws(StoreError) { try reload() } catch { trouble = error }
    }
    if let trouble { tell(trouble) }
  }

  /// Answers what was asked for before the first-run screen made the file.
  func failWithoutFile(_ ticket: Ticket) {
    fail(ticket, .noSuchFile(path: context.location.path))
  }

  func fail(_ ticket: Ticket, _ error: StoreError) {
    var theirs: [RecordedChange] = []
    if case .conflict(let conflicts) = error {
      theirs = conflicts.compactMap { conflict in
        let deal = try? store?.deal(conflict.deal, asOf: context.day)
        return deal.map { RecordedChange(event: conflict.theirs, deal: $0) }
      }
    }
    answers.post(
      .storeFailed(
        ticket,
        StoreFailure(
          sentence: error.message,
          theirs: theirs.map(\.deal),
          theirChanges: theirs,
          mayRetry: error.mayPass
        )
      )
    )
    if let reason = error.endOfChanges { answers.post(.closedToChanges(reason)) }
  }

  /// Hands on what was committed since the last time.
  private mutating func passOnNews() throws(StoreError) {
    guard let store else { return }
    let news = try store.changes(after: lastSequence, asOf: context.day)
    if takesReload(news) { try reload() } else { try tell(news) }
  }

  /// Takes note of how far the log has come, and says whether the workspace has to be loaded anew.
  private mutating func takesReload(_ news: NewChanges) -> Bool {
    lastSequence = max(lastSequence, news.lastSequence)
    let isRestructured = structureVersion != news.structureVersion
    structureVersion = news.structureVersion
    return news.needsReload || isRestructured
  }

  private func tell(_ news: NewChanges) throws(StoreError) {
    if !news.changes.isEmpty { answers.post(.othersChanged(news.changes, try undoState())) }
  }

  func undoState() throws(StoreError) -> UndoState {
    guard let store else { return UndoState() }
    return try UndoState(of: context.actor, in: store)
  }
}

// MARK: - Reading

extension StoreClerk {
  /// Hands on what may take long.
  private mutating func read(_ job: ReadingJob) {
    guard let store else {
      if case .report(let ticket, _) = job {
        answers.post(
          .reportFailed(ticket, phrase("There is no file yet, so there is nothing to count."))
        )
      }
      return
    }
    do throws(StoreError) {
      if reader == nil {
        reader = try SQLiteStore.open(at: store.path, .readOnly, holder: context.holder)
      }
      if let reader { readingDesk.submit(job, from: reader, for: context) }
    } catch {
      answers.post(job.failure(error.message))
    }
  }

  mutating func reload() throws(StoreError) {
    guard let store else { return }
    let day = context.day
    let snapshot = try store.load(asOf: day, window: context.window(endingOn: day))
    lastSequence = snapshot.lastSequence
    structureVersion = snapshot.structureVersion
    answers.post(.reloaded(Workspace(snapshot), try undoState()))
  }

  /// Goes on to today: a board that was opened on a past day had its file to read only.
  ///
  /// Nothing changes before all of today was read, so that where that fails the board stays as it is,
  /// and can be sent on again.
  private mutating func openPresent() throws(StoreError) {
    guard let looked = store, context.asOf != nil else { return }
    var present = context
    present.asOf = nil
    let store = try SQLiteStore.open(at: looked.path, .readWrite, holder: context.holder)
    let snapshot: WorkspaceSnapshot
    let undo: UndoState
    do throws(StoreError) {
      let day = present.day
      snapshot = try store.load(asOf: day, window: present.window(endingOn: day))
      undo = try UndoState(of: context.actor, in: store)
    } catch {
      // What kept it from being read is said; nothing was written that a failing close could lose.
      try? store.close()
      throw error
    }
    self.store = store
    context = present
    lastSequence = snapshot.lastSequence
    structureVersion = snapshot.structureVersion
    answers.post(
      .presentArrived(
        PresentWorkspace(
          Workspace(snapshot),
          undo: undo,
          readOnlyReason: store.readOnlyReason?.sentence(of: store.path)
        )
      )
    )
    // It was open to be read only, so that nothing is lost by a close that has to be left out.
    try? looked.close()
  }

  private func loadWonDeals(
    _ pipeline: Identifier<SalesPipeline>,
    since: Day,
    asOf day: Day
  ) throws(StoreError) {
    guard let store else { return }
    answers.post(.wonDealsArrived(try store.wonDeals(of: pipeline, from: since, asOf: day)))
  }

  private func findDeal(_ id: Identifier<Deal>) throws(StoreError) {
    guard let store else { return }
    if let deal = try store.deal(id, asOf: context.day) {
      answers.post(.wonDealsArrived([deal]))
    } else {
      answers.post(.told(Message(.refused, phrase("There is no deal \(id)."))))
    }
  }
}
