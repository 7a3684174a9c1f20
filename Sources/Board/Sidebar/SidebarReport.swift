public import Pipeline

/// What the sidebar shows beyond the live numbers: figures that take a walk through all deals, and
/// that the store's reading thread therefore counts after each change.
public struct SidebarReport: Hashable, Sendable {
  /// How many weeks of wins are shown, the running one included.
  static let weeks = 12
  /// How many changes are shown.
  static let changes = 4

  /// Conversion from each stage to the next, in board order, under the policy `reached`.
  public let conversions: [Conversion]
  /// The goals of the period that runs, the shortest period first.
  public let coverages: [Coverage]
  /// What was won in each week, from Monday on, by currency in minor units; oldest first.
  public let wonByWeek: [[Currency: Int128]]
  /// The latest changes, latest first.
  public let latest: [HistoryReport.Entry]
}

extension ScopedDeals {
  /// Counts what the sidebar shows beyond the live numbers; goals are those of the running period.
  func sidebar(goals: [Goal]) throws(Source.Failure) -> SidebarReport {
    var figures = Figures(pipeline: pipeline, asOf: scope.asOf, window: scope.window)
    var coverages = goals.map { Coverage(of: $0, asOf: scope.asOf, window: scope.window) }
    var wonByWeek = [[Currency: Int128]](repeating: [:], count: SidebarReport.weeks)
    let monday = scope.asOf - (scope.asOf.weekday.rawValue - Weekday.monday.rawValue)
    let test = test
    try source.deals(asOf: scope.asOf) { deal in
      guard test(deal) else { return }
      figures.count(deal)
      for place in coverages.indices { coverages[place].count(deal) }
      guard case .won(let day) = deal.status, !deal.isDeleted, let value = deal.minorUnits else {
        return
      }
      let weeksAgo = day >= monday ? 0 : (monday - day + 6) / 7
      guard weeksAgo < SidebarReport.weeks else { return }
      wonByWeek[SidebarReport.weeks - 1 - weeksAgo][deal.currency, default: 0] += Int128(value)
    }
    return SidebarReport(
      conversions: figures.stages.map { $0[.reached] },
      coverages: coverages,
      wonByWeek: wonByWeek,
      latest: Array(try history().entries.prefix(SidebarReport.changes))
    )
  }
}
