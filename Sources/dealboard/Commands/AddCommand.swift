import ArgumentParser
import Pipeline
import Store

/// Adds a deal.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a deal; it is yours unless --owner says otherwise.",
    discussion: """
      Example: dealboard add Acme renewal --value 48k --stage demo --expected-close 2026-06-30
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var fields: DealFieldOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: "Its title.")
  var title: [String]

  @Option(help: "The stage it begins in, else the first: a name, its beginning, or a number.")
  var stage: String?

  func run() throws {
    guard let title = TextArgument.optional(title.joined(separator: " ")) else {
      throw CommandFailure(.usage, "The title is empty. Give the deal one.")
    }
    // What is wrong with the words is said before a file is made for the deal.
    let found = try OpenWorkspace.changing(options)
    let draft = try draft(title, in: found)
    let day = try happened.day.day(today: found.today)
    let contact = try fields.contactEdit(of: draft.contact, at: draft.organization)
    let workspace = found.store is EmptyWorkspace ? try OpenWorkspace.writing(options) : found
    guard let deal = try workspace.create(draft, on: day) else { return }
    if let contact { try workspace.store.keep(contact) }
    let stage = workspace.names.name(of: deal.stage)
    try workspace.answer(deal, "added in \(stage)", json: options.json)
    if let reason = unowned(deal, in: workspace) {
      Console.writeError(
        TerminalText.safe(
          "\(reason), so the deal has no owner. "
            + "Give it one: dealboard edit \(deal.id) --owner NAME"
        )
      )
    }
  }

  /// Why nobody owns a deal for which nobody was to; `nil` where that was wanted.
  ///
  /// Where the team has nobody yet and nobody was named, there is nothing to say.
  private func unowned(_ deal: Deal, in workspace: OpenWorkspace) -> String? {
    guard deal.owner == nil, fields.owner == nil else { return nil }
    if let person = workspace.actingPerson { return "\(person.name) has left the team" }
    guard options.actor != nil || !workspace.structure.people.isEmpty else { return nil }
    return "\(workspace.actor) is nobody of the team"
  }

  private func draft(_ title: String, in workspace: OpenWorkspace) throws -> DealDraft {
    let names = workspace.names
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let first = try names.stage("1", of: pipeline)
    let value = try fields.value(of: nil, workspace.structure.settings.currency)
    // Who left the team gets no deals any more.
    let mine = workspace.actingPerson.flatMap { $0.isActive ? $0.id : nil }
    return DealDraft(
      title: title,
      pipeline: pipeline.id,
      stage: try stage.map { try names.stage($0, of: pipeline).id } ?? first.id,
      currency: value?.currency ?? workspace.structure.settings.currency,
      minorUnits: value?.minorUnits,
      owner: try fields.owner(in: names) ?? mine,
      organization: fields.organization.flatMap(TextArgument.optional),
      contact: fields.contact.flatMap(TextArgument.optional),
      labels: fields.labels ?? [],
      probability: fields.probability?.probability,
      expectedClose: try fields.expectedClose?.day?.day(today: workspace.today),
      category: fields.category?.category ?? .pipeline
    )
  }
}
