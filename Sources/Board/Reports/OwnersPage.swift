import Pipeline

/// The owners, or the groups of another field, as a table with a bar of what each has open; of reasons,
/// of what each cost.
struct OwnersPage {
  private let report: OwnersReport
  private let board: BoardState
  private let width: Int
  private let currency: Currency
  private let order: OwnerOrder
  private let grouping: Grouping

  private struct Row {
    var name: String
    /// Whether it is the group of those that have nothing.
    var isNothing: Bool
    /// What of the group's can be asked why.
    var scope: ReportScope
    var figures: OwnerFigures
    var open: OpenTotals
    var closed: ClosedDeals
  }

  init(_ report: OwnersReport, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
    currency = board.reportCurrency(among: report.figures.byCurrency.currencies)
    grouping = report.figures.grouping ?? .owner
    order = board.reportChoices.order(of: grouping)
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: grouping.screenTitle)
    page.choices = [
      phrase("sorted by \(order.words)"), phrase("amounts in \(currency)"),
      phrase("closed \(ReportText.window(report.figures.window, today: board.clock.today))"),
    ]
    let rows = rows
    guard !rows.isEmpty else {
      let isNarrowed = board.reportScope.narrowing != Narrowing()
      page.addSentence(
        isNarrowed ? phrase("No deal fits the filter.") : phrase("There are no deals yet."),
        .dim,
        width: width
      )
      return page
    }
    let shown = Array(rows.prefix(OwnersReport.limit))
    if width >= 72 { addTable(shown, to: &page) } else { addPairs(shown, to: &page) }
    if rows.count > shown.count {
      page.addSentence(phrase("+\(rows.count - shown.count) more"), .dim, width: width)
    }
    if let remark = report.remark { page.addSentence(remark, .dim, width: width) }
    if grouping == .owner {
      page.addBlank()
      page.addSentence(away, .dim, width: width)
    }
    let figures = report.figures.byCurrency[currency]
    let (totals, noun) =
      grouping == .reason
      ? (figures?.closed.lost, "lost deal") : (figures?.open.value, "open deal")
    if let totals, totals.unvalued > 0 {
      page.addBlank()
      page.addSentence(
        phrase(
          "\(FigureText.grouped(totals.valued)) of \(FigureText.count(totals.deals, noun)) in \(currency) valued; the"
        )
          + phrase(" others are in no sum."),
        .dim,
        width: width
      )
    }
    return page
  }

  /// Who is away, and how that is said.
  private var away: String {
    let absent = board.workspace.people.filter { $0.isActive && board.away($0.id) != nil }
      .map { "\($0.name) \(board.away($0.id) ?? "")" }
    let names = absent.isEmpty ? phrase("Nobody is away") : absent.joined(separator: ", ")
    return phrase("\(names): dealboard people set NAME --away-until DAY")
  }

  // MARK: Order

  private var rows: [Row] {
    let named = report.figures.groups(named: board.workspace.people).map { key, name, figures in
      Row(
        name: name ?? grouping.nothing,
        isNothing: name == nil,
        scope: scope(of: key),
        figures: figures,
        open: figures.open[currency],
        closed: figures.closed[currency] ?? ClosedDeals()
      )
    }
    guard order != .name else { return named }
    // Sorting keeps the order of names among what is alike; what is n/a comes last.
    return named.enumerated().sorted { left, right in
      switch (key(left.element), key(right.element)) {
      case (nil, nil): left.offset < right.offset
      case (nil, _): false
      case (_, nil): true
      case (let first?, let second?):
        first == second ? left.offset < right.offset : first > second
      }
    }.map(\.element)
  }

  /// The scope narrowed to a group.
  private func scope(of key: GroupKey) -> ReportScope {
    var scope = board.reportScope
    scope.group = DealGroup(grouping: grouping, key: key)
    return scope
  }

  private func key(_ row: Row) -> Ratio? {
    switch order {
    case .openValue: Ratio(row.open.value.minorUnits)
    case .deals: Ratio(row.figures.open.deals)
    case .weighted: row.open.weighted
    case .wonValue: Ratio(row.closed.won.minorUnits)
    case .lost: Ratio(row.figures.outcomes.lost)
    case .lostValue: Ratio(row.closed.lost.minorUnits)
    case .winRate: row.figures.winRate.ratio
    case .ageAtWin: row.figures.outcomes.agesAtWin.mean.map { Ratio(0) - $0 }
    case .ageAtLoss: row.figures.outcomes.agesAtLoss.mean.map { Ratio(0) - $0 }
    case .name: nil
    }
  }

  // MARK: Drawing

  private func heading(_ title: String, _ own: OwnerOrder) -> String {
    own == order ? title + " ▼" : title
  }

  private func addTable(_ rows: [Row], to page: inout ReportPage) {
    var table = ReportTable(
      [.words(heading(grouping.heading, .name), least: 10)]
        + (grouping == .reason ? columnsOfLosses : columns)
    )
    for row in rows { table.add(grouping == .reason ? entriesOfLosses(row) : entries(row)) }
    // Names come before all but the four numbers of a group, what was lost before bars, and bars before
    // what else there is: where all that comes first has room, they keep some.
    let first = [5, 2].first { table.width(upToRank: $0) <= width } ?? 2
    let kept = table.width(upToRank: first) + Self.barWidth <= width ? Self.barWidth : 0
    table.give(0, roomBeforeRanksAbove: 2, in: width - kept)
    let most = rows.map(drawn).max() ?? 0
    let bars = rows.map { [(share: share($0, of: most), role: Role.chart)] }
    page.add(table.lines(width: width, bars: bars, keeping: kept))
    page.addBlank()
    page.lines.append(total)
  }

  /// How many cells a bar takes at least, with the gap before it.
  private static let barWidth = 10

  private var columns: [ReportTable.Column] {
    [
      .numbers(heading(phrase("Deals"), .deals)),
      .numbers(heading(phrase("Open"), .openValue)),
      .numbers(heading(phrase("Weighted"), .weighted), rank: order == .weighted ? 0 : 4),
      .numbers(phrase("Average"), rank: 2), .numbers(phrase("Stale"), rank: 7),
      .numbers(phrase("Won"), rank: 6),
      .numbers(heading(phrase("Won value"), .wonValue), rank: order == .wonValue ? 0 : 3),
      .numbers(heading(phrase("Lost"), .lost), rank: order == .lost ? 0 : 5),
      .words(heading(phrase("Win rate"), .winRate)),
      .numbers(heading(phrase("Age at win"), .ageAtWin), rank: order == .ageAtWin ? 0 : 1),
    ]
  }

  /// Of reasons: their deals are lost, and nothing of them is open or won.
  private var columnsOfLosses: [ReportTable.Column] {
    [
      .numbers(heading(phrase("Lost"), .lost)),
      .numbers(heading(phrase("Lost value"), .lostValue)),
      .numbers(phrase("Average"), rank: 2),
      .numbers(heading(phrase("Age at loss"), .ageAtLoss), rank: 1),
    ]
  }

  /// What the bar of a group draws, in minor units.
  private func drawn(_ row: Row) -> Int128 {
    grouping == .reason ? row.closed.lost.minorUnits : row.open.value.minorUnits
  }

  private func share(_ row: Row, of most: Int128) -> Double {
    most > 0 ? Double(drawn(row)) / Double(most) : 0
  }

  private func why(
    _ kind: FigureName.Kind,
    of row: Row,
    _ currency: Currency? = nil
  ) -> ReportTarget {
    .question(ReportQuestion(FigureName(kind, currency: currency), in: row.scope))
  }

  private func entriesOfLosses(_ row: Row) -> [ReportTable.Entry] {
    let (outcomes, lost) = (row.figures.outcomes, row.closed.lost)
    return [
      .init(row.name, row.isNothing ? .dim : .text, .bold),
      .init(FigureText.grouped(outcomes.lost), target: why(.lost, of: row)),
      .init(
        MoneyText.short(lost.minorUnits, currency),
        .strong,
        .bold,
        target: why(.lostValue, of: row, currency)
      ),
      .init(lost.mean.map { MoneyText.short($0, currency) } ?? phrase("n/a"), .dim),
      .init(
        outcomes.agesAtLoss.mean.map(ReportText.days)
          ?? phrase("n/a: \(outcomes.noAgeAtLoss)"),
        target: why(.ageAtLoss, of: row)
      ),
    ]
  }

  private func entries(_ row: Row) -> [ReportTable.Entry] {
    let (figures, open) = (row.figures, row.open)
    func why(_ kind: FigureName.Kind, _ currency: Currency? = nil) -> ReportTarget {
      self.why(kind, of: row, currency)
    }
    return [
      .init(row.name, row.isNothing ? .dim : .text, .bold),
      .init(FigureText.grouped(figures.open.deals), target: why(.openDeals)),
      .init(
        MoneyText.short(open.value.minorUnits, currency),
        .strong,
        .bold,
        target: why(.openValue, currency)
      ),
      .init(MoneyText.short(open.weighted, currency), target: why(.weightedValue, currency)),
      .init(
        open.value.mean.map { MoneyText.short($0, currency) } ?? phrase("n/a"),
        .dim,
        target: why(.averageSize, currency)
      ),
      .init(figures.open.stale > 0 ? String(figures.open.stale) : "–", .dim, target: why(.stale)),
      .init(FigureText.grouped(figures.outcomes.won), target: why(.won)),
      .init(
        MoneyText.short(row.closed.won.minorUnits, currency),
        .won,
        target: why(.wonValue, currency)
      ),
      .init(FigureText.grouped(figures.outcomes.lost), target: why(.lost)),
      .init(
        ReportText.share(figures.winRate, none: phrase("none closed")),
        figures.winRate.isThin ? .dim : .text,
        target: why(.winRate)
      ),
      .init(
        figures.outcomes.agesAtWin.mean.map(ReportText.days)
          ?? phrase("n/a: \(figures.outcomes.noAgeAtWin)"),
        target: why(.ageAtWin)
      ),
    ]
  }

  private var total: ReportLine {
    ReportLine([ReportCell(column: 0, width: width, .text(totalWords), .strong)])
  }

  private var totalWords: String {
    let figures = report.figures
    guard grouping != .reason else {
      let lost = figures.byCurrency[currency]?.closed.lost ?? ValueTotals()
      return phrase("All: \(FigureText.count(figures.outcomes.lost, "lost deal")),")
        + phrase(" \(MoneyText.short(lost.minorUnits, currency)) lost")
    }
    let open = figures.byCurrency[currency]?.open ?? OpenTotals()
    return phrase("All: \(FigureText.count(figures.open.deals, "open deal")),")
      + phrase(" \(MoneyText.short(open.value.minorUnits, currency)) open,")
      + phrase(" \(MoneyText.short(open.weighted, currency)) weighted, won")
      + " \(ReportText.share(figures.winRate, none: phrase("none closed")))"
  }

  /// Two lines a group, where a table has no room.
  private func addPairs(_ rows: [Row], to page: inout ReportPage) {
    let most = rows.map(drawn).max() ?? 0
    let longest = rows.map { ReportText.width($0.name) }.max() ?? 0
    let nameWidth = min(longest, max(13, width / 2))
    let kind = grouping == .reason ? FigureName.Kind.lostValue : .openValue
    for row in rows {
      let value = MoneyText.short(drawn(row), currency)
      let used = ReportText.width(value)
      let start = nameWidth + 1
      page.lines.append(
        ReportLine([
          ReportCell(column: 0, width: nameWidth, .text(row.name), .text, .bold),
          ReportCell(
            column: start,
            width: max(0, width - start - 1 - used),
            .bar(share(row, of: most)),
            .chart
          ),
          ReportCell(
            column: width - used,
            width: used,
            .right(value),
            .strong,
            .bold,
            target: why(kind, of: row, currency)
          ),
        ])
      )
      page.addSentence(" " + details(row), .dim, width: width)
    }
    page.addBlank()
    page.lines.append(total)
  }

  private func details(_ row: Row) -> String {
    let outcomes = row.figures.outcomes
    func age(_ mean: Ratio?) -> String { mean.map { ", \(ReportText.days($0))" } ?? "" }
    guard grouping != .reason else {
      let mean = row.closed.lost.mean.map { MoneyText.short($0, currency) } ?? phrase("n/a")
      return FigureText.count(outcomes.lost, "lost deal")
        + phrase(", average \(mean)") + age(outcomes.agesAtLoss.mean)
    }
    let rate = ReportText.share(row.figures.winRate, none: phrase("none closed"))
    let mean = row.open.value.mean.map { MoneyText.short($0, currency) } ?? phrase("n/a")
    let deals = FigureText.count(row.figures.open.deals, "deal")
    return phrase("\(deals), average \(mean), won \(rate)\(age(outcomes.agesAtWin.mean))")
  }
}
