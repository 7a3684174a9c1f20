/// One column of the board: a step that deals of a pipeline pass through.
///
/// Its name, order, probability and limits are not history: every day is seen with today's.
public struct Stage: Hashable, Sendable {
  /// The stage's number, kept when it is renamed.
  public let id: Identifier<Stage>
  /// The name, unique within its pipeline without regard to case.
  public var name: String
  /// How likely a deal here is to be won, unless the deal has its own.
  public var probability: Probability?
  /// The days a deal may go untouched before it is stale; `nil`: no limit.
  public var idleLimit: Int?
  /// The days one visit may last before the deal is stuck; `nil`: no limit.
  public var stuckLimit: Int?
  /// Whether the stage was emptied and put away; an archived stage is no column.
  public var isArchived: Bool

  /// Makes a stage; limits in days.
  public init(
    id: Identifier<Stage>,
    name: String,
    probability: Probability? = nil,
    idleLimit: Int? = nil,
    stuckLimit: Int? = nil,
    isArchived: Bool = false
  ) {
    self.id = id
    self.name = name
    self.probability = probability
    self.idleLimit = idleLimit
    self.stuckLimit = stuckLimit
    self.isArchived = isArchived
  }
}
