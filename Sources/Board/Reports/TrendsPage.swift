import Pipeline

/// Any number by month, quarter or year: the one that the cursor is on as a line, all of them as a
/// table, the running period marked.
struct TrendsPage {
  private let report: TrendsReport
  private let board: BoardState
  private let width: Int
  private let currency: Currency
  private let labelWidth: Int
  private let points: [Trends.Point]
  private let columnWidth: Int

  init(_ report: TrendsReport, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
    let currencies = Set(report.points.flatMap { $0.flows.byCurrency.currencies }).sorted()
    currency = board.reportCurrency(among: currencies)
    labelWidth = width >= 100 ? 27 : width >= 60 ? 20 : 13
    let fitting = max(2, (width - labelWidth) / 8)
    points = Array(report.points.suffix(fitting))
    columnWidth = min(12, (width - labelWidth) / max(1, points.count))
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.trends.title)
    page.choices = [
      phrase("per \(phrase(named: board.reportChoices.periodLength))"),
      phrase("amounts in \(currency)"),
      phrase("stocks on the period's last day, flows over it"), phrase("… is running"),
      phrase("dim: n/a, running, n < 20"),
      phrase("policy \(phrase(named: board.reportChoices.policy))"),
    ]
    guard !points.isEmpty else {
      page.addSentence(phrase("There are no deals yet."), .dim, width: width)
      return page
    }
    let chosen = chosen
    addLine(of: chosen, to: &page)
    page.lines.append(heading)
    for name in names {
      page.lines.append(row(name, isChosen: name == chosen))
      if let cases = cases(of: name) { page.lines.append(cases) }
    }
    return page
  }

  private var names: [FigureName] {
    let policy = board.reportChoices.policy
    let whole: [FigureName] = [
      FigureName(.openDeals), FigureName(.openValue, currency: currency),
      FigureName(.averageSize, currency: currency), FigureName(.weightedValue, currency: currency),
      FigureName(.winRate), FigureName(.winRateByValue, currency: currency),
      FigureName(.ageAtWin), FigureName(.velocity, currency: currency), FigureName(.created),
      FigureName(.createdValue, currency: currency), FigureName(.won),
      FigureName(.wonValue, currency: currency), FigureName(.lost),
      FigureName(.lostValue, currency: currency), FigureName(.regressions),
    ]
    let stages = board.pipeline.stages.indices
    return whole + stages.map { FigureName(.conversion, stage: $0, policy: policy) }
      + stages.map { FigureName(.timeInStage, stage: $0) }
  }

  private var chosen: FigureName {
    let name = board.reportChoices.trendFigure
    return name.flatMap { names.contains($0) ? $0 : nil } ?? names[0]
  }

  // MARK: The line

  private func addLine(of name: FigureName, to page: inout ReportPage) {
    let values = points.map { $0.value(of: name) }
    let height = board.rows >= 34 ? 8 : board.rows >= 24 ? 5 : 3
    let rows = TrendLine(values.map { $0?.approximation }, cellsEach: columnWidth).rows(height)
    let most = values.compactMap(\.self).max()
    page.lines.append(
      ReportLine([
        ReportCell(
          column: 0,
          width: width,
          .text(name.title(in: board.pipeline)),
          .strong,
          .bold
        )
      ])
    )
    for (index, text) in rows.enumerated() {
      var line = ReportLine([
        ReportCell(column: labelWidth, width: width - labelWidth, .text(text), .chart)
      ])
      if index == 0, let most {
        line.cells.append(
          ReportCell(
            column: 0,
            width: labelWidth - 1,
            .right(ComparisonRow.text(most, name.unit)),
            .dim
          )
        )
      }
      if index == height - 1 {
        line.cells.append(ReportCell(column: 0, width: labelWidth - 1, .right("0"), .dim))
      }
      page.lines.append(line)
    }
  }

  // MARK: The table

  private var heading: ReportLine {
    cells("", .dim) { point in
      let mark = point.isRunning ? "…" : ""
      return ReportTable.Entry(
        Self.title(point.period) + mark,
        point.isRunning ? .warn : .accent,
        .bold
      )
    }
  }

  private static func title(_ period: Period) -> String {
    switch period {
    case .month: "\(DayText.month(period.first.month)) \(period.first.year % 100)"
    case .quarter(let year, let quarter): "Q\(quarter) \(year % 100)"
    case .year(let year): String(year)
    }
  }

  private func row(_ name: FigureName, isChosen: Bool) -> ReportLine {
    let label =
      name.stage.map { place in
        let stage = board.pipeline.stages[place].name
        return name.kind == .conversion ? phrase("\(stage) goes on") : phrase("Days in \(stage)")
      } ?? name.kind.words
    return cells(label, isChosen ? .strong : .dim) { point in
      let value = point.value(of: name)
      let text = value.map { Self.short($0, name.unit) } ?? phrase("n/a")
      return ReportTable.Entry(
        text,
        value == nil || point.isRunning || name.share(in: point.flows)?.isThin == true
          ? .dim : .text,
        target: .question(ReportQuestion(name, in: scope(name, point)))
      )
    }
  }

  /// The n of each rate by count; `nil` of other figures.
  private func cases(of name: FigureName) -> ReportLine? {
    guard name.share(in: points[0].flows) != nil else { return nil }
    return cells("  n", .dim) { point in
      ReportTable.Entry(FigureText.grouped(name.share(in: point.flows)?.whole ?? 0), .dim)
    }
  }

  /// A value short enough for a narrow column; shares in whole percent, their n below.
  private static func short(_ value: Ratio, _ unit: FigureUnit) -> String {
    if case .rate = unit { return FigureText.percent(value) }
    return ComparisonRow.text(value, unit)
  }

  private func cells(
    _ label: String,
    _ role: Role,
    _ entry: (Trends.Point) -> ReportTable.Entry
  ) -> ReportLine {
    var line = ReportLine([
      ReportCell(column: 0, width: labelWidth - 1, .text(label), role, role == .strong ? .bold : [])
    ])
    for (index, point) in points.enumerated() {
      let entry = entry(point)
      line.cells.append(
        ReportCell(
          column: labelWidth + index * columnWidth,
          width: columnWidth - 1,
          .right(entry.text),
          entry.role,
          entry.emphasis,
          target: entry.target
        )
      )
    }
    return line
  }

  /// What a cell counts: stocks as of the period's last day, flows over it as known now.
  private func scope(_ name: FigureName, _ point: Trends.Point) -> ReportScope {
    var scope = board.reportScope
    scope.window = .period(point.period)
    switch name.kind {
    case .openDeals, .openValue, .averageSize, .weightedValue, .stale, .currentVisit:
      scope.asOf = point.stocks.asOf
    case .averageWon, .winRate, .winRateByValue, .recentWinRate, .cohort, .ageAtWin, .ageAtLoss,
      .timeInStage, .velocity, .conversion, .created, .createdValue, .won, .wonValue, .lost,
      .lostValue, .regressions, .wonInMonth:
      break
    }
    return scope
  }
}
