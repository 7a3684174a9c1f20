public import Pipeline

/// A number of a screen that can be asked why it is what it is.
public struct ReportQuestion: Hashable, Sendable {
  /// Which number.
  public var figure: FigureName
  /// Over which deals, as of which day and over which window.
  public var scope: ReportScope

  /// Names a number.
  public init(_ figure: FigureName, in scope: ReportScope) {
    self.figure = figure
    self.scope = scope
  }
}

/// Why a number is what it is, with the deals behind it.
public struct ExplanationReport: Hashable, Sendable {
  /// The most deals that are listed.
  public static let dealLimit = 300

  /// Formula, window, what was left out, and which deals.
  public let explanation: Explanation
  /// The first of the deals behind the number, as of its day, oldest first.
  public let deals: [Deal]

  /// Puts deals to an explanation.
  public init(_ explanation: Explanation, deals: [Deal]) {
    self.explanation = explanation
    self.deals = deals
  }
}

extension ScopedDeals {
  /// Explains a figure of the deals that are counted.
  func explain(_ figure: FigureName) throws(Source.Failure) -> ExplanationReport {
    var deals: [Deal] = []
    var figures = Figures(pipeline: pipeline, asOf: scope.asOf, window: scope.window)
    let test = test
    try source.deals(asOf: scope.asOf) { deal in
      guard test(deal) else { return }
      figures.count(deal)
      deals.append(deal)
    }
    let explanation =
      figures.explain([figure], from: deals).first
      ?? Explanation(title: "", formula: [], window: nil, asOf: scope.asOf, deals: [])
    let shown = Set(explanation.deals.prefix(ExplanationReport.dealLimit))
    return ExplanationReport(explanation, deals: deals.filter { shown.contains($0.id) })
  }
}
