import Pipeline

/// The owners, or the groups of another field, as a table with a bar of what each has open.
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
    order = board.reportChoices.ownerOrder
    grouping = report.figures.grouping ?? .owner
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
    if let remark = grouping.remark { page.addSentence(remark, .dim, width: width) }
    if grouping == .owner {
      page.addBlank()
      page.addSentence(away, .dim, width: width)
    }
    let open = report.figures.byCurrency[currency]?.open.value ?? ValueTotals()
    if open.unvalued > 0 {
      page.addBlank()
      page.addSentence(
        phrase(
          "\(open.valued) of \(FigureText.count(open.deals, "open deal")) in \(currency) valued; the"
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
    case .winRate: row.figures.winRate.ratio
    case .ageAtWin: row.figures.outcomes.agesAtWin.mean.map { Ratio(0) - $0 }
    case .name: nil
    }
  }

  // MARK: Drawing

  private func heading(_ title: String, _ own: OwnerOrder) -> String {
    own == order ? title + " ▼" : title
  }

  private func addTable(_ rows: [Row], to page: inout ReportPage) {
    var table = ReportTable([
      .words(heading(grouping.heading, .name), least: 10),
      .numbers(heading(phrase("Deals"), .deals)),
      .numbers(heading(phrase("Open"), .openValue)),
      .numbers(heading(phrase("Weighted"), .weighted), rank: 4),
      .numbers(phrase("Average"), rank: 2), .numbers(phrase("Stale"), rank: 7),
      .numbers(phrase("Won"), rank: 6),
      .numbers(heading(phrase("Won value"), .wonValue), rank: 3),
      .numbers(heading(phrase("Lost"), .lost), rank: grouping == .reason ? 0 : 5),
      .words(heading(phrase("Win rate"), .winRate)),
      .numbers(heading(phrase("Age at win"), .ageAtWin), rank: 1),
    ])
    for row in rows { table.add(entries(row)) }
    let most = rows.map { $0.open.value.minorUnits }.max() ?? 0
    // The four numbers of an owner go before the bar, which is one of them drawn.
    let barWidth = min(30, width / (width < 100 ? 10 : 5))
    let lines = table.lines(width: width - barWidth - 2)
    for (index, line) in lines.enumerated() {
      var line = line
      let end = line.cells.last.map { $0.column + $0.width } ?? 0
      if index > 0 {
        line.cells.append(bar(rows[index - 1], most, column: end + 2, width: width - end - 2))
      }
      page.lines.append(line)
    }
    page.addBlank()
    page.lines.append(total)
  }

  private func entries(_ row: Row) -> [ReportTable.Entry] {
    let (figures, open) = (row.figures, row.open)
    func why(_ kind: FigureName.Kind, _ currency: Currency? = nil) -> ReportTarget {
      .question(ReportQuestion(FigureName(kind, currency: currency), in: row.scope))
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

  private func bar(_ row: Row, _ most: Int128, column: Int, width: Int) -> ReportCell {
    let share = most > 0 ? Double(row.open.value.minorUnits) / Double(most) : 0
    return ReportCell(column: column, width: max(0, width), .bar(share), .chart)
  }

  private var total: ReportLine {
    let figures = report.figures
    let open = figures.byCurrency[currency]?.open ?? OpenTotals()
    let text =
      phrase("All: \(FigureText.count(figures.open.deals, "open deal")),")
      + phrase(" \(MoneyText.short(open.value.minorUnits, currency)) open,")
      + phrase(" \(MoneyText.short(open.weighted, currency)) weighted, won")
      + " \(ReportText.share(figures.winRate, none: phrase("none closed")))"
    return ReportLine([ReportCell(column: 0, width: width, .text(text), .strong)])
  }

  /// Two lines a group, where a table has no room.
  private func addPairs(_ rows: [Row], to page: inout ReportPage) {
    let most = rows.map { $0.open.value.minorUnits }.max() ?? 0
    for row in rows {
      let value = MoneyText.short(row.open.value.minorUnits, currency)
      let used = ReportText.width(value)
      page.lines.append(
        ReportLine([
          ReportCell(column: 0, width: 13, .text(row.name), .text, .bold),
          bar(row, most, column: 14, width: width - 15 - used),
          ReportCell(
            column: width - used,
            width: used,
            .right(value),
            .strong,
            .bold,
            target: .question(
              ReportQuestion(FigureName(.openValue, currency: currency), in: row.scope)
            )
          ),
        ])
      )
      let age = row.figures.outcomes.agesAtWin.mean.map { ", \(ReportText.days($0))" } ?? ""
      let rate = ReportText.share(row.figures.winRate, none: phrase("none closed"))
      let mean = row.open.value.mean.map { MoneyText.short($0, currency) } ?? phrase("n/a")
      let deals = FigureText.count(row.figures.open.deals, "deal")
      page.addSentence(
        phrase(" \(deals), average \(mean), won \(rate)\(age)"),
        .dim,
        width: width
      )
    }
    page.addBlank()
    page.lines.append(total)
  }
}
