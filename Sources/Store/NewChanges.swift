public import Pipeline

/// What was committed after a place in the log.
public struct NewChanges: Hashable, Sendable {
  /// The events in order with their deals as of the asked day; deals that do not exist by then are
  /// left out.
  ///
  /// Each deal is as all its events up to the day leave it, so that applying all of them in order
  /// ends right.
  public let changes: [RecordedChange]
  /// The place of the last event in the log.
  public let lastSequence: Int64
  /// Grows with each change of pipelines, stages, people, settings, goals, baselines or filters.
  public let structureVersion: Int64
  /// Whether there are too many to hand out, so that the workspace is to be loaded anew.
  public let needsReload: Bool

  /// Makes a report.
  public init(
    changes: [RecordedChange],
    lastSequence: Int64,
    structureVersion: Int64,
    needsReload: Bool = false
  ) {
    self.changes = changes
    self.lastSequence = lastSequence
    self.structureVersion = structureVersion
    self.needsReload = needsReload
  }
}

extension NewChanges {
  /// What others did before a step of one's own, the step's changes, and what others did after it,
  /// of changes that were read without the step once it was made.
  ///
  /// Others may have gone on with the step's deals before this was read. Each deal is as it is in
  /// these changes then, so that handing all of them out in order ends right.
  public func around(
    _ step: StepOutcome
  ) -> (before: [RecordedChange], own: [RecordedChange], after: [RecordedChange]) {
    let first = step.changes.first?.event.sequence ?? Int64.max
    let latest = Dictionary(changes.map { ($0.deal.id, $0.deal) }) { _, last in last }
    let own = step.changes.map { change in
      guard let deal = latest[change.deal.id], deal.revision > change.deal.revision else {
        return change
      }
      return RecordedChange(event: change.event, deal: deal)
    }
    return (
      changes.filter { $0.event.sequence < first }, own,
      changes.filter { $0.event.sequence >= first }
    )
  }
}

/// A mark of a file's state: two that differ say that something was committed in between.
public struct StorePulse: Hashable, Sendable {
  /// How often this program's processes committed.
  public let commits: Int64
  /// SQLite's own mark of commits by other connections; 0 where it was not asked.
  public let dataVersion: Int64

  /// Makes a mark.
  public init(commits: Int64, dataVersion: Int64) {
    self.commits = commits
    self.dataVersion = dataVersion
  }
}

/// Pipelines, stages, people, settings, goals, baselines and saved filters.
public struct WorkspaceStructure: Hashable, Sendable {
  /// What the workspace is set to.
  public let settings: WorkspaceSettings
  /// The pipelines in the order they were made; never empty.
  public let pipelines: [SalesPipeline]
  /// The team in its kept order, those who left included.
  public let people: [Person]
  /// The goals, by period and then in the order they were set.
  public let goals: [Goal]
  /// The baselines, by day and then in the order they were saved.
  public let baselines: [Baseline]
  /// The saved filters, by name.
  public let filters: [SavedFilter]
  /// Grows with each change of any of these.
  public let version: Int64

  /// Makes a structure.
  public init(
    settings: WorkspaceSettings,
    pipelines: [SalesPipeline],
    people: [Person],
    goals: [Goal] = [],
    baselines: [Baseline] = [],
    filters: [SavedFilter] = [],
    version: Int64
  ) {
    self.settings = settings
    self.pipelines = pipelines
    self.people = people
    self.goals = goals
    self.baselines = baselines
    self.filters = filters
    self.version = version
  }
}
