/// Counts figures from deals that are handed in one after the other, in memory that each uses again:
/// a new piece for each of a million deals would be most of the work.
public struct FigureCounter: Sendable {
  private var counted: Figures
  private var path = StagePath()

  /// Goes on from figures, as a rule those of no deals.
  public init(_ figures: Figures) {
    counted = figures
  }

  /// Counts a deal as it was at the end of the as-of day; those of other pipelines are passed over.
  public mutating func count(_ deal: Deal) {
    counted.count(deal, by: &path)
  }

  /// How many of the open deals so far are stale.
  public var staleCount: Int { counted.open.stale }

  /// The figures of the deals so far.
  public var figures: Figures {
    var figures = counted
    figures.staleDeals.sort()
    return figures
  }
}
