/// How the deals of a stage column are sorted.
///
/// Within what an order holds equal, the newest come first.
public enum ColumnOrder: String, CaseIterable, Hashable, Sendable {
  /// By the next step: overdue, due today, none, later; where every column begins.
  case nextStep = "next step"
  /// By value, the largest first: the workspace's currency, then others by code, then none.
  case value
  /// By the days of the present visit, the longest first.
  case ageInStage = "age in stage"
  /// By expected close, the earliest first, then those without.
  case expectedClose = "expected close"
  /// By title, without regard to case.
  case title
}

/// The place of a deal under an order of numbers, smaller first.
struct RankKey: Comparable, Hashable, Sendable {
  var group: Int32
  var rank: Int64
  var newness: Int64
  /// The deal's number; negated, so that of two deals of one day the later comes first.
  var negatedNumber: Int64

  static func < (left: RankKey, right: RankKey) -> Bool {
    if left.group != right.group { return left.group < right.group }
    if left.rank != right.rank { return left.rank < right.rank }
    if left.newness != right.newness { return left.newness < right.newness }
    return left.negatedNumber < right.negatedNumber
  }
}

/// The place of a deal under the order of titles.
struct TitleKey: Comparable, Hashable, Sendable {
  var title: String
  var negatedNumber: Int64

  static func < (left: TitleKey, right: TitleKey) -> Bool {
    if left.title != right.title { return left.title < right.title }
    return left.negatedNumber < right.negatedNumber
  }
}

/// What the keys of a column depend on besides the deal.
struct ColumnRule: Hashable, Sendable {
  var order: ColumnOrder
  var day: Day
  var mainCurrency: Currency
  /// Whether the column is that of won deals, which is sorted by the day of the win.
  var isOfWins = false

  func titleKey(_ deal: Deal) -> TitleKey {
    TitleKey(title: deal.title.lowercased(), negatedNumber: -deal.id.rawValue)
  }

  func rankKey(_ deal: Deal) -> RankKey {
    let (group, rank) = groupAndRank(deal)
    return RankKey(
      group: group,
      rank: rank,
      newness: -Int64(deal.existsSince.number),
      negatedNumber: -deal.id.rawValue
    )
  }

  private func groupAndRank(_ deal: Deal) -> (group: Int32, rank: Int64) {
    if isOfWins { return (0, -Int64(deal.status.closedDay?.number ?? 0)) }
    switch order {
    case .nextStep, .title:
      guard let due = deal.nextStep?.due else { return (2, 0) }
      return (due < day ? 0 : due == day ? 1 : 3, 0)
    case .value:
      guard let amount = deal.minorUnits else { return (.max, 0) }
      return (deal.currency == mainCurrency ? -1 : deal.currency.order, -amount)
    case .ageInStage:
      guard let days = deal.currentVisitDays(on: day) else { return (1, 0) }
      return (0, -Int64(days))
    case .expectedClose:
      guard let close = deal.expectedClose else { return (1, 0) }
      return (0, Int64(close.number))
    }
  }
}
