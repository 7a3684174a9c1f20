import Pipeline

/// The age of a deal's visit, as three dots and days.
struct AgeDots {
  let dots: String
  let text: String
  /// The same where there is little room: a hundred days and more in whole weeks.
  let shortText: String
  let role: Role

  /// Fresh up to the stage's median, ageing beyond it, the worst beyond twice the median or where
  /// the deal is stale or stuck.
  ///
  /// Without a median only the limits speak.
  init(_ deal: Deal, stage: Stage?, median: Ratio?, today: Day) {
    guard let days = deal.currentVisitDays(on: today) else {
      (dots, text, shortText, role) = ("", "", "", .dim)
      return
    }
    text = "\(days)d"
    shortText = days < 100 ? text : "\(days / 7)w"
    let isWorst =
      deal.isStale(on: today, idleLimit: stage?.idleLimit)
      || deal.isStuck(on: today, stuckLimit: stage?.stuckLimit)
      || median.map { Ratio(days) > $0 * Ratio(2) } == true
    if isWorst {
      (dots, role) = ("●●●", .bad)
    } else if let median, Ratio(days) > median {
      (dots, role) = ("●●○", .warn)
    } else {
      (dots, role) = ("●○○", .good)
    }
  }
}
