import Board
import Pipeline
import Store

/// Counts what the board asks for that may take long, one thing after the other.
struct ReadingClerk {
  /// A connection that only reads, beside the one that changes are made on.
  let store: SQLiteStore
  let context: StoreContext
  let answers: Mailbox<Action>

  /// Does one thing and leaves the answer in the mailbox.
  func perform(_ job: ReadingJob) {
    do throws(StoreError) {
      switch job {
      case .comparison(let pipeline, let startOfDay, let earlier):
        try loadComparison(pipeline, startOfDay, earlier)
      case .filteredTotals(let ticket, let narrowing, let day):
        try loadFilteredTotals(ticket, narrowing, asOf: day)
      case .past(let day): answers.post(.pastArrived(try load(asOf: day)))
      case .report(let ticket, let request): loadReport(ticket, request)
      case .suggestions: try loadSuggestions()
      }
    } catch {
      answers.post(.told(Message(.failed, error.message)))
    }
  }

  private func load(asOf day: Day) throws(StoreError) -> WorkspaceSnapshot {
    try store.load(asOf: day, window: context.window(endingOn: day))
  }

  private func loadComparison(
    _ pipeline: Identifier<SalesPipeline>,
    _ startOfDay: Day,
    _ earlier: Day
  ) throws(StoreError) {
    answers.post(
      .comparisonArrived(
        FigureComparison(
          pipeline: pipeline,
          startOfDay: Workspace(try load(asOf: startOfDay)).live(pipeline),
          earlier: Workspace(try load(asOf: earlier)).live(pipeline)
        )
      )
    )
  }

  private func loadFilteredTotals(
    _ ticket: FilterTicket,
    _ narrowing: Narrowing,
    asOf day: Day
  ) throws(StoreError) {
    let structure = try store.structure()
    let test = narrowing.test(
      in: DealFilter.Context(
        pipelines: structure.pipelines,
        people: structure.people,
        today: day
      )
    )
    let totals = try store.closedTotals(
      asOf: day,
      window: context.window(endingOn: day),
      where: test
    )
    answers.post(.filteredTotalsArrived(ticket, totals))
  }

  private func loadReport(_ ticket: ReportTicket, _ request: ReportRequest) {
    do throws(StoreError) {
      let deals = StoredDeals(store: store, zone: context.clock.zone)
      answers.post(.reportArrived(ticket, try request.report(from: deals)))
    } catch {
      answers.post(.reportFailed(ticket, error.message))
    }
  }

  private func loadSuggestions() throws(StoreError) {
    let words = try store.wordsInUse()
    answers.post(
      .suggestionsArrived(
        Suggestions(
          lostReasons: words.lostReasons,
          organizations: words.organizations,
          contacts: words.contacts,
          labels: words.labels
        )
      )
    )
  }
}
