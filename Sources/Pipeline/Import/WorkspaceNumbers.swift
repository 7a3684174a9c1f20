/// What the numbers in a file stand for: pipelines, stages and people are counted from 1 in the
/// order in which the file lists them.
public struct WorkspaceNumbers: Hashable, Sendable {
  /// The pipelines in that order.
  public var pipelines: [Identifier<SalesPipeline>]
  /// The stages of all pipelines in that order.
  public var stages: [Identifier<Stage>]
  /// The people in that order.
  public var people: [Identifier<Person>]

  /// Makes the numbers of these identifiers.
  public init(
    pipelines: [Identifier<SalesPipeline>],
    stages: [Identifier<Stage>],
    people: [Identifier<Person>]
  ) {
    self.pipelines = pipelines
    self.stages = stages
    self.people = people
  }

  /// The numbers of what a record holds.
  public init(_ record: WorkspaceRecord) {
    self.init(
      pipelines: record.pipelines.map(\.id),
      stages: record.stages.map(\.id),
      people: record.people.map(\.id)
    )
  }
}
