import ArgumentParser
import Pipeline
import Store

/// Shows one deal.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a deal with its timeline.",
    discussion: "Example: dealboard show 12"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var past: AsOfOptions

  @Argument(help: DealArgument.help)
  var deal: String

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let day = try past.day(today: workspace.today)
    let deal = try workspace.deal(deal, asOf: day)
    let names = workspace.names
    let events = try workspace.store.history(of: deal.id).events
    var beside = try workspace.store.beside(deal, asOf: day)
    // On a past day what follows it does not exist.
    if day == workspace.today { beside.ahead = events.filter { $0.day > day } }
    let answer = DealAnswer(names: names, day: day).whole(deal, beside)
    try Answer.print(json: options.json, answer) {
      var lines = DealText(names: names, day: day).fields(deal, beside.contact)
      if let notes = beside.notes {
        lines.addBlank()
        for line in notes.split(separator: "\n", omittingEmptySubsequences: false) {
          lines.add(StyledText(String(line)))
        }
      }
      lines.addBlank()
      lines.add(EventText(names: names).table(events.filter { $0.day <= day }))
      if let until = beside.fixedUntil {
        lines.addBlank()
        lines.add(
          StyledText("Not counted yet; the deal cannot be changed before \(until):", .warning)
        )
        lines.add(EventText(names: names).table(beside.ahead))
      }
      return lines.text
    }
  }
}
