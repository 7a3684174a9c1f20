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

  /// The deals that slipped, in the order in which they were counted, where they are kept.
  public private(set) var entries: [Entry] = []
  /// How many deals slipped.
  public private(set) var slipped = 0
  /// How many open deals have an expected close, or slipped.
  public private(set) var promised = 0
  /// The days between expected closes and what became of them, one for each slip.
  public private(set) var days = DayHistogram()

  /// By how many days a deal that slipped did so in all its slips, on average; `nil` where none did.
  public var meanDaysPerDeal: Ratio? { Ratio(days.sum, of: slipped) }

  private let pipeline: Identifier<SalesPipeline>
  private let asOf: Day
  private let keepsDeals: Bool

  /// No deals; `keepsDeals` keeps which ones slipped, which counts alone do without.
  public init(pipeline: Identifier<SalesPipeline>, asOf day: Day, keepsDeals: Bool = true) {
    self.pipeline = pipeline
    self.asOf = day
    self.keepsDeals = keepsDeals
  }

  /// How many deals slipped, of those that have an expected close or slipped.
  public var share: Share { Share(slipped, of: promised) }

  /// Why the share is what it is; the deals are those that slipped.
  public var explanation: Explanation {
    let words = FigureWords.share(share, none: phrase("no open deal has or had one that slipped"))
    var formula = [
      phrase("open deals whose expected close was moved to a later month or passed /")
        + phrase(" open deals that have an expected close or had one that slipped"),
      "= \(words)",
    ]
    if let mean = meanDaysPerDeal {
      let (sum, slips) = (FigureWords.dayCount(days.sum), FigureWords.count(days.count))
      formula.append(
        phrase(
          "\(sum) in \(slips) slips / \(FigureWords.count(slipped)) = \(FigureWords.days(mean)) a deal"
        )
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
    guard let deal = history.deal(asOf: asOf), isCounted(deal) else { return }
    count(deal, history.slips(asOf: asOf))
  }

  /// Whether a deal is of those that are asked, as it is on the as-of day.
  func isCounted(_ deal: Deal) -> Bool {
    deal.pipeline == pipeline && deal.status.isOpen && !deal.isDeleted
  }

  /// Counts a deal of those that are asked, with its slips up to the as-of day.
  mutating func count(_ deal: Deal, _ slips: [Slip]) {
    if deal.expectedClose != nil || !slips.isEmpty { promised += 1 }
    guard !slips.isEmpty else { return }
    slipped += 1
    if keepsDeals { entries.append(Entry(deal: deal, slips: slips)) }
    for slip in slips { days.add(slip.days) }
  }
}
