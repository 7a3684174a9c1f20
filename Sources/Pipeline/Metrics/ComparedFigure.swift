/// A figure that now is set against then (NUMBERS.md, "Now against then"): one list for the screen and
/// the command line.
public struct ComparedFigure: Hashable, Sendable {
  /// Which figure.
  public let name: FigureName
  /// Whether it is the median of an age or of a time, in place of the mean.
  public let isMedian: Bool

  /// Compares a figure.
  public init(_ name: FigureName, isMedian: Bool = false) {
    self.name = name
    self.isMedian = isMedian
  }

  /// Those of the whole pipeline, in all currencies.
  public static let whole: [ComparedFigure] = [
    ComparedFigure(FigureName(.openDeals)), ComparedFigure(FigureName(.stale)),
    ComparedFigure(FigureName(.winRate)), ComparedFigure(FigureName(.ageAtWin)),
    ComparedFigure(FigureName(.ageAtWin), isMedian: true), ComparedFigure(FigureName(.won)),
    ComparedFigure(FigureName(.lost)), ComparedFigure(FigureName(.regressions)),
  ]

  /// Those of one currency's deals.
  public static func of(_ currency: Currency) -> [ComparedFigure] {
    let kinds: [FigureName.Kind] = [
      .openDeals, .openValue, .averageSize, .weightedValue, .averageWon, .wonValue, .winRate,
      .winRateByValue, .ageAtWin, .velocity,
    ]
    return kinds.flatMap { kind in
      let mean = ComparedFigure(FigureName(kind, currency: currency))
      return kind == .ageAtWin ? [mean, ComparedFigure(mean.name, isMedian: true)] : [mean]
    }
  }

  /// Those of a stage, from 0; average sizes in each of some currencies.
  public static func of(
    stage place: Int,
    in currencies: [Currency],
    policy: ConversionPolicy
  ) -> [ComparedFigure] {
    let time = FigureName(.timeInStage, stage: place)
    return [ComparedFigure(FigureName(.openDeals, stage: place))]
      + currencies.map { ComparedFigure(FigureName(.averageSize, stage: place, currency: $0)) }
      + [
        ComparedFigure(FigureName(.winRate, stage: place)), ComparedFigure(time),
        ComparedFigure(time, isMedian: true),
        ComparedFigure(FigureName(.currentVisit, stage: place)),
        ComparedFigure(FigureName(.conversion, stage: place, policy: policy)),
      ]
  }

  /// Those of a stage that was put away: the open deals that stood there, and their average sizes.
  public static func ofPutAway(stage place: Int, in currencies: [Currency]) -> [ComparedFigure] {
    [ComparedFigure(FigureName(.openDeals, stage: place))]
      + currencies.map { ComparedFigure(FigureName(.averageSize, stage: place, currency: $0)) }
  }

  /// The value among some figures; `nil`: n/a.
  public func value(in figures: Figures) -> Ratio? {
    guard isMedian else { return name.value(in: figures) }
    if let stage = name.stage {
      return figures.report(at: stage)?.daysOfThoseWhoLeft.median
    }
    return name.outcomes(in: figures).agesAtWin.median
  }

  /// Now beside then.
  public func comparison(now: Figures, then: Figures) -> Comparison {
    Comparison(then: value(in: then), now: value(in: now), aim: name.aim)
  }

  /// Whether it rests on too few cases to be called better or worse: under 20.
  public func isThin(in figures: Figures) -> Bool {
    Share.isThin(name.cases(in: figures))
  }

  /// What it is called: `Median age at win in EUR`.
  public func title(in pipeline: SalesPipeline) -> String {
    let title = name.title(in: pipeline)
    return isMedian ? phrase("Median: \(title.prefix(1).lowercased() + title.dropFirst())") : title
  }
}
