import Pipeline

/// The bars of one currency's waterfall: each begins where the one before it ended.
struct WaterfallBars {
  let flow: Waterfall.Flow
  let currency: Currency
  /// What the last bar is called.
  let end: String
  /// What the cursor finds on a bar's numbers; `nil`: nothing.
  var target: (WaterfallQuestion.Bar) -> ReportTarget? = { _ in nil }

  private struct Row {
    var name: String
    var bar: Waterfall.Bar
    var which: WaterfallQuestion.Bar
    var from: Int128
    var to: Int128
    var role: Role
  }

  /// The rows from what was open to what is; causes of nothing are left out.
  private var rows: [Row] {
    var running = flow.start.minorUnits
    var rows = [
      Row(
        name: phrase("open then"),
        bar: flow.start,
        which: .start,
        from: 0,
        to: running,
        role: .chart
      )
    ]
    for cause in Waterfall.Cause.allCases where flow[cause].deals > 0 {
      let bar = flow[cause]
      let next = running + (cause.sign == "+" ? bar.minorUnits : -bar.minorUnits)
      let role: Role = cause == .won ? .won : cause.sign == "+" ? .good : .bad
      rows.append(
        Row(
          name: "\(cause.sign) \(phrase(named: cause))",
          bar: bar,
          which: .cause(cause),
          from: running,
          to: next,
          role: role
        )
      )
      running = next
    }
    rows.append(
      Row(
        name: end,
        bar: flow.end,
        which: .end,
        from: 0,
        to: flow.end.minorUnits,
        role: .chart
      )
    )
    return rows
  }

  /// A heading, then a line for each bar.
  func lines(width: Int) -> [ReportLine] {
    let rows = rows
    let most = rows.map { max($0.from, $0.to) }.max() ?? 0
    let value = width >= 60 ? 14 : 9
    let first = 16 + 7 + value + 2
    let room = width - first
    func column(_ amount: Int128) -> Int {
      most == 0 ? 0 : Int(Double(amount) / Double(most) * Double(room))
    }
    let heading = ReportLine([
      ReportCell(column: 0, width: 16, .text(currency.code), .dim),
      ReportCell(column: 16, width: 6, .right(phrase("deals")), .dim),
      ReportCell(column: 23, width: value, .right(phrase("value")), .dim),
    ])
    return [heading]
      + rows.map { row in
        let target = target(row.which)
        var cells = [
          ReportCell(column: 0, width: 15, .text(row.name), row.role == .chart ? .strong : .text),
          ReportCell(
            column: 16,
            width: 6,
            .right(FigureText.grouped(row.bar.deals)),
            target: target
          ),
          ReportCell(
            column: 23,
            width: value,
            .right(amount(row.bar.minorUnits, isShort: width < 60)),
            .strong,
            .bold,
            target: target
          ),
        ]
        let (low, high) = (column(min(row.from, row.to)), column(max(row.from, row.to)))
        // What came or went shows, however little it is.
        if room >= 10, high > low || row.bar.minorUnits > 0 {
          cells.append(
            ReportCell(
              column: first + min(low, room - 1),
              width: max(1, high - low),
              .bar(1),
              row.role
            )
          )
        }
        return ReportLine(cells)
      }
  }

  private func amount(_ minorUnits: Int128, isShort: Bool) -> String {
    isShort
      ? MoneyText.short(minorUnits, currency)
      : MoneyText.full(Money(minorUnits: Int64(clamping: minorUnits), currency: currency))
  }
}
