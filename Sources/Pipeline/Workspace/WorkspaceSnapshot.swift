/// A workspace as a store hands it over: everything that is open, and sums over what is closed, as
/// known at the end of a day.
public struct WorkspaceSnapshot: Sendable {
  /// What the workspace is set to.
  public var settings: WorkspaceSettings
  /// The pipelines in the order they were made; never empty.
  public var pipelines: [SalesPipeline]
  /// The team in its kept order, those who left included.
  public var people: [Person]
  /// The goals, by period and then in the order they were set.
  public var goals: [Goal]
  /// The baselines, by day and then in the order they were saved.
  public var baselines: [Baseline]
  /// The saved filters, by name.
  public var filters: [SavedFilter]
  /// The deals that are open at the end of `asOf`, in no order.
  public var openDeals: [Deal]
  /// Sums over the deals closed in `window`, by pipeline; one that has none may be missing.
  public var closed: [Identifier<SalesPipeline>: ClosedTotals]
  /// The days that `closed` covers.
  public var window: DayRange
  /// The day it is known at the end of.
  public var asOf: Day
  /// The place of the last event in the log; 0 for an empty one.
  public var lastSequence: Int64
  /// Grows with each change of pipelines, stages, people, settings, goals, baselines or filters.
  public var structureVersion: Int64
  /// Deals with events dated after `asOf`, which cannot be changed until then.
  public var dealsWithLaterEvents: Set<Identifier<Deal>>

  /// The day on which each pipeline's history begins, where that is after `asOf`: the day is shown in
  /// hindsight (NUMBERS.md, "Ground rules").
  public var historyBegins: [Identifier<SalesPipeline>: Day] = [:]

  /// Makes a snapshot.
  public init(
    settings: WorkspaceSettings,
    pipelines: [SalesPipeline],
    people: [Person],
    goals: [Goal] = [],
    baselines: [Baseline] = [],
    filters: [SavedFilter] = [],
    openDeals: [Deal],
    closed: [Identifier<SalesPipeline>: ClosedTotals],
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
    self.openDeals = openDeals
    self.closed = closed
    self.window = window
    self.asOf = asOf
    self.lastSequence = lastSequence
    self.structureVersion = structureVersion
    self.dealsWithLaterEvents = dealsWithLaterEvents
  }
}
