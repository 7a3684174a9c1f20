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
  /// How many deals are not stale: the N of sales velocity.
  public var fresh = 0

  /// Totals of nothing.
  public init() {}

  /// The weighted value in minor units: the sum of value × probability; 0 of nothing.
  ///
  /// `nil` where deals have a value and none of them a probability: nothing is known then, and 0
  /// would say that nothing is to be expected.
  public var weighted: Ratio? {
    unweighted > 0 && unweighted == value.valued ? nil : Ratio(percentMinorUnits, of: 100)
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
    fresh += other.fresh
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
