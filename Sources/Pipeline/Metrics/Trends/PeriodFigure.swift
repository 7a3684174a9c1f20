/// A number of a period that the figures of a day do not have under a name: medians, what became of
/// those created in it, expectations and how they came out, goals, losses, upsell and effort.
public struct PeriodFigure: Hashable, Sendable {
  /// What is counted; the raw value is the name on the command line.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The median of the days from creation to win.
    case medianAgeAtWin = "median-age-at-win"
    /// The median of the days from creation to loss.
    case medianAgeAtLoss = "median-age-at-loss"
    /// The median of the days in a stage.
    case medianTimeInStage = "median-time-in-stage"
    /// Of the deals created in the period, the share that is won now.
    case cohortWon = "cohort-won"
    /// Of the deals created in the period, the share that is lost now.
    case cohortLost = "cohort-lost"
    /// Of the deals created in the period, the share that is still open now.
    case cohortOpen = "cohort-open"
    /// The weighted value of what was due in the period, as known on its first day.
    case forecastWeighted = "forecast-weighted"
    /// The value of what was committed to the period, as known on its first day.
    case forecastCommit = "forecast-commit"
    /// Value won in the period / its weighted forecast.
    case wonOfWeighted = "won-of-weighted"
    /// Value won in the period / what was committed to it.
    case wonOfCommit = "won-of-commit"
    /// Of the open deals with an expected close on the last day, the share that slipped.
    case slipped
    /// How often those had slipped.
    case slips
    /// By how many days on average.
    case slipDays = "slip-days"
    /// The goal of the period.
    case goal
    /// Won / goal, as known on the last day.
    case wonOfGoal = "won-of-goal"
    /// What is due in the rest of the period / what remains of the goal, on the last day.
    case coverage
    /// Deals lost for a reason.
    case lostForReason = "lost-for"
    /// The sum of their values.
    case lostValueForReason = "lost-value-for"
    /// Deals lost while they stood in a stage.
    case lostInStage = "lost-in"
    /// The sum of their values.
    case lostValueInStage = "lost-value-in"
    /// What won deals grew by since their creation.
    case upsell
    /// The same per unit of their first value.
    case upsellRate = "upsell-rate"
    /// The days that deals spent in a stage, in all.
    case dealDays = "deal-days"
    /// The minutes that activities for them took there.
    case minutes
    /// The minutes per deal that left the stage.
    case minutesPerDealLeft = "minutes-per-deal-left"
    /// The minutes per won deal.
    case minutesPerWonDeal = "minutes-per-won-deal"
    /// What those activities cost.
    case cost
    /// The cost per deal that left the stage.
    case costPerDealLeft = "cost-per-deal-left"
    /// The cost per won deal.
    case costPerWonDeal = "cost-per-won-deal"
  }

  /// What is counted.
  public let kind: Kind
  /// The stage, from 0; `nil`: the whole pipeline.
  public let stage: Int?
  /// The currency; `nil` of what is no money, and of goals in deals.
  public let currency: Currency?
  /// Why deals were lost, of losses by reason; `nil`: none was given.
  public let reason: LostReason?

  /// Names a number.
  public init(
    _ kind: Kind,
    stage: Int? = nil,
    currency: Currency? = nil,
    reason: LostReason? = nil
  ) {
    self.kind = kind
    self.stage = stage
    self.currency = currency
    self.reason = reason
  }
}

extension PeriodFigure.Kind {
  /// Whether each stage has it, and the whole pipeline does not.
  public var isOfStages: Bool {
    switch self {
    case .medianTimeInStage, .lostInStage, .lostValueInStage, .dealDays, .minutes,
      .minutesPerDealLeft, .minutesPerWonDeal, .cost, .costPerDealLeft, .costPerWonDeal:
      true
    case .medianAgeAtWin, .medianAgeAtLoss, .cohortWon, .cohortLost, .cohortOpen,
      .forecastWeighted, .forecastCommit, .wonOfWeighted, .wonOfCommit, .slipped, .slips, .slipDays,
      .goal, .wonOfGoal, .coverage, .lostForReason, .lostValueForReason, .upsell, .upsellRate:
      false
    }
  }

  /// Whether it is one of each currency.
  public var isOfCurrencies: Bool {
    switch self {
    case .forecastWeighted, .forecastCommit, .wonOfWeighted, .wonOfCommit, .lostValueForReason,
      .lostValueInStage, .upsell, .upsellRate, .cost, .costPerDealLeft, .costPerWonDeal:
      true
    case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage, .cohortWon, .cohortLost,
      .cohortOpen, .slipped, .slips, .slipDays, .goal, .wonOfGoal, .coverage, .lostForReason,
      .lostInStage, .dealDays, .minutes, .minutesPerDealLeft, .minutesPerWonDeal:
      false
    }
  }

  /// Whether it is one of each reason for which deals were lost.
  public var isOfReasons: Bool { self == .lostForReason || self == .lostValueForReason }

  /// Whether it is about goals, which are in money of a currency or in deals.
  public var isOfGoals: Bool { self == .goal || self == .wonOfGoal || self == .coverage }

  /// The number as people call it, with a capital.
  public var words: String {
    switch self {
    case .medianAgeAtWin: phrase("Age at win, median")
    case .medianAgeAtLoss: phrase("Age at loss, median")
    case .medianTimeInStage: phrase("Median time in")
    case .cohortWon: phrase("Created, won by now")
    case .cohortLost: phrase("Created, lost by now")
    case .cohortOpen: phrase("Created, open now")
    case .forecastWeighted: phrase("Weighted forecast")
    case .forecastCommit: phrase("Committed")
    case .wonOfWeighted: phrase("Won of forecast")
    case .wonOfCommit: phrase("Won of commit")
    case .slipped: phrase("Slipped deals")
    case .slips: phrase("Slips")
    case .slipDays: phrase("Days per slip")
    case .goal: phrase("Goal")
    case .wonOfGoal: phrase("Won of goal")
    case .coverage: phrase("Coverage")
    case .lostForReason: phrase("Lost:")
    case .lostValueForReason: phrase("Value lost:")
    case .lostInStage: phrase("Lost there")
    case .lostValueInStage: phrase("Value lost there")
    case .upsell: phrase("Upsell")
    case .upsellRate: phrase("Upsell rate")
    case .dealDays: phrase("Deal-days")
    case .minutes: phrase("Minutes spent")
    case .minutesPerDealLeft: phrase("Left: minutes per deal")
    case .minutesPerWonDeal: phrase("Won: minutes per deal")
    case .cost: phrase("Cost")
    case .costPerDealLeft: phrase("Left: cost per deal")
    case .costPerWonDeal: phrase("Won: cost per deal")
    }
  }
}

extension PeriodFigure {
  /// What its values are counted in.
  public var unit: FigureUnit {
    switch kind {
    case .medianAgeAtWin, .medianAgeAtLoss, .medianTimeInStage, .slipDays: .days
    case .cohortWon, .cohortLost, .cohortOpen, .wonOfWeighted, .wonOfCommit, .slipped, .wonOfGoal,
      .upsellRate:
      .rate
    case .slips, .lostForReason, .lostInStage, .dealDays: .deals
    case .minutes, .minutesPerDealLeft, .minutesPerWonDeal: .minutes
    case .coverage: .times
    case .goal: currency.map { .money($0) } ?? .deals
    case .forecastWeighted, .forecastCommit, .lostValueForReason, .lostValueInStage, .upsell, .cost,
      .costPerDealLeft, .costPerWonDeal:
      .money(currency ?? .euro)
    }
  }

  /// The figure of a day whose explanation says it, too; `nil` where none does.
  public var source: FigureName? {
    switch kind {
    case .medianAgeAtWin: FigureName(.ageAtWin)
    case .medianAgeAtLoss: FigureName(.ageAtLoss)
    case .medianTimeInStage: FigureName(.timeInStage, stage: stage)
    case .cohortWon, .cohortLost, .cohortOpen: FigureName(.cohort)
    case .forecastWeighted, .forecastCommit, .wonOfWeighted, .wonOfCommit, .slipped, .slips,
      .slipDays, .goal, .wonOfGoal, .coverage, .lostForReason, .lostValueForReason, .lostInStage,
      .lostValueInStage, .upsell, .upsellRate, .dealDays, .minutes, .minutesPerDealLeft,
      .minutesPerWonDeal, .cost, .costPerDealLeft, .costPerWonDeal:
      nil
    }
  }

  /// The number as it is called: `Lost: price`, `Cost of Demo Scheduled in EUR`.
  public func title(in pipeline: SalesPipeline) -> String {
    var title = kind.words
    if kind.isOfReasons { title += " " + (reason?.text ?? phrase("no reason given")) }
    if let stage, pipeline.stages.indices.contains(stage) {
      title += (kind == .medianTimeInStage ? " " : phrase(" of ")) + pipeline.stages[stage].name
    }
    if let currency { title += phrase(" in \(currency)") }
    return title
  }
}
