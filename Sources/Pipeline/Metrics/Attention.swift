/// Why an open deal needs attention: one of the three clocks, with its limit (NUMBERS.md, "Time").
public enum AttentionReason: Hashable, Sendable {
  /// Its next step is overdue by so many days.
  case overdue(days: Int)
  /// Untouched for so many days, longer than its stage allows.
  case stale(days: Int, limit: Int)
  /// In its present visit for so many days, longer than its stage allows.
  case stuck(days: Int, limit: Int)
  /// Nothing is planned.
  case noNextStep

  /// How many days it is past what it should be; 0 where nothing is planned.
  public var daysPast: Int {
    switch self {
    case .overdue(let days): days
    case .stale(let days, let limit), .stuck(let days, let limit): days - limit
    case .noNextStep: 0
    }
  }
}

/// An open deal that needs attention, and why.
public struct Attention: Hashable, Sendable {
  /// The deal.
  public let deal: Deal
  /// The reasons, most days past first; never empty.
  public let reasons: [AttentionReason]

  /// Looks at a deal on a day; `nil` where it needs no attention, is put aside until later, is
  /// closed or deleted.
  public init?(_ deal: Deal, stage: Stage?, on day: Day) {
    guard deal.status.isOpen, !deal.isDeleted else { return nil }
    if let until = deal.snoozedUntil, until > day { return nil }
    var reasons: [AttentionReason] = []
    if let due = deal.nextStep?.due {
      if due < day { reasons.append(.overdue(days: day - due)) }
    } else {
      reasons.append(.noNextStep)
    }
    if let limit = stage?.idleLimit, deal.isStale(on: day, idleLimit: limit) {
      reasons.append(.stale(days: deal.idleDays(on: day), limit: limit))
    }
    if let limit = stage?.stuckLimit, let days = deal.currentVisitDays(on: day), days > limit {
      reasons.append(.stuck(days: days, limit: limit))
    }
    guard !reasons.isEmpty else { return nil }
    self.deal = deal
    self.reasons = reasons.sorted { $0.daysPast > $1.daysPast }
  }

  /// The deals that need attention on a day, worst first: by how many days the worst clock is past,
  /// then by value, then the oldest.
  public static func list(
    of deals: some Sequence<Deal>,
    in pipeline: SalesPipeline,
    on day: Day
  ) -> [Attention] {
    let found = deals.compactMap { deal in
      deal.pipeline == pipeline.id
        ? Attention(deal, stage: pipeline.stage(deal.stage), on: day) : nil
    }
    return found.sorted { left, right in
      let past = (left.reasons[0].daysPast, right.reasons[0].daysPast)
      if past.0 != past.1 { return past.0 > past.1 }
      let values = (left.deal.value?.tenThousandths ?? -1, right.deal.value?.tenThousandths ?? -1)
      // Amounts of two currencies cannot be told apart by size.
      if left.deal.currency == right.deal.currency, values.0 != values.1 {
        return values.0 > values.1
      }
      return left.deal.id < right.deal.id
    }
  }
}
