/// A number that can be followed from period to period: every one that there is, under one name for
/// the command, its JSON, its explanation and the screen.
public enum TrendFigure: Hashable, Sendable {
  /// A figure of a day, of the period's last or over its days.
  case figure(FigureName)
  /// A number of the period.
  case period(PeriodFigure)
}

extension TrendFigure {
  /// What a number is about, in the order in which numbers are listed.
  public enum Section: Hashable, Sendable {
    /// What is open.
    case open
    /// What was won and lost, how fast, and what became of those created.
    case outcomes
    /// What was expected, and how it came out.
    case expectations
    /// Why deals were lost, and what won ones grew by.
    case lossesAndUpsell
    /// One stage, from 0.
    case stage(Int)
  }

  /// What it is about.
  public var section: Section {
    if let stage { return .stage(stage) }
    switch self {
    case .figure(let name):
      switch name.kind {
      case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .currentVisit: return .open
      case .averageWon, .winRate, .winRateByValue, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss,
        .timeInStage, .velocity, .conversion, .asked, .converted, .pending, .created, .createdValue,
        .won, .wonValue, .lost, .lostValue, .regressions, .wonInMonth:
        return .outcomes
      }
    case .period(let figure):
      switch figure.kind {
      case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage, .cohortWon, .cohortLost,
        .cohortOpen:
        return .outcomes
      case .forecastWeighted, .forecastCommit, .wonOfWeighted, .wonOfCommit, .slipped, .slips,
        .slipDays, .goal, .wonOfGoal, .coverage:
        return .expectations
      case .lostForReason, .lostValueForReason, .upsell, .upsellRate: return .lossesAndUpsell
      case .lostInStage, .lostValueInStage, .dealDays, .minutes, .minutesPerDealLeft,
        .minutesPerWonDeal, .cost, .costPerDealLeft, .costPerWonDeal:
        return .outcomes
      }
    }
  }

  /// What is counted, as it is named on the command line.
  public var kindName: String {
    switch self {
    case .figure(let name): name.kind.rawValue
    case .period(let figure): figure.kind.rawValue
    }
  }

  /// The stage, from 0; `nil`: the whole pipeline.
  public var stage: Int? {
    switch self {
    case .figure(let name): name.stage
    case .period(let figure): figure.stage
    }
  }

  /// The currency; `nil` of what is no money.
  public var currency: Currency? {
    switch self {
    case .figure(let name): name.currency
    case .period(let figure): figure.currency
    }
  }

  /// What its values are counted in.
  public var unit: FigureUnit {
    switch self {
    case .figure(let name): name.unit
    case .period(let figure): figure.unit
    }
  }

  /// The number as it is called: `Win rate of Demo Scheduled`.
  public func title(in pipeline: SalesPipeline) -> String {
    switch self {
    case .figure(let name): name.title(in: pipeline)
    case .period(let figure): figure.title(in: pipeline)
    }
  }

  /// The number as it is called among those of its section, where there is little room: `Time in`,
  /// `price`, `price, value`.
  public var label: String {
    switch self {
    case .figure(let name):
      return name.kind == .recentWinRate ? phrase("Win rate, 90 days") : name.kind.words
    case .period(let figure):
      guard figure.kind.isOfReasons else { return figure.kind.words }
      let reason = figure.reason?.text ?? phrase("no reason given")
      return figure.kind == .lostForReason ? reason : phrase("\(reason), value")
    }
  }
}

extension TrendFigure {
  /// Every number of some periods, by section; those of currencies, reasons and goals for each that
  /// occurs in any period.
  ///
  /// Without a goal there is that in deals, which is n/a.
  public static func all(
    in pipeline: SalesPipeline,
    points: [Trends.Point],
    policy: ConversionPolicy = .reached
  ) -> [TrendFigure] {
    let currencies = Set(points.flatMap(\.currencies)).sorted()
    let names = FigureName.all(in: pipeline, currencies: currencies, policy: policy)
    let figures =
      names.map { TrendFigure.figure($0) }
      + PeriodFigure.Kind.allCases.flatMap { kind in
        PeriodFigure.all(kind, in: pipeline, currencies: currencies, points: points)
          .map { TrendFigure.period($0) }
      }
    let sections: [Section] =
      [.open, .outcomes, .expectations, .lossesAndUpsell]
      + pipeline.stages.indices.map { .stage($0) }
    return sections.flatMap { section in figures.filter { $0.section == section } }
  }
}

extension PeriodFigure {
  fileprivate static func all(
    _ kind: Kind,
    in pipeline: SalesPipeline,
    currencies: [Currency],
    points: [Trends.Point]
  ) -> [PeriodFigure] {
    if kind.isOfGoals {
      let wanted = Set(points.flatMap(\.coverages).map(\.currency))
      let money = wanted.compactMap(\.self).sorted().map { PeriodFigure(kind, currency: $0) }
      return wanted.isEmpty || wanted.contains(nil) ? money + [PeriodFigure(kind)] : money
    }
    let currencies: [Currency?] = kind.isOfCurrencies ? currencies.map { $0 } : [nil]
    if kind.isOfReasons {
      let reasons = Set(points.flatMap { $0.losses.byReason.map(\.reason) })
      let sorted: [LostReason?] =
        reasons.compactMap(\.self).sorted { $0.text < $1.text }
        + (reasons.contains(nil) ? [nil] : [])
      return sorted.flatMap { reason in
        currencies.map { PeriodFigure(kind, currency: $0, reason: reason) }
      }
    }
    let places: [Int?] = kind.isOfStages ? pipeline.stages.indices.map { $0 } : [nil]
    return places.flatMap { place in
      currencies.map { PeriodFigure(kind, stage: place, currency: $0) }
    }
  }
}

extension TrendFigure {
  /// Whether it is sales velocity.
  var isVelocity: Bool {
    if case .figure(let name) = self { return name.kind == .velocity }
    return false
  }
}
