/// Counts what levers are weighed from: in each currency the figures now, and those of the team's
/// last four quarters or of a baseline.
public struct LeverCounter: Sendable {
  private let pipeline: SalesPipeline
  private let asOf: Day
  private let window: Window
  private let baseline: (name: String, day: Day)?
  private var parts: [Currency: Part] = [:]

  private struct Part: Sendable {
    var now: Figures
    var then: Figures
    var quarters: Trends
  }

  /// No deals, to be weighed against the last four quarters that ended by the as-of day, or against
  /// an earlier day where one is named.
  public init(
    of pipeline: SalesPipeline,
    asOf day: Day,
    window: Window = .standard,
    baseline: (name: String, day: Day)? = nil
  ) {
    self.pipeline = pipeline
    self.asOf = day
    self.window = window
    self.baseline = baseline
  }

  /// The last four quarters that ended by a day, in their order.
  public static func quarters(asOf day: Day) -> DayRange {
    let running = Period(.quarter, containing: day + 1)
    let last = running.first - 1
    return DayRange(first: running.first.adding(months: -12), last: last) ?? running.days
  }

  /// Counts one deal's history; each is handed in once, in any order.
  public mutating func count(_ history: DealHistory) {
    let states = history.deals(asOf: [baseline?.day ?? asOf, asOf])
    guard history.concerns(pipeline.id), case .some(.some(let deal)) = states.last else { return }
    var part = parts[deal.currency] ?? empty
    parts[deal.currency] = nil
    part.now.count(deal)
    if baseline == nil {
      part.quarters.count(history)
    } else if case .some(.some(let then)) = states.first {
      part.then.count(then)
    }
    parts[deal.currency] = part
  }

  /// The levers of each currency, by code.
  public var levers: [Levers] {
    parts.sorted { $0.key < $1.key }.map { currency, part in
      let references =
        baseline.map { [Levers.Reference(name: $0.name, stocks: part.then, flows: part.then)] }
        ?? part.quarters.points.map {
          Levers.Reference(name: $0.period.description, stocks: $0.stocks, flows: $0.flows)
        }
      return Levers(of: currency, now: part.now, against: references)
    }
  }

  private var empty: Part {
    Part(
      now: Figures(pipeline: pipeline, asOf: asOf, window: window),
      then: Figures(pipeline: pipeline, asOf: baseline?.day ?? asOf, window: window),
      quarters: Trends(
        of: pipeline,
        by: .quarter,
        over: Self.quarters(asOf: asOf),
        asOf: asOf,
        figuresOnly: true
      )
    )
  }
}
