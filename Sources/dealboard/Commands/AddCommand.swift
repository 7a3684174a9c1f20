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
    let workspace = try OpenWorkspace.writing(options)
    let draft = try draft(title, in: workspace)
    let day = try happened.day.day(today: workspace.today)
    guard let deal = try workspace.create(draft, on: day) else { return }
    let stage = workspace.names.name(of: deal.stage)
    try workspace.answer(deal, "added in \(stage)", json: options.json)
  }

  private func draft(_ title: String, in workspace: OpenWorkspace) throws -> DealDraft {
    let names = workspace.names
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let first = try names.stage("1", of: pipeline)
    let value = try fields.value(of: nil, workspace.structure.settings.currency)
    let mine = workspace.actingPerson?.id
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
