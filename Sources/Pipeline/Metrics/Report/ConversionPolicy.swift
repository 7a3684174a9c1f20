/// Who counts as having converted at a stage (NUMBERS.md, "Conversion between stages").
public enum ConversionPolicy: String, CaseIterable, Hashable, Sendable {
  /// Asks every deal that got as far as the stage, whether it stopped there or passed over it.
  case reached
  /// Asks every deal that visited the stage.
  case touched
  /// Asks every deal that visited the stage, and counts only the direct step to the next.
  case strict
}

/// What became of a deal at a stage.
enum ConversionOutcome {
  case converted
  case failed
  case pending
}

extension ConversionPolicy {
  /// What became of a deal at the stage at `place` of a pipeline, from 0; `nil` where the policy does
  /// not ask it.
  ///
  /// The last stage converts to won.
  func outcome(of deal: Deal, at place: Int, in pipeline: SalesPipeline) -> ConversionOutcome? {
    switch self {
    case .reached: reached(deal, place, pipeline)
    case .touched: touched(deal, place, pipeline)
    case .strict: strict(deal, place, pipeline)
    }
  }

  /// The day by which a window picks the deal at that stage: its first there, under `reached` there
  /// or later, and where it was won without ever coming that far, the day it was won.
  func day(of deal: Deal, at place: Int, in pipeline: SalesPipeline) -> Day {
    let first =
      self == .reached
      ? deal.visits.first { (pipeline.position(of: $0.stage) ?? -1) >= place }?.entered
      : deal.firstDay(in: pipeline.stages[place].id)
    return first ?? deal.status.closedDay ?? deal.existsSince
  }

  private func reached(
    _ deal: Deal,
    _ place: Int,
    _ pipeline: SalesPipeline
  ) -> ConversionOutcome? {
    if deal.status.isWon { return .converted }
    let furthest = pipeline.position(of: deal.furthestStage(in: pipeline)) ?? 0
    guard furthest >= place else { return nil }
    if furthest > place { return .converted }
    return deal.status.isLost ? .failed : .pending
  }

  private func touched(
    _ deal: Deal,
    _ place: Int,
    _ pipeline: SalesPipeline
  ) -> ConversionOutcome? {
    let stage = pipeline.stages[place].id
    guard let first = deal.visits.firstIndex(where: { $0.stage == stage }) else { return nil }
    let later = deal.visits[first...].contains { (pipeline.position(of: $0.stage) ?? -1) > place }
    if later || deal.status.isWon { return .converted }
    return deal.status.isLost ? .failed : .pending
  }

  private func strict(
    _ deal: Deal,
    _ place: Int,
    _ pipeline: SalesPipeline
  ) -> ConversionOutcome? {
    let stage = pipeline.stages[place].id
    guard deal.visits.contains(where: { $0.stage == stage }) else { return nil }
    let converts: Bool
    if place + 1 < pipeline.stages.count {
      let next = pipeline.stages[place + 1].id
      converts = zip(deal.visits, deal.visits.dropFirst()).contains {
        $0.stage == stage && $1.stage == next
      }
    } else {
      converts = deal.status.isWon && deal.stage == stage
    }
    if converts { return .converted }
    return deal.status.isOpen && deal.stage == stage ? .pending : .failed
  }
}
