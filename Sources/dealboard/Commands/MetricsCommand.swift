import ArgumentParser
import Interchange
import Pipeline

/// Prints the four numbers and what belongs to them.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "How many deals, how big, how many are won, how long until they are.",
    discussion: """
      The figures are of one pipeline, as a whole and for every stage; --json has all of them. With \
      --policy, conversion from stage to stage stands beside them, also of groups.

      Example: dealboard metrics --window 2026-Q1 --as-of 2026-03-31
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var conversion: ConversionOptions
  @OptionGroup var explaining: ExplainOptions

  func run() throws {
    let source = try FigureSource(options, figures)
    if explaining.explain {
      return try source.explain(explaining, policy: conversion.policy, json: options.json) { _ in
        true
      }
    }
    let answer = FigureAnswer(
      empty: MetricsCounts(counter: source.counter),
      json: {
        MetricsJSON(figures: $0.counter.figures, names: source.names, keys: $0.staleKeys).value
      },
      text: {
        MetricsText(
          figures: $0.counter.figures,
          names: source.names,
          policy: conversion.policyArgument?.policy
        ).text
      },
      groupsText: { groups, field in
        MetricsText.groups(
          groups.map { ($0.name, $0.counts.counter.figures) },
          field,
          policy: conversion.policyArgument?.policy
        )
      },
      saysHistory: true
    )
    try source.print(answer, json: options.json) { $0.count($1) }
  }
}

/// Figures with the source's ids of stale deals, by which JSON names them.
private struct MetricsCounts {
  var counter: FigureCounter
  var staleKeys: [Identifier<Deal>: String] = [:]

  mutating func count(_ deal: Deal) {
    let before = counter.staleCount
    counter.count(deal)
    if counter.staleCount > before { staleKeys[deal.id] = deal.key?.sourceID }
  }
}
