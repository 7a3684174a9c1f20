/// What a workspace holds beside its log: all that an export to JSON keeps of it.
public struct WorkspaceRecord: Hashable, Sendable {
  /// What it is set to.
  public var settings: WorkspaceSettings
  /// The pipelines in the order they were made, their archived stages too.
  public var pipelines: [SalesPipeline]
  /// The team in its kept order.
  public var people: [Person]
  /// What is wanted to be won.
  public var goals: [Goal]
  /// Days that have a name.
  public var baselines: [Baseline]
  /// Filters that have a name.
  public var filters: [SavedFilter]
  /// How contacts are reached, by name.
  public var contacts: [Contact]
  /// The meetings that were held, by pipeline and oldest first.
  public var meetings: [Meeting]
  /// What was written down in meetings that are not over.
  public var drafts: [MeetingDraft]

  /// Makes a record.
  public init(
    settings: WorkspaceSettings,
    pipelines: [SalesPipeline],
    people: [Person] = [],
    goals: [Goal] = [],
    baselines: [Baseline] = [],
    filters: [SavedFilter] = [],
    contacts: [Contact] = [],
    meetings: [Meeting] = [],
    drafts: [MeetingDraft] = []
  ) {
    self.settings = settings
    self.pipelines = pipelines
    self.people = people
    self.goals = goals
    self.baselines = baselines
    self.filters = filters
    self.contacts = contacts
    self.meetings = meetings
    self.drafts = drafts
  }

  /// The stages of all pipelines, each pipeline's archived ones behind its others.
  public var stages: [Stage] {
    pipelines.flatMap { $0.stages + $0.archivedStages }
  }
}
