/// Explains figures in one pass over the deals that they were counted from.
public struct FigureExplainer: Sendable {
  private let questions: [FigureName]
  private let figures: Figures
  private var path = StagePath()
  private var counted: [[Identifier<Deal>]]
  private var omitted: [[FigureName.Omission: Int]]

  /// Explains some figures, which may be counted already or are being counted beside it.
  public init(_ questions: [FigureName], in figures: Figures) {
    self.questions = questions
    self.figures = figures
    counted = questions.map { _ in [] }
    omitted = questions.map { _ in [:] }
  }

  /// Looks at a deal of those that the figures were counted from, oldest first.
  public mutating func count(_ deal: Deal) {
    guard deal.pipeline == figures.pipeline.id, !deal.isDeleted else { return }
    path.follow(deal, in: figures.pipeline)
    for (place, question) in questions.enumerated() {
      let part = question.part(of: deal, path, in: figures)
      if part.isCounted { counted[place].append(deal.id) }
      for omission in part.omissions { omitted[place][omission, default: 0] += 1 }
    }
  }

  /// The explanations, in the order of the questions.
  public var explanations: [Explanation] { explanations(in: figures) }

  /// The explanations in the order of the questions, with the numbers of figures that were counted
  /// beside it, of the same day and window.
  public func explanations(in figures: Figures) -> [Explanation] {
    questions.enumerated().map { place, question in
      Explanation(
        title: question.title(in: figures.pipeline),
        formula: FigureFormula(question, in: figures).lines,
        window: question.days(in: figures),
        asOf: figures.asOf,
        leftOut: FigureName.Omission.allCases.compactMap { omission in
          omitted[place][omission].map { Explanation.LeftOut($0, phrase(named: omission)) }
        },
        deals: counted[place]
      )
    }
  }
}

extension Figures {
  /// Explains some figures, from the deals that they were counted from.
  public func explain(
    _ questions: [FigureName],
    from deals: some Sequence<Deal>
  ) -> [Explanation] {
    var explainer = FigureExplainer(questions, in: self)
    for deal in deals { explainer.count(deal) }
    return explainer.explanations
  }
}

extension FigureName {
  /// The figure as it is called: `Win rate of Demo Scheduled`, `Velocity in EUR`.
  public func title(in pipeline: SalesPipeline) -> String {
    var title = kind.words
    if kind.isOfConversion { title += " (\(phrase(named: policy)))" }
    if let name = stage.flatMap({ pipeline.name(at: $0) }) {
      title += kind.joint
      title += name
    }
    if let currency { title += phrase(" in \(currency)") }
    return title
  }

  /// The days whose deals the figure asks; `nil` where it is of the as-of day alone.
  func days(in figures: Figures) -> DayRange? {
    switch kind {
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .currentVisit: nil
    case .recentWinRate: figures.recentDays
    case .wonInMonth: DayRange(first: figures.asOf.startOfMonth, last: figures.asOf)
    case .averageWon, .winRate, .winRateByValue, .cohort, .ageAtWin, .ageAtLoss, .timeInStage,
      .velocity, .conversion, .asked, .converted, .pending, .created, .createdValue, .won,
      .wonValue, .lost, .lostValue, .regressions:
      figures.window
    }
  }
}

extension FigureName.Kind {
  /// What stands between the figure and the stage that it is of.
  fileprivate var joint: String {
    switch self {
    case .conversion, .converted: phrase(" from ")
    case .asked, .pending: phrase(" at ")
    case .timeInStage: " "
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .averageWon, .winRate,
      .winRateByValue, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .currentVisit, .velocity,
      .created, .createdValue, .won, .wonValue, .lost, .lostValue, .regressions, .wonInMonth:
      phrase(" of ")
    }
  }

  /// The figure as people call it, with a capital.
  public var words: String {
    switch self {
    case .openDeals: phrase("Open deals")
    case .stale: phrase("Stale deals")
    case .openValue: phrase("Open value")
    case .averageSize: phrase("Average deal size")
    case .weightedValue: phrase("Weighted value")
    case .averageWon: phrase("Average won value")
    case .winRate: phrase("Win rate")
    case .winRateByValue: phrase("Win rate by value")
    case .recentWinRate: phrase("Win rate of the last 90 days")
    case .cohort: phrase("Creation cohort")
    case .ageAtWin: phrase("Age at win")
    case .ageAtLoss: phrase("Age at loss")
    case .timeInStage: phrase("Time in")
    case .currentVisit: phrase("Age of the present visits")
    case .velocity: phrase("Velocity")
    case .conversion: phrase("Conversion")
    case .asked: phrase("Deals asked")
    case .converted: phrase("Deals gone on")
    case .pending: phrase("Pending deals")
    case .created: phrase("Deals created")
    case .createdValue: phrase("Value created")
    case .won: phrase("Deals won")
    case .wonValue: phrase("Value won")
    case .lost: phrase("Deals lost")
    case .lostValue: phrase("Value lost")
    case .regressions: phrase("Moves back")
    case .wonInMonth: phrase("Won this month")
    }
  }
}
