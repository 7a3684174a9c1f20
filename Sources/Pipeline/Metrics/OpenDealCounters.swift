/// Counts the open deals of several pipelines that are handed in one after the other.
struct OpenDealCounters: Sendable {
  private let pipelines: [Identifier<SalesPipeline>]
  private var counters: [OpenDealCounter]

  /// Counters for the deals of some pipelines; those of others are passed over.
  init(pipelines: [SalesPipeline], day: Day, window: DayRange) {
    self.pipelines = pipelines.map(\.id)
    counters = pipelines.map { OpenDealCounter(pipeline: $0, day: day, window: window) }
  }

  /// Counts an open deal that is not deleted.
  mutating func add(_ deal: Deal) {
    guard let place = pipelines.firstIndex(of: deal.pipeline) else { return }
    counters[place].add(deal)
  }

  /// Counts what other counters for the same pipelines, day and window have counted.
  mutating func add(_ others: OpenDealCounters) {
    for place in counters.indices { counters[place].add(others.counters[place]) }
  }

  /// The live figures of each pipeline over the deals so far, without any closed ones.
  var figures: [Identifier<SalesPipeline>: LiveFigures] {
    Dictionary(zip(pipelines, counters.map { $0.figures() })) { first, _ in first }
  }
}
