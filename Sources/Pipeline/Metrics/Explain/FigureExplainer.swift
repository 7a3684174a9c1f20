extension Figures {
  /// Explains some figures in one pass over the deals that they were counted from.
  ///
  /// In the order of the questions. The deals are those of the as-of day, oldest first.
  public func explain(
    _ questions: [FigureName],
    from deals: some Sequence<Deal>
  ) -> [Explanation] {
    var path = StagePath()
    var counted = [[Identifier<Deal>]](repeating: [], count: questions.count)
    var omitted = [[FigureName.Omission: Int]](repeating: [:], count: questions.count)
    for deal in deals where deal.pipeline == pipeline.id && !deal.isDeleted {
      path.follow(deal, in: pipeline)
      for (place, question) in questions.enumerated() {
        let part = question.part(of: deal, path, in: self)
        if part.isCounted { counted[place].append(deal.id) }
        for omission in part.omissions { omitted[place][omission, default: 0] += 1 }
      }
    }
    return questions.enumerated().map { place, question in
      Explanation(
        title: question.title(in: pipeline),
        formula: FigureFormula(question, in: self).lines,
        window: question.days(in: self),
        asOf: asOf,
        leftOut: FigureName.Omission.allCases.compactMap { omission in
          omitted[place][omission].map { Explanation.LeftOut($0, omission.rawValue) }
        },
        deals: counted[place]
      )
    }
  }
}

extension FigureName {
  /// The figure as it is called: `Win rate of Demo Scheduled`, `Velocity in EUR`.
  public func title(in pipeline: SalesPipeline) -> String {
    var title = kind.words
    if kind == .conversion { title += " (\(policy.rawValue))" }
    if let stage, pipeline.stages.indices.contains(stage) {
      title += kind == .conversion ? " from " : kind == .timeInStage ? " " : " of "
      title += pipeline.stages[stage].name
    }
    if let currency { title += " in \(currency)" }
    return title
  }

  /// The days whose deals the figure asks; `nil` where it is of the as-of day alone.
  func days(in figures: Figures) -> DayRange? {
    switch kind {
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .currentVisit: nil
    case .recentWinRate: figures.recentDays
    case .wonInMonth: DayRange(first: figures.asOf.startOfMonth, last: figures.asOf)
    case .averageWon, .winRate, .winRateByValue, .cohort, .ageAtWin, .ageAtLoss, .timeInStage,
      .velocity, .conversion, .created, .createdValue, .won, .wonValue, .lost, .lostValue,
      .regressions:
      figures.window
    }
  }
}

extension FigureName.Kind {
  /// The figure as people call it, with a capital.
  public var words: String {
    switch self {
    case .openDeals: "Open deals"
    case .stale: "Stale deals"
    case .openValue: "Open value"
    case .averageSize: "Average deal size"
    case .weightedValue: "Weighted value"
    case .averageWon: "Average won value"
    case .winRate: "Win rate"
    case .winRateByValue: "Win rate by value"
    case .recentWinRate: "Win rate of the last 90 days"
    case .cohort: "Creation cohort"
    case .ageAtWin: "Age at win"
    case .ageAtLoss: "Age at loss"
    case .timeInStage: "Time in"
    case .currentVisit: "Age of the present visits"
    case .velocity: "Velocity"
    case .conversion: "Conversion"
    case .created: "Deals created"
    case .createdValue: "Value created"
    case .won: "Deals won"
    case .wonValue: "Value won"
    case .lost: "Deals lost"
    case .lostValue: "Value lost"
    case .regressions: "Moves back"
    case .wonInMonth: "Won this month"
    }
  }
}
