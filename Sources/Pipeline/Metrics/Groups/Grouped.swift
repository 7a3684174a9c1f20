/// The same counts for each group of deals that a field makes.
public struct Grouped<Counts> {
  /// The field.
  public let grouping: Grouping
  private let empty: Counts
  private var groups: [GroupKey: Counts] = [:]

  /// No groups; each begins with `empty` when its first deal comes.
  public init(by grouping: Grouping, from empty: Counts) {
    self.grouping = grouping
    self.empty = empty
  }

  /// Whether no deal was in any group.
  public var isEmpty: Bool { groups.isEmpty }

  /// Changes the counts of each group that a deal is in.
  public mutating func update(_ deal: Deal, _ change: (inout Counts) -> Void) {
    let empty = empty
    for key in grouping.keys(of: deal) { change(&groups[key, default: empty]) }
  }

  /// The groups by name without regard to case, and last those that have nothing.
  public func sorted(among people: [Person]) -> [(name: String?, counts: Counts)] {
    groups.map { (name: $0.key.name(among: people), counts: $0.value) }.sorted { left, right in
      guard let leftName = left.name, let rightName = right.name else { return left.name != nil }
      let folded = (leftName.lowercased(), rightName.lowercased())
      return folded.0 == folded.1 ? leftName < rightName : folded.0 < folded.1
    }
  }
}

extension Grouped: Sendable where Counts: Sendable {}
