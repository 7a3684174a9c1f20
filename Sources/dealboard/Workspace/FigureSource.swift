import Interchange
import Pipeline
import Store

/// What a command's figures are counted from: the deals of one pipeline as of a day, narrowed to the
/// owner that was asked for.
///
/// Deals and histories are handed out one after the other, so that a million of them need no memory.
struct FigureSource {
  /// The workspace.
  let workspace: OpenWorkspace
  /// The pipeline that the figures are of.
  let pipeline: SalesPipeline
  /// The day that everything is as of.
  let day: Day
  /// The window.
  let window: Window
  /// The field by which figures are asked for; `nil`: of all deals together.
  let grouping: Grouping?
  /// The owner whose deals count; `.some(nil)`: those that nobody owns, `nil`: everybody's.
  private let owner: Identifier<Person>??

  /// Opens the workspace that options ask for, as of another day where one is given.
  init(_ options: WorkspaceOptions, _ figures: FigureOptions, asOf other: Day? = nil) throws {
    workspace = try OpenWorkspace.reading(options)
    day = try other ?? figures.past.day(today: workspace.today)
    window = figures.window.window
    grouping = figures.by?.grouping
    pipeline = try workspace.pipeline(options.pipeline, asOf: day)
    owner = try figures.ownerID(in: workspace.names)
  }

  /// Looks at one pipeline of a workspace that is open already.
  init(
    _ workspace: OpenWorkspace,
    _ pipeline: SalesPipeline,
    asOf day: Day,
    window: Window = .standard,
    grouping: Grouping? = nil,
    owner: Identifier<Person>?? = nil
  ) {
    self.workspace = workspace
    self.pipeline = pipeline
    self.day = day
    self.window = window
    self.grouping = grouping
    self.owner = owner
  }

  /// The same deals, with figures of the groups that a field makes.
  func grouped(by grouping: Grouping) -> FigureSource {
    FigureSource(
      workspace,
      pipeline,
      asOf: day,
      window: window,
      grouping: grouping,
      owner: owner
    )
  }

  /// The same deals, with figures over another window.
  func over(_ window: Window) -> FigureSource {
    FigureSource(workspace, pipeline, asOf: day, window: window, grouping: grouping, owner: owner)
  }

  /// The people and stages by name.
  var names: StructureNames { workspace.names }

  /// The goals that are about the deals that count: the owner's who was asked for, else the whole
  /// team's; none of groups, of which no goal is.
  var goals: [Goal] {
    guard grouping == nil else { return [] }
    switch owner {
    case nil: return workspace.structure.goals.filter { $0.owner == nil }
    case .some(nil): return []
    case .some(let wanted?): return workspace.structure.goals.filter { $0.owner == wanted }
    }
  }

  /// The goals that a forecast of the deals that count is set against: the owner's who was asked for,
  /// else the whole team's and its members'; none of groups.
  var comingGoals: [Goal] {
    owner == nil && grouping == nil ? workspace.structure.goals : goals
  }

  /// The days of the window.
  var days: DayRange { window.days(asOf: day) }

  /// Hands out the pipeline's deals at the end of a day, else of the as-of day; deleted ones
  /// included, oldest first.
  func deals(asOf other: Day? = nil, _ body: (Deal) -> Void) throws {
    try workspace.store.deals(asOf: other ?? day) { if isCounted($0) { body($0) } }
  }

  /// Hands out the history of each deal that ever stood in the pipeline, with the deal as of the
  /// as-of day.
  ///
  /// The owner that was asked for is the one that the deal has as of then. A deal whose creation
  /// was taken back by then is handed out as one that never was.
  func histories(changedAfter day: Day? = nil, _ body: (DealHistory, Deal) -> Void) throws {
    try historiesOfAllOwners(changedAfter: day) { history, deal in
      if isOwned(deal) { body(history, deal) }
    }
  }

  /// The same whoever owns the deals: for figures of several days, on each of which `isOwned` is to
  /// be asked of the deal as it was then.
  func historiesOfAllOwners(
    changedAfter day: Day? = nil,
    _ body: (DealHistory, Deal) -> Void
  ) throws {
    try workspace.store.histories(changedAfter: day) { history in
      guard let first = history.events.first, first.day <= self.day,
        history.concerns(pipeline.id),
        let deal = history.deal(asOf: self.day) ?? history.tombstone()
      else { return }
      body(history, deal)
    }
  }

  /// The days of the window, from the first deal's on where the window begins long before it.
  func daysWithDeals() throws -> DayRange {
    let days = days
    guard days.last - days.first > Self.fewDays else { return days }
    var first = days.last
    try deals { first = min(first, $0.existsSince) }
    return DayRange(first: max(first, days.first), last: days.last) ?? days
  }

  /// Ten years: so many periods need no look at the deals first.
  private static let fewDays = 3_660

  /// The mark of the earliest day that figures are of, the as-of day or an earlier one that they are
  /// set against; `nil` where every day was recorded.
  func hindsight(since earlier: Day? = nil) throws -> Hindsight? {
    for day in [earlier, day].compactMap(\.self) {
      if let mark = try workspace.hindsight(asOf: day, in: pipeline.id) { return mark }
    }
    return nil
  }

  /// Whether a day was not recorded.
  func isHindsight(_ day: Day) throws -> Bool {
    try Hindsight.historyBegins(
      after: day,
      in: pipeline.id,
      of: workspace.store,
      clock: workspace.clock
    ) != nil
  }

  /// The figures of all deals.
  func figures() throws -> Figures {
    var counter = counter
    try deals { counter.count($0) }
    return counter.figures
  }

  /// The figures of no deals.
  var counter: FigureCounter {
    FigureCounter(Figures(pipeline: pipeline, asOf: day, window: window))
  }

  /// Whether figures are of some of the pipeline's deals: of an owner's, or of groups.
  var isPart: Bool { owner != nil || grouping != nil }

  private func isCounted(_ deal: Deal) -> Bool {
    deal.pipeline == pipeline.id && isOwned(deal)
  }

  /// Whether a deal is of the owner that was asked for.
  func isOwned(_ deal: Deal) -> Bool {
    owner.map { deal.owner == $0 } ?? true
  }
}
