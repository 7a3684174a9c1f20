public import Pipeline

/// The open deals that need attention, and why.
public struct AttentionReport: Hashable, Sendable {
  /// The most deals that are listed; the others follow as these are worked off.
  public static let rowLimit = 300

  /// The worst of them, worst first.
  public let rows: [Attention]
  /// How many need attention.
  public let count: Int
  /// How many are open.
  public let open: Int
  /// How many would need attention, and are put aside until a later day.
  public let putAside: Int
  /// How many have each kind of reason; one deal may have several.
  public let overdue: Int
  /// How many went untouched for longer than their stage allows.
  public let stale: Int
  /// How many are in their stage for longer than it allows.
  public let stuck: Int
  /// How many have nothing planned.
  public let withoutStep: Int

  /// Looks at the deals of a pipeline on a day.
  public init(of deals: [Deal], in pipeline: SalesPipeline, on day: Day) {
    let found = Attention.list(of: deals, in: pipeline, on: day)
    rows = Array(found.prefix(Self.rowLimit))
    count = found.count
    let open = deals.filter { $0.status.isOpen && !$0.isDeleted && $0.pipeline == pipeline.id }
    self.open = open.count
    putAside = open.count { deal in
      guard let until = deal.snoozedUntil, until > day else { return false }
      var taken = deal
      taken.snoozedUntil = nil
      return Attention(taken, stage: pipeline.stage(deal.stage), on: day) != nil
    }
    func having(_ test: (AttentionReason) -> Bool) -> Int {
      found.count { $0.reasons.contains(where: test) }
    }
    overdue = having { if case .overdue = $0 { true } else { false } }
    stale = having { if case .stale = $0 { true } else { false } }
    stuck = having { if case .stuck = $0 { true } else { false } }
    withoutStep = having { $0 == .noNextStep }
  }
}
