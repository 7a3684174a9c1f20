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
    let least = width >= 100 ? 27 : width >= 60 ? 20 : 13
    // The widest amount, as `€12.3M`, and a blank.
    let narrowest = 7 + ReportText.width(MoneyText.symbol(currency))
    let fitting = max(2, (width - least) / narrowest)
    points = Array(report.points.suffix(fitting))
    // What so many periods leave goes to the labels first.
    let figures = TrendFigure.all(
      in: board.pipeline,
      points: report.points,
      policy: board.reportChoices.policy
    )
    let longest = figures.map { ReportText.width($0.label) }.max() ?? 0
    labelWidth = max(least, min(longest + 1, width - points.count * narrowest))
    columnWidth = max(0, min(12, (width - labelWidth) / max(1, points.count)))
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.trends.title)
    page.beginsAtLastStop = true
    page.choices = [
      phrase("per \(phrase(named: board.reportChoices.periodLength))"),
      phrase("amounts in \(currency)"),
      phrase("stocks on the period's last day, flows over it"), phrase("… is running"),
    ]
    if points.contains(where: { report.inHindsight.contains($0.period) }) {
      page.choices.append(phrase("* is hindsight"))
    }
    page.choices += [
      phrase("dim: n/a, running, n < 20"),
      phrase("policy \(phrase(named: board.reportChoices.policy))"),
    ]
    guard !points.isEmpty else {
      page.addSentence(phrase("There are no deals yet."), .dim, width: width)
      return page
    }
    let figures = figures
    let chosen = board.reportChoices.trendFigure.flatMap { figures.contains($0) ? $0 : nil }
    addLine(of: chosen ?? figures[0], to: &page)
    // The line of the chosen number stays in sight, however far down that stands.
    page.pinned.append(heading)
    for (place, figure) in figures.enumerated() {
      if place > 0, figures[place - 1].section != figure.section {
        page.addBlank()
        page.addHeading(title(of: figure.section), width: width)
      }
      page.lines.append(row(figure, isChosen: figure == chosen ?? figures[0]))
      if let cases = cases(of: figure) { page.lines.append(cases) }
    }
    return page
  }

  /// All numbers, of those in money the ones in the currency that is shown.
  private var figures: [TrendFigure] {
    TrendFigure.all(
      in: board.pipeline,
      points: report.points,
      policy: board.reportChoices.policy
    ).filter { $0.currency == nil || $0.currency == currency }
  }

  private func title(of section: TrendFigure.Section) -> String {
    switch section {
    case .open: phrase("OPEN")
    case .outcomes: phrase("WON AND LOST")
    case .expectations: phrase("FORECAST, SLIPS AND GOALS")
    case .lossesAndUpsell: phrase("LOST BY REASON, UPSELL")
    case .stage(let place): board.pipeline.stages[place].name
    }
  }

  // MARK: The line

  private func addLine(of name: TrendFigure, to page: inout ReportPage) {
    let values = points.map { $0.value(of: name) }
    let absence = points.last { $0.absence(of: name) != nil }?.absence(of: name)
    let height = board.rows >= 34 ? 8 : board.rows >= 24 ? 5 : 3
    let rows = TrendLine(values.map { $0?.approximation }, cellsEach: columnWidth).rows(height)
    let most = values.compactMap(\.self).max()
    page.pinned.append(
      ReportLine([
        ReportCell(
          column: 0,
          width: width,
          .text(
            name.title(in: board.pipeline) + (absence.map { " · " + phrase("n/a: \($0)") } ?? "")
          ),
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
      page.pinned.append(line)
    }
  }

  // MARK: The table

  private var heading: ReportLine {
    cells("", .dim) { point in
      let mark =
        (report.inHindsight.contains(point.period) ? "*" : "") + (point.isRunning ? "…" : "")
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

  private func row(_ figure: TrendFigure, isChosen: Bool) -> ReportLine {
    cells(figure.label, isChosen ? .strong : .dim) { point in
      let value = point.value(of: figure)
      return ReportTable.Entry(
        value.map { Self.short($0, figure.unit) } ?? phrase("n/a"),
        value == nil || point.isRunning || point.isThin(figure) ? .dim : .text,
        target: .question(question(figure, point))
      )
    }
  }

  /// The n of each share; `nil` of other numbers.
  private func cases(of figure: TrendFigure) -> ReportLine? {
    guard figure.unit == .rate, points.contains(where: { $0.cases(of: figure) != nil }) else {
      return nil
    }
    return cells("  n", .dim) { point in
      ReportTable.Entry(point.cases(of: figure).map { FigureText.grouped($0) } ?? "", .dim)
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

  /// Why a cell is what it is: as of the period's last day, or of its days as known now.
  private func question(_ figure: TrendFigure, _ point: Trends.Point) -> ReportQuestion {
    var scope = board.reportScope
    if figure.isOfLastDay { scope.asOf = point.lastDay }
    let goals = point.coverages.map(\.goal)
    return ReportQuestion(.trend(figure, point.period, goals: goals), in: scope)
  }
}
