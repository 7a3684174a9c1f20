/// The open deals whose expected close slipped, how often and by how many days (NUMBERS.md, "Looking
/// ahead").
///
/// Population: the open deals of one pipeline on the as-of day that have or had an expected close;
/// their slips are those of their whole history.
public struct SlippedDeals: Hashable, Sendable {
  /// One deal that slipped.
  public struct Entry: Hashable, Sendable {
    /// The deal as of the day.
    public let deal: Deal
    /// Its slips in their order; never empty.
    public let slips: [Slip]

    /// By how many days in all.
    public var days: Int { slips.reduce(0) { $0 + $1.days } }
  }

  /// The deals that slipped, in the order in which they were counted.
  public private(set) var entries: [Entry] = []
  /// How many open deals have an expected close, or slipped.
  public private(set) var promised = 0
  /// The days between expected closes and what became of them, one for each slip.
  public private(set) var days = DayHistogram()

  private let pipeline: Identifier<SalesPipeline>
  private let asOf: Day

  /// No deals.
  public init(pipeline: Identifier<SalesPipeline>, asOf day: Day) {
    self.pipeline = pipeline
    self.asOf = day
  }

  /// How many deals slipped, of those that have an expected close or slipped.
  public var share: Share { Share(entries.count, of: promised) }

  /// Why the share is what it is; the deals are those that slipped.
  public var explanation: Explanation {
    let words = FigureWords.share(share, none: phrase("no open deal has or had one that slipped"))
    var formula = [
      phrase("open deals whose expected close was moved to a later month or passed /")
        + phrase(" open deals that have an expected close or had one that slipped"),
      "= \(words)",
    ]
    if let mean = days.mean {
      formula.append(
        phrase("\(FigureWords.count(days.count)) slips, on average by \(FigureWords.days(mean))")
      )
    }
    return Explanation(
      title: phrase("Slipped deals"),
      formula: formula,
      window: nil,
      asOf: asOf,
      deals: entries.map(\.deal.id).sorted()
    )
  }

  /// The deals that slipped, the most often first, then by days, then the oldest.
  public var worstFirst: [Entry] {
    entries.sorted {
      ($1.slips.count, $1.days, $0.deal.id) < ($0.slips.count, $0.days, $1.deal.id)
    }
  }

  /// Counts one deal's history.
  public mutating func count(_ history: DealHistory) {
    guard let deal = history.deal(asOf: asOf), deal.pipeline == pipeline, deal.status.isOpen,
      !deal.isDeleted
    else { return }
    let slips = history.slips(asOf: asOf)
    if deal.expectedClose != nil || !slips.isEmpty { promised += 1 }
    guard !slips.isEmpty else { return }
    entries.append(Entry(deal: deal, slips: slips))
    for slip in slips { days.add(slip.days) }
  }
}
