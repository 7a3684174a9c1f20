import ArgumentParser
import Interchange
import Pipeline

/// Prints what each owner has, won and lost.
struct OwnersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "owners",
    abstract: "What each owner has open, won and lost.",
    discussion: "Example: dealboard owners --window 2026-Q1"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions

  func run() throws {
    let source = try FigureSource(options, figures)
    let names = source.workspace.names
    let counted = source.figures
    let owners = MetricsJSON(figures: counted, names: names, keys: [:]).owners
    try Answer.print(json: options.json, .array(owners)) { text(counted, names) }
  }

  private func text(_ figures: Figures, _ names: StructureNames) -> String {
    var table = TextTable([
      .words("Owner"), .numbers("Open"), .numbers("Won"), .numbers("Lost"), .words("Win rate"),
      .words("Won value"),
    ])
    for (name, owner) in figures.owners(named: names.people) {
      let won = owner.closed.filter { $0.value.outcomes.won > 0 }.map {
        FigureText.money($0.value.won.minorUnits, $0.currency)
      }
      table.add([
        StyledText(name ?? "(nobody)", name == nil ? .dim : .plain),
        StyledText(FigureText.count(owner.open.deals)),
        StyledText(FigureText.count(owner.outcomes.won)),
        StyledText(FigureText.count(owner.outcomes.lost)),
        StyledText(FigureText.share(owner.winRate, none: "none closed")),
        StyledText(won.joined(separator: ", ")),
      ])
    }
    var lines = Lines()
    if table.isEmpty { lines.add("There are no deals yet.") } else { lines.add(table) }
    return lines.text
  }
}
