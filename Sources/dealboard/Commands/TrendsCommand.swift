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

  @Option(help: "How long a period is: month, quarter or year.")
  var period: PeriodLengthArgument = .month

  @Option(name: .customLong("policy"), help: "Who counts as converted: reached, touched or strict.")
  var policyArgument: PolicyArgument?

  @Argument(help: ArgumentHelp("The figures to follow; else the usual ones.", valueName: "figure"))
  var names: [String] = []

  private var policy: ConversionPolicy { policyArgument?.policy ?? .reached }

  func run() throws {
    let source = try FigureSource(options, figures)
    let answer = FigureAnswer(
      empty: Trends(
        of: source.pipeline,
        by: period.length,
        over: try source.daysWithDeals(),
        asOf: source.day
      ),
      json: json,
      text: text
    )
    try source.print(answer, json: options.json) { trends, history, _ in trends.count(history) }
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
