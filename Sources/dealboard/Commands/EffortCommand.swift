import ArgumentParser
import Interchange
import Pipeline

/// Prints in which stage the money goes.
struct EffortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effort",
    abstract: "What each stage takes: deal-days, lost value, minutes and cost of activities.",
    discussion: """
      Deals count that were first in the stage in the window; lost are those of all deals that were \
      lost in the stage in the window. An activity without minutes takes the \
      usual ones of its kind; an owner's hour costs what `people set NAME --hourly-cost` says.

      Example: dealboard effort --window 2026
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var noConversion: NoConversionOptions

  @Flag(help: "Say why each stage's effort is what it is: inputs, what was left out, deals.")
  var explain = false

  func run() throws {
    noConversion.noteUnused()
    let source = try FigureSource(options, figures)
    let empty = Effort(
      of: source.pipeline,
      people: source.names.people,
      asOf: source.day,
      window: source.window
    )
    if explain {
      let answer = FigureAnswer(
        empty: EffortExplainer(empty),
        json: { Self.answer($0, source.pipeline).value },
        text: { Self.answer($0, source.pipeline).text }
      )
      return try source.print(answer, json: options.json) { counts, history, _ in
        counts.count(history)
      }
    }
    let answer = FigureAnswer(
      empty: empty,
      json: json,
      text: text
    )
    try source.print(answer, json: options.json) { effort, history, _ in effort.count(history) }
  }

  private static func answer(
    _ explainer: EffortExplainer,
    _ pipeline: SalesPipeline
  ) -> ExplanationAnswer {
    ExplanationAnswer(
      explanations: zip(pipeline.stages, explainer.explanations).map {
        (name: "effort:\($0.name)", explanation: $1)
      }
    )
  }

  private func json(_ effort: Effort) -> JSONValue {
    .array(
      zip(effort.pipeline.stages, effort.stages).map { FigureJSON.effort($1, of: $0) }
    )
  }

  private func text(_ effort: Effort) -> String {
    var lines = Lines()
    lines.add(
      StyledText(effort.pipeline.name, .strong),
      StyledText(
        " as of \(effort.asOf), deals first there in \(MetricsText.days(effort.window)); lost: of "
          + "all deals, those lost there in these days",
        .dim
      )
    )
    var table = TextTable([
      .words("Stage"), .numbers("Deals"), .numbers("Left"), .numbers("Won"), .numbers("Deal-days"),
      .numbers("Lost"), .words("Lost value"), .numbers("Minutes"), .words("Cost"),
      .words("Per deal that left"), .words("Per won deal"),
    ])
    for (stage, part) in zip(effort.pipeline.stages, effort.stages) {
      func money(_ cost: (Currency) -> Ratio?) -> String {
        part.currencies.map { currency in
          cost(currency).map { FigureText.money($0, currency) } ?? "n/a"
        }.joined(separator: ", ")
      }
      func both(_ minutes: Ratio?, _ cost: (Currency) -> Ratio?) -> StyledText {
        guard let minutes else { return StyledText("n/a: none", .dim) }
        let time = "\(DecimalText.grouped(DecimalText.plain(minutes, decimals: 1))) min"
        return StyledText(part.currencies.isEmpty ? time : "\(time), \(money(cost))")
      }
      table.add([
        StyledText(stage.name), StyledText(FigureText.count(part.deals)),
        StyledText(FigureText.count(part.left)), StyledText(FigureText.count(part.won)),
        StyledText(FigureText.count(part.dealDays)), StyledText(FigureText.count(part.lost)),
        StyledText(MetricsText.sums(part.lostValue)), StyledText(FigureText.count(part.minutes)),
        StyledText(money { part.cost(in: $0) }),
        both(part.minutesPerDealLeft) { part.costPerDealLeft(in: $0) },
        both(part.minutesPerWonDeal) { part.costPerWonDeal(in: $0) },
      ])
    }
    lines.add(table)
    return lines.text
  }
}
