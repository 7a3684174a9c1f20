/// How many deals of one currency there are, how many of them have a value, and its sum.
public struct ValueTotals: Hashable, Sendable {
  /// How many deals.
  public var deals = 0
  /// How many of them have a value; zero is a value.
  public var valued = 0
  /// The sum of those values in minor units.
  public var minorUnits: Int128 = 0

  /// Totals of nothing.
  public init() {}

  /// How many deals have no value and are left out of sums and means.
  public var unvalued: Int { deals - valued }

  /// The mean value in minor units, over the deals that have one; `nil` where none has.
  public var mean: Ratio? { Ratio(minorUnits, of: Int128(valued)) }

  /// Counts a deal of this value, or one fewer where `sign` is -1.
  mutating func add(_ value: Int64?, sign: Int) {
    deals += sign
    guard let value else { return }
    valued += sign
    minorUnits += Int128(value) * Int128(sign)
  }

  /// Counts many deals at once.
  mutating func add(deals: Int, valued: Int, minorUnits: Int128) {
    self.deals += deals
    self.valued += valued
    self.minorUnits += minorUnits
  }
}

/// What the open deals of one currency are worth, and what of it to expect.
public struct OpenTotals: Hashable, Sendable {
  /// How many, and their value.
  public var value = ValueTotals()
  /// The sum of value × probability, in minor units × percent, over the deals that have both.
  ///
  /// Exact; a hundredth of it is the weighted value.
  public var percentMinorUnits: Int128 = 0
  /// How many deals have a value and no probability, and are left out of the weighted value.
  public var unweighted = 0
  /// How many deals have a value and are omitted by hand, and so weigh nothing whatever their
  /// probability; only forecasts ask for it.
  public var omitted = 0
  /// How many deals are not stale: the N of sales velocity.
  public var fresh = 0

  /// Totals of nothing.
  public init() {}

  /// The weighted value in minor units: the sum of value × probability; 0 of nothing.
  ///
  /// `nil` where deals that count have a value and none of them a probability: nothing is known then,
  /// and 0 would say that nothing is to be expected.
  public var weighted: Ratio? {
    unweighted > 0 && unweighted + omitted == value.valued
      ? nil : Ratio(percentMinorUnits, of: 100)
  }

  /// What the deals of several totals are worth together.
  public static func sum(_ parts: some Sequence<OpenTotals>) -> OpenTotals {
    parts.reduce(into: OpenTotals()) { $0.add($1) }
  }

  /// Adds what other open deals add up to.
  mutating func add(_ other: OpenTotals) {
    value.add(
      deals: other.value.deals,
      valued: other.value.valued,
      minorUnits: other.value.minorUnits
    )
    percentMinorUnits += other.percentMinorUnits
    unweighted += other.unweighted
    omitted += other.omitted
    fresh += other.fresh
  }

  /// Counts a deal in a forecast: an omitted one is worth nothing to it, yet it is open and shown.
  mutating func addForecast(_ deal: Deal, probability: Probability?, isStale: Bool) {
    let isOmitted = deal.category == .omitted
    let counted = isOmitted ? Probability(percent: 0) : probability
    add(deal.minorUnits, probability: counted, isStale: isStale, sign: 1)
    if isOmitted, deal.minorUnits != nil { omitted += 1 }
  }

  mutating func add(_ value: Int64?, probability: Probability?, isStale: Bool, sign: Int) {
    self.value.add(value, sign: sign)
    if !isStale { fresh += sign }
    guard let value else { return }
    if let probability {
      percentMinorUnits += Int128(value) * Int128(probability.percent) * Int128(sign)
    } else {
      unweighted += sign
    }
  }
}
