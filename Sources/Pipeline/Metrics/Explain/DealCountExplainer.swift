/// A count of a pipeline's deals that is none of its figures; the raw value is its name in files.
public enum DealCount: String, CaseIterable, Hashable, Sendable {
  /// The open deals and those closed in the window: all that the figures are of.
  case known
  /// The deals that were deleted.
  case deleted
}

/// Explains how many deals the figures are of, or leave out because they were deleted.
public struct DealCountExplainer: Sendable {
  /// Which count.
  public let count: DealCount
  private let figures: Figures
  private var open: [Identifier<Deal>] = []
  private var closed: [Identifier<Deal>] = []
  private var deleted: [Identifier<Deal>] = []
  private var outside = 0

  /// Explains a count of no deals yet; `figures` say of which pipeline, day and window.
  public init(_ count: DealCount, in figures: Figures) {
    self.count = count
    self.figures = figures
  }

  /// Looks at a deal as it was at the end of the day, oldest first.
  public mutating func count(_ deal: Deal) {
    guard deal.pipeline == figures.pipeline.id else { return }
    if deal.isDeleted {
      deleted.append(deal.id)
    } else if let day = deal.status.closedDay {
      if figures.window.contains(day) { closed.append(deal.id) } else { outside += 1 }
    } else {
      open.append(deal.id)
    }
  }

  /// Why the count is what it is.
  public var explanation: Explanation {
    switch count {
    case .known:
      let (all, open) = (open.count + closed.count, FigureWords.count(open.count))
      let leftOut = [
        (outside, phrase(named: FigureName.Omission.outsideWindow)),
        (deleted.count, phrase("deleted")),
      ]
      return Explanation(
        title: phrase("Deals that the figures are of"),
        formula: [
          phrase("open deals + deals closed in the window"),
          "= \(open) + \(FigureWords.count(closed.count)) = \(FigureWords.count(all))",
        ],
        window: figures.window,
        asOf: figures.asOf,
        leftOut: leftOut.filter { $0.0 > 0 }.map { Explanation.LeftOut($0.0, $0.1) },
        deals: (self.open + closed).sorted()
      )
    case .deleted:
      return Explanation(
        title: phrase("Deleted deals"),
        formula: [
          phrase("deals that were deleted by the end of the day, whenever that was"),
          "= \(FigureWords.count(deleted.count))",
        ],
        window: nil,
        asOf: figures.asOf,
        deals: deleted
      )
    }
  }
}
