import ArgumentParser
import Interchange
import Pipeline
import Store

/// Prints the log.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Print every event, oldest first; of one deal where one is named.",
    discussion: "Example: dealboard log 12 --json"
  )

  @OptionGroup var options: WorkspaceOptions

  @Option(
    name: .customLong("as-of"),
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only what had happened by the end of a day: 2026-03-31, today or -7d.",
      valueName: "day"
    )
  )
  var asOf: DayArgument?

  @Argument(help: DealArgument.help)
  var deal: String?

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    var events: [DealEvent] = []
    if let deal {
      let found = try workspace.deal(deal, asOf: .last)
      events = try workspace.store.history(of: found.id).events
    } else {
      try workspace.store.log(after: 0) { events.append($0) }
    }
    if let last = try asOf?.dayUp(to: workspace.today) { events.removeAll { $0.day > last } }
    let text = EventText(names: workspace.names)
    var sequences: [EventID: Int64] = [:]
    for event in events { sequences[event.id] = event.sequence }
    let json = EventJSON(names: workspace.names, sequences: sequences)
    try Answer.print(json: options.json, .array(events.map(json.value))) {
      var lines = Lines()
      if !events.isEmpty { lines.add(text.table(events, withDeal: deal == nil)) }
      lines.add(StyledText(FigureText.counted(events.count, "event", "events"), .dim))
      return lines.text
    }
  }
}
