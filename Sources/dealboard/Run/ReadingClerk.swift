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
      case .comparison(let pipeline, let narrowing, let startOfDay, let earlier):
        try loadComparison(pipeline, narrowing, startOfDay, earlier)
      case .filteredTotals(let ticket, let narrowing, let day):
        try loadFilteredTotals(ticket, narrowing, asOf: day)
      case .past(let day): answers.post(.pastArrived(Workspace(try context.past(day, in: store))))
      case .report(let ticket, let request):
        let deals = StoredDeals(store: store, clock: context.clock)
        answers.post(.reportArrived(ticket, try request.report(from: deals)))
      case .suggestions: try loadSuggestions()
      }
    } catch {
      answers.post(job.failure(error.message))
      if let reason = error.endOfChanges { answers.post(.closedToChanges(reason)) }
    }
  }

  private func loadComparison(
    _ pipeline: Identifier<SalesPipeline>,
    _ narrowing: Narrowing,
    _ startOfDay: Day,
    _ earlier: Day
  ) throws(StoreError) {
    answers.post(
      .comparisonArrived(
        FigureComparison(
          pipeline: pipeline,
          narrowing: narrowing,
          startOfDay: try figures(of: pipeline, narrowing, asOf: startOfDay),
          earlier: try figures(of: pipeline, narrowing, asOf: earlier)
        )
      )
    )
  }

  /// The figures at the end of a day; a filter reads words like `today` as of that day.
  private func figures(
    of pipeline: Identifier<SalesPipeline>,
    _ narrowing: Narrowing,
    asOf day: Day
  ) throws(StoreError) -> LiveFigures {
    let test = narrowing.isEmpty ? nil : try test(narrowing, asOf: day)
    return try store.liveFigures(
      of: pipeline,
      asOf: day,
      window: context.window(endingOn: day),
      where: test
    )
  }

  private func loadFilteredTotals(
    _ ticket: FilterTicket,
    _ narrowing: Narrowing,
    asOf day: Day
  ) throws(StoreError) {
    let totals = try store.closedTotals(
      asOf: day,
      window: context.window(endingOn: day),
      where: try test(narrowing, asOf: day)
    )
    answers.post(.filteredTotalsArrived(ticket, totals))
  }

  private func test(
    _ narrowing: Narrowing,
    asOf day: Day
  ) throws(StoreError) -> @Sendable (Deal) -> Bool {
    let structure = try store.structure()
    return narrowing.test(
      in: DealFilter.Context(
        pipelines: structure.pipelines,
        people: structure.people,
        today: day
      )
    )
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
