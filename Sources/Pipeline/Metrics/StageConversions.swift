/// How many deals went on from each stage of a pipeline under one policy, kept up as deals change
/// (NUMBERS.md, "Conversion between stages").
///
/// A deal that changes is taken out as it was and put in as it is, which costs the same however many
/// deals there are.
public struct StageConversions: Hashable, Sendable {
  /// Who counts as asked, converted, failed and pending.
  public let policy: ConversionPolicy
  /// The pipeline; its last stage's conversion is to won.
  public let pipeline: SalesPipeline
  /// The days in which a deal has to be asked first.
  public let window: DayRange
  /// One for each stage, in board order.
  public private(set) var stages: [Conversion]

  /// The conversions of no deals.
  public init(_ policy: ConversionPolicy, in pipeline: SalesPipeline, window: DayRange) {
    self.policy = policy
    self.pipeline = pipeline
    self.window = window
    stages = Array(repeating: Conversion(), count: pipeline.stages.count)
  }

  /// Takes a deal out as it was and puts it in as it is, each as of the end of the day that is shown.
  ///
  /// `nil` where it did not count before, or does not any more. Deals of other pipelines, and those
  /// that are deleted, are passed over.
  public mutating func replace(_ old: Deal?, with new: Deal?) {
    if let old { count(old, sign: -1) }
    if let new { count(new, sign: 1) }
  }

  private mutating func count(_ deal: Deal, sign: Int) {
    guard deal.pipeline == pipeline.id, !deal.isDeleted else { return }
    let path = StagePath(deal, in: pipeline)
    for place in stages.indices {
      let isLast = place == stages.count - 1
      guard
        let (outcome, day) = policy.outcome(of: deal, path: path, at: place, isLast: isLast),
        window.contains(day)
      else { continue }
      stages[place].count(outcome, sign: sign)
    }
  }
}
