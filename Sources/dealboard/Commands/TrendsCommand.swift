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
      says how far back; a period that has days to come is running. FIGURE is a name that `metrics \
      --explain` knows, such as win-rate, conversion:demo or open-value:EUR.

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
      asOf: source.day
    )
    if explain { return try explain(empty, source) }
    let answer = FigureAnswer(
      empty: empty,
      json: json,
      text: text,
      since: empty.points.first?.lastDay
    )
    try source.print(answer, json: options.json) { take in
      try source.historiesOfAllOwners { history, deal in
        take(deal) { $0.count(history, where: source.isOwned) }
      }
    }
  }

  /// Explains the figures that were named, else those of the usual table.
  private func explain(_ empty: Trends, _ source: FigureSource) throws {
    let currencies = try source.currencies()
    let known = FigureName.all(in: empty.pipeline, currencies: currencies, policy: policy)
      .filter(\.canBeFollowed)
    let usual: [FigureName.Kind] = [.openDeals, .created, .won, .lost, .winRate, .ageAtWin]
    let questions =
      try names.isEmpty
      ? usual.map { FigureName($0) }
      : FigureArguments(names).figures(
        in: empty.pipeline,
        currencies: currencies,
        among: known
      )
    let answer = FigureAnswer(
      empty: TrendExplainer(questions, in: empty),
      json: { ExplanationAnswer($0.explanations, in: empty.pipeline).value },
      text: { ExplanationAnswer($0.explanations, in: empty.pipeline).text },
      since: empty.points.first?.lastDay
    )
    try source.print(answer, json: options.json) { take in
      try source.historiesOfAllOwners { history, deal in
        take(deal) { $0.count(history, where: source.isOwned) }
      }
    }
  }

  private func json(_ trends: Trends) throws -> JSONValue {
    let json = TrendsJSON(trends: trends, policy: policy)
    return names.isEmpty ? json.whole : json.values(of: try chosen(in: trends))
  }

  private func text(_ trends: Trends) throws -> String {
    let text = TrendsText(trends: trends)
    return names.isEmpty ? text.usual : text.lines(of: try chosen(in: trends))
  }

  /// The figures that were named; those of a currency in every currency that occurs.
  private func chosen(in trends: Trends) throws -> [FigureName] {
    let known = trends.figures(policy: policy)
    return try FigureArguments(names).figures(
      in: trends.pipeline,
      currencies: trends.currencies,
      among: known
    )
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
