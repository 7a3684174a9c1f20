import ArgumentParser
import Interchange
import Pipeline

/// Sets the figures of a day against those of an earlier one.
struct CompareBaseline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set every figure against an earlier day's: better, worse or level.",
    discussion: """
      A period as the earlier one, such as 2026-Q3, sets the whole of it against the period of the \
      same length that the as-of day lies in, or that --window names. The JSON has the figures of \
      the benchmark; --all adds the others that the text has.

      Example: dealboard baseline compare 2026-02-28 --as-of 2026-03-31
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var conversion: ConversionOptions

  @Argument(
    help: ArgumentHelp(
      "The earlier day, a baseline's name, or a period such as 2026-Q3.",
      valueName: "day"
    )
  )
  var then: EarlierDayArgument

  @Flag(help: "In the JSON, add the figures of each stage and currency that the text has.")
  var all = false

  @OptionGroup var explaining: ExplainOptions

  func run() throws {
    let (source, earlier) = try sides()
    if explaining.explain { return try explain(source, earlier) }
    let policy = conversion.policy
    let answer = FigureAnswer(
      empty: ComparedCounts(now: source.counter, then: FigureCounter(earlier)),
      json: { counts in
        let text = BenchmarkText(now: counts.now.figures, then: counts.then.figures, policy: policy)
        let lines = counts.benchmark.lines.map { Self.json($0, source.pipeline) }
        return .array(lines + (all ? text.others.map { Self.json($0, text) } : []))
      },
      text: {
        BenchmarkText(now: $0.now.figures, then: $0.then.figures, policy: policy).text
      },
      since: earlier.asOf
    )
    try source.print(answer, json: options.json) { take in
      try source.deals { deal in take(deal) { $0.now.count(deal) } }
      try source.deals(asOf: earlier.asOf) { deal in take(deal) { $0.then.count(deal) } }
    }
  }

  /// What is counted now, and the figures of no deals then.
  ///
  /// Throws `.usage` for a period that is not over.
  private func sides() throws -> (now: FigureSource, then: Figures) {
    let source = try FigureSource(options, figures)
    guard let period = then.period(in: source.workspace, of: source.pipeline.id) else {
      let day = try then.day(in: source.workspace, of: source.pipeline.id)
      return (source, Figures(pipeline: source.pipeline, asOf: day, window: source.window))
    }
    guard period.last < source.day else {
      let earlier = Period(period.length, containing: source.day).previous
      throw CommandFailure(
        .usage,
        period.last == source.day
          ? "\(period) ends on \(source.day), and nothing after it is there to compare. Give an "
            + "earlier one, such as \(earlier)."
          : "\(period) is not over on \(source.day). Give one that is, such as \(earlier)."
      )
    }
    let now =
      source.window == .standard
      ? Window.period(Period(period.length, containing: source.day)) : source.window
    return (
      source.over(now),
      Figures(pipeline: source.pipeline, asOf: period.last, window: .period(period))
    )
  }

  /// Explains figures of both days, the earlier one first.
  private func explain(_ source: FigureSource, _ then: Figures) throws {
    let pipeline = source.pipeline
    let currencies = Set(try source.currencies() + source.currencies(asOf: then.asOf)).sorted()
    let questions = try explaining.figures(
      in: pipeline,
      currencies: currencies,
      among: FigureName.all(in: pipeline, currencies: currencies)
    )
    func answer(_ counts: [ExplainedFigures]) -> ExplanationAnswer {
      ExplanationAnswer(counts.flatMap(\.explanations), in: pipeline)
    }
    let both = FigureAnswer(
      empty: [then, source.counter.figures].map { ExplainedFigures(questions, in: $0) },
      json: { answer($0).value },
      text: { answer($0).text },
      since: then.asOf
    )
    try source.print(both, json: options.json) { take in
      try source.deals(asOf: then.asOf) { deal in take(deal) { $0[0].count(deal) } }
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
      "thin": .bool(line.isThin),
    ])
  }

  private static func json(_ figure: ComparedFigure, _ text: BenchmarkText) -> JSONValue {
    let comparison = figure.comparison(now: text.now, then: text.then)
    func value(_ ratio: Ratio?) -> JSONValue { TrendsJSON.value(ratio, .figure(figure.name)) }
    return .named([
      "metric": .string(text.title(of: figure)),
      "then": value(comparison.then),
      "now": value(comparison.now),
      "change": value(comparison.change),
      "change_pct": JSONValue(comparison.percent),
      "direction": JSONValue(comparison.direction?.rawValue),
      "thin": .bool(text.isThin(figure)),
    ])
  }
}

/// The figures of two days.
private struct ComparedCounts {
  var now: FigureCounter
  var then: FigureCounter

  var benchmark: Benchmark { Benchmark(now: now.figures, then: then.figures) }
}
