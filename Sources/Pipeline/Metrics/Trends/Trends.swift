/// Any figure of one pipeline by month, quarter or year (NUMBERS.md, "Now against then": trends).
///
/// What stands open is as of each period's last day, as the figures of that day are: what was taken
/// back later stands in it. What happened is of the period's days, as known on the as-of day, so that
/// each deal counts once, in the period of its latest outcome. The period that the as-of day lies in
/// is running: its last day is the as-of day, unless it ends then.
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
  public private(set) var points: [Point]

  private let days: [Day]
  private var path = StagePath()

  /// Trends of no deals over the periods of a length that have days in a range, up to the as-of day.
  public init(
    of pipeline: SalesPipeline,
    by length: Period.Length,
    over range: DayRange,
    asOf day: Day
  ) {
    self.pipeline = pipeline
    self.asOf = day
    points = Period.all(length, over: range, asOf: day).map { period in
      Point(
        period: period,
        isRunning: period.last > day,
        stocks: Figures(pipeline: pipeline, asOf: min(period.last, day), window: .period(period)),
        flows: Figures(pipeline: pipeline, asOf: day, window: .period(period))
      )
    }
    days = points.map(\.stocks.asOf) + [day]
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
      if let state, isCounted(state) { points[place].stocks.countStock(state, by: &path) }
    }
    guard case .some(.some(let deal)) = states.last, isCounted(deal) else { return }
    countFlows(deal)
    guard deal.pipeline == pipeline.id, !deal.isDeleted, case .won(let day) = deal.status,
      let place = place(of: day)
    else { return }
    points[place].upsell.update(deal.currency, from: Upsell()) {
      $0.add(history.valuesAtCreationAndWin(asOf: asOf))
    }
  }

  /// Counts what happened to a deal as it is on the as-of day, and not what was open on past days:
  /// for who needs only that, and has no histories.
  public mutating func countFlows(_ deal: Deal) {
    for place in placesTouched(by: deal) { points[place].flows.countFlow(deal, by: &path) }
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
    guard let first = points.first?.period.first, day >= first, day <= asOf else { return nil }
    var (low, high) = (0, points.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if points[middle].period.first <= day { low = middle } else { high = middle }
    }
    return points[low].period.days.contains(day) ? low : nil
  }
}

extension Trends {
  /// The currencies that occur in any period, by code.
  public var currencies: [Currency] {
    let all = points.flatMap { $0.stocks.byCurrency.currencies + $0.flows.byCurrency.currencies }
    return Set(all).sorted()
  }

  /// The figures that can be followed.
  public func figures(policy: ConversionPolicy = .reached) -> [FigureName] {
    FigureName.all(in: pipeline, currencies: currencies, policy: policy).filter(\.canBeFollowed)
  }
}

extension FigureName {
  /// Whether the figure can be followed from period to period: all can but those that look at days
  /// of their own, the last 90 or the as-of month.
  public var canBeFollowed: Bool {
    kind != .recentWinRate && kind != .wonInMonth && kind != .cohort
  }
}
