import ArgumentParser
import Interchange
import Pipeline

/// Prints figures by month, quarter or year.
struct TrendsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Any figure by month, quarter or year.",
    discussion: """
      What stands open is as of each period's last day; what happened is of its days. The window \
      says how far back; a period that has days to come is running, one whose last day was not \
      recorded is hindsight. FIGURE is a name that `metrics --explain` knows, such as win-rate, \
      conversion:demo or open-value:EUR, or one of \
      \(PeriodFigure.Kind.allCases.map(\.rawValue).joined(separator: ", ")).

      Example: dealboard trends win-rate velocity --period quarter --window 2026
      """
  )

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var conversion: ConversionOptions

  @Option(help: "How long a period is: month, quarter or year.")
  var period: PeriodLengthArgument = .month

  @Argument(help: ArgumentHelp("The figures to follow; else the usual ones.", valueName: "figure"))
  var names: [String] = []

  @Flag(help: "Say why each period's figures are what they are: formula, inputs, deals.")
  var explain = false

  private var policy: ConversionPolicy { conversion.policy }

  func run() throws {
    let source = try FigureSource(options, figures)
    let empty = Trends(
      of: source.pipeline,
      by: period.length,
      over: try source.daysWithDeals(),
      asOf: source.day,
      people: source.names.people,
      goals: source.goals,
      window: source.window,
      figuresOnly: names.allSatisfy(isFigure) && !names.isEmpty,
      ofGroups: source.grouping != nil
    )
    let hindsight = try empty.points.filter { try source.isHindsight($0.lastDay) }
    let since = hindsight.first?.lastDay
    let asked = try asked(empty, source)
    if explain { return try explain(empty, source, asked, since: since) }
    let marked = Set(hindsight.map(\.period))
    let answer = FigureAnswer(
      empty: empty,
      json: { trends in
        let json = TrendsJSON(
          trends: trends,
          policy: policy,
          people: source.names,
          hindsight: marked
        )
        return names.isEmpty ? json.whole : json.values(of: try asked ?? chosen(in: trends))
      },
      text: { trends in
        let text = TrendsText(trends: trends, hindsight: marked)
        return names.isEmpty ? text.usual : text.lines(of: try asked ?? chosen(in: trends))
      },
      since: since
    )
    try source.print(answer, json: options.json) { take in
      try source.historiesOfAllOwners { history, deal in
        take(deal) { $0.count(history, where: source.isOwned) }
      }
    }
  }

  /// What was named, where that must be known before all is counted: which currencies, reasons and
  /// goals there are is known only then, and a group may have fewer of them than all.
  private func asked(_ empty: Trends, _ source: FigureSource) throws -> [TrendFigure]? {
    guard !names.isEmpty, explain || source.grouping != nil else { return nil }
    var trends = empty
    try source.historiesOfAllOwners { history, _ in
      trends.count(history, where: source.isOwned)
    }
    return try chosen(in: trends)
  }

  /// Explains the figures that were named, else those of the usual tables.
  private func explain(
    _ empty: Trends,
    _ source: FigureSource,
    _ asked: [TrendFigure]?,
    since: Day?
  ) throws {
    let questions = try asked ?? TrendsText.usual(in: source.currencies())
    let answer = FigureAnswer(
      empty: TrendExplainer(questions, in: empty),
      json: { ExplanationAnswer($0.explanations, in: empty.pipeline).value },
      text: { ExplanationAnswer($0.explanations, in: empty.pipeline).text },
      since: since
    )
    try source.print(answer, json: options.json) { take in
      try source.historiesOfAllOwners { history, deal in
        take(deal) { $0.count(history, where: source.isOwned) }
      }
    }
  }

  /// The numbers that were named; those of a currency in every currency that occurs.
  private func chosen(in trends: Trends) throws -> [TrendFigure] {
    try FigureArguments(names).figures(
      in: trends.pipeline,
      currencies: trends.currencies,
      among: trends.figures(policy: policy)
    )
  }

  /// Whether a name is of a figure of a day, which is counted faster.
  private func isFigure(_ name: String) -> Bool {
    FigureName.Kind(rawValue: name.prefix { $0 != ":" }.lowercased()) != nil
  }
}

/// How long a period is, as it is typed.
struct PeriodLengthArgument: ExpressibleByArgument {
  /// The length.
  let length: Period.Length

  /// A month.
  static let month = PeriodLengthArgument(length: .month)

  private init(length: Period.Length) {
    self.length = length
  }

  /// Reads a length's name; `nil` for others.
  init?(argument: String) {
    guard let length = Period.Length(rawValue: argument.lowercased()) else { return nil }
    self.length = length
  }

  /// The text it would be typed as, for help.
  var defaultValueDescription: String { length.rawValue }

  /// The names, for help and completions.
  static var allValueStrings: [String] { Period.Length.allCases.map(\.rawValue) }
}
