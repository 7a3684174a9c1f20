public import Pipeline

/// What the sidebar shows beyond the live numbers: figures that take a walk through all deals, which
/// the store's reading thread makes once, and that follow each change from then on.
public struct SidebarReport: Hashable, Sendable {
  /// How many weeks of wins are shown, the running one included.
  static let weeks = 12

  /// Conversion from each stage to the next under the policy `reached`.
  public private(set) var conversions: StageConversions
  /// The goals of the period that runs, the shortest period first.
  public private(set) var coverages: [Coverage]
  /// What was won in each week, from Monday on, by currency in minor units; oldest first.
  public private(set) var wonByWeek: [[Currency: Int128]]
  /// The Monday of the running week.
  private let monday: Day
  private let asOf: Day
  /// The last event of the log that is in here; `nil` where the log grew while it was walked through,
  /// so that nobody can tell.
  var lastSequence: Int64?

  /// What is shown of no deals.
  init(pipeline: SalesPipeline, asOf day: Day, window: Window, goals: [Goal]) {
    conversions = StageConversions(.reached, in: pipeline, window: window.days(asOf: day))
    coverages = goals.map { Coverage(of: $0, asOf: day, window: window) }
    wonByWeek = Array(repeating: [:], count: Self.weeks)
    asOf = day
    monday = day - (day.weekday.rawValue - Weekday.monday.rawValue)
  }

  /// The days of the running week.
  var runningWeek: DayRange { DayRange(days: asOf - monday + 1, endingOn: asOf) }

  /// Takes a deal out as it was and puts it in as it is; `nil` where it is not among those that are
  /// counted.
  mutating func replace(_ old: Deal?, with new: Deal?) {
    conversions.replace(old, with: new)
    for place in coverages.indices { coverages[place].replace(old, with: new) }
    if let old { countWin(old, sign: -1) }
    if let new { countWin(new, sign: 1) }
  }

  private mutating func countWin(_ deal: Deal, sign: Int128) {
    guard case .won(let day) = deal.status, !deal.isDeleted, let value = deal.minorUnits else {
      return
    }
    let weeksAgo = day >= monday ? 0 : (monday - day + 6) / 7
    guard weeksAgo < Self.weeks else { return }
    let place = Self.weeks - 1 - weeksAgo
    let sum = wonByWeek[place][deal.currency, default: 0] + sign * Int128(value)
    wonByWeek[place][deal.currency] = sum == 0 ? nil : sum
  }
}

extension ScopedDeals {
  /// Counts what the sidebar shows beyond the live numbers; goals are those of the running period.
  func sidebar(goals: [Goal]) throws(Source.Failure) -> SidebarReport {
    var report = SidebarReport(
      pipeline: pipeline,
      asOf: scope.asOf,
      window: scope.window,
      goals: goals
    )
    let test = test
    let before = try source.lastSequence()
    try source.deals(asOf: scope.asOf) { deal in
      if test(deal) { report.replace(nil, with: deal) }
    }
    if try source.lastSequence() == before { report.lastSequence = before }
    return report
  }
}
