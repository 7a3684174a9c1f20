/// Any figure of one pipeline by month, quarter or year (NUMBERS.md, "Now against then": trends).
///
/// What stands open is as of each period's last day, as the figures of that day are: what was taken
/// back later stands in it. What happened is of the period's days, as known on the as-of day, so that
/// each deal counts once, in the period of its latest outcome. The period that the as-of day lies in
/// is running: its last day is the as-of day, unless it ends then.
///
/// What slipped, and how a goal stood, is as of the last day too; what was forecast is as of the first
/// one, and effort and losses are of the period, as known on the as-of day.
public struct Trends: Sendable {
  /// The figures of one period.
  public struct Point: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// Whether it has days after the as-of day.
    public let isRunning: Bool
    /// The day that the stocks are as of: the period's last, or the as-of day.
    public var lastDay: Day { stocks.asOf }
    /// What was open at the end of that day; of it only open deals are counted.
    public internal(set) var stocks: Figures
    /// What happened in the period, as known on the as-of day; of it open deals are not counted.
    public internal(set) var flows: Figures
    /// What the deals won in the period grew by since their creation, by currency.
    public internal(set) var upsell = PerCurrency<Upsell>()
    /// The deals open at the end of the last day whose expected close slipped, which are not kept.
    public internal(set) var slipped: SlippedDeals
    /// What was forecast on the first day and won in the period, by currency.
    public internal(set) var accuracy = PerCurrency<ForecastAccuracy.Cell>()
    /// The deals lost in the period.
    public internal(set) var losses: Losses
    /// What each stage took, of the deals that were first there in the period.
    public internal(set) var effort: Effort
    /// How each goal of the period stood at the end of the last day.
    public internal(set) var coverages: [Coverage]
    /// Whether the deals are those of a group, of which no goal is.
    public internal(set) var isOfGroup = false

    /// A figure of the period; `nil`: n/a.
    public func value(of name: FigureName) -> Ratio? {
      name.value(stocks: stocks, flows: flows)
    }

    /// Won / (won + lost) by count, with its n.
    public var winRate: Share { flows.winRate }
  }

  /// The pipeline.
  public let pipeline: SalesPipeline
  /// The day that everything is as of.
  public let asOf: Day
  /// The periods in their order, each the next of the one before; none after the as-of day.
  public var points: [Point] {
    zip(counted, accuracy.lines).map { point, line in
      var point = point
      point.accuracy = line.byCurrency
      return point
    }
  }

  private var counted: [Point]
  /// Of the same periods.
  private var accuracy: ForecastAccuracy
  private let days: [Day]
  private let figuresOnly: Bool
  private var path = StagePath()

  /// Trends of no deals over the periods of a length that have days in a range, up to the as-of day.
  ///
  /// `people` say what an hour of theirs costs. Of `goals` those of the pipeline for one of the
  /// periods count, each of its owner's deals among those that are counted; `window` picks the closed
  /// deals whose win rate says how much is needed. `figuresOnly` leaves out what no `FigureName` asks
  /// for: slips, accuracy, losses, effort, upsell and goals. `ofGroups` says of the goals that are n/a
  /// that a group has none.
  public init(
    of pipeline: SalesPipeline,
    by length: Period.Length,
    over range: DayRange,
    asOf day: Day,
    people: [Person] = [],
    goals: [Goal] = [],
    window: Window = .standard,
    figuresOnly: Bool = false,
    ofGroups: Bool = false
  ) {
    self.pipeline = pipeline
    self.asOf = day
    self.figuresOnly = figuresOnly
    counted = Period.all(length, over: range, asOf: day).map { period in
      let last = min(period.last, day)
      let own = Window.period(period)
      return Point(
        period: period,
        isRunning: period.last > day,
        stocks: Figures(pipeline: pipeline, asOf: last, window: own),
        flows: Figures(pipeline: pipeline, asOf: day, window: own),
        slipped: SlippedDeals(pipeline: pipeline.id, asOf: last, keepsDeals: false),
        losses: Losses(of: pipeline, asOf: day, window: own),
        effort: Effort(of: pipeline, people: people, asOf: day, window: own),
        coverages: goals.filter { $0.pipeline == pipeline.id && $0.period == period }
          .map { Coverage(of: $0, asOf: last, window: window) },
        isOfGroup: ofGroups
      )
    }
    accuracy = ForecastAccuracy(of: pipeline, by: length, over: range, asOf: day)
    days = counted.map(\.stocks.asOf) + [day]
  }

  /// Counts one deal's history; each is handed in once, in any order.
  ///
  /// The deal counts where it passes a test as it was then: as of a period's last day for what stood
  /// open, and as of the as-of day for what happened.
  public mutating func count(
    _ history: DealHistory,
    where isCounted: (Deal) -> Bool = { _ in true }
  ) {
    let states = history.deals(asOf: days)
    for (place, state) in states.dropLast().enumerated() {
      guard let state, isCounted(state) else { continue }
      counted[place].stocks.countStock(state, by: &path)
      for goal in counted[place].coverages.indices { counted[place].coverages[goal].count(state) }
    }
    if !figuresOnly { countSlips(history, states, where: isCounted) }
    let latest = states.last ?? nil
    // One whose creation was taken back since stood in the forecasts of the days between.
    if !figuresOnly, let known = latest ?? history.tombstone(), isCounted(known) {
      accuracy.count(history)
    }
    guard let deal = latest, isCounted(deal) else { return }
    guard !figuresOnly else { return countFlows(deal) }
    for place in placesTouched(by: deal) {
      counted[place].flows.countFlow(deal, by: &path)
      counted[place].losses.count(deal)
      counted[place].effort.count(history, as: deal)
    }
    guard deal.pipeline == pipeline.id, !deal.isDeleted, case .won(let day) = deal.status,
      let place = place(of: day)
    else { return }
    counted[place].upsell.update(deal.currency, from: Upsell()) {
      $0.add(history.valuesAtCreationAndWin(asOf: asOf))
    }
  }

  /// Counts what happened to a deal as it is on the as-of day, and not what was open on past days:
  /// for who needs only that, and has no histories.
  public mutating func countFlows(_ deal: Deal) {
    for place in placesTouched(by: deal) { counted[place].flows.countFlow(deal, by: &path) }
  }

  /// Counts how often the deal had slipped by each period's last day, where it stood open then.
  private mutating func countSlips(
    _ history: DealHistory,
    _ states: [Deal?],
    where isCounted: (Deal) -> Bool
  ) {
    let open = states.dropLast().enumerated().compactMap { place, state in
      state.flatMap { counted[place].slipped.isCounted($0) && isCounted($0) ? (place, $0) : nil }
    }
    // A deal that is never open on a last day need not be followed.
    guard !open.isEmpty else { return }
    let slips = history.slips(asOf: Array(days.dropLast()))
    for (place, deal) in open { counted[place].slipped.count(deal, slips[place]) }
  }

  /// The periods in which something happened to a deal; every other one has nothing of it.
  private func placesTouched(by deal: Deal) -> [Int] {
    var places: [Int] = []
    func touch(_ day: Day?) {
      guard let day, let place = place(of: day), !places.contains(place) else { return }
      places.append(place)
    }
    touch(deal.created)
    touch(deal.existsSince)
    touch(deal.status.closedDay)
    for visit in deal.visits { touch(visit.entered) }
    return places
  }

  private func place(of day: Day) -> Int? {
    guard let first = counted.first?.period.first, day >= first, day <= asOf else { return nil }
    var (low, high) = (0, counted.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if counted[middle].period.first <= day { low = middle } else { high = middle }
    }
    return counted[low].period.days.contains(day) ? low : nil
  }
}

extension Trends {
  /// The currencies that occur in any period, by code.
  public var currencies: [Currency] { Set(points.flatMap(\.currencies)).sorted() }

  /// Every number that can be followed, as `TrendFigure.all` lists them.
  public func figures(policy: ConversionPolicy = .reached) -> [TrendFigure] {
    TrendFigure.all(in: pipeline, points: points, policy: policy)
  }
}
