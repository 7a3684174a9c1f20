/// What a team, or one of it, wants to win in a period.
public struct Goal: Hashable, Sendable {
  /// What is counted, and how much of it is wanted; above zero.
  public enum Target: Hashable, Sendable {
    /// The value of the deals won.
    case money(Money)
    /// The number of deals won.
    case deals(Int)

    /// Whether two targets count the same thing: deals, or money of one currency.
    public func countsTheSame(as other: Target) -> Bool {
      switch (self, other) {
      case (.money(let money), .money(let other)): money.currency == other.currency
      case (.deals, .deals): true
      case (.money, .deals), (.deals, .money): false
      }
    }
  }

  /// The goal's number.
  public let id: Identifier<Goal>
  /// The pipeline whose wins count.
  public let pipeline: Identifier<SalesPipeline>
  /// Whose wins count; `nil`: everybody's.
  public let owner: Identifier<Person>?
  /// When a deal must be won to count.
  public let period: Period
  /// How much is wanted.
  public let target: Target

  /// Makes a goal.
  ///
  /// A pipeline has at most one for each owner, period and thing counted.
  public init(
    id: Identifier<Goal>,
    pipeline: Identifier<SalesPipeline>,
    owner: Identifier<Person>? = nil,
    period: Period,
    target: Target
  ) {
    self.id = id
    self.pipeline = pipeline
    self.owner = owner
    self.period = period
    self.target = target
  }
}
