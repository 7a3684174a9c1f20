import ArgumentParser
import Board
import Pipeline
import Store

/// Adds a deal.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a deal; it is yours unless --owner says otherwise.",
    discussion: """
      Beside the title there may stand what the board's line takes, too: an amount such as 48k, \
      close:eoq, stage:demo, label:hot, @ana. An option says the same and goes before it; a bare \
      number stays in the title.

      Example: dealboard add Acme renewal --value 48k --stage demo --expected-close 2026-06-30
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var fields: DealFieldOptions
  @OptionGroup var happened: HappenedOptions

  @Argument(help: "Its title, and what the board's line takes beside it.")
  var title: [String]

  @Option(help: "The stage it begins in, else the first: a name, its beginning, or a number.")
  var stage: String?

  func run() throws {
    guard let line = TextArgument.optional(title.joined(separator: " ")) else {
      throw CommandFailure(.usage, "The title is empty. Give the deal one.")
    }
    // What is wrong with the words is said before a file is made for the deal.
    let found = try OpenWorkspace.changing(options)
    let quick = try read(line, in: found)
    let draft = try draft(quick, in: found)
    let day = try happened.day.day(today: found.today)
    let contact = try fields.contactEdit(of: draft.contact, at: draft.organization)
    let workspace = found.store is EmptyWorkspace ? try OpenWorkspace.writing(options) : found
    guard let deal = try workspace.create(draft, on: day, contact: contact) else { return }
    let stage = workspace.names.name(of: deal.stage)
    try workspace.answer(deal, "added in \(stage)", json: options.json)
    if fields.owner == nil, quick.owner == nil, let reason = unowned(deal, in: workspace) {
      Console.writeError(
        TerminalText.safe(
          "\(reason), so the deal has no owner. "
            + "Give it one: dealboard edit \(deal.id) --owner NAME"
        )
      )
    }
  }

  /// Why nobody owns a deal for which no owner was named; `nil` where somebody does.
  ///
  /// Where the team has nobody yet and nobody was named, there is nothing to say.
  private func unowned(_ deal: Deal, in workspace: OpenWorkspace) -> String? {
    guard deal.owner == nil else { return nil }
    if let person = workspace.actingPerson { return "\(person.name) has left the team" }
    guard options.actor != nil || !workspace.structure.people.isEmpty else { return nil }
    return "\(workspace.actor) is nobody of the team"
  }

  /// The words as the board's line understands them.
  ///
  /// A title alone stays as it was typed, quotes and all, unless they keep a word from being read.
  private func read(_ line: String, in workspace: OpenWorkspace) throws -> QuickDeal {
    let context = QuickDeal.Context(
      pipeline: try workspace.pipeline(options.pipeline, asOf: workspace.today),
      people: workspace.structure.people,
      currency: fields.currency?.currency ?? workspace.structure.settings.currency,
      today: workspace.today
    )
    let amounts: QuickDeal.Amounts = fields.value == nil ? .marked : .none
    do throws(QuickDealError) {
      var quick = try QuickDeal(line, in: context, amounts: amounts)
      let bare = try? QuickDeal(line.filter { $0 != "\"" }, in: context, amounts: amounts)
      if quick.isTitleAlone, bare?.isTitleAlone == true { quick.title = line }
      return quick
    } catch {
      throw CommandFailure(.usage, error.sentence)
    }
  }

  private func draft(_ quick: QuickDeal, in workspace: OpenWorkspace) throws -> DealDraft {
    let names = workspace.names
    let pipeline = try workspace.pipeline(options.pipeline, asOf: workspace.today)
    let first = try names.stage("1", of: pipeline)
    let said = try fields.value(of: nil, workspace.structure.settings.currency)
    let read = quick.value.map { (minorUnits: Int64?.some($0.minorUnits), currency: $0.currency) }
    let value = fields.value == nil ? read ?? said : said
    // Who left the team gets no deals any more.
    let mine = workspace.actingPerson.flatMap { $0.isActive ? $0.id : nil }
    return DealDraft(
      title: quick.title,
      pipeline: pipeline.id,
      stage: try stage.map { try names.stage($0, of: pipeline).id } ?? quick.stage ?? first.id,
      currency: value?.currency ?? workspace.structure.settings.currency,
      minorUnits: value?.minorUnits,
      owner: try fields.owner(in: names) ?? (quick.owner ?? mine),
      organization: fields.organization.flatMap(TextArgument.clearable) ?? quick.organization,
      contact: fields.contact.flatMap(TextArgument.clearable) ?? quick.contact,
      labels: fields.labels ?? quick.labels,
      probability: fields.probability?.probability ?? quick.probability,
      expectedClose: try fields.expectedClose?.day?.day(today: workspace.today)
        ?? quick.expectedClose,
      category: fields.category?.category ?? quick.category ?? .pipeline
    )
  }
}
