import Pipeline

/// Gathers the sums over closed deals: groups that the database counted, and single deals that are
/// put in or taken out.
struct TotalsBuilder {
  private struct OutcomeKey: Hashable {
    let pipeline: Identifier<SalesPipeline>
    let isWon: Bool
    let currency: Currency
    let furthest: Identifier<Stage>
  }

  private struct AgeKey: Hashable {
    let pipeline: Identifier<SalesPipeline>
    let isWon: Bool
    let currency: Currency
    let days: Int
  }

  private struct StayKey: Hashable {
    let stage: Identifier<Stage>
    let days: Int
  }

  private struct MonthKey: Hashable {
    let pipeline: Identifier<SalesPipeline>
    let currency: Currency
  }

  struct Sum: Equatable {
    var deals = 0
    var valued = 0
    var minorUnits: Int128 = 0

    init(deals: Int = 0, valued: Int = 0, minorUnits: Int128 = 0) {
      self.deals = deals
      self.valued = valued
      self.minorUnits = minorUnits
    }

    /// The sum over one deal of this value; `nil`: it has none.
    init(minorUnits: Int64?) {
      self.init(deals: 1, valued: minorUnits == nil ? 0 : 1, minorUnits: Int128(minorUnits ?? 0))
    }

    mutating func add(_ other: Sum, times sign: Int) {
      deals += other.deals * sign
      valued += other.valued * sign
      minorUnits += other.minorUnits * Int128(sign)
    }
  }

  private let window: DayRange
  private let month: DayRange
  private let order: StageOrder
  private var outcomes: [OutcomeKey: Sum] = [:]
  private var ages: [AgeKey: Int] = [:]
  private var stays: [StayKey: Int] = [:]
  private var won: [MonthKey: Sum] = [:]

  /// Sums over deals closed in `window`, and over wins in the month of `asOf`.
  init(window: DayRange, asOf: Day, order: StageOrder) {
    self.window = window
    self.order = order
    month = DayRange(first: asOf.startOfMonth, last: asOf.endOfMonth) ?? window
  }

  var days: (window: DayRange, month: DayRange) { (window, month) }

  /// Puts a deal in, or takes it out with a `sign` of -1; an open or deleted one counts for nothing.
  mutating func add(_ deal: Deal, times sign: Int) {
    guard !deal.isDeleted, let day = deal.status.closedDay else { return }
    let sum = Sum(minorUnits: deal.minorUnits)
    let isWon = deal.status.isWon
    if window.contains(day) {
      add(
        sum,
        in: deal.pipeline,
        isWon: isWon,
        deal.currency,
        furthest: order.furthest(of: deal),
        age: deal.created.map { day - $0 },
        times: sign
      )
    }
    if isWon, month.contains(day) { addWon(sum, in: deal.pipeline, deal.currency, times: sign) }
    for stay in order.stays(of: deal) where window.contains(stay.firstDay) {
      addStay(stay.stage, days: Int(stay.days), deals: sign)
    }
  }

  mutating func add(
    _ sum: Sum,
    in pipeline: Identifier<SalesPipeline>,
    isWon: Bool,
    _ currency: Currency,
    furthest: Identifier<Stage>,
    age: Int? = nil,
    times sign: Int = 1
  ) {
    let key = OutcomeKey(
      pipeline: pipeline,
      isWon: isWon,
      currency: currency,
      furthest: furthest
    )
    outcomes[key, default: Sum()].add(sum, times: sign)
    if let age {
      addAge(age, in: pipeline, isWon: isWon, currency, deals: sum.deals * sign)
    }
  }

  mutating func addAge(
    _ days: Int,
    in pipeline: Identifier<SalesPipeline>,
    isWon: Bool,
    _ currency: Currency,
    deals: Int
  ) {
    let key = AgeKey(pipeline: pipeline, isWon: isWon, currency: currency, days: days)
    ages[key, default: 0] += deals
  }

  mutating func addStay(_ stage: Identifier<Stage>, days: Int, deals: Int) {
    stays[StayKey(stage: stage, days: days), default: 0] += deals
  }

  mutating func addWon(
    _ sum: Sum,
    in pipeline: Identifier<SalesPipeline>,
    _ currency: Currency,
    times sign: Int = 1
  ) {
    won[MonthKey(pipeline: pipeline, currency: currency), default: Sum()].add(sum, times: sign)
  }

  /// The totals of each pipeline that has any.
  func totals() -> [Identifier<SalesPipeline>: ClosedTotals] {
    var totals: [Identifier<SalesPipeline>: ClosedTotals] = [:]
    for (key, sum) in outcomes where sum.deals != 0 {
      totals[key.pipeline, default: ClosedTotals()].outcomes.append(
        ClosedTotals.Outcome(
          isWon: key.isWon,
          currency: key.currency,
          furthest: key.furthest,
          deals: sum.deals,
          valued: sum.valued,
          minorUnits: sum.minorUnits
        )
      )
    }
    for (key, deals) in ages where deals != 0 {
      totals[key.pipeline, default: ClosedTotals()].ages.append(
        ClosedTotals.Age(isWon: key.isWon, currency: key.currency, days: key.days, deals: deals)
      )
    }
    for (key, deals) in stays where deals != 0 {
      guard let pipeline = order[key.stage]?.pipeline else { continue }
      totals[pipeline, default: ClosedTotals()].stays.append(
        ClosedTotals.Stay(stage: key.stage, days: key.days, deals: deals)
      )
    }
    for (key, sum) in won where sum.deals != 0 {
      totals[key.pipeline, default: ClosedTotals()].wonThisMonth.append(
        ClosedTotals.WonThisMonth(
          currency: key.currency,
          deals: sum.deals,
          valued: sum.valued,
          minorUnits: sum.minorUnits
        )
      )
    }
    return totals
  }
}
