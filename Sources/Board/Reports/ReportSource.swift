public import Pipeline

/// Where a report's deals come from: the store in the program, a list in tests.
public protocol ReportSource {
  /// What reading throws.
  associatedtype Failure: Error

  /// The pipelines, people and settings that deals refer to.
  func structure() throws(Failure) -> ReportStructure

  /// Hands out every deal that existed at the end of a day, deleted ones included, oldest first.
  func deals(asOf day: Day, _ body: (Deal) -> Void) throws(Failure)

  /// Why a past day of a pipeline is hindsight; `nil` where it was recorded.
  func hindsight(
    asOf day: Day,
    in pipeline: Identifier<SalesPipeline>
  ) throws(Failure) -> Hindsight?

  /// Whether a past day of a pipeline is hindsight, without how many of its deals.
  func isHindsight(_ day: Day, in pipeline: Identifier<SalesPipeline>) throws(Failure) -> Bool

  /// A deal as all its events leave it; `nil` where there is none.
  func deal(_ id: Identifier<Deal>) throws(Failure) -> Deal?

  /// The place of the last event in the log; 0 of an empty one.
  func lastSequence() throws(Failure) -> Int64

  /// The last events of the log, so many at most, oldest first.
  func latestEvents(_ count: Int) throws(Failure) -> [DealEvent]

  /// Hands out the history of every deal that has an event dated after a day, or of every deal, in the
  /// order in which the deals came into being.
  func histories(changedAfter day: Day?, _ body: (DealHistory) -> Void) throws(Failure)

  /// What is kept of a pipeline's meetings.
  func meetings(of pipeline: Identifier<SalesPipeline>) throws(Failure) -> MeetingRecords

  /// How a person at a customer's is reached; `nil` where nobody knows.
  func contact(named name: String, at organization: String?) throws(Failure) -> Contact?

  /// The day and the minute of a moment in the workspace's zone.
  func localTime(of instant: Instant) -> (day: Day, minuteOfDay: Int)
}

extension ReportSource {
  /// Hands out the history of every deal, in the order in which the deals came into being.
  func histories(_ body: (DealHistory) -> Void) throws(Failure) {
    try histories(changedAfter: nil, body)
  }

  /// The history of every deal, for who has to go through them more than once.
  func allHistories() throws(Failure) -> [DealHistory] {
    var all: [DealHistory] = []
    try histories { all.append($0) }
    return all
  }
}

/// The pipelines, people and settings that a report's deals refer to.
public struct ReportStructure: Sendable {
  /// The pipelines; never empty.
  public var pipelines: [SalesPipeline]
  /// The team, those who left included.
  public var people: [Person]

  /// Makes a structure.
  public init(pipelines: [SalesPipeline], people: [Person]) {
    self.pipelines = pipelines
    self.people = people
  }
}

/// The deals of one report: a source seen through a scope.
struct ScopedDeals<Source: ReportSource> {
  let source: Source
  let scope: ReportScope
  let structure: ReportStructure
  /// The pipeline that is counted, with the stages as they are today.
  let pipeline: SalesPipeline

  /// Throws what reading throws.
  init(_ scope: ReportScope, in source: Source) throws(Source.Failure) {
    self.source = source
    self.scope = scope
    structure = try source.structure()
    pipeline =
      structure.pipelines.first { $0.id == scope.pipeline }
      ?? SalesPipeline(id: scope.pipeline, name: "", stages: [])
  }

  /// Whether a deal is counted; a filter reads words like `today` as of the day that is shown.
  var test: @Sendable (Deal) -> Bool {
    let chosen = choice
    let pipeline = scope.pipeline
    return { $0.pipeline == pipeline && chosen($0) }
  }

  /// Whether a deal is among those chosen, whichever pipeline it stands in.
  var choice: @Sendable (Deal) -> Bool {
    let isShown = scope.narrowing.test(
      in: DealFilter.Context(
        pipelines: structure.pipelines,
        people: structure.people,
        today: scope.asOf
      )
    )
    guard let group = scope.group else { return isShown }
    return { group.has($0) && isShown($0) }
  }

  /// Every figure of the deals at the end of a day.
  func figures(
    asOf day: Day,
    _ window: Window? = nil,
    by grouping: Grouping? = nil
  ) throws(Source.Failure) -> Figures {
    var figures = Figures(
      pipeline: pipeline,
      asOf: day,
      window: window ?? scope.window,
      by: grouping
    )
    let test = test
    try source.deals(asOf: day) { deal in
      if test(deal) { figures.count(deal) }
    }
    return figures
  }

  /// The figures now and then.
  func compare(with baseline: ReportBaseline) throws(Source.Failure) -> ComparedFigures {
    ComparedFigures(
      now: try figures(asOf: scope.asOf, baseline.windows?.now),
      then: try figures(asOf: baseline.day, baseline.windows?.then),
      baseline: baseline,
      hindsight: try source.hindsight(asOf: baseline.day, in: scope.pipeline)
    )
  }

  /// The open deals at the end of the day that is shown.
  func open() throws(Source.Failure) -> [Deal] {
    var open: [Deal] = []
    let test = test
    try source.deals(asOf: scope.asOf) { deal in
      if deal.status.isOpen, !deal.isDeleted, test(deal) { open.append(deal) }
    }
    return open
  }
}

extension ReportRequest {
  /// Counts the report.
  ///
  /// Throws what reading throws.
  public func report<Source: ReportSource>(
    from source: Source
  ) throws(Source.Failure) -> Report {
    let deals = try ScopedDeals(scope, in: source)
    switch self {
    case .funnel(_, let baseline): return .funnel(try deals.funnel(against: baseline))
    case .comparison(_, let baseline):
      return .comparison(try deals.compareWithLevers(baseline))
    case .attention(let scope):
      return .attention(
        AttentionReport(of: try deals.open(), in: deals.pipeline, on: scope.asOf)
      )
    case .owners(let scope, let grouping):
      return .owners(OwnersReport(figures: try deals.figures(asOf: scope.asOf, by: grouping)))
    case .history: return .history(try deals.history())
    case .explanation(let question):
      return .explanation(try deals.explain(question.subject))
    case .forecast(_, let goals): return .forecast(try deals.forecast(goals: goals))
    case .trends(_, let length, let goals):
      return .trends(try deals.trends(by: length, goals: goals))
    case .review(_, let choice): return .review(try deals.review(choice))
    case .minutes(_, let choice): return .minutes(try deals.minutes(choice))
    case .standup: return .standup(try deals.standup())
    case .day(_, let person): return .day(try deals.day(of: person))
    case .list(_, let order): return .list(try deals.list(order))
    case .sidebar(_, let goals): return .sidebar(try deals.sidebar(goals: goals))
    case .activity: return .activity(try deals.activity())
    }
  }
}
