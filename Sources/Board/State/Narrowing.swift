public import Pipeline

/// Which deals are shown; every number on the screen goes by them.
public struct Narrowing: Hashable, Sendable {
  /// Only the deals of this person; `nil`: of all.
  public var owner: Identifier<Person>?
  /// The filter as typed; empty: none.
  public var filterText: String

  /// Makes a choice; without arguments, all deals.
  public init(owner: Identifier<Person>? = nil, filterText: String = "") {
    self.owner = owner
    self.filterText = filterText
  }

  /// Whether it lets every deal through.
  public var isEmpty: Bool { owner == nil && filterText.isEmpty }
}

extension Narrowing {
  /// Says of each deal whether it is shown; a filter that cannot be understood lets all through.
  public func test(in context: DealFilter.Context) -> @Sendable (Deal) -> Bool {
    let filter = (try? DealFilter(filterText, in: context)) ?? .all
    let owner = owner
    return { deal in (owner == nil || deal.owner == owner) && filter.matches(deal) }
  }
}
