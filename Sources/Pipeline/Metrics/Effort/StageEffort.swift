/// What was spent on deals while they stood in one stage (NUMBERS.md, "Effort").
///
/// Population: the deals whose first day in the stage is in the window, as for time in stage; what
/// was spent is all that was spent on them there up to the as-of day. Nothing spent: 0.
public struct StageEffort: Hashable, Sendable {
  /// How many deals.
  public internal(set) var deals = 0
  /// How many of them are not open in the stage any more.
  public internal(set) var left = 0
  /// How many of them are won.
  public internal(set) var won = 0
  /// The days that they spent in the stage, over all visits.
  public internal(set) var dealDays = 0
  /// How many activities were done for them there.
  public internal(set) var activities = 0
  /// The minutes that those took; where none were noted, the kind's default.
  public internal(set) var minutes = 0
  /// What those cost, by currency, in sixtieths of a minor unit: an hour's cost times minutes.
  var sixtieths = PerCurrency<Int128>()
  /// The deals lost in the window while they stood in the stage.
  public internal(set) var lost = 0
  /// The values of those, by currency.
  public internal(set) var lostValue = PerCurrency<ValueTotals>()

  /// No effort.
  public init() {}

  /// The currencies in which something was spent, by code.
  public var currencies: [Currency] { sixtieths.currencies }

  /// What the activities cost in a currency, in minor units: their own cost and their owner's time.
  public func cost(in currency: Currency) -> Ratio {
    Ratio(sixtieths[currency] ?? 0, of: 60) ?? Ratio(0)
  }

  /// The cost per deal that left the stage, in minor units; `nil` where none did.
  public func costPerDealLeft(in currency: Currency) -> Ratio? {
    cost(in: currency) / Ratio(left)
  }

  /// The cost per won deal, in minor units; `nil` where none is won.
  public func costPerWonDeal(in currency: Currency) -> Ratio? {
    cost(in: currency) / Ratio(won)
  }

  /// The minutes per deal that left the stage; `nil` where none did.
  public var minutesPerDealLeft: Ratio? { Ratio(minutes, of: left) }

  /// The minutes per won deal; `nil` where none is won.
  public var minutesPerWonDeal: Ratio? { Ratio(minutes, of: won) }

  /// Counts an activity; `hour` is what an hour of the deal's owner costs.
  mutating func add(_ activity: Activity, hour: Money?) {
    let took = activity.minutes.map(Int.init) ?? activity.kind.defaultMinutes
    activities += 1
    minutes += took
    if let cost = activity.cost { add(Int128(cost.minorUnits) * 60, cost.currency) }
    if let hour { add(Int128(hour.minorUnits) * Int128(took), hour.currency) }
  }

  private mutating func add(_ amount: Int128, _ currency: Currency) {
    sixtieths.update(currency, from: 0) { $0 += amount }
  }
}
