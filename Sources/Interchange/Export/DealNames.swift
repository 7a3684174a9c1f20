public import Pipeline

/// The names that a deal's identifiers stand for.
public struct DealNames {
  private let pipelines: [Identifier<SalesPipeline>: String]
  private let stages: [Identifier<Stage>: String]
  private let stageNumbers: [Identifier<Stage>: Int]
  private let people: [Identifier<Person>: String]
  private let contacts: [[String]: Contact]

  /// The names in a workspace; archived stages have theirs.
  public init(pipelines: [SalesPipeline], people: [Person], contacts: [Contact] = []) {
    self.contacts = Dictionary(
      contacts.map { (Self.key($0.name, $0.organization), $0) }
    ) { first, _ in first }
    self.pipelines = Dictionary(pipelines.map { ($0.id, $0.name) }) { first, _ in first }
    self.stages = Dictionary(
      pipelines.flatMap { $0.stages + $0.archivedStages }.map { ($0.id, $0.name) }
    ) { first, _ in first }
    self.stageNumbers = Dictionary(
      pipelines.flatMap { $0.stages.enumerated().map { ($1.id, $0 + 1) } }
    ) { first, _ in first }
    self.people = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private static func key(_ name: String, _ organization: String?) -> [String] {
    [name.lowercased(), organization?.lowercased() ?? ""]
  }

  /// How a deal's contact is reached: who has the name and works there, else who has the name and
  /// whose organization is not known.
  public func contact(of deal: Deal) -> Contact? {
    guard let name = deal.contact else { return nil }
    return contacts[Self.key(name, deal.organization)] ?? contacts[Self.key(name, nil)]
  }

  /// The name of a deal's pipeline; empty where it is not known.
  public func pipeline(of deal: Deal) -> String { pipelines[deal.pipeline] ?? "" }

  /// The name of a deal's stage; empty where it is not known.
  public func stage(of deal: Deal) -> String { stages[deal.stage] ?? "" }

  /// The number of a deal's stage in its pipeline, from 1; `nil` where it is archived.
  public func stageNumber(of deal: Deal) -> Int? { stageNumbers[deal.stage] }

  /// The name of a deal's owner; `nil` where it has none.
  public func owner(of deal: Deal) -> String? { deal.owner.flatMap { people[$0] } }
}
