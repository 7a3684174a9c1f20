import Pipeline

/// The coming months: what is won, promised, likely and possible in each, against the goal, by
/// owner, and the deals of the month that the cursor is in.
struct MonthsPage {
  private let report: ForecastReport
  private let board: BoardState
  private let width: Int
  private let grid: ForecastGrid
  private let currency: Currency
  private let isWide: Bool
  private let labelWidth: Int
  private let columnWidth: Int

  init(_ report: ForecastReport, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
    currency = board.reportCurrency(among: report.figures.byCurrency.currencies)
    isWide = width >= 68
    labelWidth = width >= 100 ? 18 : 13
    let columns = isWide ? (width - labelWidth) / 9 : 15
    grid = ForecastGrid(
      report,
      currency,
      months: max(1, min(12, columns - 3)),
      goalsOf: board.narrowing.owner
    )
    columnWidth = (width - labelWidth) / max(1, grid.columns.count)
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.months.title)
    page.choices = [
      phrase("amounts in \(currency)"), phrase("weighted = value × probability"),
      phrase("won this month up to \(DayText.date(report.figures.asOf, today: board.clock.today))"),
    ]
    if !report.coverages.isEmpty {
      let window = ReportText.window(report.figures.window, today: board.clock.today)
      page.choices.append(phrase("closed \(window)"))
    }
    guard !report.deals.isEmpty || !report.won.isEmpty else {
      page.addSentence(phrase("No open deal, and nothing won this month."), .dim, width: width)
      ForecastRecordBlocks(report.record, currency, board, width: width).add(to: &page)
      return page
    }
    if isWide {
      let chart = MonthsChart(grid, goals: board.workspace.goals, height: board.rows >= 34 ? 6 : 3)
      page.add(chart.lines(labelWidth, columnWidth))
      page.lines.append(MonthsChart.legend(width: width))
      addGrid(to: &page)
      addOwners(to: &page)
    } else {
      addMonths(to: &page)
    }
    addGoals(to: &page)
    addNotes(to: &page)
    MonthDeals(report, grid, board, width: width).add(to: &page)
    ForecastRecordBlocks(report.record, currency, board, width: width).add(to: &page)
    return page
  }

  // MARK: The grid

  private var rows: [(label: String, row: ForecastRow)] {
    var rows: [(String, ForecastRow)] = [
      (phrase("Deals"), .deals), (phrase("Won"), .won), (phrase("Commit"), .category(.commit)),
      (phrase("Best case"), .category(.bestCase)), (phrase("Pipeline"), .category(.pipeline)),
    ]
    let hasOmitted = grid.columns.contains {
      ForecastGrid.value(.category(.omitted), of: grid.cells($0)) != nil
    }
    if hasOmitted { rows.append((phrase("Omitted"), .category(.omitted))) }
    return rows + [
      (phrase("Open"), .open), (phrase("Weighted"), .weighted),
      (phrase("Won + weighted"), .expected), (goalLabel, .goal),
    ]
  }

  /// Whose goal it is, where not all deals are shown: a filter narrows no goal.
  private var goalLabel: String {
    if let owner = grid.goalOwner {
      return phrase("Goal of \(board.workspace.person(owner)?.initials ?? owner.description)")
    }
    return board.narrowing.isEmpty ? phrase("Goal") : phrase("Team's goal")
  }

  private func addGrid(to page: inout ReportPage) {
    page.lines.append(
      line("", bold: true) { column in
        let isListed = MonthDeals(report, grid, board, width: width).isListed(column)
        return ReportTable.Entry(
          column.title,
          column.title == phrase("Overdue") ? .bad : .accent,
          isListed ? [.bold, .underline] : .bold
        )
      }
    )
    for (label, row) in rows {
      page.lines.append(line(label, bold: row == .expected) { entry(row, $0) })
    }
  }

  private func line(
    _ label: String,
    bold: Bool = false,
    _ entry: (ForecastGrid.Column) -> ReportTable.Entry
  ) -> ReportLine {
    var cells = [ReportCell(column: 0, width: labelWidth - 1, .text(label), bold ? .text : .dim)]
    for (index, column) in grid.columns.enumerated() {
      let entry = entry(column)
      cells.append(
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
    return ReportLine(cells)
  }

  private func target(_ row: ForecastRow, _ column: ForecastGrid.Column) -> ReportTarget {
    .forecast(ForecastPlace(row, column.columns), in: currency)
  }

  private func entry(_ row: ForecastRow, _ column: ForecastGrid.Column) -> ReportTable.Entry {
    let target = target(row, column)
    let cells = grid.cells(column)
    func amount(_ value: Ratio?, _ role: Role, bold: Bool = false) -> ReportTable.Entry {
      guard let value else {
        let isWeighted = row == .weighted
        return .init(isWeighted ? ForecastGrid.absence(in: cells) : "–", .dim, target: target)
      }
      return .init(MoneyText.short(value, currency), role, bold ? .bold : [], target: target)
    }
    switch row {
    case .deals:
      let deals = ForecastGrid.value(.deals, of: cells)
      return .init(
        deals.map { FigureText.grouped(Int($0.rounded(decimals: 0))) } ?? "–",
        .dim,
        target: target
      )
    case .won:
      guard grid.isPresentMonth(column) else { return .init("") }
      return amount(grid.won.deals > 0 ? Ratio(grid.won.minorUnits) : nil, .won, bold: true)
    case .category(let category):
      return amount(ForecastGrid.value(row, of: cells), category == .commit ? .good : .text)
    case .open: return amount(ForecastGrid.value(row, of: cells), .text)
    case .weighted: return amount(ForecastGrid.value(row, of: cells), .strong, bold: true)
    case .expected:
      guard column.period != nil else { return .init("") }
      return expected(column, target)
    case .goal:
      guard column.period != nil else { return .init("") }
      guard let goal = grid.goal(column, among: board.workspace.goals) else {
        return .init("–", .dim, target: target)
      }
      return .init(MoneyText.short(Int128(goal.minorUnits), currency), .text, target: target)
    case .owner: return .init("")
    }
  }

  /// What is won and weighted, in the colour of whether it reaches the goal.
  private func expected(_ column: ForecastGrid.Column, _ target: ReportTarget) -> ReportTable.Entry
  {
    guard let value = grid.expected(column) else {
      return .init(ForecastGrid.absence(in: grid.cells(column)), .dim, target: target)
    }
    let text = MoneyText.short(value, currency)
    guard let goal = grid.goal(column, among: board.workspace.goals) else {
      return .init(text, .strong, .bold, target: target)
    }
    let reaches = value >= Ratio(Int128(goal.minorUnits))
    return .init((reaches ? "✓ " : "") + text, reaches ? .good : .warn, .bold, target: target)
  }

  // MARK: Owners

  private func addOwners(to page: inout ReportPage) {
    let measure = board.reportChoices.forecastMeasure
    page.addBlank()
    page.addHeading(
      phrase("BY OWNER, \(phrase(named: measure).uppercased())"),
      width: width
    )
    for (name, owner) in owners {
      page.lines.append(
        line(name) { column in
          let cells = grid.cells(column, of: owner)
          let target = target(.owner(owner), column)
          guard let value = ForecastGrid.value(measure.row, of: cells) else {
            let isWeighted = measure.row == .weighted
            return .init(isWeighted ? ForecastGrid.absence(in: cells) : "–", .dim, target: target)
          }
          let text =
            measure == .deals
            ? FigureText.grouped(Int(value.rounded(decimals: 0)))
            : MoneyText.short(value, currency)
          return .init(text, .text, target: target)
        }
      )
    }
  }

  /// The owners that have an open deal, by name, nobody last.
  private var owners: [(name: String, owner: Identifier<Person>?)] {
    let people = board.workspace.people
    return report.figures.owners.filter { $0.value.open.deals > 0 }.keys
      .map { id in
        (id.flatMap { id in people.first { $0.id == id }?.name } ?? phrase("nobody"), id)
      }
      .sorted { left, right in
        (left.1 == nil ? 1 : 0, left.0.lowercased()) < (
          right.1 == nil ? 1 : 0, right.0.lowercased()
        )
      }
  }

  // MARK: Narrow screens

  /// A line a month, where the grid has no room: its weighted value as a bar, and what is won,
  /// promised and open.
  private func addMonths(to page: inout ReportPage) {
    let values = grid.columns.map { grid.expected($0) }
    let most = values.compactMap(\.self).max() ?? Ratio(0)
    for (column, value) in zip(grid.columns, values) {
      let cells = grid.cells(column)
      guard !cells.isEmpty || grid.isPresentMonth(column) else { continue }
      let text =
        value.map { MoneyText.short($0, currency) } ?? ForecastGrid.absence(in: cells)
      let used = ReportText.width(text)
      let target = target(.expected, column)
      page.lines.append(
        ReportLine(
          [
            ReportCell(
              column: 0,
              width: 8,
              .text(column.title),
              column.title == phrase("Overdue") ? .bad : .accent,
              .bold
            ),
            ReportCell(
              column: 9,
              width: width - 10 - used,
              .bar(most.sign > 0 ? (value?.approximation ?? 0) / most.approximation : 0),
              .chart
            ),
            ReportCell(
              column: width - used,
              width: used,
              .right(text),
              value == nil ? .dim : .strong,
              .bold
            ),
          ],
          target: target
        )
      )
      page.addSentence("  " + details(column, cells), .dim, width: width)
    }
  }

  private func details(_ column: ForecastGrid.Column, _ cells: [ForecastCell]) -> String {
    var parts: [String] = []
    if grid.isPresentMonth(column), grid.won.deals > 0 {
      parts.append(phrase("\(MoneyText.short(grid.won.minorUnits, currency)) won"))
    }
    for (word, row) in [
      (phrase("commit"), ForecastRow.category(.commit)), (phrase("best"), .category(.bestCase)),
      (phrase("open"), .open),
    ] {
      guard let value = ForecastGrid.value(row, of: cells) else { continue }
      parts.append("\(word) \(MoneyText.short(value, currency))")
    }
    if let goal = grid.goal(column, among: board.workspace.goals) {
      let amount = MoneyText.short(Int128(goal.minorUnits), currency)
      parts.append(
        board.narrowing.isEmpty ? phrase("goal \(amount)") : "\(goalLabel) \(amount)"
      )
    }
    return parts.joined(separator: ", ")
  }

  /// Whether enough deals are due for each goal of a month, a quarter or a year, or how many more.
  private func addGoals(to page: inout ReportPage) {
    guard !report.coverages.isEmpty else { return }
    page.addBlank()
    page.addHeading(phrase("ENOUGH DEALS?"), width: width)
    for coverage in report.coverages {
      let owner = coverage.goal.owner.flatMap { board.workspace.person($0)?.name }
      let role: Role =
        switch coverage.verdict {
        case .reached, .enough: .good
        case .short, .noValue: .warn
        case .over: .bad
        case .noRate: .dim
        }
      page.addSentence(
        (owner.map { "\($0): " } ?? "") + coverage.sentence,
        role,
        width: width,
        target: .question(ReportQuestion(.goal(coverage.goal), in: board.reportScope))
      )
    }
  }

  /// What is in no sum, and apart from it what is open and has no part in the weighted values.
  private func addNotes(to page: inout ReportPage) {
    let left = LeftOutDeals(of: report.figures.byCurrency[currency]?.forecast ?? Forecast())
    func deals(_ count: Int) -> String { FigureText.count(count, "deal") }
    var sentences: [String] = []
    if left.unvalued > 0 { sentences.append(phrase("Without a value: \(deals(left.unvalued)).")) }
    var reasons: [String] = []
    if left.unweighted > 0 {
      reasons.append(phrase("\(deals(left.unweighted)) without a probability"))
    }
    if left.omitted > 0 {
      reasons.append(phrase("\(deals(left.omitted)) omitted from the forecast"))
    }
    if !reasons.isEmpty {
      sentences.append(phrase("Not weighted: \(reasons.joined(separator: ", "))."))
    }
    guard !sentences.isEmpty else { return }
    page.addSentence(
      sentences.joined(separator: " "),
      .dim,
      width: width,
      target: .question(ReportQuestion(.leftOut(of: currency), in: board.reportScope))
    )
  }
}
