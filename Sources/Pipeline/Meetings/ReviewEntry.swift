/// An open deal that needs a decision, and why.
public struct ReviewEntry: Hashable, Sendable {
  /// The deal.
  public let deal: Deal
  /// The reasons, worst first; never empty.
  public let reasons: [ReviewReason]

  /// Looks at a deal on a day; `nil` where nothing asks for a decision, and where the deal is put
  /// aside until later, closed or deleted.
  ///
  /// `record` is how many of the closed deals that reached its stage were won.
  public init?(_ deal: Deal, stage: Stage?, record: Share?, on day: Day) {
    guard deal.status.isOpen, !deal.isDeleted else { return nil }
    if let until = deal.snoozedUntil, until > day { return nil }
    var reasons = Attention(deal, stage: stage, on: day)?.reasons.map(ReviewReason.clock) ?? []
    if let close = deal.expectedClose, close < day {
      reasons.append(.closePassed(days: day - close))
    }
    if deal.minorUnits == nil { reasons.append(.noValue) }
    if let odds = deal.probabilityAtOdds(with: record) { reasons.append(odds) }
    guard !reasons.isEmpty else { return nil }
    self.deal = deal
    self.reasons = reasons.sorted { $0.isWorse(than: $1) }
  }

  /// The worst reason, under which the deal is counted.
  public var worst: ReviewReason { reasons[0] }

  /// Whether it comes before another, the worst first: by the days that its worst reason is past,
  /// then by that reason, then the more valuable, then the older.
  public func isWorse(than other: ReviewEntry) -> Bool {
    if worst.isWorse(than: other.worst) { return true }
    if other.worst.isWorse(than: worst) { return false }
    return deal.isWorthMore(than: other.deal) ?? (deal.id < other.deal.id)
  }
}
