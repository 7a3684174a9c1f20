import ArgumentParser
import Interchange
import Pipeline

/// Sets the figures of a day against those of an earlier one.
struct CompareBaseline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set every figure against an earlier day's: better, worse or level.",
    discussion: "Example: dealboard baseline compare 2026-02-28 --as-of 2026-03-31"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var noConversion: NoConversionOptions

  @Argument(help: ArgumentHelp("The earlier day, or a baseline's name.", valueName: "day"))
  var then: EarlierDayArgument

  @OptionGroup var explaining: ExplainOptions

  func run() throws {
    noConversion.noteUnused()
    let source = try FigureSource(options, figures)
    let earlier = try then.day(in: source.workspace, of: source.pipeline.id)
    if explaining.explain { return try explain(source, earlier) }
    let empty = Figures(pipeline: source.pipeline, asOf: earlier, window: source.window)
    let answer = FigureAnswer(
      empty: ComparedCounts(now: source.counter, then: FigureCounter(empty)),
      json: { .array($0.benchmark.lines.map { Self.json($0, source.pipeline) }) },
      text: { BenchmarkText(now: $0.now.figures, then: $0.then.figures).text },
      since: earlier
    )
    try source.print(answer, json: options.json) { take in
      try source.deals { deal in take(deal) { $0.now.count(deal) } }
      try source.deals(asOf: earlier) { deal in take(deal) { $0.then.count(deal) } }
    }
  }

  /// Explains figures of both days, the earlier one first.
  private func explain(_ source: FigureSource, _ earlier: Day) throws {
    let pipeline = source.pipeline
    let currencies = Set(try source.currencies() + source.currencies(asOf: earlier)).sorted()
    let questions = try explaining.figures(
      in: pipeline,
      currencies: currencies,
      among: FigureName.all(in: pipeline, currencies: currencies)
    )
    let then = Figures(pipeline: pipeline, asOf: earlier, window: source.window)
    func answer(_ counts: [ExplainedFigures]) -> ExplanationAnswer {
      ExplanationAnswer(counts.flatMap(\.explanations), in: pipeline)
    }
    let both = FigureAnswer(
      empty: [then, source.counter.figures].map { ExplainedFigures(questions, in: $0) },
      json: { answer($0).value },
      text: { answer($0).text },
      since: earlier
    )
    try source.print(both, json: options.json) { take in
      try source.deals(asOf: earlier) { deal in take(deal) { $0[0].count(deal) } }
      try source.deals { deal in take(deal) { $0[1].count(deal) } }
    }
  }

  private static func json(_ line: Benchmark.Line, _ pipeline: SalesPipeline) -> JSONValue {
    let comparison = line.comparison
    func value(_ ratio: Ratio?) -> JSONValue {
      if case .money(let currency) = line.metric.unit { return JSONValue(ratio, in: currency) }
      return JSONValue(ratio)
    }
    return .named([
      "metric": .string(line.metric.name(in: pipeline)),
      "then": value(comparison.then),
      "now": value(comparison.now),
      "change": value(comparison.change),
      "change_pct": JSONValue(comparison.percent),
      "direction": JSONValue(comparison.direction?.rawValue),
    ])
  }
}

/// The figures of two days.
private struct ComparedCounts {
  var now: FigureCounter
  var then: FigureCounter

  var benchmark: Benchmark { Benchmark(now: now.figures, then: then.figures) }
}
