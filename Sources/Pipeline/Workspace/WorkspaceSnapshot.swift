/// A workspace as a store hands it over: everything that is open, and sums over what is closed, as
/// known at the end of a day.
///
/// Each open deal is counted and given its place in its column as it is added, while it is at hand:
/// going through all of them again takes as long as reading half of them.
public struct WorkspaceSnapshot: Sendable {
  /// What the workspace is set to.
  public let settings: WorkspaceSettings
  /// The pipelines in the order they were made; never empty.
  public let pipelines: [SalesPipeline]
  /// The team in its kept order, those who left included.
  public let people: [Person]
  /// The goals, by period and then in the order they were set.
  public let goals: [Goal]
  /// The baselines, by day and then in the order they were saved.
  public let baselines: [Baseline]
  /// The saved filters, by name.
  public let filters: [SavedFilter]
  /// The deals that are open at the end of `asOf`.
  private(set) var table = DealTable()
  /// Sums over the deals closed in `window`, by pipeline; one that has none may be missing.
  public var closed: [Identifier<SalesPipeline>: ClosedTotals]
  /// The days that `closed` covers.
  public let window: DayRange
  /// The day it is known at the end of.
  public let asOf: Day
  /// The place of the last event in the log; 0 for an empty one.
  public let lastSequence: Int64
  /// Grows with each change of pipelines, stages, people, settings, goals, baselines or filters.
  public let structureVersion: Int64
  /// Deals with events dated after `asOf`, which cannot be changed until then.
  public let dealsWithLaterEvents: Set<Identifier<Deal>>

  /// Why `asOf` is hindsight in a pipeline; of one in which it was recorded there is nothing.
  public var hindsight: [Identifier<SalesPipeline>: Hindsight] = [:]

  private var counters: OpenDealCounters
  /// The columns of all stages on a board, in no order.
  private(set) var columns: [Identifier<Stage>: StageColumn.Draft] = [:]

  /// Makes a snapshot; columns are sorted by the next step.
  public init(
    settings: WorkspaceSettings,
    pipelines: [SalesPipeline],
    people: [Person],
    goals: [Goal] = [],
    baselines: [Baseline] = [],
    filters: [SavedFilter] = [],
    openDeals: some Sequence<Deal> = EmptyCollection<Deal>(),
    closed: [Identifier<SalesPipeline>: ClosedTotals] = [:],
    window: DayRange,
    asOf: Day,
    lastSequence: Int64,
    structureVersion: Int64,
    dealsWithLaterEvents: Set<Identifier<Deal>> = []
  ) {
    self.settings = settings
    self.pipelines = pipelines
    self.people = people
    self.goals = goals
    self.baselines = baselines
    self.filters = filters
    self.closed = closed
    self.window = window
    self.asOf = asOf
    self.lastSequence = lastSequence
    self.structureVersion = structureVersion
    self.dealsWithLaterEvents = dealsWithLaterEvents
    counters = OpenDealCounters(pipelines: pipelines, day: asOf, window: window)
    for stage in pipelines.flatMap(\.stages) {
      columns[stage.id] = StageColumn.Draft(
        rule: ColumnRule(
          order: .nextStep,
          day: asOf,
          mainCurrency: settings.currency
        )
      )
    }
    for deal in openDeals { add(deal) }
  }

  /// The deals that are open at the end of `asOf`, in no order; a copy of all of them.
  public var openDeals: [Deal] { Array(table.all) }

  /// How many deals it has.
  public var dealCount: Int { table.count }

  /// The figures of each pipeline over the open deals alone.
  var figures: [Identifier<SalesPipeline>: LiveFigures] { counters.figures }

  /// Adds an open deal that is not in here yet.
  public mutating func add(_ deal: Deal) {
    table.add(deal)
    guard deal.status.isOpen, !deal.isDeleted else { return }
    counters.add(deal)
    columns[deal.stage]?.add(deal)
  }
}
