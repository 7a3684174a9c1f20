/// Some of the deals lost in a window.
public enum LossGroup: Hashable, Sendable {
  /// All of them.
  case all
  /// Those lost for a reason; `nil`: those of which none was given.
  case reason(LostReason?)
  /// Those lost while they stood in a stage.
  case stage(Identifier<Stage>)
}

/// Counts losses and notes the deals behind one group of them, in one pass over the deals.
public struct LossExplainer: Sendable {
  /// The losses that are explained.
  public let group: LossGroup
  private let asOf: Day
  private var losses: Losses
  private var deals: [Identifier<Deal>] = []
  private var outside = 0

  /// Explains a group of no losses yet.
  public init(
    _ group: LossGroup,
    of pipeline: SalesPipeline,
    asOf day: Day,
    window: Window = .standard
  ) {
    self.group = group
    asOf = day
    losses = Losses(of: pipeline, asOf: day, window: window)
  }

  /// Counts a deal as it was at the end of the as-of day; deals come oldest first.
  public mutating func count(_ deal: Deal) {
    losses.count(deal)
    guard deal.pipeline == losses.pipeline.id, !deal.isDeleted,
      case .lost(let day, let reason) = deal.status
    else { return }
    let isInGroup =
      switch group {
      case .all: true
      case .reason(let wanted): reason.map(LostReason.init) == wanted
      case .stage(let stage): deal.stage == stage
      }
    guard isInGroup else { return }
    if losses.window.contains(day) { deals.append(deal.id) } else { outside += 1 }
  }

  /// How many and what they were worth, with the share of all losses.
  public var explanation: Explanation {
    let leftOut: [(Int, FigureName.Omission)] = [
      (outside, .outsideWindow),
      (losses.row(of: group).byCurrency.reduce(0) { $0 + $1.value.unvalued }, .withoutValue),
    ]
    return Explanation(
      title: title,
      formula: formula,
      window: losses.window,
      asOf: asOf,
      leftOut: leftOut.filter { $0.0 > 0 }.map { Explanation.LeftOut($0.0, phrase(named: $0.1)) },
      deals: deals
    )
  }

  private var title: String {
    switch group {
    case .all: phrase("Deals lost")
    case .reason(let reason?): phrase("Lost because of \(reason.text)")
    case .reason(nil): phrase("Lost without a reason")
    case .stage(let stage):
      phrase("Lost in \(losses.pipeline.stage(stage)?.name ?? stage.description)")
    }
  }

  private var formula: [String] {
    let row = losses.row(of: group)
    let share = losses.share(of: group)
    var lines: [String]
    if group == .all {
      lines = [phrase("deals lost in the window"), "= \(FigureWords.count(row.deals))"]
    } else if let ratio = share.ratio {
      let (part, whole) = (FigureWords.count(share.part), FigureWords.count(share.whole))
      lines = [
        phrase("deals of them lost in the window / all that were lost in it"),
        "= \(part) / \(whole) = \(FigureWords.percent(ratio))",
      ]
      lines += share.remarks
    } else {
      lines = [
        phrase("deals of them lost in the window / all that were lost in it"),
        "= " + phrase("n/a: \(phrase("none lost"))"),
      ]
    }
    guard !row.byCurrency.isEmpty else { return lines }
    lines.append(phrase("sum of their latest values"))
    lines += row.byCurrency.map { currency, totals in
      let valued = FigureWords.counted(totals.valued, "deal", "deals")
      return phrase("= \(FigureWords.money(totals.minorUnits, currency)) of \(valued)")
    }
    return lines
  }
}
