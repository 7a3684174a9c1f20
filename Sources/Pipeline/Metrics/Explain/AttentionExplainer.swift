/// A count of the deals that need attention, or are about to.
public enum AttentionFigure: String, CaseIterable, Hashable, Sendable {
  /// All of them.
  case all = "attention"
  /// Those whose next step is overdue.
  case overdue
  /// Those that went untouched for longer than their stage allows.
  case stale
  /// Those that are in their stage for longer than it allows.
  case stuck
  /// Those that have nothing planned.
  case noNextStep = "no-next-step"
  /// Those whose next step is due on the day, which need no attention yet.
  case dueToday = "due-today"
}

/// Explains how many deals need attention on a day, and why.
///
/// Deals that are put aside until a later day are in none of the counts; of each count those are said
/// to be left out that would be in it.
public struct AttentionExplainer: Sendable {
  private let pipeline: SalesPipeline
  private let day: Day
  private let open: Int
  private let found: [Attention]
  private let putAside: [Attention]
  private let dueToday: [Identifier<Deal>]

  /// Looks at the open deals of a pipeline on a day.
  public init(of deals: some Sequence<Deal>, in pipeline: SalesPipeline, on day: Day) {
    let open = deals.filter { $0.status.isOpen && !$0.isDeleted && $0.pipeline == pipeline.id }
    self.pipeline = pipeline
    self.day = day
    self.open = open.count
    dueToday = open.filter { $0.nextStep?.due == day }.map(\.id)
    found = Attention.list(of: open, in: pipeline, on: day)
    putAside = open.compactMap { deal in
      guard let until = deal.snoozedUntil, until > day else { return nil }
      var taken = deal
      taken.snoozedUntil = nil
      return Attention(taken, stage: pipeline.stage(deal.stage), on: day)
    }
  }

  /// Why a count is what it is; the deals are those that it counts, oldest first.
  public func explanation(of figure: AttentionFigure) -> Explanation {
    let counted =
      figure == .dueToday ? dueToday : found.filter { figure.counts($0) }.map(\.deal.id)
    let leftOut = putAside.count { figure.counts($0) }
    let sum = phrase(
      "= \(FigureWords.count(counted.count)) of \(FigureWords.counted(open, "open deal", "open deals"))"
    )
    return Explanation(
      title: title(of: figure),
      formula: [words(of: figure), sum] + inputs(of: figure),
      window: nil,
      asOf: day,
      leftOut: leftOut > 0
        ? [Explanation.LeftOut(leftOut, phrase("put aside until a later day"))] : [],
      deals: counted.sorted()
    )
  }

  private func title(of figure: AttentionFigure) -> String {
    switch figure {
    case .all: phrase("Deals that need attention")
    case .overdue: phrase("Deals with an overdue step")
    case .stale: phrase("Stale deals")
    case .stuck: phrase("Stuck deals")
    case .noNextStep: phrase("Deals without a next step")
    case .dueToday: phrase("Deals with a step due today")
    }
  }

  private func words(of figure: AttentionFigure) -> String {
    switch figure {
    case .all:
      phrase("open deals whose next step is overdue or missing, or that are untouched or in")
        + phrase(" their stage for longer than it allows")
    case .overdue: phrase("open deals whose next step was due before \(day)")
    case .stale: phrase("open deals untouched for longer than their stage's idle limit")
    case .stuck: phrase("open deals in their stage for longer than its limit")
    case .noNextStep: phrase("open deals that have nothing planned")
    case .dueToday: phrase("open deals whose next step is due on \(day)")
    }
  }

  /// What went into a count: its parts, or the limits of the stages.
  private func inputs(of figure: AttentionFigure) -> [String] {
    switch figure {
    case .all:
      let parts = [AttentionFigure.overdue, .stale, .stuck, .noNextStep].map { part in
        "\(title(of: part)): \(FigureWords.count(found.count { part.counts($0) }))"
      }
      return parts + [phrase("one deal may have several reasons")]
    case .stale: return [limits(\.idleLimit)]
    case .stuck: return [limits(\.stuckLimit)]
    case .overdue, .noNextStep, .dueToday: return []
    }
  }

  private func limits(_ limit: (Stage) -> Int?) -> String {
    let known = pipeline.stages.compactMap { stage in
      limit(stage).map { "\(stage.name) \(FigureWords.dayCount($0))" }
    }
    guard !known.isEmpty else { return phrase("no stage has such a limit") }
    return phrase("limits: \(known.joined(separator: ", "))")
  }
}

extension AttentionFigure {
  fileprivate func counts(_ attention: Attention) -> Bool {
    attention.reasons.contains { reason in
      switch (self, reason) {
      case (.all, _), (.overdue, .overdue), (.stale, .stale), (.stuck, .stuck),
        (.noNextStep, .noNextStep):
        true
      case (.overdue, _), (.stale, _), (.stuck, _), (.noNextStep, _), (.dueToday, _):
        false
      }
    }
  }
}
