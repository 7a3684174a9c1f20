import Pipeline

/// Trends for a person: a table of the usual figures, or a bar for each period of one.
struct TrendsText {
  /// The trends.
  let trends: Trends
  /// The periods whose last day was not recorded.
  let hindsight: Set<Period>

  /// The numbers that stand in the usual tables, in their order.
  static func usual(in currencies: [Currency]) -> [TrendFigure] {
    let counts: [FigureName.Kind] = [.openDeals, .created, .won, .lost, .winRate, .ageAtWin]
    let sums: [FigureName.Kind] = [
      .openValue, .weightedValue, .createdValue, .wonValue, .averageWon, .lostValue, .velocity,
    ]
    return counts.map { .figure(FigureName($0)) }
      + currencies.flatMap { currency in
        sums.map { .figure(FigureName($0, currency: currency)) } + [
          .period(PeriodFigure(.upsell, currency: currency))
        ]
      }
  }

  /// A table of what there is in any currency, then one for each currency.
  var usual: String {
    var lines = Lines()
    var table = TextTable([
      .words("Period"), .numbers("Open"), .numbers("Created"), .numbers("Won"), .numbers("Lost"),
      .words("Win rate"), .words("Age at win"),
    ])
    for point in trends.points {
      let (outcomes, rate) = (point.flows.outcomes, point.winRate)
      let age = outcomes.agesAtWin.mean.map { "mean \(FigureText.days($0))" }
      table.add([
        period(point),
        StyledText(FigureText.count(point.stocks.open.deals)),
        StyledText(FigureText.count(point.flows.cohort.created)),
        StyledText(FigureText.count(outcomes.won)),
        StyledText(FigureText.count(outcomes.lost)),
        StyledText(FigureText.share(rate, none: "none closed"), rate.isThin ? .dim : .plain),
        StyledText(age ?? "n/a: \(outcomes.noAgeAtWin)", age == nil ? .dim : .plain),
      ])
    }
    lines.add(heading)
    lines.add(table)
    for currency in trends.currencies {
      lines.addBlank()
      lines.add(money(currency))
    }
    return lines.text
  }

  /// Each figure's values with bars; the longest is the largest.
  func lines(of names: [TrendFigure]) -> String {
    var lines = Lines()
    lines.add(heading)
    for (place, name) in names.enumerated() {
      if place > 0 { lines.addBlank() }
      lines.add(StyledText(name.title(in: trends.pipeline), .strong))
      let values = trends.points.map { $0.value(of: name) }
      let largest = values.compactMap { $0 }.max() ?? Ratio(0)
      var table = TextTable(
        [.words(""), .numbers(""), .words(""), .words("")],
        hasHeadings: false
      )
      for (point, value) in zip(trends.points, values) {
        let isThin = point.isThin(name)
        table.add([
          period(point),
          StyledText(
            value.map { $0.words(in: name.unit) } ?? "n/a",
            value == nil || isThin ? .dim : .plain
          ),
          StyledText(cases(of: name, in: point), .dim),
          StyledText(Self.bar(value, of: largest), .dim),
        ])
      }
      lines.add(table)
    }
    return lines.text
  }

  /// On how many cases a number rests, else why it is n/a: `n 12 thin`, `none closed`.
  private func cases(of name: TrendFigure, in point: Trends.Point) -> String {
    if let absence = point.absence(of: name) { return absence }
    guard let cases = point.cases(of: name) else { return "" }
    return "n \(FigureText.count(cases))" + (point.isThin(name) ? " thin" : "")
  }

  private var heading: StyledText {
    StyledText(
      "\(trends.pipeline.name) as of \(trends.asOf): open on each period's last day, the rest over it",
      .dim
    )
  }

  private func period(_ point: Trends.Point) -> StyledText {
    let marks = [
      hindsight.contains(point.period) ? "hindsight" : nil, point.isRunning ? "running" : nil,
    ].compactMap(\.self)
    return StyledText(
      point.period.description + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"),
      point.isRunning ? .dim : .plain
    )
  }

  private func money(_ currency: Currency) -> TextTable {
    var table = TextTable([
      .words(currency.code), .numbers("Open"), .numbers("Weighted"), .numbers("Created"),
      .numbers("Won"), .numbers("Average won"), .numbers("Lost"), .numbers("Upsell"),
      .numbers("A day"),
    ])
    for point in trends.points {
      func cell(_ kind: FigureName.Kind) -> StyledText {
        let value = point.value(of: FigureName(kind, currency: currency))
        return StyledText(
          value.map { FigureText.money($0, currency) } ?? "n/a",
          value == nil ? .dim : .plain
        )
      }
      let upsell = point.upsell[currency]?.change ?? 0
      table.add([
        period(point), cell(.openValue), cell(.weightedValue), cell(.createdValue), cell(.wonValue),
        cell(.averageWon), cell(.lostValue),
        StyledText(FigureText.money(upsell, currency), upsell < 0 ? .bad : .plain),
        cell(.velocity),
      ])
    }
    return table
  }

  private static let barCells = 30

  private static func bar(_ value: Ratio?, of largest: Ratio) -> String {
    guard let value, value.sign > 0, let part = value / largest else { return "" }
    let cells = Int((part * Ratio(barCells)).rounded(decimals: 0))
    return String(repeating: "█", count: max(cells, 1))
  }
}
