import ArgumentParser
import Interchange
import Pipeline
import Store

/// Follows the open pipeline between two days.
struct WaterfallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waterfall",
    abstract: "What came into the open pipeline and what left it between two days.",
    discussion: "Example: dealboard waterfall --from 2026-02-28 --to 2026-03-31"
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
    let waterfall = Waterfall(
      of: try workspace.histories(),
      pipeline: pipeline.id,
      from: first,
      to: last
    )
    try Answer.print(json: options.json, WaterfallAnswer.json(waterfall)) {
      text(waterfall, pipeline)
    }
    if !waterfall.closes {
      throw CommandFailure(
        .badData,
        "The waterfall does not close, which is a fault of this program. Please report it."
      )
    }
  }

  private func text(_ waterfall: Waterfall, _ pipeline: SalesPipeline) -> String {
    var lines = Lines()
    lines.add(
      StyledText(pipeline.name, .strong),
      StyledText(" from the end of \(waterfall.first) to the end of \(waterfall.last)", .dim)
    )
    for (currency, flow) in waterfall.byCurrency {
      lines.addBlank()
      lines.add(WaterfallAnswer.table(flow, currency))
    }
    if explain { explain(waterfall, &lines) }
    return lines.text
  }

  private func explain(_ waterfall: Waterfall, _ lines: inout Lines) {
    var table = TextTable([.words("Day"), .numbers("#"), .words("What"), .numbers("Value")])
    for entry in waterfall.entries.sorted(by: { ($0.day, $0.deal) < ($1.day, $1.deal) }) {
      let transfer = entry.isTransfer ? ", another pipeline or currency" : ""
      table.add([
        StyledText(entry.day.description, .dim),
        StyledText(entry.deal.description),
        StyledText(WaterfallAnswer.words(entry.cause) + transfer),
        StyledText(FigureText.money(Int128(entry.minorUnits), entry.currency)),
      ])
    }
    lines.addBlank()
    lines.add(table)
  }
}
