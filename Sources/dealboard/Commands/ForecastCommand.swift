import ArgumentParser
import Board
import Interchange
import Pipeline
import Store

/// Prints what is coming, month by month.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "What open deals promise for the coming months, against the goals.",
    discussion: """
      With what each owner will book, whether enough deals are due for the goals, which deals \
      slipped, and how right earlier forecasts were.

      Example: dealboard forecast --owner ana
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var noConversion: NoConversionOptions

  @Option(help: "Judge earlier forecasts by month, quarter or year.")
  var period: PeriodLengthArgument = .month

  @Flag(help: "Say why the months, goals, slips and judged forecasts are what they are.")
  var explain = false

  func run() throws {
    noConversion.noteUnused()
    let source = try FigureSource(options, figures)
    let goals = Coverage.goals(
      source.comingGoals,
      of: source.pipeline.id,
      from: source.day
    )
    if explain { return try explain(goals, source) }
    let answer = FigureAnswer(
      empty: ForecastCounts(
        counter: source.counter,
        coverages: goals.map { Coverage(of: $0, asOf: source.day, window: source.window) },
        slipped: SlippedDeals(pipeline: source.pipeline.id, asOf: source.day),
        accuracy: ForecastAccuracy(
          of: source.pipeline,
          by: period.length,
          over: try source.daysWithDeals(),
          asOf: source.day
        )
      ),
      json: { ForecastJSON(counts: $0, names: source.names).value },
      text: { ForecastText(counts: $0, names: source.names).text }
    )
    try source.print(answer, json: options.json) { $0.count($1, $2) }
  }

  private func explain(_ goals: [Goal], _ source: FigureSource) throws {
    let empty = ExplainedForecast(
      counter: source.counter,
      coverages: ExplainedCoverages(
        coverages: goals.map { Coverage(of: $0, asOf: source.day, window: source.window) }
      ),
      slipped: SlippedDeals(pipeline: source.pipeline.id, asOf: source.day),
      accuracy: ForecastAccuracy(
        of: source.pipeline,
        by: period.length,
        over: try source.daysWithDeals(),
        asOf: source.day,
        keepsDeals: true
      )
    )
    let answer = FigureAnswer(
      empty: empty,
      json: { $0.answer(names: source.names).value },
      text: { $0.answer(names: source.names).text }
    )
    try source.print(answer, json: options.json) { $0.count($1, $2) }
  }
}

/// What a forecast's explanation is put together from.
private struct ExplainedForecast {
  var counter: FigureCounter
  var coverages: ExplainedCoverages
  var slipped: SlippedDeals
  var accuracy: ForecastAccuracy

  mutating func count(_ history: DealHistory, _ deal: Deal) {
    counter.count(deal)
    coverages.count(deal)
    slipped.count(history)
    accuracy.count(history)
  }

  /// The months, then the goals, the slips, and earlier forecasts.
  func answer(names: StructureNames) -> ExplanationAnswer {
    let months = ForecastColumnExplanations(of: counter.figures, from: coverages.open)
    return ExplanationAnswer(
      explanations: months.all + coverages.answer(names: names).explanations
        + [(name: "slipped", explanation: slipped.explanation)] + accuracy.explanations
    )
  }
}

/// Coverages with the open deals that they count.
struct ExplainedCoverages {
  private(set) var coverages: [Coverage]
  private(set) var open: [Deal] = []

  init(coverages: [Coverage]) {
    self.coverages = coverages
  }

  mutating func count(_ deal: Deal) {
    for place in coverages.indices { coverages[place].count(deal) }
    if deal.status.isOpen, !deal.isDeleted { open.append(deal) }
  }

  func answer(names: StructureNames) -> ExplanationAnswer {
    ExplanationAnswer(
      explanations: coverages.map {
        (name: CoverageWords($0, names: names).name, explanation: $0.explanation(from: open))
      }
    )
  }
}

/// What a forecast is printed from.
struct ForecastCounts {
  /// The figures, with the forecast among them.
  var counter: FigureCounter
  /// Whether the goals are covered.
  var coverages: [Coverage]
  /// The deals that slipped.
  var slipped: SlippedDeals
  /// What earlier forecasts were worth.
  var accuracy: ForecastAccuracy

  /// Counts one deal.
  mutating func count(_ history: DealHistory, _ deal: Deal) {
    counter.count(deal)
    for place in coverages.indices { coverages[place].count(deal) }
    slipped.count(history)
    accuracy.count(history)
  }
}
