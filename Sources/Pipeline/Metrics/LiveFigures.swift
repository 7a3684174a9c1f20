/// The figures that follow every change of the board: the live block of one pipeline (NUMBERS.md,
/// "On the board" and "The four").
///
/// A deal that changes is taken out as it was and put in as it is; nothing costs more as the number
/// of deals grows. Deals closed in `window` come in as totals, so that a board opens without them.
public struct LiveFigures: Hashable, Sendable {
  /// The pipeline, with the stages as they are today.
  public let pipeline: SalesPipeline
  /// The day that ages and staleness are of.
  public internal(set) var day: Day
  /// The days whose closed deals count.
  public let window: DayRange
  /// The open deals of the whole pipeline.
  public internal(set) var open = OpenDeals()
  /// The stages in board order.
  public internal(set) var stages: [StageFigures]
  /// The open deals of each stage that was put away, in the order of the pipeline's `archivedStages`:
  /// on a past day deals may stand there.
  public internal(set) var putAway: [OpenDeals]
  /// The deals closed in the window, in every currency.
  public internal(set) var outcomes = Outcomes()
  /// The deals closed in the window by currency.
  public internal(set) var closed = PerCurrency<ClosedDeals>()
  /// The deals won in the month of `day` by currency.
  public internal(set) var wonThisMonth = PerCurrency<ValueTotals>()
  /// The open deals by owner; `nil` owns what nobody does.
  public internal(set) var owners: [Identifier<Person>?: OpenDeals] = [:]

  /// The figures of a pipeline without open deals.
  public init(pipeline: SalesPipeline, day: Day, window: DayRange, closed: ClosedTotals) {
    self.pipeline = pipeline
    self.day = day
    self.window = window
    self.stages = pipeline.stages.map(StageFigures.init)
    self.putAway = pipeline.archivedStages.map { _ in OpenDeals() }
    add(closed)
  }

  /// Counts deals closed in the window as well, of which the totals are known.
  mutating func add(_ closed: ClosedTotals) {
    for group in closed.outcomes {
      outcomes.add(isWon: group.isWon, deals: group.deals)
      self.closed.update(group.currency, from: ClosedDeals()) { $0.add(group) }
      if !group.isWon, !stages.isEmpty {
        stages[pipeline.position(of: group.furthest) ?? 0].lostHere += group.deals
      }
    }
    for age in closed.ages {
      outcomes.add(isWon: age.isWon, age: age.days, ofDeals: age.deals)
      self.closed.update(age.currency, from: ClosedDeals()) {
        $0.outcomes.add(isWon: age.isWon, age: age.days, ofDeals: age.deals)
      }
    }
    for stay in closed.stays {
      guard let place = pipeline.position(of: stay.stage) else { continue }
      stages[place].daysOfThoseWhoLeft.add(stay.days, count: stay.deals)
    }
    for month in closed.wonThisMonth {
      wonThisMonth.update(month.currency, from: ValueTotals()) {
        $0.add(deals: month.deals, valued: month.valued, minorUnits: month.minorUnits)
      }
    }
  }
}

/// The live figures of one stage.
public struct StageFigures: Hashable, Sendable {
  /// The stage.
  public let stage: Stage
  /// The open deals that stand in it.
  public internal(set) var open = OpenDeals()
  /// The days spent here over all visits by the deals that visited the stage, first in the window,
  /// and are not open in it now.
  public internal(set) var daysOfThoseWhoLeft = DayHistogram()
  /// How many deals lost in the window got as far as this stage and no further.
  var lostHere = 0

  init(_ stage: Stage) {
    self.stage = stage
  }
}

extension LiveFigures {
  /// Of the deals closed in the window that reached a stage, the share won; a won deal reached all
  /// of them.
  ///
  /// `nil` where none did, and beyond the last stage. Stages count from 0.
  public func winRate(stage place: Int) -> Ratio? {
    guard stages.indices.contains(place) else { return nil }
    return Ratio(outcomes.won, of: outcomes.won + lostReaching(place))
  }

  /// How many of the deals lost in the window reached a stage, which counts from 0.
  public func lostReaching(_ place: Int) -> Int {
    stages.dropFirst(max(place, 0)).reduce(0) { $0 + $1.lostHere }
  }

  /// The share of the open value in a currency that stands in a stage, or of the open deals where
  /// nothing in the stage has a value in that currency; `nil` of nothing.
  public func share(stage place: Int, in currency: Currency) -> Ratio? {
    guard stages.indices.contains(place) else { return nil }
    let stage = stages[place].open
    guard stage[currency].value.minorUnits > 0 else { return Ratio(stage.deals, of: open.deals) }
    return Ratio(stage[currency].value.minorUnits, of: open[currency].value.minorUnits)
  }

  /// Sales velocity in a currency with its factors.
  public func velocity(in currency: Currency) -> SalesVelocity {
    SalesVelocity(open: open[currency], closed: closed[currency])
  }

  /// The currencies that occur among open and closed deals, the given one first, then by code.
  public func currencies(first main: Currency) -> [Currency] {
    let all = Set(open.byCurrency.currencies + closed.currencies + wonThisMonth.currencies)
    return [main] + all.subtracting([main]).sorted()
  }

  /// The currency that figures show first: `main`, or, where no deal is in it, the one that most
  /// deals have, of equals the first by code.
  public func firstCurrency(preferring main: Currency) -> Currency {
    if open.byCurrency.contains(main) || closed.contains(main) { return main }
    var counts = open.byCurrency.map { ($0.currency, $0.value.value.deals) }
    counts += closed.map { ($0.currency, $0.value.outcomes.closed) }
    let totals = Dictionary(counts, uniquingKeysWith: +)
    return totals.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? main
  }

  /// The currencies that deals are in, open or closed.
  public var currencies: Set<Currency> {
    Set(open.byCurrency.currencies).union(closed.currencies)
  }

  /// How many deals were won in the month of `day`.
  public var dealsWonThisMonth: Int {
    wonThisMonth.reduce(0) { $0 + $1.value.deals }
  }
}
