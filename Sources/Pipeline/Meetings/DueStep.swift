/// A planned step with the deal that it is for.
public struct DueStep: Hashable, Sendable {
  /// The deal.
  public let deal: Deal
  /// The step.
  public let step: PlannedStep

  /// Pairs a step with its deal.
  public init(deal: Deal, step: PlannedStep) {
    self.deal = deal
    self.step = step
  }

  /// How many days it is overdue on a day; 0 where it is not.
  public func daysLate(on day: Day) -> Int { max(0, day - step.due) }

  /// Every planned step of some open deals, soonest first: by day, then by time, those without a
  /// time last, then the older deal.
  static func all(of deals: some Sequence<Deal>) -> [DueStep] {
    var steps: [DueStep] = []
    for deal in deals where deal.status.isOpen && !deal.isDeleted {
      for step in deal.steps { steps.append(DueStep(deal: deal, step: step)) }
    }
    return steps.sorted { $0.isDue(before: $1) }
  }

  private func isDue(before other: DueStep) -> Bool {
    if step.due != other.step.due { return step.due < other.step.due }
    let minutes = (step.minuteOfDay ?? 1440, other.step.minuteOfDay ?? 1440)
    return minutes.0 == minutes.1 ? deal.id < other.deal.id : minutes.0 < minutes.1
  }
}
