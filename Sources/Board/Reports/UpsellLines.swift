import Pipeline

/// What the deals won in the window grew by since their creation, in each currency.
struct UpsellLines {
  let upsell: PerCurrency<Upsell>
  /// What its numbers are asked with.
  let scope: ReportScope

  /// Adds a row for each currency.
  func add(to page: inout ReportPage, width: Int) {
    page.addBlank()
    page.addHeading(phrase("UPSELL"), width: width)
    guard !upsell.isEmpty else {
      return page.addSentence(phrase("Nothing was won in the window."), .dim, width: width)
    }
    page.addSentence(
      phrase("value at the win less the value at the creation, of the deals won in the window"),
      .dim,
      width: width
    )
    var table = ReportTable([
      .words(""), .numbers(phrase("Upsell")), .numbers("%", rank: 2), .numbers("n"),
      .numbers(phrase("at first"), rank: 1), .numbers(phrase("at the win"), rank: 1),
      .numbers(phrase("grew"), rank: 3), .numbers(phrase("shrank"), rank: 3),
      .numbers(phrase("left out")),
    ])
    for (currency, upsell) in upsell { table.add(row(upsell, currency)) }
    if width >= 60 {
      page.add(table.lines(width: width))
    } else {
      for (currency, upsell) in upsell { page.add(pair(upsell, currency, width: width)) }
    }
    if upsell.contains(where: { $0.value.leftOut > 0 }) {
      page.addSentence(
        phrase("left out: without a value at the creation or at the win, or in another currency"),
        .dim,
        width: width
      )
    }
  }

  /// Two lines for each currency, where a table has no room.
  private func pair(_ upsell: Upsell, _ currency: Currency, width: Int) -> [ReportLine] {
    let cells = row(upsell, currency)
    let sum = [cells[0], cells[1], cells[2]].map(\.text).filter { !$0.isEmpty }
    let rest = "\(cells[4].text) → \(cells[5].text), "
    return [
      ReportLine([
        ReportCell(
          column: 0,
          width: width,
          .text(sum.joined(separator: " ") + " (\(cells[3].text))"),
          cells[1].role,
          target: cells[1].target
        )
      ]),
      ReportLine([
        ReportCell(
          column: 1,
          width: width - 1,
          .text(
            (upsell.deals == 0 ? "" : rest)
              + phrase("\(FigureText.grouped(upsell.leftOut)) left out")
          ),
          upsell.leftOut > 0 ? .warn : .dim
        )
      ]),
    ]
  }

  private func row(_ upsell: Upsell, _ currency: Currency) -> [ReportTable.Entry] {
    let target = ReportTarget.question(ReportQuestion(.upsell(currency), in: scope))
    func money(_ amount: Int128) -> String { MoneyText.short(amount, currency) }
    let isEmpty = upsell.deals == 0
    let isThin = upsell.deals < StageSuggestion.fewestCases
    let role: Role = isThin || upsell.change == 0 ? .text : upsell.change > 0 ? .good : .bad
    let sign = upsell.change < 0 ? "−" : upsell.change > 0 ? "+" : ""
    let size = upsell.change < 0 ? -upsell.change : upsell.change
    return [
      .init(currency.code),
      .init(
        isEmpty ? FigureText.missing : sign + money(size),
        isEmpty ? .dim : role,
        .bold,
        target: target
      ),
      .init(upsell.rate.map { FigureWords.signedPercent($0 * Ratio(100)) } ?? "", role),
      .init(FigureText.grouped(upsell.deals) + (isThin ? phrase(" thin") : ""), .dim),
      .init(isEmpty ? "" : money(upsell.first)), .init(isEmpty ? "" : money(upsell.atWin)),
      .init(FigureText.grouped(upsell.grown)), .init(FigureText.grouped(upsell.shrunk)),
      .init(FigureText.grouped(upsell.leftOut), upsell.leftOut > 0 ? .warn : .dim),
    ]
  }
}
