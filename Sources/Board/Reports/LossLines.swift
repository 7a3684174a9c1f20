import Pipeline

/// What was lost in the window, by the reason that was given and by the stage it stood in.
struct LossLines {
  let losses: Losses
  /// What its numbers are asked with.
  let scope: ReportScope

  /// Adds a table of the reasons and one of the stages.
  func add(to page: inout ReportPage, width: Int) {
    page.addBlank()
    page.addHeading(phrase("LOSSES"), width: width)
    guard losses.whole.deals > 0 else {
      return page.addSentence(phrase("Nothing was lost in the window."), .dim, width: width)
    }
    let reasons = losses.byReason.map { reason, _ in
      (name: reason?.text ?? phrase("no reason given"), group: LossGroup.reason(reason))
    }
    page.add(table(phrase("Lost because of"), reasons, width: width))
    page.addBlank()
    let stages = losses.byStage.map { stage, _ in
      (name: stage.name, group: LossGroup.stage(stage.id))
    }
    page.add(
      table(phrase("Lost in"), stages + [(name: phrase("all"), group: .all)], width: width)
    )
  }

  private func table(
    _ title: String,
    _ groups: [(name: String, group: LossGroup)],
    width: Int
  ) -> [ReportLine] {
    guard width >= 60 else { return pairs(title, groups, width: width) }
    var table = ReportTable([
      .words(title, least: 8), .numbers(phrase("Deals"), rank: 1),
      .words(phrase("of all lost")), .words(phrase("Value")),
    ])
    for (name, group) in groups {
      let row = losses.row(of: group)
      let share = losses.share(of: group)
      let target = ReportTarget.question(ReportQuestion(.losses(group), in: scope))
      let isAll = group == .all
      table.add([
        .init(name, group == .reason(nil) || isAll ? .dim : .text),
        .init(FigureText.grouped(row.deals), .strong, .bold, target: target),
        .init(ReportText.share(share), share.isThin ? .dim : .text, target: target),
        .init(ReportText.sums(row.byCurrency), target: target),
      ])
    }
    return table.lines(
      width: width,
      bars: groups.map { [(losses.share(of: $0.group).ratio?.approximation ?? 0, .bad)] }
    )
  }

  /// Two lines for each group, where a table has no room.
  private func pairs(
    _ title: String,
    _ groups: [(name: String, group: LossGroup)],
    width: Int
  ) -> [ReportLine] {
    let heading = ReportLine([ReportCell(column: 0, width: width, .text(title), .dim)])
    return [heading]
      + groups.flatMap { name, group in
        let target = ReportTarget.question(ReportQuestion(.losses(group), in: scope))
        let share = ReportText.share(losses.share(of: group))
        let sums = ReportText.sums(losses.row(of: group).byCurrency)
        let used = ReportText.width(share) + 3
        return [
          ReportLine([ReportCell(column: 0, width: width, .text(name))]),
          ReportLine([
            ReportCell(column: 1, width: used - 3, .text(share), .strong, target: target),
            ReportCell(column: used, width: width - used, .text(sums), target: target),
          ]),
        ]
      }
  }
}

extension ReportText {
  /// The sums of some deals by currency, with how many have no value: `€12k, $900, 1 without a value`.
  static func sums(_ sums: PerCurrency<ValueTotals>) -> String {
    let without = sums.reduce(0) { $0 + $1.value.unvalued }
    let amounts = sums.compactMap { currency, totals in
      totals.valued > 0 ? MoneyText.short(totals.minorUnits, currency) : nil
    }
    let rest = without > 0 ? [phrase("\(FigureText.grouped(without)) without a value")] : []
    let parts = amounts + rest
    return parts.isEmpty ? "–" : parts.joined(separator: ", ")
  }
}
