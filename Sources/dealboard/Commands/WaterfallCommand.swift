import ArgumentParser
import Interchange
import Pipeline
import Store

/// Follows the open pipeline between two days.
struct WaterfallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waterfall",
    abstract: "What came into the open pipeline and what left it between two days.",
    discussion: """
      With --by a deal stands in the groups that it is in on the last day.

      Example: dealboard waterfall --from 2026-02-28 --to 2026-03-31
      """
  )

  @OptionGroup var options: WorkspaceOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day at whose end it starts.", valueName: "day")
  )
  var from: DayArgument

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day at whose end it ends.", valueName: "day")
  )
  var to: DayArgument = .today

  @Option(
    help: ArgumentHelp(
      "Count one owner's deals only; nobody: those that nobody owns.",
      valueName: "name"
    )
  )
  var owner: String?

  @Option(
    help: ArgumentHelp(
      "Split the bars by owner, label, organization or reason.",
      valueName: "field"
    )
  )
  var by: GroupingArgument?

  @Flag(help: "List the events behind every bar.")
  var explain = false

  func run() throws {
    let workspace = try OpenWorkspace.reading(options)
    let first = try from.day(today: workspace.today)
    let last = try to.day(today: workspace.today)
    guard first < last else {
      throw CommandFailure(.usage, "\(first) is not before \(last). Give the earlier day first.")
    }
    let pipeline = try workspace.pipeline(options.pipeline, asOf: last)
    let source = FigureSource(
      workspace,
      pipeline,
      asOf: last,
      grouping: by?.grouping,
      owner: try FigureOptions.ownerID(owner, in: workspace.names)
    )
    var closes = true
    func checked(_ waterfall: Waterfall) -> WaterfallReport {
      if !waterfall.closes { closes = false }
      return WaterfallReport(
        waterfall: waterfall,
        pipeline: pipeline,
        pipelines: workspace.names.pipelines,
        isExplained: explain
      )
    }
    let answer = FigureAnswer(
      empty: Waterfall(of: pipeline.id, from: .end(of: first), to: last),
      json: { checked($0).json },
      text: { checked($0).text },
      since: first
    )
    try source.print(answer, json: options.json) { take in
      try source.histories(changedAfter: first) { history, deal in
        take(deal) { $0.count(history) }
      }
      // What has no event since then stands now as it stood then, and needs no history.
      try source.deals(asOf: .last) { deal in
        if deal.lastEventDay <= first { take(deal) { $0.count(unchanged: deal) } }
      }
    }
    if !closes {
      throw CommandFailure(
        .badData,
        "The waterfall does not close, which is a fault of this program. Please report it."
      )
    }
  }
}
