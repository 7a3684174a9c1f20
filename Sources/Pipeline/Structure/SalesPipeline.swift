/// A sequence of stages that deals pass through on their way to being won.
public struct SalesPipeline: Hashable, Sendable {
  /// The pipeline's number, kept when it is renamed.
  public let id: Identifier<SalesPipeline>
  /// The name, unique within the workspace without regard to case.
  public var name: String
  /// The stages in board order, archived ones left out; never empty.
  public var stages: [Stage]
  /// Stages put away, which old events may still name; always in the same order.
  public var archivedStages: [Stage]

  /// Makes a pipeline of stages in board order.
  public init(
    id: Identifier<SalesPipeline>,
    name: String,
    stages: [Stage],
    archivedStages: [Stage] = []
  ) {
    self.id = id
    self.name = name
    self.stages = stages
    self.archivedStages = archivedStages
  }

  /// Whether a stage says how long a deal may go untouched or stay: without, none is stale or stuck.
  public var hasLimits: Bool { stages.contains { ($0.idleLimit ?? $0.stuckLimit) != nil } }

  /// The place of a stage in board order, from 0; `nil` for an archived or foreign one.
  public func position(of stage: Identifier<Stage>) -> Int? {
    stages.firstIndex { $0.id == stage }
  }

  /// The stage at a place: those of the board in its order from 0, then those that were put away, for
  /// past days on which deals stood in them.
  public func stage(at place: Int) -> Stage? {
    if stages.indices.contains(place) { return stages[place] }
    let away = place - stages.count
    return archivedStages.indices.contains(away) ? archivedStages[away] : nil
  }

  /// What the stage at a place is called; of one that was put away it says so.
  public func name(at place: Int) -> String? {
    stage(at: place).map { $0.isArchived ? phrase("\($0.name) (put away)") : $0.name }
  }

  /// The stage with this identifier, archived ones included.
  public func stage(_ id: Identifier<Stage>) -> Stage? {
    stages.first { $0.id == id } ?? archivedStages.first { $0.id == id }
  }
}
