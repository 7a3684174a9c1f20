/// The numbers that a meeting sets before against after: what is open, and what lies about in it.
public struct MeetingNumbers: Hashable, Sendable {
  /// The open deals, by currency too, with what is stale, stuck, overdue and without a next step.
  public private(set) var open = OpenDeals()
  /// How many open deals have no value.
  public private(set) var withoutValue = 0
  /// How many open deals should have closed before the day.
  public private(set) var closePassed = 0

  /// The numbers of some deals of a pipeline as they are on a day; closed and deleted ones count
  /// nothing.
  public init(of deals: some Sequence<Deal>, in pipeline: SalesPipeline, on day: Day) {
    for deal in deals
    where deal.pipeline == pipeline.id && deal.status.isOpen && !deal.isDeleted {
      let stage = pipeline.stage(deal.stage)
      let isStale = deal.isStale(on: day, idleLimit: stage?.idleLimit)
      open.add(deal, stage: stage, isStale: isStale, on: day, sign: 1)
      if deal.minorUnits == nil { withoutValue += 1 }
      if let close = deal.expectedClose, close < day { closePassed += 1 }
    }
  }
}
