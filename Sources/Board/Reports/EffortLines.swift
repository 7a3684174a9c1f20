import Pipeline

/// In which stage the money goes: days, losses, minutes and cost, stage by stage.
struct EffortLines {
  let effort: Effort
  /// What its numbers are asked with.
  let scope: ReportScope

  /// One number of a stage: a column's heading, and what stands under it.
  private struct Column {
    var title: String
    var isWords = false
    var text: (StageEffort) -> String
  }

  /// Adds one table, two where one has no room, and a line for each number where two have none.
  func add(to page: inout ReportPage, width: Int) {
    page.addBlank()
    page.addHeading(phrase("EFFORT"), width: width)
    page.addSentence(
      phrase("of the deals first there in the window; minutes and cost of what was done while they")
        + phrase(" stood there; lost: of all deals, those lost there in the window"),
      .dim,
      width: width
    )
    let whole = table(days + work)
    if whole.fits(width) { return page.add(whole.lines(width: width)) }
    let parts = [table(days), table(work)]
    guard parts.allSatisfy({ $0.fits(width) }) else { return addBlocks(to: &page, width: width) }
    let all = max(1, effort.stages.reduce(0) { $0 + $1.dealDays })
    page.add(
      parts[0].lines(
        width: width,
        bars: effort.stages.indices.map { place in
          let share = Double(effort.stages[place].dealDays) / Double(all)
          return [(share, .stage(at: place))]
        }
      )
    )
    page.addBlank()
    page.add(parts[1].lines(width: width))
  }

  private func target(_ place: Int) -> ReportTarget {
    .question(ReportQuestion(.effort(stage: place), in: scope))
  }

  private func table(_ columns: [Column]) -> ReportTable {
    var table = ReportTable(
      [.words(phrase("Stage"))]
        + columns.map { $0.isWords ? .words($0.title) : .numbers($0.title) }
    )
    for (place, part) in effort.stages.enumerated() {
      table.add(
        [.init(effort.pipeline.stages[place].name)]
          + columns.map { .init($0.text(part), target: target(place)) }
      )
    }
    return table
  }

  private func addBlocks(to page: inout ReportPage, width: Int) {
    for (place, part) in effort.stages.enumerated() {
      page.addBlank()
      page.lines.append(
        ReportLine([
          ReportCell(
            column: 0,
            width: width,
            .text(effort.pipeline.stages[place].name),
            .text,
            .bold
          )
        ])
      )
      for column in days + work {
        page.lines.append(
          ReportLine([
            ReportCell(column: 1, width: 14, .text(column.title), .dim),
            ReportCell(
              column: 16,
              width: width - 16,
              .text(column.text(part)),
              .strong,
              target: target(place)
            ),
          ])
        )
      }
    }
  }

  // MARK: Numbers

  private var days: [Column] {
    [
      Column(title: phrase("Deals")) { FigureText.grouped($0.deals) },
      Column(title: phrase("Left")) { FigureText.grouped($0.left) },
      Column(title: phrase("Won")) { FigureText.grouped($0.won) },
      Column(title: phrase("Deal-days")) { FigureText.grouped($0.dealDays) },
      Column(title: phrase("Lost")) { FigureText.grouped($0.lost) },
      Column(title: phrase("Value lost"), isWords: true) { ReportText.sums($0.lostValue) },
    ]
  }

  private var work: [Column] {
    [
      Column(title: phrase("Minutes")) { FigureText.grouped($0.minutes) },
      Column(title: phrase("Cost"), isWords: true) { part in
        costs(part) { part.cost(in: $0) } ?? "–"
      },
      Column(title: phrase("Per deal left"), isWords: true) { part in
        each(part, part.minutesPerDealLeft, part.left) { part.costPerDealLeft(in: $0) }
      },
      Column(title: phrase("Per won deal"), isWords: true) { part in
        each(part, part.minutesPerWonDeal, part.won) { part.costPerWonDeal(in: $0) }
      },
    ]
  }

  /// What a stage cost in each currency; `nil` where no cost is known.
  private func costs(_ part: StageEffort, _ cost: (Currency) -> Ratio?) -> String? {
    guard !part.currencies.isEmpty else { return nil }
    return part.currencies.map { MoneyText.short(cost($0), $0) }.joined(separator: ", ")
  }

  /// Minutes and cost for each of some deals, with their n.
  private func each(
    _ part: StageEffort,
    _ minutes: Ratio?,
    _ deals: Int,
    _ cost: (Currency) -> Ratio?
  ) -> String {
    guard let minutes else { return phrase("n/a: none") }
    let time = phrase("\(FigureWords.plain(minutes)) min")
    let both = [time, costs(part, cost)].compactMap(\.self).joined(separator: ", ")
    return "\(both) (\(FigureText.grouped(deals)))"
  }
}
