import ArgumentParser
import Interchange
import Pipeline

/// Names days, and compares the figures with those of an earlier one.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Name days, and compare the figures now with those of an earlier one.",
    discussion: "Example: dealboard baseline compare 2026-02-28",
    subcommands: [
      ListBaselines.self, SaveBaseline.self, RemoveBaseline.self, CompareBaseline.self,
    ],
    defaultSubcommand: ListBaselines.self
  )
}

/// Sets the figures of a day against those of an earlier one.
struct CompareBaseline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set every figure against an earlier day's: better, worse or level.",
    discussion: "Example: dealboard baseline compare 2026-02-28 --as-of 2026-03-31"
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions

  @Argument(help: ArgumentHelp("The earlier day, or a baseline's name.", valueName: "day"))
  var then: EarlierDayArgument

  func run() throws {
    let now = try FigureSource(options, figures)
    let earlier = try FigureSource(
      options,
      figures,
      asOf: try then.day(in: now.workspace, of: now.pipeline.id)
    )
    let (nowFigures, thenFigures) = (now.figures, earlier.figures)
    let benchmark = Benchmark(now: nowFigures, then: thenFigures)
    try Answer.print(
      json: options.json,
      .array(benchmark.lines.map { Self.json($0, nowFigures.pipeline) })
    ) {
      text(benchmark, now: nowFigures, then: thenFigures)
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

  private func text(_ benchmark: Benchmark, now: Figures, then: Figures) -> String {
    var lines = Lines()
    lines.add(
      StyledText(now.pipeline.name, .strong),
      StyledText(" on \(now.asOf) against \(then.asOf)", .dim)
    )
    var table = TextTable([
      .words("Figure"), .numbers("Then"), .numbers("Now"), .numbers("Change"), .numbers("%"),
      .words(""),
    ])
    for line in benchmark.lines { table.add(row(line, now.pipeline)) }
    lines.add(table)
    for missing in now.missing(against: then) {
      let deals = FigureText.counted(missing.count, "new deal", "new deals")
      lines.add(StyledText("Find at least \(deals) for \(missing.stage.name) to match then."))
    }
    if benchmark.windowsOverlap {
      lines.add(
        StyledText("The windows of the two days overlap; closed deals may count in both.", .dim)
      )
    }
    return lines.text
  }

  private func row(_ line: Benchmark.Line, _ pipeline: SalesPipeline) -> [StyledText] {
    let comparison = line.comparison
    let style: StyledText.Style =
      switch comparison.direction {
      case .better: .good
      case .worse: .bad
      case .level, nil: .plain
      }
    func value(_ ratio: Ratio?) -> StyledText {
      StyledText(ratio.map { Self.words($0, line.metric.unit) } ?? "n/a")
    }
    let percent = comparison.percent.map {
      DecimalText.grouped(DecimalText.fixed($0, decimals: 1))
    }
    return [
      StyledText(line.metric.name(in: pipeline)),
      value(comparison.then),
      value(comparison.now),
      value(comparison.change),
      StyledText(percent ?? ""),
      StyledText(comparison.direction?.rawValue ?? "", style),
    ]
  }

  private static func words(_ ratio: Ratio, _ unit: FigureUnit) -> String {
    switch unit {
    case .deals: DecimalText.grouped(DecimalText.plain(ratio, decimals: 0))
    case .rate: FigureText.percent(ratio)
    case .days: FigureText.days(ratio)
    case .money(let currency): FigureText.money(ratio, currency)
    }
  }
}
