import ArgumentParser
import Interchange
import Pipeline

/// Prints the four numbers and what belongs to them.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "How many deals, how big, how many are won, how long until they are.",
    discussion: """
      The figures are of one pipeline, as a whole and for every stage; --json has all of them.

      Example: dealboard metrics --window 2026-Q1 --as-of 2026-03-31
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions

  @OptionGroup var explaining: ExplainOptions

  @Option(help: "Group the deals by owner, label, organization or reason.")
  var by: GroupField?

  func run() throws {
    let source = try FigureSource(options, figures)
    if explaining.explain {
      try source.explain(explaining, policy: .reached).print(json: options.json)
    } else if let by {
      try printGroups(by, source)
    } else {
      let counted = source.figures
      try Answer.print(json: options.json, json(counted, source)) {
        MetricsText(figures: counted, names: source.workspace.names).text
      }
    }
  }

  private func json(_ figures: Figures, _ source: FigureSource) -> JSONValue {
    MetricsJSON(
      figures: figures,
      names: source.workspace.names,
      keys: source.keys(of: figures)
    ).value
  }

  private func printGroups(_ field: GroupField, _ source: FigureSource) throws {
    let groups = field.groups(of: source.deals, names: source.workspace.names)
      .map { (name: $0.name, figures: source.figures(of: $0.deals)) }
    let value = JSONValue.array(
      groups.map { name, figures in
        let whole = json(figures, source)
        guard case .object(let members) = whole else { return whole }
        return .object(JSONValue.members([field.rawValue: JSONValue(name)]) + members)
      }
    )
    try Answer.print(json: options.json, value) {
      MetricsText.groups(groups, field)
    }
  }
}
