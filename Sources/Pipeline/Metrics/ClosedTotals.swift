/// What closed deals add to the live figures of one pipeline: sums over deals that are not open,
/// so that a board opens without reading each of them.
public struct ClosedTotals: Hashable, Sendable {
  /// Deals of the same outcome, currency and furthest stage, closed in the window.
  public struct Outcome: Hashable, Sendable {
    /// Whether they were won; else they were lost.
    public var isWon: Bool
    /// Their currency.
    public var currency: Currency
    /// The furthest stage that they stood in, by today's order.
    public var furthest: Identifier<Stage>
    /// How many they are.
    public var deals: Int
    /// How many of them have a value.
    public var valued: Int
    /// The sum of those values in minor units.
    public var minorUnits: Int128

    /// Makes a group of deals.
    public init(
      isWon: Bool,
      currency: Currency,
      furthest: Identifier<Stage>,
      deals: Int,
      valued: Int,
      minorUnits: Int128
    ) {
      self.isWon = isWon
      self.currency = currency
      self.furthest = furthest
      self.deals = deals
      self.valued = valued
      self.minorUnits = minorUnits
    }
  }

  /// Deals of the same outcome and currency that took the same number of days from creation to
  /// outcome, closed in the window; those whose creation is unknown are left out.
  public struct Age: Hashable, Sendable {
    /// Whether they were won; else they were lost.
    public var isWon: Bool
    /// Their currency.
    public var currency: Currency
    /// Days from creation to outcome.
    public var days: Int
    /// How many deals they are.
    public var deals: Int

    /// Makes a group of ages.
    public init(isWon: Bool, currency: Currency, days: Int, deals: Int) {
      self.isWon = isWon
      self.currency = currency
      self.days = days
      self.deals = deals
    }
  }

  /// Deals that spent the same number of days in a stage, first seen there in the window.
  public struct Stay: Hashable, Sendable {
    /// The stage.
    public var stage: Identifier<Stage>
    /// Days over all visits.
    public var days: Int
    /// How many deals they are.
    public var deals: Int

    /// Makes a group of stays.
    public init(stage: Identifier<Stage>, days: Int, deals: Int) {
      self.stage = stage
      self.days = days
      self.deals = deals
    }
  }

  /// Won deals of one currency closed in the as-of month.
  public struct WonThisMonth: Hashable, Sendable {
    /// The currency.
    public var currency: Currency
    /// How many were won.
    public var deals: Int
    /// How many of them have a value.
    public var valued: Int
    /// The sum of those values in minor units.
    public var minorUnits: Int128

    /// Makes a month's wins.
    public init(currency: Currency, deals: Int, valued: Int, minorUnits: Int128) {
      self.currency = currency
      self.deals = deals
      self.valued = valued
      self.minorUnits = minorUnits
    }
  }

  /// The groups of outcomes in the window; in no order.
  public var outcomes: [Outcome]
  /// The groups of ages in the window; in no order.
  public var ages: [Age]
  /// The groups of stays of closed deals in the window; in no order.
  public var stays: [Stay]
  /// The wins of the month of the as-of day; in no order.
  public var wonThisMonth: [WonThisMonth]

  /// Makes totals; empty ones say that no deal was closed.
  public init(
    outcomes: [Outcome] = [],
    ages: [Age] = [],
    stays: [Stay] = [],
    wonThisMonth: [WonThisMonth] = []
  ) {
    self.outcomes = outcomes
    self.ages = ages
    self.stays = stays
    self.wonThisMonth = wonThisMonth
  }
}
