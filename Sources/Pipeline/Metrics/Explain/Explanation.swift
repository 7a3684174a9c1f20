/// Why a number is what it is (NUMBERS.md, "Explain"): its formula with the inputs filled in, the
/// days it looks at, what was left out, and the deals behind it.
public struct Explanation: Hashable, Sendable {
  /// Deals that a number does not count, although one might expect it to.
  public struct LeftOut: Hashable, Sendable {
    /// How many; above 0.
    public let deals: Int
    /// Which: `without a value`, `closed outside the window`.
    public let reason: String

    /// Names some deals that were left out.
    public init(_ deals: Int, _ reason: String) {
      self.deals = deals
      self.reason = reason
    }
  }

  /// What is explained: `Win rate of Demo Scheduled`.
  public let title: String
  /// The formula in words, then with its inputs filled in, ending in the number or in why there is
  /// none; one line each, never empty.
  public let formula: [String]
  /// The days whose deals were asked; `nil` where the number is of the as-of day alone.
  public let window: DayRange?
  /// The day the number is as of.
  public let asOf: Day
  /// What was left out; empty where nothing was.
  public let leftOut: [LeftOut]
  /// The deals that were counted, oldest first; each once.
  public let deals: [Identifier<Deal>]

  /// Puts an explanation together.
  public init(
    title: String,
    formula: [String],
    window: DayRange?,
    asOf: Day,
    leftOut: [LeftOut] = [],
    deals: [Identifier<Deal>]
  ) {
    self.title = title
    self.formula = formula
    self.window = window
    self.asOf = asOf
    self.leftOut = leftOut
    self.deals = deals
  }
}
