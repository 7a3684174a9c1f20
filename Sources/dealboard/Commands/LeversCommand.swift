import ArgumentParser
import Interchange
import Pipeline

/// Prints what would raise sales velocity most.
struct LeversCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levers",
    abstract: "What sales velocity would be if one factor came up to the team's own best.",
    discussion: """
      The best is that of the last four quarters that have ended, or that of a baseline. Velocity is \
      open deals x average won value x win rate / age at win; a stage's conversion, by the \
      policy reached, works through the win rate, its time through the age.

      Example: dealboard levers --against 2025-12-31
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var noConversion: NoConversionOptions

  @Option(
    help: ArgumentHelp(
      "Weigh against a day or a baseline, not the last four quarters.",
      valueName: "day"
    )
  )
  var against: EarlierDayArgument?

  @Flag(help: "Say why each lever is worth what it is: formula, inputs, the deals behind velocity.")
  var explain = false

  func run() throws {
    noConversion.noteUnused()
    let source = try FigureSource(options, figures)
    let earlier = try against.map { [source] argument in
      let day = try argument.day(in: source.workspace, of: source.pipeline.id)
      return (name: day.description, day: day)
    }
    let empty = LeverCounter(
      of: source.pipeline,
      asOf: source.day,
      window: source.window,
      baseline: earlier
    )
    if explain { return try explain(empty, since: earlier?.day, source) }
    let answer = FigureAnswer(
      empty: empty,
      json: { json($0.levers, source.pipeline) },
      text: { text($0.levers, source) },
      since: earlier?.day
    )
    try source.print(answer, json: options.json) { counter, history, _ in counter.count(history) }
  }

  private func explain(_ empty: LeverCounter, since: Day?, _ source: FigureSource) throws {
    let figures = source.counter.figures
    let velocities = try source.currencies().map { FigureName(.velocity, currency: $0) }
    let answer = FigureAnswer(
      empty: ExplainedLevers(counter: empty, velocity: ExplainedFigures(velocities, in: figures)),
      json: { $0.answer(in: source).value },
      text: { $0.answer(in: source).text },
      since: since
    )
    try source.print(answer, json: options.json) { counts, history, deal in
      counts.counter.count(history)
      counts.velocity.count(deal)
    }
  }

  private func json(_ currencies: [Levers], _ pipeline: SalesPipeline) -> JSONValue {
    .object(
      currencies.map { levers in
        let currency = levers.currency
        return JSONValue.Member(
          currency.code,
          .named([
            "velocity_per_day": JSONValue(levers.velocity.perDay, in: currency),
            "levers": .array(levers.levers.map { json($0, in: currency, pipeline) }),
          ])
        )
      }
    )
  }

  private func json(
    _ lever: Lever,
    in currency: Currency,
    _ pipeline: SalesPipeline
  ) -> JSONValue {
    func value(_ ratio: Ratio?) -> JSONValue {
      lever.factor == .wonValue ? JSONValue(ratio, in: currency) : JSONValue(ratio)
    }
    return .named([
      "factor": .string(lever.factor.fileName),
      "stage": JSONValue(lever.factor.stage.map { pipeline.stages[$0].name }),
      "now": value(lever.now),
      "best": value(lever.best?.value),
      "best_of": JSONValue(lever.best?.source),
      "n": JSONValue(lever.cases),
      "best_n": JSONValue(lever.best?.cases),
      "thin": .bool(lever.isThin),
      "velocity_per_day": JSONValue(lever.velocity, in: currency),
      "gain_per_day": JSONValue(lever.gain, in: currency),
    ])
  }

  private func text(_ currencies: [Levers], _ source: FigureSource) -> String {
    var lines = Lines()
    lines.add(
      StyledText(source.pipeline.name, .strong),
      StyledText(" as of \(source.day), velocity over \(MetricsText.days(source.days))", .dim)
    )
    for levers in currencies {
      let currency = levers.currency
      lines.addBlank()
      guard let perDay = levers.velocity.perDay else {
        lines.add(
          StyledText("\(currency)", .strong),
          StyledText(" n/a: needs won deals with a value and an age above 0", .dim)
        )
        continue
      }
      lines.add(StyledText("\(currency)  \(FigureText.money(perDay, currency)) a day", .strong))
      var table = TextTable([
        .words("If"), .numbers("From"), .numbers("n"), .numbers("To"), .numbers("n"),
        .words("As in"), .numbers("A day"),
        .numbers("Gain"),
      ])
      for lever in levers.levers { table.add(row(lever, currency, source.pipeline)) }
      lines.add(table)
    }
    if currencies.isEmpty { lines.add("There are no deals yet.") }
    return lines.text
  }

  private func row(_ lever: Lever, _ currency: Currency, _ pipeline: SalesPipeline) -> [StyledText]
  {
    let unit = lever.factor.unit(in: currency)
    let best = lever.best
    return [
      StyledText(lever.factor.words(in: pipeline)),
      StyledText(lever.now?.words(in: unit) ?? "n/a"),
      StyledText(lever.cases.map { FigureText.count($0) } ?? "", .dim),
      StyledText(best?.value.words(in: unit) ?? "n/a"),
      StyledText(best?.cases.map { FigureText.count($0) } ?? "", .dim),
      StyledText((best?.source ?? "") + (lever.isThin ? " thin" : ""), .dim),
      StyledText(lever.velocity.map { FigureText.money($0, currency) } ?? ""),
      StyledText(
        lever.gain.map { "+" + FigureText.money($0, currency) } ?? "nothing to gain",
        lever.gain == nil || lever.isThin ? .dim : .good
      ),
    ]
  }
}

/// Levers, with the deals behind the velocity that they raise.
private struct ExplainedLevers {
  var counter: LeverCounter
  var velocity: ExplainedFigures

  func answer(in source: FigureSource) -> ExplanationAnswer {
    let velocities = velocity.explanations
    let explained = counter.levers.flatMap { levers in
      let deals = velocities.first { $0.question.currency == levers.currency }?.explanation.deals
      let explanations = levers.explanations(
        in: source.pipeline,
        window: source.days,
        asOf: source.day,
        deals: deals ?? []
      )
      return zip(levers.levers, explanations).map { lever, explanation in
        let stage = lever.factor.stage.map { ":\(source.pipeline.stages[$0].name)" } ?? ""
        return (
          name: "\(lever.factor.fileName)\(stage) \(levers.currency)", explanation: explanation
        )
      }
    }
    return ExplanationAnswer(explanations: explained)
  }
}

extension Lever.Factor {
  /// The stage it is of; `nil` of the whole pipeline.
  fileprivate var stage: Int? {
    switch self {
    case .openDeals, .wonValue, .winRate, .ageAtWin: nil
    case .conversion(let stage), .time(let stage): stage
    }
  }

  /// The name in JSON.
  fileprivate var fileName: String {
    switch self {
    case .openDeals: "open_deals"
    case .wonValue: "average_won"
    case .winRate: "win_rate"
    case .ageAtWin: "age_at_win"
    case .conversion: "conversion"
    case .time: "time_in_stage"
    }
  }
}
