import ArgumentParser
import Interchange
import Pipeline

/// Lists deals.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the deals, oldest first.",
    discussion: """
      FILTER is words of the deal and terms such as owner:ana, stage:demo, status:open, value:>10k, \
      idle:>14 or close:this-month; all of them must fit.

      Example: dealboard list status:open owner:ana
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Argument(parsing: .allUnrecognized, help: "What a deal must fit.")
  var filter: [String] = []

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let day = try past.day(today: workspace.today)
    let names = workspace.names
    var deals = try workspace.deals(asOf: day)
    if let name = options.pipeline {
      let pipeline = try names.pipeline(name).id
      deals.removeAll { $0.pipeline != pipeline }
    }
    let total = deals.count
    try FilterArgument.narrow(&deals, by: filter, in: workspace, asOf: day)
    let json = DealAnswer(names: names, day: day)
    let pipelines = Set(deals.map(\.pipeline)).sorted()
    let mark = try pipelines.compactMap { try workspace.hindsight(asOf: day, in: $0) }.first
    try Answer.print(json: options.json, .array(deals.map(json.listed))) {
      let text = text(deals, of: total, DealText(names: names, day: day))
      return mark?.marked(text, ofPart: deals.count < total) ?? text
    }
    if options.json, let mark {
      let sentence = mark.sentence(besidePart: deals.count < total)
      Console.writeError(TerminalText.safe(sentence))
    }
  }

  private func text(_ deals: [Deal], of total: Int, _ deal: DealText) -> String {
    var table = TextTable([
      .numbers("#"), .words("Title"), .words("Stage"), .numbers("Value"), .words("Owner"),
      .numbers("Age"), .numbers("Idle"), .words("Close"),
    ])
    for item in deals {
      let isOpen = item.status.isOpen
      let stage = deal.names.pipeline(item.pipeline)?.stage(item.stage)
      let isStale = item.isStale(on: deal.day, idleLimit: stage?.idleLimit)
      table.add([
        StyledText(item.id.description, .dim),
        StyledText(item.title, .strong),
        deal.standing(item),
        StyledText(FigureText.value(item.value)),
        StyledText(deal.names.name(of: item.owner) ?? "", .dim),
        StyledText(item.age(on: deal.day).map { "\($0)d" } ?? "n/a"),
        StyledText(isOpen ? "\(item.idleDays(on: deal.day))d" : "", isStale ? .warning : .plain),
        StyledText(isOpen ? item.expectedClose?.description ?? "" : ""),
      ])
    }
    var lines = Lines()
    if !table.isEmpty { lines.add(table) }
    let count = FigureText.counted(total, "deal", "deals")
    let shown = deals.count == total ? count : "\(FigureText.count(deals.count)) of \(count)"
    lines.add(StyledText(shown, .dim))
    return lines.text
  }
}
