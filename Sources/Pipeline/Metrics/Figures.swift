/// Every figure of one pipeline as of a day, counted in a single pass over its deals.
///
/// The deals are handed in as they were at the end of the day; figures over closed deals look at the
/// window (NUMBERS.md, "Ground rules").
public struct Figures: Hashable, Sendable {
  /// The pipeline, with the stages as they are today.
  public let pipeline: SalesPipeline
  /// The day that everything is as of.
  public let asOf: Day
  /// The days of the window, both ends included.
  public let window: DayRange
  /// The open deals.
  public internal(set) var open = OpenDeals()
  /// The deals closed in the window, in every currency.
  public internal(set) var outcomes = Outcomes()
  /// How many deals were deleted by the end of the day.
  public internal(set) var deleted = 0
  /// The open deals that are stale, by number.
  public internal(set) var staleDeals: [Identifier<Deal>] = []
  /// The figures of each currency that any deal has, by code.
  public internal(set) var byCurrency = PerCurrency<CurrencyFigures>()
  /// The figures of each stage in board order.
  public internal(set) var stages: [StageReport]
  /// The open deals of each stage that was put away, in the order of the pipeline's `archivedStages`:
  /// on a past day deals may stand there, and with them the stages add up to the whole.
  public internal(set) var putAway: [StageReport]
  /// Moves to an earlier stage in the window.
  public internal(set) var regressions = Regressions()
  /// The deals closed in the 90 days up to the as-of day, won of all.
  public var recentWinRate: Share { Share(recent.won, of: recent.closed) }
  /// The deals created in the window, by how they stand.
  public internal(set) var cohort = Cohort()
  /// The figures of each owner who has a deal, open or closed on whatever day; `nil` owns what nobody
  /// does.
  public internal(set) var owners: [Identifier<Person>?: OwnerFigures] = [:]
  /// The field by which the same figures are counted in groups; `nil`: by none.
  public let grouping: Grouping?
  /// The figures of each group that the field makes, of deals open or closed on whatever day.
  public internal(set) var groups: [GroupKey: OwnerFigures] = [:]
  /// Closed deals whose creation is unknown, and which are left out of ages.
  public internal(set) var withoutAge = 0

  var recent = Outcomes()
  let recentDays: DayRange

  /// How many deals count: open ones, and those closed in the window.
  public var known: Int { open.deals + outcomes.closed }

  /// Won / (won + lost) by count, of the deals closed in the window.
  public var winRate: Share { Share(outcomes.won, of: outcomes.closed) }

  /// The figures of no deals; with a field, also those of each group that it makes.
  public init(
    pipeline: SalesPipeline,
    asOf day: Day,
    window: Window = .standard,
    by grouping: Grouping? = nil
  ) {
    self.grouping = grouping
    self.pipeline = pipeline
    self.asOf = day
    self.window = window.days(asOf: day)
    self.recentDays = DayRange(days: 90, endingOn: day)
    self.stages = pipeline.stages.map(StageReport.init)
    self.putAway = pipeline.archivedStages.map(StageReport.init)
  }

  /// The figures of the stage at a place, as `SalesPipeline.stage(at:)` has it.
  public func report(at place: Int) -> StageReport? {
    if stages.indices.contains(place) { return stages[place] }
    let away = place - stages.count
    return putAway.indices.contains(away) ? putAway[away] : nil
  }

  /// The places of the stages that were put away and hold open deals, on this day or on that of other
  /// figures.
  public func placesPutAway(or other: Figures? = nil) -> [Int] {
    putAway.indices.map { stages.count + $0 }.filter { place in
      [self, other ?? self].contains { $0.report(at: place)?.open.deals ?? 0 > 0 }
    }
  }

  /// The stages of the board in its order, then those that were put away and hold open deals.
  ///
  /// Their open deals add up to the whole.
  public var stagesInUse: [StageReport] { stages + putAway.filter { $0.open.deals > 0 } }

  /// The figures of some deals, as they were at the end of a day.
  ///
  /// Deals of other pipelines are passed over.
  public init(
    of deals: some Sequence<Deal>,
    pipeline: SalesPipeline,
    asOf day: Day,
    window: Window = .standard
  ) {
    var counter = FigureCounter(Figures(pipeline: pipeline, asOf: day, window: window))
    for deal in deals { counter.count(deal) }
    self = counter.figures
  }

  /// The owners that occur, by name without regard to case, nobody last.
  ///
  /// The window picks their closed deals and not the owners: who has nothing in it has zeros.
  public func owners(named people: [Person]) -> [(name: String?, figures: OwnerFigures)] {
    let names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
    return owners.map { owner, figures in (owner.map { names[$0] ?? "#\($0)" }, figures) }
      .sorted { left, right in
        guard let leftName = left.0, let rightName = right.0 else { return left.0 != nil }
        let folded = (leftName.lowercased(), rightName.lowercased())
        return folded.0 == folded.1 ? leftName < rightName : folded.0 < folded.1
      }
  }

  /// The groups by name without regard to case, and last those that have nothing.
  public func groups(
    named people: [Person]
  ) -> [(key: GroupKey, name: String?, figures: OwnerFigures)] {
    groups.map { (key: $0.key, name: $0.key.name(among: people), figures: $0.value) }
      .sorted { left, right in
        guard let leftName = left.name, let rightName = right.name else { return left.name != nil }
        let folded = (leftName.lowercased(), rightName.lowercased())
        return folded.0 == folded.1 ? leftName < rightName : folded.0 < folded.1
      }
  }
}

/// The figures of one currency.
public struct CurrencyFigures: Hashable, Sendable {
  /// The open deals.
  public internal(set) var open = OpenTotals()
  /// The deals closed in the window.
  public internal(set) var closed = ClosedDeals()
  /// The deals created in the window, with the values that they have now.
  public internal(set) var created = ValueTotals()
  /// The deals won in the as-of month, up to the as-of day: what is booked already.
  public internal(set) var wonInMonth = ValueTotals()
  /// The open deals by the month of their expected close.
  public internal(set) var forecast = Forecast()

  /// The figures of nothing.
  public init() {}

  /// Sales velocity with its factors.
  public var velocity: SalesVelocity { SalesVelocity(open: open, closed: closed) }
}

/// The figures of one stage.
public struct StageReport: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// The deals that stand in it, open.
  public internal(set) var open = OpenDeals()
  /// How many of the deals won in the window reached it: all of them.
  public internal(set) var won = 0
  /// How many of the deals lost in the window reached it.
  public internal(set) var lost = 0
  /// The days over all visits, of the deals first here in the window.
  public internal(set) var days = DayHistogram()
  /// The same, of those that are not open in it now.
  public internal(set) var daysOfThoseWhoLeft = DayHistogram()
  /// The days over all visits, of the deals won in the window.
  public internal(set) var daysOfWon = DayHistogram()
  private var conversions = [Conversion](
    repeating: Conversion(),
    count: ConversionPolicy.allCases.count
  )

  init(_ stage: Stage) {
    self.stage = stage
  }

  /// Won / (won + lost), of the deals closed in the window that reached it; a won deal reached all.
  public var winRate: Share { Share(won, of: won + lost) }

  /// How many went on from here under a policy.
  public internal(set) subscript(policy: ConversionPolicy) -> Conversion {
    get { conversions[Self.place(of: policy)] }
    set { conversions[Self.place(of: policy)] = newValue }
  }

  private static func place(of policy: ConversionPolicy) -> Int {
    switch policy {
    case .reached: 0
    case .touched: 1
    case .strict: 2
    }
  }
}

/// The deals created in a window, by how they stand on the as-of day.
public struct Cohort: Hashable, Sendable {
  /// How many are won.
  public internal(set) var won = 0
  /// How many are lost.
  public internal(set) var lost = 0
  /// How many are still open.
  public internal(set) var open = 0
  /// How many they are.
  public var created: Int { won + lost + open }
}

/// The figures of one owner's deals.
public struct OwnerFigures: Hashable, Sendable {
  /// The open deals.
  public internal(set) var open = OpenDeals()
  /// The deals closed in the window.
  public internal(set) var outcomes = Outcomes()
  /// The same by currency.
  public internal(set) var closed = PerCurrency<ClosedDeals>()
  /// The open deals by currency and the month of their expected close.
  public internal(set) var forecast = PerCurrency<Forecast>()
  /// The deals won in the as-of month, up to the as-of day, by currency.
  public internal(set) var wonInMonth = PerCurrency<ValueTotals>()

  /// Sales velocity in a currency with its factors.
  public func velocity(in currency: Currency) -> SalesVelocity {
    SalesVelocity(open: open[currency], closed: closed[currency])
  }

  /// The currencies that occur among the owner's deals, open or closed on whatever day, by code.
  public var currencies: [Currency] {
    Set(open.byCurrency.currencies + closed.currencies + wonInMonth.currencies).sorted()
  }

  /// Won / (won + lost) by count.
  public var winRate: Share { Share(outcomes.won, of: outcomes.closed) }
}
