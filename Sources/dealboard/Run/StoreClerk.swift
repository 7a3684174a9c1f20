import Board
import Interchange
import Pipeline
import Store

/// Does what the board asks of its store, one thing after the other, on the store's thread.
struct StoreClerk {
  var store: SQLiteStore?
  /// The last event that the board knows.
  private var lastSequence: Int64
  private var structureVersion: Int64
  private var pulse: StorePulse?
  private var wasReplaced = false
  let context: StoreContext
  let answers: Mailbox<Action>

  init(
    store: SQLiteStore?,
    lastSequence: Int64,
    structureVersion: Int64,
    context: StoreContext,
    answers: Mailbox<Action>
  ) {
    self.store = store
    self.lastSequence = lastSequence
    self.structureVersion = structureVersion
    self.context = context
    self.answers = answers
  }

  /// Does one thing and leaves the answer in the mailbox.
  mutating func perform(_ job: StoreJob) {
    do throws(StoreError) {
      switch job {
      case .commit(let ticket, let request): commit(ticket, request)
      case .undo(let ticket, let id): takeBack(ticket, id, isRedo: false)
      case .redo(let ticket, let id): takeBack(ticket, id, isRedo: true)
      case .reload: try reload()
      case .loadWonDeals(let pipeline, let since): try loadWonDeals(pipeline, since: since)
      case .loadComparison(let pipeline, let start, let earlier):
        try loadComparison(pipeline, start, earlier)
      case .loadFilteredTotals(let ticket, let narrowing):
        try loadFilteredTotals(ticket, narrowing)
      case .findDeal(let id): try findDeal(id)
      case .loadHistory(let id):
        if let store { answers.post(.historyArrived(id, try store.history(of: id).events)) }
      case .edit(let change, let done): try edit(change, done: done)
      case .loadReport(let ticket, let request): loadReport(ticket, request)
      case .make(let beginning): make(beginning)
      case .stop: break
      }
    } catch {
      tell(error)
    }
  }

  /// Looks whether others changed something, and hands it on.
  mutating func look(isThorough: Bool) {
    guard let store, context.asOf == nil, !wasReplaced else { return }
    do throws(StoreError) {
      let now = isThorough ? try store.thoroughPulse() : try store.pulse()
      let isSame =
        now.commits == pulse?.commits
        && (!isThorough || now.dataVersion == pulse?.dataVersion)
      let known = pulse
      pulse = StorePulse(
        commits: now.commits,
        dataVersion: isThorough ? now.dataVersion : known?.dataVersion ?? 0
      )
      // The first thorough look has nothing to compare with.
      guard !isSame, known != nil else { return }
      try passOn(try store.changes(after: lastSequence, asOf: context.day), except: nil)
    } catch {
      if case .fileReplaced = error { wasReplaced = true }
      tell(error)
    }
  }

  /// Closes the file.
  mutating func close() {
    // At the end nothing is lost by a close that has to be left out: every step is on disk.
    try? store?.close()
    store = nil
  }

  private func tell(_ error: StoreError) {
    answers.post(.told(Message(.failed, error.message)))
  }
}

// MARK: - Steps

extension StoreClerk {
  private mutating func commit(_ ticket: Ticket, _ request: StepRequest) {
    guard let store else { return }
    do throws(StoreError) {
      try answer(ticket, try store.append(request, today: context.clock.today))
    } catch {
      fail(ticket, error)
    }
  }

  private mutating func takeBack(_ ticket: Ticket, _ id: EventID, isRedo: Bool) {
    guard let store else { return }
    let request = UndoRequest(id: id, actor: context.actor, at: Clock.now)
    do throws(StoreError) {
      let today = context.clock.today
      let outcome =
        isRedo ? try store.redo(request, today: today) : try store.undo(request, today: today)
      try answer(ticket, outcome ?? StepOutcome(step: nil, changes: []))
    } catch {
      fail(ticket, error)
    }
  }

  private mutating func answer(_ ticket: Ticket, _ outcome: StepOutcome) throws(StoreError) {
    guard let store else { return }
    // Others' changes that came in between go first, in the order of the log.
    try passOn(try store.changes(after: lastSequence, asOf: context.day), except: outcome.step?.id)
    answers.post(
      .stored(
        ticket,
        StoredStep(
          changes: outcome.changes,
          undo: try undoState(),
          notices: outcome.notices.map(\.sentence)
        )
      )
    )
    if outcome.needsReload { try reload() }
  }

  private func fail(_ ticket: Ticket, _ error: StoreError) {
    var theirs: [Deal] = []
    if case .conflict(let conflicts) = error {
      theirs = conflicts.compactMap { try? store?.deal($0.deal, asOf: context.day) }
    }
    answers.post(
      .storeFailed(
        ticket,
        StoreFailure(sentence: error.message, theirs: theirs, mayRetry: error.mayPass)
      )
    )
  }

  private mutating func passOn(
    _ news: NewChanges,
    except step: Identifier<ChangeStep>?
  ) throws(StoreError) {
    lastSequence = max(lastSequence, news.lastSequence)
    let isRestructured = structureVersion != news.structureVersion
    structureVersion = news.structureVersion
    if news.needsReload || isRestructured { return try reload() }
    let others = news.changes.filter { $0.event.step != step }
    if !others.isEmpty { answers.post(.othersChanged(others)) }
  }

  private func undoState() throws(StoreError) -> UndoState {
    guard let store else { return UndoState() }
    return try UndoState(of: context.actor, in: store)
  }
}

// MARK: - Reading

extension StoreClerk {
  mutating func reload() throws(StoreError) {
    guard let store else { return }
    let day = context.day
    let snapshot = try store.load(asOf: day, window: context.window(endingOn: day))
    lastSequence = snapshot.lastSequence
    structureVersion = snapshot.structureVersion
    answers.post(.reloaded(snapshot, try undoState()))
  }

  private func loadWonDeals(
    _ pipeline: Identifier<SalesPipeline>,
    since: Day
  ) throws(StoreError) {
    guard let store else { return }
    var won: [Deal] = []
    try store.deals(asOf: context.day) { deal in
      guard deal.pipeline == pipeline, !deal.isDeleted, case .won(let day) = deal.status,
        day >= since
      else { return }
      won.append(deal)
    }
    answers.post(.wonDealsArrived(won))
  }

  private func loadComparison(
    _ pipeline: Identifier<SalesPipeline>,
    _ startOfDay: Day,
    _ earlier: Day
  ) throws(StoreError) {
    guard let store else { return }
    func figures(asOf day: Day) throws(StoreError) -> LiveFigures {
      Workspace(try store.load(asOf: day, window: context.window(endingOn: day))).live(pipeline)
    }
    answers.post(
      .comparisonArrived(
        FigureComparison(
          pipeline: pipeline,
          startOfDay: try figures(asOf: startOfDay),
          earlier: try figures(asOf: earlier)
        )
      )
    )
  }

  private func findDeal(_ id: Identifier<Deal>) throws(StoreError) {
    guard let store else { return }
    if let deal = try store.deal(id, asOf: context.day) {
      answers.post(.wonDealsArrived([deal]))
    } else {
      answers.post(.told(Message(.refused, "There is no deal \(id).")))
    }
  }
}

// MARK: - Beginning

extension StoreClerk {
  private func loadFilteredTotals(
    _ ticket: FilterTicket,
    _ narrowing: Narrowing
  ) throws(StoreError) {
    guard let store else { return }
    let structure = try store.structure()
    let test = narrowing.test(
      in: DealFilter.Context(
        pipelines: structure.pipelines,
        people: structure.people,
        today: context.day
      )
    )
    let totals = try store.closedTotals(
      asOf: context.day,
      window: context.window(endingOn: context.day),
      where: test
    )
    answers.post(.filteredTotalsArrived(ticket, totals))
  }

  private mutating func make(_ beginning: Beginning) {
    do {
      let store = try SQLiteStore.open(
        at: context.location.path,
        .create(settings: OpenWorkspace.newSettings(), makesFolder: context.location.isDefault),
        holder: "\(Environment.loginName)'s board"
      )
      self.store = store
      switch beginning {
      case .empty: break
      case .sample: try SampleWorkspace.fill(store, clock: context.clock)
      case .importing(let path): try importFile(path)
      }
      try reload()
      answers.post(.told(Message(.done, "The file is \(context.location.path).")))
    } catch {
      let words = FailureWording.failure(for: error)?.message ?? "The file could not be made."
      answers.post(.told(Message(.failed, words)))
    }
  }

  private func importFile(_ path: String) throws {
    var options = WorkspaceOptions()
    options.file = context.location.path
    let file = try ImportInput.open(path)
    do {
      let survey = try ImportSurvey(of: file, stageMap: [:]) { _ in }
      let run = ImportRun(
        workspace: try OpenWorkspace.writing(options),
        survey: survey,
        options: ImportOptions(stages: nil, stageMap: [:])
      )
      let outcome = try run.start(isDryRun: false, skipped: nil) { _ in }
      let count = outcome.report.rejectedCount
      if count > 0 {
        answers.post(
          .told(
            Message(
              .notice,
              "\(count) rows were left out; dealboard import --dry-run says which and why."
            )
          )
        )
      }
    } catch let refusal as ImportRefusal {
      throw CommandFailure(.badData, refusal.message(file: file.name))
    }
  }
}
