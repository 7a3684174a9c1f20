/// A number of the live block, of a whole pipeline or of one stage, that can be looked up in any
/// `LiveFigures` and so compared between two of them.
public enum LiveNumber: Hashable, Sendable {
  /// Open deals.
  case openDeals
  /// The sum of the open deals' values, in minor units.
  case openValue(Currency)
  /// The sum of value × probability, in minor units.
  case weightedValue(Currency)
  /// The mean value of the open deals that have one, in minor units.
  case meanDealSize(Currency)
  /// Won / (won + lost) in the window.
  case winRate
  /// The same by value.
  case winRateByValue(Currency)
  /// Mean days from creation to win; of a stage, mean days in it.
  case meanAge
  /// Median days from creation to win; of a stage, median days in it.
  case medianAge
  /// Mean days of the present visits.
  case meanVisit
  /// Sales velocity, in minor units per day.
  case velocity(Currency)
  /// Open deals that are stale.
  case stale

  /// What the change beside a number is measured from (NUMBERS.md, "On the board").
  public enum Reference: Hashable, Sendable {
    /// The beginning of the day: beside a count or a sum.
    case startOfDay
    /// The 90th day before: beside a rate or an age.
    case ninetyDaysAgo
  }

  /// Which way it is better.
  public var aim: Comparison.Aim {
    switch self {
    case .openDeals, .openValue, .weightedValue, .meanDealSize, .winRate, .winRateByValue,
      .velocity:
      .higher
    case .meanAge, .medianAge, .meanVisit, .stale: .lower
    }
  }

  /// Whether it asks deals that are closed.
  public var isOfClosedDeals: Bool {
    switch self {
    case .winRate, .winRateByValue, .meanAge, .medianAge, .velocity: true
    case .openDeals, .openValue, .weightedValue, .meanDealSize, .meanVisit, .stale: false
    }
  }

  /// What its change is measured from.
  public var reference: Reference {
    switch self {
    case .openDeals, .openValue, .weightedValue, .stale: .startOfDay
    case .meanDealSize, .winRate, .winRateByValue, .meanAge, .medianAge, .meanVisit, .velocity:
      .ninetyDaysAgo
    }
  }
}

extension LiveFigures {
  /// A number of the whole pipeline, or of a stage that counts from 0; `nil`: n/a.
  ///
  /// Win rate by value and velocity are numbers of the whole pipeline only.
  public func value(of number: LiveNumber, stage place: Int? = nil) -> Ratio? {
    if let place, !stages.indices.contains(place) { return nil }
    let deals = place.map { stages[$0].open } ?? open
    switch number {
    case .openDeals: return Ratio(deals.deals)
    case .openValue(let currency): return Ratio(deals[currency].value.minorUnits)
    case .weightedValue(let currency): return deals[currency].weighted
    case .meanDealSize(let currency): return deals[currency].value.mean
    case .winRate: return place.map { winRate(stage: $0) } ?? outcomes.winRate
    case .winRateByValue(let currency):
      return place == nil ? closed[currency]?.winRateByValue : nil
    case .meanAge:
      return place.map { stages[$0].daysOfThoseWhoLeft.mean } ?? outcomes.agesAtWin.mean
    case .medianAge:
      return place.map { stages[$0].daysOfThoseWhoLeft.median } ?? outcomes.agesAtWin.median
    case .meanVisit: return deals.meanVisitDays(on: day)
    case .velocity(let currency): return place == nil ? velocity(in: currency).perDay : nil
    case .stale: return Ratio(deals.stale)
    }
  }

  /// A number here beside the same number as of an earlier day.
  ///
  /// Hand in the figures of the day that `number.reference` names. A stage counts from 0 in the
  /// board's present order, in which every day is seen.
  public func comparison(
    of number: LiveNumber,
    stage place: Int? = nil,
    with then: LiveFigures
  ) -> Comparison {
    Comparison(
      then: then.value(of: number, stage: place),
      now: value(of: number, stage: place),
      aim: number.aim
    )
  }

  /// Whether a number rests on too few cases, here or as of an earlier day, to be called better or
  /// worse: under 20.
  public func isThin(
    _ number: LiveNumber,
    stage place: Int? = nil,
    with then: LiveFigures
  ) -> Bool {
    Share.isThin(cases(of: number, stage: place))
      || Share.isThin(then.cases(of: number, stage: place))
  }

  /// How many cases a rate, an age or a mean rests on; `nil` of what is counted or summed.
  func cases(of number: LiveNumber, stage place: Int?) -> Int? {
    if let place, !stages.indices.contains(place) { return nil }
    let deals = place.map { stages[$0].open } ?? open
    switch number {
    case .openDeals, .openValue, .weightedValue, .stale: return nil
    case .meanDealSize(let currency): return deals[currency].value.valued
    case .winRate:
      return outcomes.won + (place.map { lostReaching($0) } ?? outcomes.lost)
    case .winRateByValue(let currency):
      let closed = closed[currency] ?? ClosedDeals()
      return closed.won.valued + closed.lost.valued
    case .meanAge, .medianAge:
      return place.map { stages[$0].daysOfThoseWhoLeft.count } ?? outcomes.agesAtWin.count
    case .meanVisit: return deals.visiting
    case .velocity(let currency): return velocity(in: currency).cases
    }
  }
}
