import ArgumentParser
import Pipeline

/// A field by which deals are grouped.
enum GroupField: String, CaseIterable, ExpressibleByArgument {
  /// Who owns them.
  case owner
  /// Each label; a deal with two labels is in two groups.
  case label
  /// The customer's organization.
  case organization
  /// Why they were lost; deals that were not are in no group of their own.
  case reason

  /// What stands over the groups' names.
  var heading: String {
    switch self {
    case .owner: "Owner"
    case .label: "Label"
    case .organization: "Organization"
    case .reason: "Reason"
    }
  }

  /// The groups by name, and last those that have none; a group's deals in their order.
  func groups(
    of deals: [Deal],
    names: StructureNames
  ) -> [(name: String?, deals: [Deal])] {
    var groups: [String?: [Deal]] = [:]
    for deal in deals {
      for name in values(of: deal, names) { groups[name, default: []].append(deal) }
    }
    return groups.map { (name: $0.key, deals: $0.value) }.sorted { left, right in
      guard let leftName = left.name else { return false }
      guard let rightName = right.name else { return true }
      return leftName < rightName
    }
  }

  private func values(of deal: Deal, _ names: StructureNames) -> [String?] {
    switch self {
    case .owner: [names.name(of: deal.owner)]
    case .label: deal.labels.isEmpty ? [nil] : deal.labels
    case .organization: [deal.organization]
    case .reason: deal.status.isLost ? [deal.status.lostReason] : []
    }
  }
}
