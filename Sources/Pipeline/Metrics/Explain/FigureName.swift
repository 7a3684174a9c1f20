/// A figure of the whole pipeline or of one stage, by which it is looked up, followed over time and
/// asked why it is what it is.
public struct FigureName: Hashable, Sendable {
  /// What is counted; the raw value is the name on the command line.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Open deals.
    case openDeals = "open-deals"
    /// Open deals that are stale.
    case stale
    /// The sum of the open deals' values.
    case openValue = "open-value"
    /// The mean value of the open deals that have one.
    case averageSize = "average-size"
    /// The sum of value × probability.
    case weightedValue = "weighted"
    /// The mean value of the won deals that have one.
    case averageWon = "average-won"
    /// Won / (won + lost), by count.
    case winRate = "win-rate"
    /// The same by value.
    case winRateByValue = "win-rate-by-value"
    /// The win rate of the last 90 days.
    case recentWinRate = "win-rate-90d"
    /// What became of the deals created in the window.
    case cohort
    /// Days from creation to win.
    case ageAtWin = "age-at-win"
    /// Days from creation to loss.
    case ageAtLoss = "age-at-loss"
    /// Days in a stage over all visits, of those not open in it.
    case timeInStage = "time-in-stage"
    /// Days of the present visits.
    case currentVisit = "current-visit"
    /// Sales velocity.
    case velocity
    /// The share that goes on from a stage.
    case conversion
    /// How many are asked at a stage: converted, failed and pending.
    case asked
    /// How many go on from a stage; from the last: are won.
    case converted
    /// How many may still go on from a stage.
    case pending
    /// Deals created in the window.
    case created
    /// The sum of their values.
    case createdValue = "created-value"
    /// Deals won in the window.
    case won
    /// The sum of their values.
    case wonValue = "won-value"
    /// Deals lost in the window.
    case lost
    /// The sum of their values.
    case lostValue = "lost-value"
    /// Moves to an earlier stage.
    case regressions
    /// The value won in the as-of month.
    case wonInMonth = "won-in-month"
  }

  /// What is counted.
  public let kind: Kind
  /// The stage, from 0; `nil`: the whole pipeline.
  public let stage: Int?
  /// The currency; `nil`: all, for what is no money.
  public let currency: Currency?
  /// The policy, where the figure is of a conversion.
  public let policy: ConversionPolicy

  /// Names a figure.
  public init(
    _ kind: Kind,
    stage: Int? = nil,
    currency: Currency? = nil,
    policy: ConversionPolicy = .reached
  ) {
    self.kind = kind
    self.stage = stage
    self.currency = currency
    self.policy = policy
  }

  /// The figure behind a number of the live block.
  public init(live number: LiveNumber, stage: Int? = nil) {
    switch number {
    case .openDeals: self.init(.openDeals, stage: stage)
    case .openValue(let currency): self.init(.openValue, stage: stage, currency: currency)
    case .weightedValue(let currency): self.init(.weightedValue, stage: stage, currency: currency)
    case .meanDealSize(let currency): self.init(.averageSize, stage: stage, currency: currency)
    case .winRate: self.init(.winRate, stage: stage)
    case .winRateByValue(let currency): self.init(.winRateByValue, currency: currency)
    case .meanAge, .medianAge: self.init(stage == nil ? .ageAtWin : .timeInStage, stage: stage)
    case .meanVisit: self.init(.currentVisit, stage: stage)
    case .velocity(let currency): self.init(.velocity, currency: currency)
    case .stale: self.init(.stale, stage: stage)
    }
  }
}

extension FigureName.Kind {
  /// Whether the figure is of the whole pipeline.
  var isOfPipeline: Bool {
    switch self {
    case .timeInStage, .conversion, .asked, .converted, .pending: false
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .averageWon, .winRate,
      .winRateByValue, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .currentVisit, .velocity,
      .created, .createdValue, .won, .wonValue, .lost, .lostValue, .regressions, .wonInMonth:
      true
    }
  }

  /// Whether each stage has the figure.
  var isOfStages: Bool {
    switch self {
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .winRate, .timeInStage,
      .currentVisit, .conversion, .asked, .converted, .pending:
      true
    case .averageWon, .winRateByValue, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .velocity,
      .created, .createdValue, .won, .wonValue, .lost, .lostValue, .regressions, .wonInMonth:
      false
    }
  }

  /// Whether the figure is about deals' way through the stages.
  public var isOfFunnel: Bool {
    isOfConversion || self == .regressions || self == .timeInStage
  }

  /// Whether the figure is of a stage's conversion, and so goes by a policy.
  var isOfConversion: Bool {
    switch self {
    case .conversion, .asked, .converted, .pending: true
    case .openDeals, .stale, .openValue, .averageSize, .weightedValue, .averageWon, .winRate,
      .winRateByValue, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .timeInStage, .currentVisit,
      .velocity, .created, .createdValue, .won, .wonValue, .lost, .lostValue, .regressions,
      .wonInMonth:
      false
    }
  }

  /// Whether the figure is one of each currency.
  public var isOfCurrencies: Bool {
    switch self {
    case .openValue, .averageSize, .weightedValue, .averageWon, .winRateByValue, .velocity,
      .createdValue, .wonValue, .lostValue, .wonInMonth:
      true
    case .openDeals, .stale, .winRate, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss, .timeInStage,
      .currentVisit, .conversion, .asked, .converted, .pending, .created, .won, .lost, .regressions:
      false
    }
  }
}

extension FigureName.Kind {
  /// Whether the figure is of all currencies' deals, and can be of one currency's: counts of deals, win
  /// rate and ages of the whole pipeline.
  public var mayBeOfCurrency: Bool {
    switch self {
    case .openDeals, .winRate, .ageAtWin, .ageAtLoss, .won, .lost: true
    case .stale, .openValue, .averageSize, .weightedValue, .averageWon, .winRateByValue,
      .recentWinRate, .cohort, .timeInStage, .currentVisit, .velocity, .conversion, .asked,
      .converted, .pending, .created, .createdValue, .wonValue, .lostValue, .regressions,
      .wonInMonth:
      false
    }
  }
}

extension FigureName {
  /// Every figure that can be named, of the whole pipeline first and then of each stage; those of
  /// currencies in each of the given ones.
  public static func all(
    in pipeline: SalesPipeline,
    currencies: [Currency],
    policy: ConversionPolicy = .reached
  ) -> [FigureName] {
    let places: [Int?] = [nil] + pipeline.stages.indices.map { $0 }
    return places.flatMap { place in
      Kind.allCases.flatMap { kind -> [FigureName] in
        guard place == nil ? kind.isOfPipeline : kind.isOfStages else { return [] }
        guard kind.isOfCurrencies else { return [FigureName(kind, stage: place, policy: policy)] }
        return currencies.map { FigureName(kind, stage: place, currency: $0) }
      }
    }
  }
}

extension Figures {
  /// Every figure that can be asked why, of the whole pipeline first and then of each stage.
  public func explainable(policy: ConversionPolicy = .reached) -> [FigureName] {
    FigureName.all(in: pipeline, currencies: byCurrency.currencies, policy: policy)
  }
}
