/// A workspace in memory as of a day: its structure, every open deal in its column, and the figures
/// that follow each change.
///
/// It changes in one way only: a deal's new state replaces the old one (`replace(_:)`,
/// `apply(_:)`). Neither costs more as the number of deals grows.
public struct Workspace: Sendable {
  /// What the workspace is set to.
  public let settings: WorkspaceSettings
  /// The pipelines in the order they were made; never empty.
  public let pipelines: [SalesPipeline]
  /// The team in its kept order, those who left included.
  public let people: [Person]
  /// The goals, by period and then in the order they were set.
  public internal(set) var goals: [Goal]
  /// The baselines, by day and then in the order they were saved.
  public internal(set) var baselines: [Baseline]
  /// The saved filters, by name.
  public internal(set) var filters: [SavedFilter]
  /// The day that everything is as of.
  public internal(set) var today: Day
  /// The days whose closed deals count in the live figures.
  public let window: DayRange
  /// The place in the log of the last event that is in here.
  public internal(set) var lastSequence: Int64
  /// Grows with each change of pipelines, stages, people, settings, goals, baselines or filters; a
  /// workspace of other pipelines, people or settings is made anew from a snapshot.
  public internal(set) var structureVersion: Int64
  /// Deals with events dated after `today`, which cannot be changed until then.
  public internal(set) var dealsWithLaterEvents: Set<Identifier<Deal>>
  /// The day on which each pipeline's history begins, where that is after the day that is shown.
  public let hindsight: [Identifier<SalesPipeline>: Hindsight]
  /// Pipelines whose figures over closed deals are behind, and are to be marked until the workspace
  /// is made anew: a closed deal that was not in here changed, or the day went on.
  public internal(set) var pipelinesBehind: Set<Identifier<SalesPipeline>> = []

  /// Deals that are in here and are counted in no figure.
  var uncounted: Set<Identifier<Deal>> = []
  var deals: DealTable { didSet { stamp = ContentStamp() } }
  var columns: [Identifier<Stage>: StageColumn] = [:] { didSet { stamp = ContentStamp() } }
  var figures: [Identifier<SalesPipeline>: LiveFigures] = [:] { didSet { stamp = ContentStamp() } }
  var won: [Identifier<SalesPipeline>: StageColumn] = [:] { didSet { stamp = ContentStamp() } }
  /// What tells whether deals, columns and figures are the same as those of a copy.
  public private(set) var stamp = ContentStamp()

  /// Makes a workspace of what a store handed over, its columns sorted by `hands`.
  public init(_ snapshot: WorkspaceSnapshot, by hands: some WorkingHands = OneHand()) {
    settings = snapshot.settings
    pipelines = snapshot.pipelines
    people = snapshot.people
    goals = snapshot.goals
    baselines = snapshot.baselines
    filters = snapshot.filters
    today = snapshot.asOf
    window = snapshot.window
    lastSequence = snapshot.lastSequence
    structureVersion = snapshot.structureVersion
    dealsWithLaterEvents = snapshot.dealsWithLaterEvents
    hindsight = snapshot.hindsight
    deals = snapshot.table
    figures = snapshot.figures
    let drafts = Array(snapshot.columns)
    let sorted = hands.results(of: drafts.count) { StageColumn(drafts[$0].value) }
    columns = Dictionary(zip(drafts.map(\.key), sorted)) { first, _ in first }
    for pipeline in pipelines { won[pipeline.id] = StageColumn(rule: winsRule, deals: []) }
    add(snapshot.closed)
  }

  /// The day that everything is as of.
  public var asOf: Day { today }

  /// The deal of a number: an open one, or a closed one that was closed, changed or handed in while
  /// this workspace lived; `nil` for any other.
  public subscript(id: Identifier<Deal>) -> Deal? {
    deals[id]
  }

  /// The open deals of a stage in the order in which they are drawn; an empty column for a stage
  /// that is not on the board.
  public func column(_ stage: Identifier<Stage>) -> StageColumn {
    var column = columns[stage] ?? StageColumn(rule: rule(.nextStep), deals: [])
    column.deals = deals
    return column
  }

  /// What tells whether a stage's deals, as they are, and their order are those of a copy; `nil` for a
  /// stage that is not on the board.
  public func stamp(of stage: Identifier<Stage>) -> ContentStamp? {
    columns[stage]?.stamp
  }

  /// The deals won this month that are in here, the latest first.
  ///
  /// The figures count all of them; the cards are there for those closed or handed in meanwhile.
  public func wonColumn(_ pipeline: Identifier<SalesPipeline>) -> StageColumn {
    var column = won[pipeline] ?? StageColumn(rule: rule(.nextStep), deals: [])
    column.deals = deals
    return column
  }

  /// The live figures of a pipeline; those of an empty one where there is none of that number.
  public func live(_ pipeline: Identifier<SalesPipeline>) -> LiveFigures {
    figures[pipeline]
      ?? LiveFigures(
        pipeline: SalesPipeline(id: pipeline, name: "", stages: []),
        day: today,
        window: window,
        closed: ClosedTotals()
      )
  }

  /// How many deals are in here, closed ones included.
  public var dealCount: Int { deals.count }

  /// Every deal in here, closed ones included, in no order.
  ///
  /// Going through them costs as much as there are deals: for what is not on the way of a key press.
  public var allDeals: some Sequence<Deal> { deals.all }

  /// The person of a number.
  public func person(_ id: Identifier<Person>) -> Person? {
    people.first { $0.id == id }
  }

  /// The stage of a number, archived ones included.
  public func stage(_ id: Identifier<Stage>) -> Stage? {
    pipelines.lazy.compactMap { $0.stage(id) }.first
  }

  /// The pipeline of a number.
  public func pipeline(_ id: Identifier<SalesPipeline>) -> SalesPipeline? {
    pipelines.first { $0.id == id }
  }

  func rule(_ order: ColumnOrder) -> ColumnRule {
    ColumnRule(order: order, day: today, mainCurrency: settings.currency)
  }

  var winsRule: ColumnRule {
    var rule = rule(.nextStep)
    rule.isOfWins = true
    return rule
  }
}
