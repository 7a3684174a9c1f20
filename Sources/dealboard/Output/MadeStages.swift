import Interchange
import Pipeline

/// What nobody said of the stages of a pipeline that an import made: why they stand in this order,
/// and where their probabilities are from.
struct MadeStages {
  private let outcome: PlanEdits.Outcome

  init(_ outcome: PlanEdits.Outcome) {
    self.outcome = outcome
  }

  /// The lines, each with its label; none where the pipeline was there or was described.
  var lines: [(label: String, words: String)] {
    guard outcome.fate == .made, !outcome.reasons.isEmpty else { return [] }
    return [("Order", order), ("Probability", probability)].compactMap { label, words in
      words.map { (label, $0) }
    }
  }

  private var order: String? {
    var isLikeDefault = false
    var isByShare = false
    for reason in outcome.reasons {
      switch reason {
      case .asked, .described, .numbered: break
      case .defaultOrder: isLikeDefault = true
      case .winShare: isByShare = true
      }
    }
    guard isLikeDefault || isByShare, outcome.reasons.count > 1 else { return nil }
    let share = "by the share of their deals that is won"
    let rule =
      switch (isLikeDefault, isByShare) {
      case (true, true): "those of the default pipeline in its order, then the others \(share)"
      case (true, false): "as in the default pipeline"
      case (false, _): share
      }
    return "guessed: \(rule). `dealboard stages reorder` changes it."
  }

  private var probability: String? {
    guard !outcome.reasons.contains(.described) else { return nil }
    let stages = outcome.pipeline.stages
    let without = stages.filter { $0.probability == nil }.map(\.name)
    let first = "not given, "
    guard !without.isEmpty else { return first + "so the default pipeline's." }
    let rest = without.count < stages.count ? "; the others have the default pipeline's" : ""
    return first + "so none for \(without.joined(separator: ", "))\(rest). "
      + "`dealboard stages set` gives one."
  }
}
