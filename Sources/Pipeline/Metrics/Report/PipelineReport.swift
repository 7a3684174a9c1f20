/// Every figure of one pipeline as of a day, from all of its deals.
///
/// What the live block keeps up to date on a board is `figures`; the rest needs closed deals too.
public struct PipelineReport: Sendable {
  /// The live block's figures.
  public private(set) var figures: LiveFigures
  /// The days whose closed deals count.
  public let window: DayRange
  /// Deals that are not deleted: open, or closed at any time.
  public private(set) var known = 0
  /// Deals that were deleted; an undone creation is none.
  public private(set) var deleted = 0
  /// The currencies that occur among the known deals, by code.
  public private(set) var currencies: [Currency] = []
  /// The stale deals, by number.
  public private(set) var stale: [Deal] = []
  /// Time in each stage, in board order.
  public private(set) var times: [StageTime]
  /// Conversion of each stage in board order, by policy.
  public private(set) var conversions: [ConversionPolicy: [StageConversion]]
  /// Moves back in the window.
  public private(set) var regressions = Regressions()
  /// The open deals by month of expected close.
  public private(set) var forecast = MonthlyForecast()
  /// Owners of known deals, in no order.
  public private(set) var owners: [OwnerFigures] = []

  /// Goes through the deals of a pipeline as they were at the end of a day.
  ///
  /// Deals of other pipelines are passed over.
  public init(
    pipeline: SalesPipeline,
    deals: some Sequence<Deal>,
    asOf day: Day,
    window: DayRange
  ) {
    figures = LiveFigures(pipeline: pipeline, day: day, window: window, closed: ClosedTotals())
    self.window = window
    times = pipeline.stages.map(StageTime.init)
    conversions = Dictionary(
      uniqueKeysWithValues: ConversionPolicy.allCases.map {
        ($0, pipeline.stages.map(StageConversion.init))
      }
    )
    var owners: [Identifier<Person>?: OwnerFigures] = [:]
    var currencies: Set<Currency> = []
    for deal in deals where deal.pipeline == pipeline.id {
      guard deal.presence == .present else {
        if deal.presence == .deleted { deleted += 1 }
        continue
      }
      known += 1
      figures.replace(nil, with: deal)
      currencies.insert(deal.currency)
      owners[deal.owner, default: OwnerFigures(owner: deal.owner)].add(deal, window: window)
      add(deal, in: pipeline, on: day)
    }
    self.currencies = currencies.sorted()
    self.owners = Array(owners.values)
    stale.sort { $0.id < $1.id }
  }

  private mutating func add(_ deal: Deal, in pipeline: SalesPipeline, on day: Day) {
    let stage = pipeline.stage(deal.stage)
    if deal.status.isOpen {
      forecast.add(deal, stage: stage, on: day)
      if deal.isStale(on: day, idleLimit: stage?.idleLimit) { stale.append(deal) }
    }
    for place in times.indices { times[place].add(deal, on: day, window: window) }
    regressions.add(deal, in: pipeline, window: window)
    for policy in ConversionPolicy.allCases {
      for place in pipeline.stages.indices {
        guard let outcome = policy.outcome(of: deal, at: place, in: pipeline),
          window.contains(policy.day(of: deal, at: place, in: pipeline))
        else { continue }
        conversions[policy]?[place].add(outcome)
      }
    }
  }
}

extension StageConversion {
  mutating func add(_ outcome: ConversionOutcome) {
    switch outcome {
    case .converted: converted += 1
    case .failed: failed += 1
    case .pending: pending += 1
    }
  }
}
