/// A stage that is yet to be made: what a new pipeline or an import asks for.
public struct StageTemplate: Hashable, Sendable {
  /// The name, as it will stand in the header.
  public var name: String
  /// How likely a deal in it is to be won.
  public var probability: Probability?
  /// The days a deal may go untouched; `nil`: no limit.
  public var idleLimit: Int?
  /// The days one visit may last; `nil`: no limit.
  public var stuckLimit: Int?

  /// Makes a template; limits in days.
  public init(
    name: String,
    probability: Probability? = nil,
    idleLimit: Int? = nil,
    stuckLimit: Int? = nil
  ) {
    self.name = name
    self.probability = probability
    self.idleLimit = idleLimit
    self.stuckLimit = stuckLimit
  }

  /// The five stages of a new workspace's pipeline, in board order.
  public static let defaults: [StageTemplate] = [
    ("Lead In", 10), ("Contact Made", 20), ("Demo Scheduled", 40), ("Proposal Made", 60),
    ("Negotiations Started", 80),
  ].map { StageTemplate(name: $0.0, probability: Probability(percent: $0.1)) }
}
