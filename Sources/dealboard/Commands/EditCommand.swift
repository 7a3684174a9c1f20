import ArgumentParser
import Pipeline

/// Changes fields of a deal.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change fields of a deal; none or an empty text clears one.",
    discussion: "Example: dealboard edit 12 --value 52000 --expected-close none --owner ana"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var fields: DealFieldOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: DealArgument.help)
  var deal: String

  @Option(help: "Its title.")
  var title: String?

  func run() throws {
    try ChangeCommand(options, on: happened.day).run(deal) { deal, workspace in
      let wanted = try changes(of: deal, in: workspace)
      let ways = [fields.phone == nil ? nil : "phone", fields.mail == nil ? nil : "mail"]
      let said = wanted.map(\.field) + ways.compactMap(\.self)
      guard !said.isEmpty else { return .nothing }
      return .changes(
        wanted.map(\.change),
        "edit \(deal.title)",
        said: "\(said.joined(separator: ", ")) set",
        contact: try contactEdit(of: deal)
      )
    }
  }

  /// How the person is to be reached that the deal names after the edit.
  private func contactEdit(of deal: Deal) throws -> ContactEdit? {
    try fields.contactEdit(
      of: fields.contact.map(TextArgument.clearable) ?? deal.contact,
      at: fields.organization.map(TextArgument.clearable) ?? deal.organization
    )
  }

  /// The changes that would leave the deal other than it is.
  private func changes(
    of deal: Deal,
    in workspace: OpenWorkspace
  ) throws -> [(field: String, change: DealChange)] {
    var changes: [(field: String, change: DealChange)] = []
    if let title {
      guard let title = TextArgument.optional(title) else {
        throw CommandFailure(.usage, "The title is empty. Give the deal one.")
      }
      if title != deal.title { changes.append(("title", .retitled(title))) }
    }
    if let value = try fields.value(of: deal.value, deal.currency),
      value != (deal.minorUnits, deal.currency)
    {
      changes.append(("value", .valued(value.minorUnits, value.currency)))
    }
    if let owner = try fields.owner(in: workspace.names), owner != deal.owner {
      changes.append(("owner", .ownerSet(owner)))
    }
    return try changes + textChanges(of: deal) + outlookChanges(of: deal, today: workspace.today)
  }

  private func textChanges(of deal: Deal) -> [(field: String, change: DealChange)] {
    var changes: [(field: String, change: DealChange)] = []
    if let name = fields.organization.map(TextArgument.clearable), name != deal.organization {
      changes.append(("organization", .organizationSet(name)))
    }
    if let name = fields.contact.map(TextArgument.clearable), name != deal.contact {
      changes.append(("contact", .contactSet(name)))
    }
    if let labels = fields.labels, labels != deal.labels {
      changes.append(("labels", .labelled(labels)))
    }
    return changes
  }

  private func outlookChanges(
    of deal: Deal,
    today: Day
  ) throws -> [(field: String, change: DealChange)] {
    var changes: [(field: String, change: DealChange)] = []
    if let wanted = fields.probability, wanted.probability != deal.probability {
      changes.append(("probability", .probabilitySet(wanted.probability)))
    }
    if let wanted = fields.expectedClose {
      let day = try wanted.day?.day(today: today)
      if day != deal.expectedClose { changes.append(("expected close", .expectedCloseSet(day))) }
    }
    if let category = fields.category?.category, category != deal.category {
      changes.append(("category", .categorySet(category)))
    }
    return changes
  }
}
