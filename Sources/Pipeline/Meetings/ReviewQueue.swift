/// The deals that need a decision, in the order in which a review takes them.
public struct ReviewQueue: Hashable, Sendable {
  /// Which deals a review takes, and in which order.
  public enum Order: Hashable, Sendable {
    /// All, worst first.
    case worstFirst
    /// All, one owner's after the other's in the team's order, nobody's last; worst first within.
    case byOwner
    /// Only so many with the most value, of each currency; the most valuable first.
    case mostValue(Int)
  }

  /// How many deals have a reason as their worst.
  public struct ReasonCount: Hashable, Sendable {
    /// The reason.
    public let kind: ReviewReason.Kind
    /// The deals, in the queue's order; never empty.
    public let deals: [Identifier<Deal>]
  }

  /// More deals than this are offered by reason first.
  public static let mostOneByOne = 50

  /// The deals in order; each once.
  public let entries: [ReviewEntry]

  /// The reasons there are, in the order of `ReviewReason.Kind`; each deal counts once, under its
  /// worst, so that the counts add up to the queue.
  public var byReason: [ReasonCount] {
    ReviewReason.Kind.allCases.compactMap { kind in
      let deals = entries.filter { $0.worst.kind == kind }.map(\.deal.id)
      return deals.isEmpty ? nil : ReasonCount(kind: kind, deals: deals)
    }
  }

  /// The same without the deals that need no decision any more.
  public func byReason(without isDone: (Identifier<Deal>) -> Bool) -> [ReasonCount] {
    byReason.compactMap { group in
      let open = group.deals.filter { !isDone($0) }
      return open.isEmpty ? nil : ReasonCount(kind: group.kind, deals: open)
    }
  }

  /// Whether there are so many that they are first offered by reason.
  public var isLong: Bool { entries.count > Self.mostOneByOne }

  /// A queue of entries in the order of a review.
  ///
  /// `people` are in the team's order; `main` is the currency whose deals come first among the most
  /// valuable.
  public init(
    _ found: [ReviewEntry],
    _ order: Order = .worstFirst,
    people: [Person] = [],
    main: Currency = .euro
  ) {
    switch order {
    case .worstFirst: entries = found.sorted { $0.isWorse(than: $1) }
    case .byOwner:
      let places = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
      func place(_ entry: ReviewEntry) -> Int {
        entry.deal.owner.map { places[$0] ?? people.count } ?? .max
      }
      entries = found.sorted { left, right in
        place(left) == place(right) ? left.isWorse(than: right) : place(left) < place(right)
      }
    case .mostValue(let count): entries = Self.mostValuable(count, of: found, main)
    }
  }

  /// Looks for the deals of a pipeline that need a decision on a day.
  public init(
    of deals: some Sequence<Deal>,
    in pipeline: SalesPipeline,
    on day: Day,
    records: StageRecords,
    owner: Identifier<Person>? = nil,
    order: Order = .worstFirst,
    people: [Person] = [],
    main: Currency = .euro
  ) {
    let found = deals.compactMap { deal -> ReviewEntry? in
      guard deal.pipeline == pipeline.id, owner == nil || deal.owner == owner else { return nil }
      let stage = pipeline.stage(deal.stage)
      return ReviewEntry(deal, stage: stage, record: records[deal.stage], on: day)
    }
    self.init(found, order, people: people, main: main)
  }

  private static func mostValuable(
    _ count: Int,
    of found: [ReviewEntry],
    _ main: Currency
  ) -> [ReviewEntry] {
    let byCurrency = Dictionary(grouping: found.filter { $0.deal.minorUnits != nil }) {
      $0.deal.currency
    }
    let currencies = byCurrency.keys.sorted { ($0 == main ? 0 : 1, $0) < ($1 == main ? 0 : 1, $1) }
    return currencies.flatMap { currency in
      (byCurrency[currency] ?? []).sorted { left, right in
        left.deal.isWorthMore(than: right.deal) ?? left.isWorse(than: right)
      }
      .prefix(count)
    }
  }
}

/// What became of the deals that reached each stage: how many of the closed ones were won.
public struct StageRecords: Hashable, Sendable {
  private var shares: [Identifier<Stage>: Share]

  /// Names the shares.
  public init(_ shares: [Identifier<Stage>: Share] = [:]) {
    self.shares = shares
  }

  /// The records of a pipeline's figures, over their window.
  public init(_ figures: Figures) {
    self.init(
      Dictionary(figures.stages.map { ($0.stage.id, $0.winRate) }) { first, _ in first }
    )
  }

  /// The records that a board has in memory, over its window.
  public init(_ figures: LiveFigures) {
    let won = figures.outcomes.won
    self.init(
      Dictionary(
        figures.stages.enumerated().map { place, stage in
          (stage.stage.id, Share(won, of: won + figures.lostReaching(place)))
        }
      ) { first, _ in first }
    )
  }

  /// The record of a stage; `nil` where nothing is known.
  public subscript(stage: Identifier<Stage>) -> Share? { shares[stage] }
}
