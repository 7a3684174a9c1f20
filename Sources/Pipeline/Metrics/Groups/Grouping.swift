/// A field of deals by which any number can be split (NUMBERS.md, "Volume, losses, upsell").
public enum Grouping: String, CaseIterable, Hashable, Sendable {
  /// Who owns them.
  case owner
  /// Each label; a deal with two labels is in two groups.
  case label
  /// The customer's organization.
  case organization
  /// Why they were lost; deals that are not lost are in no group, nor are deleted ones.
  case reason

  /// What a deal is grouped under; more than one for labels, none where it is in no group.
  public func keys(of deal: Deal) -> [GroupKey] {
    switch self {
    case .owner: [deal.owner.map { .owner($0) } ?? .none]
    case .label: deal.labels.isEmpty ? [.none] : deal.labels.map { .named($0) }
    case .organization: [deal.organization.map { .named($0) } ?? .none]
    case .reason:
      deal.status.isLost && !deal.isDeleted
        ? [deal.status.lostReason.map { key(named: $0) } ?? .none] : []
    }
  }

  /// The group of a label, an organization or a reason.
  public func key(named name: String) -> GroupKey {
    switch self {
    case .owner, .label, .organization: .named(name)
    case .reason: .reason(LostReason(name))
    }
  }
}

/// What the deals of one group have in common.
public enum GroupKey: Hashable, Sendable {
  /// One owner.
  case owner(Identifier<Person>)
  /// A label or an organization.
  case named(String)
  /// A reason, however it is written.
  case reason(LostReason)
  /// Nothing: no owner, no label, no organization, no reason.
  case none

  /// The name that people read; `nil` for those that have nothing.
  public func name(among people: [Person]) -> String? {
    switch self {
    case .owner(let id): people.first { $0.id == id }?.name ?? "#\(id)"
    case .named(let name): name
    case .reason(let reason): reason.text
    case .none: nil
    }
  }
}
