import Pipeline

/// The win rate's other faces: of the last 90 days, of the deals created in the window, and by value.
///
/// Fast losses arrive first and one day of cleaning up dents the rate, so it never stands alone.
struct WinRateLines {
  let figures: Figures
  /// What its numbers are asked with.
  let scope: ReportScope

  private struct Row {
    var figure: FigureName
    var value: String
    var isThin: Bool
    var range = ""
    var bar: [(share: Double, role: Role)] = []
  }

  /// Adds them as a table; a name and a value on lines of their own where it has no room.
  func add(to page: inout ReportPage, width: Int) {
    page.addBlank()
    page.addHeading(phrase("WIN RATE"), width: width)
    guard width >= 76 else { return addPairs(to: &page, width: width) }
    var table = ReportTable([
      .words("", least: 12), .words(""), .words(phrase("95 % range")),
    ])
    for row in rows {
      table.add([
        .init(name(row)), value(row), .init(row.range, .dim),
      ])
    }
    page.add(table.lines(width: width, bars: rows.map(\.bar)))
  }

  private func addPairs(to page: inout ReportPage, width: Int) {
    for row in rows {
      let value = value(row)
      let text = row.range.isEmpty ? value.text : "\(value.text), \(row.range)"
      page.addSentence(name(row), width: width)
      page.lines.append(
        ReportLine([
          ReportCell(
            column: 1,
            width: width - 1,
            .text(text),
            value.role,
            value.emphasis,
            target: value.target
          )
        ])
      )
    }
  }

  private func name(_ row: Row) -> String {
    row.figure.kind.words + (row.figure.currency.map { phrase(" in \($0)") } ?? "")
  }

  private func value(_ row: Row) -> ReportTable.Entry {
    .init(
      row.value,
      row.isThin ? .dim : .strong,
      row.isThin ? [] : .bold,
      target: .question(ReportQuestion(row.figure, in: scope))
    )
  }

  private var rows: [Row] {
    [share(.winRate, figures.winRate), share(.recentWinRate, figures.recentWinRate), cohort]
      + figures.byCurrency.compactMap { currency, part in byValue(part.closed, currency) }
  }

  private func share(_ kind: FigureName.Kind, _ share: Share) -> Row {
    Row(
      figure: FigureName(kind),
      value: ReportText.share(share, none: phrase("none closed")),
      isThin: share.isThin,
      range: share.range.map { ReportText.range($0) } ?? "",
      bar: [(share.ratio?.approximation ?? 0, .won)]
    )
  }

  /// What became of those created in the window; nobody knows yet what becomes of the open ones.
  private var cohort: Row {
    let cohort = figures.cohort
    func count(_ number: Int) -> String { FigureText.grouped(number) }
    func part(_ number: Int) -> Double { Double(number) / Double(max(1, cohort.created)) }
    return Row(
      figure: FigureName(.cohort),
      value: cohort.created == 0
        ? phrase("n/a: none created")
        : phrase("\(count(cohort.won)) won, \(count(cohort.lost)) lost, \(count(cohort.open)) open")
          + phrase(" of \(count(cohort.created))"),
      isThin: cohort.created < StageSuggestion.fewestCases,
      bar: [(part(cohort.won), .won), (part(cohort.lost), .bad), (part(cohort.open), .rule)]
    )
  }

  /// The rate by value with its n, the closed deals that have a value; `nil` where none was closed.
  private func byValue(_ closed: ClosedDeals, _ currency: Currency) -> Row? {
    guard closed.outcomes.closed > 0 else { return nil }
    let valued = closed.won.valued + closed.lost.valued
    let isThin = valued < StageSuggestion.fewestCases
    let sums = (
      MoneyText.short(closed.won.minorUnits, currency),
      MoneyText.short(closed.won.minorUnits + closed.lost.minorUnits, currency)
    )
    let rate = closed.winRateByValue
    let text = rate.map { rate in
      phrase(
        "\(FigureWords.percent(rate)) (\(sums.0) of \(sums.1), n \(FigureText.grouped(valued)))"
      )
        + (isThin ? phrase(" thin") : "")
    }
    return Row(
      figure: FigureName(.winRateByValue, currency: currency),
      value: text ?? phrase("n/a: nothing of value was closed"),
      isThin: isThin,
      bar: [(rate?.approximation ?? 0, .won)]
    )
  }
}
