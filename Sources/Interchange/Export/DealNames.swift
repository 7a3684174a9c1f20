public import Pipeline

/// The names that a deal's identifiers stand for.
public struct DealNames {
  private let pipelines: [Identifier<SalesPipeline>: String]
  private let stages: [Identifier<Stage>: String]
  private let people: [Identifier<Person>: String]

  /// The names in a workspace; archived stages have theirs.
  public init(pipelines: [SalesPipeline], people: [Person]) {
    self.pipelines = Dictionary(pipelines.map { ($0.id, $0.name) }) { first, _ in first }
    self.stages = Dictionary(
      pipelines.flatMap { $0.stages + $0.archivedStages }.map { ($0.id, $0.name) }
    ) { first, _ in first }
    self.people = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The name of a deal's pipeline; empty where it is not known.
  public func pipeline(of deal: Deal) -> String { pipelines[deal.pipeline] ?? "" }

  /// The name of a deal's stage; empty where it is not known.
  public func stage(of deal: Deal) -> String { stages[deal.stage] ?? "" }

  /// The name of a deal's owner; `nil` where it has none.
  public func owner(of deal: Deal) -> String? { deal.owner.flatMap { people[$0] } }
}
