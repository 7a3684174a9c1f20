public import Pipeline

/// A number of a screen that can be asked why it is what it is.
public struct ReportQuestion: Hashable, Sendable {
  /// Which number it is.
  public enum Subject: Hashable, Sendable {
    /// A figure of the pipeline or of a stage.
    case figure(FigureName)
    /// What velocity in a currency would be if one factor were as at a baseline.
    case lever(Lever.Factor, in: Currency, against: ReportBaseline)
    /// A cell of the forecast's grid in a currency.
    case forecast(ForecastPlace, in: Currency)
    /// Which open deals of a currency have no part in the weighted values.
    case leftOut(of: Currency)
    /// Whether enough deals are due for a goal.
    case goal(Goal)
    /// How many open deals slipped.
    case slipped
    /// What was forecast for a period on its first day, and won in it.
    case accuracy(Period, in: Currency)
    /// How many deals need attention.
    case attention(AttentionFigure)
    /// A bar of a waterfall.
    case waterfall(WaterfallQuestion)
    /// Some of the deals that were lost.
    case losses(LossGroup)
    /// What won deals grew by, in a currency.
    case upsell(Currency)
    /// What a stage's history suggests to set there.
    case suggestion(SuggestedFigure)
    /// A number of a period, and the goals of that period.
    case trend(TrendFigure, Period, goals: [Goal])
    /// What a stage, from 0, takes.
    case effort(stage: Int)
    /// What one step changed.
    case changes(Identifier<ChangeStep>)
  }

  /// Which number it is.
  public var subject: Subject
  /// Over which deals, as of which day and over which window.
  public var scope: ReportScope

  /// Asks about a figure.
  public init(_ figure: FigureName, in scope: ReportScope) {
    self.init(.figure(figure), in: scope)
  }

  /// Asks about a number.
  public init(_ subject: Subject, in scope: ReportScope) {
    self.subject = subject
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

  /// Why the number's day is hindsight; `nil` where it was recorded.
  public let hindsight: Hindsight?

  /// The day as of which the deals are listed.
  public let day: Day

  /// How many deals the number was asked of, open and closed; `nil` where it was not asked of those
  /// of one day.
  public let population: Int?

  /// Puts deals to an explanation.
  public init(
    _ explanation: Explanation,
    deals: [Deal],
    asOf day: Day? = nil,
    population: Int? = nil,
    hindsight: Hindsight? = nil
  ) {
    self.explanation = explanation
    self.population = population
    self.day = day ?? explanation.asOf
    self.deals = deals
    self.hindsight = hindsight
  }
}

extension ScopedDeals {
  /// Explains a number of the deals that are counted.
  func explain(_ subject: ReportQuestion.Subject) throws(Source.Failure) -> ExplanationReport {
    if case .waterfall(let question) = subject { return try explain(question) }
    var deals: [Deal] = []
    var figures = Figures(pipeline: pipeline, asOf: scope.asOf, window: scope.window)
    let test = test
    try source.deals(asOf: scope.asOf) { deal in
      guard test(deal) else { return }
      figures.count(deal)
      deals.append(deal)
    }
    let explanation: Explanation? =
      switch subject {
      case .figure(let name): figures.explain([name], from: deals).first
      case .lever(let factor, let currency, let baseline):
        try explain(factor, in: currency, against: baseline)
      case .forecast(let place, let currency):
        ForecastExplanation(place, currency, figures).explanation(from: deals)
      case .leftOut(let currency): figures.explainLeftOut(of: currency, from: deals)
      case .goal(let goal): explain(goal, from: deals)
      case .slipped: try explainSlips()
      case .accuracy(let period, let currency): try explainAccuracy(of: period, in: currency)
      case .attention(let figure):
        AttentionExplainer(of: deals, in: pipeline, on: scope.asOf).explanation(of: figure)
      case .losses(let group): explain(group, from: deals)
      case .upsell(let currency): try explainUpsell(in: currency)
      case .suggestion(let figure): figures.explain(figure, from: deals)
      case .effort(let place): try explainEffort(of: place)
      case .trend(let figure, let period, let goals):
        try explain(figure, of: period, goals: goals)
      case .changes(let step): try explain(step)
      case .waterfall: nil
      }
    guard let explanation else {
      let nothing = Explanation(title: "", formula: [], window: nil, asOf: scope.asOf, deals: [])
      return ExplanationReport(nothing, deals: [])
    }
    let shown = Set(explanation.deals.prefix(ExplanationReport.dealLimit))
    return ExplanationReport(
      explanation,
      deals: deals.filter { shown.contains($0.id) },
      asOf: scope.asOf,
      population: deals.count { !$0.isDeleted },
      hindsight: try source.hindsight(asOf: scope.asOf, in: scope.pipeline)
    )
  }

  /// Explains whether enough of the deals are due for a goal.
  private func explain(_ goal: Goal, from deals: [Deal]) -> Explanation {
    var coverage = Coverage(of: goal, asOf: scope.asOf, window: scope.window)
    for deal in deals { coverage.count(deal) }
    return coverage.explanation(from: deals)
  }
}
