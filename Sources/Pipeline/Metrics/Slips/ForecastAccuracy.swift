/// What was forecast on the first day of a period, as the log says, against what was won in it
/// (NUMBERS.md, "Looking ahead").
///
/// The forecast of a period: the deals that were open at the end of its first day and expected to
/// close in it, as was known then; their weighted value, and the value of those whose category was
/// commit. Stages' probabilities are today's. Won: the deals whose latest outcome on the as-of day is
/// a win in the period, with their latest value.
public struct ForecastAccuracy: Hashable, Sendable {
  /// Forecast and outcome of one period in one currency.
  public struct Cell: Hashable, Sendable {
    /// The deals that were forecast, with their weighted value; those omitted by hand weigh nothing.
    public internal(set) var forecast = OpenTotals()
    /// Those whose category was commit.
    public internal(set) var commit = ValueTotals()
    /// The deals won in the period.
    public internal(set) var won = ValueTotals()
    /// All of these, where they are asked for; one that was forecast and won is here twice.
    var deals: [Identifier<Deal>] = []

    /// Won value / weighted forecast; `nil` where nothing was forecast.
    public var wonOfWeighted: Ratio? {
      forecast.weighted.flatMap { Ratio(won.minorUnits) / $0 }
    }
    /// Won value / committed value; `nil` where nothing was committed.
    public var wonOfCommit: Ratio? { Ratio(won.minorUnits, of: commit.minorUnits) }
  }

  /// One period.
  public struct Line: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// Whether it has days after the as-of day.
    public let isRunning: Bool
    /// Its forecast and outcome by currency.
    public internal(set) var byCurrency = PerCurrency<Cell>()
  }

  /// The periods in their order.
  public private(set) var lines: [Line]

  private let pipeline: SalesPipeline
  let asOf: Day
  private let keepsDeals: Bool
  private let days: [Day]

  /// No deals, over the periods of a length that have days in a range, up to the as-of day.
  ///
  /// `keepsDeals` keeps which deals there are of, for explanations.
  public init(
    of pipeline: SalesPipeline,
    by length: Period.Length,
    over range: DayRange,
    asOf day: Day,
    keepsDeals: Bool = false
  ) {
    self.pipeline = pipeline
    self.asOf = day
    self.keepsDeals = keepsDeals
    lines = Period.all(length, over: range, asOf: day).map {
      Line(period: $0, isRunning: $0.last > day)
    }
    days = lines.map(\.period.first) + [day]
  }

  /// Counts one deal's history; each is handed in once, in any order.
  public mutating func count(_ history: DealHistory) {
    let states = history.deals(asOf: days)
    for (place, state) in states.dropLast().enumerated() {
      guard let state, isCounted(state), state.status.isOpen else { continue }
      forecast(state, at: place)
    }
    guard case .some(.some(let deal)) = states.last, isCounted(deal),
      case .won(let day) = deal.status,
      let place = lines.firstIndex(where: { $0.period.days.contains(day) })
    else { return }
    lines[place].byCurrency.update(deal.currency, from: Cell()) {
      $0.won.add(deal.minorUnits, sign: 1)
      if keepsDeals { $0.deals.append(deal.id) }
    }
  }

  private func isCounted(_ deal: Deal) -> Bool {
    deal.pipeline == pipeline.id && !deal.isDeleted
  }

  private mutating func forecast(_ deal: Deal, at place: Int) {
    guard let close = deal.expectedClose, lines[place].period.days.contains(close) else { return }
    let probability = deal.probability(in: pipeline.stage(deal.stage))
    lines[place].byCurrency.update(deal.currency, from: Cell()) { cell in
      cell.forecast.addForecast(deal, probability: probability, isStale: false)
      if deal.category == .commit { cell.commit.add(deal.minorUnits, sign: 1) }
      if keepsDeals { cell.deals.append(deal.id) }
    }
  }
}
