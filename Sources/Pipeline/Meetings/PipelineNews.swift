/// What became of a pipeline since a meeting: the waterfall, and the deals behind it by name.
public struct PipelineNews: Hashable, Sendable {
  /// The place in the log that it begins after.
  public let since: LogPoint
  /// The day at whose end it is known.
  public let until: Day
  /// The bars.
  public let waterfall: Waterfall
  /// What became of which deal: won, lost, moved, reopened, slipped, new, gone; within each the most
  /// valuable first.
  public let items: [DealNews]

  /// Tells what became of a pipeline's deals, or of those that one person owns at the end.
  public init(
    of histories: [DealHistory],
    in pipeline: Identifier<SalesPipeline>,
    since: LogPoint,
    until day: Day,
    owner: Identifier<Person>? = nil
  ) {
    let told =
      owner == nil ? histories : histories.filter { $0.deal(asOf: day)?.owner == owner }
    self.since = since
    self.until = day
    waterfall = Waterfall(of: told, pipeline: pipeline, from: since, to: day)
    items = told.flatMap { $0.news(since: since, until: day, in: pipeline) }
      .sorted(by: Self.isTold)
  }

  private static func isTold(_ left: DealNews, before right: DealNews) -> Bool {
    if left.kind.place != right.kind.place { return left.kind.place < right.kind.place }
    return left.deal.isWorthMore(than: right.deal) ?? (left.deal.id < right.deal.id)
  }
}

extension Deal {
  /// Whether it has the greater value; `nil` where both are worth the same, and where their amounts
  /// are of two currencies, which cannot be told apart by size.
  func isWorthMore(than other: Deal) -> Bool? {
    guard currency == other.currency, minorUnits != other.minorUnits else { return nil }
    return minorUnits ?? -1 > other.minorUnits ?? -1
  }
}
