/// What a workspace holds beside deals, stages and people: it changes without a deal changing, so
/// that nothing has to be loaded or counted anew.
public struct WorkspaceAims: Hashable, Sendable {
  /// The goals, by period and then in the order they were set.
  public let goals: [Goal]
  /// The baselines, by day and then in the order they were saved.
  public let baselines: [Baseline]
  /// The saved filters, by name.
  public let filters: [SavedFilter]
  /// The structure's version with these in it.
  public let structureVersion: Int64

  /// Names them all.
  public init(
    goals: [Goal],
    baselines: [Baseline],
    filters: [SavedFilter],
    structureVersion: Int64
  ) {
    self.goals = goals
    self.baselines = baselines
    self.filters = filters
    self.structureVersion = structureVersion
  }
}

extension Workspace {
  /// What is in here beside deals, stages and people; setting it costs the same with any number of
  /// deals.
  public var aims: WorkspaceAims {
    get {
      WorkspaceAims(
        goals: goals,
        baselines: baselines,
        filters: filters,
        structureVersion: structureVersion
      )
    }
    set {
      goals = newValue.goals
      baselines = newValue.baselines
      filters = newValue.filters
      structureVersion = newValue.structureVersion
    }
  }
}
