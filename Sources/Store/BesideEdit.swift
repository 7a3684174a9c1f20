/// What somebody did that is no step, so that undo does not take it back.
///
/// The file keeps one as a step without events, so that undo can say that it was what was done last.
public enum BesideEdit: String, CaseIterable, Hashable, Sendable {
  /// A goal was set or removed.
  case goal
  /// A baseline was saved or removed.
  case baseline
  /// A filter was saved or removed.
  case filter
  /// Somebody of the team was added or changed.
  case person
  /// A stage was added or changed.
  case stage
  /// A pipeline was added or renamed.
  case pipeline
  /// A setting of the workspace was changed.
  case setting
  /// Somebody's phone or mail was written down.
  case contact
}

extension StructureEdit {
  /// What it is where somebody asks what was done last.
  public var beside: BesideEdit {
    switch self {
    case .addPipeline, .renamePipeline: .pipeline
    case .addStage, .renameStage, .reorderStages, .setStage: .stage
    case .addPerson, .setPerson, .orderPeople: .person
    case .setSettings: .setting
    case .setGoal, .removeGoal: .goal
    case .saveBaseline, .removeBaseline: .baseline
    case .saveFilter, .removeFilter: .filter
    }
  }
}

extension SQLiteStore {
  /// What the actor did last, where that is no step; `nil` where it is one, or an undo.
  public func lastBeside(of actor: String) throws(StoreError) -> BesideEdit? {
    try read { try $0.lastBeside(of: actor) }
  }
}
