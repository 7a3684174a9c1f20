import Pipeline

/// The sidebar's blocks that are counted off the screen's thread: goals, conversion, wins by week,
/// the latest changes.
///
/// While a change is not in them they say so, and are never an old figure without a mark.
struct SidebarReportBlocks {
  private let report: SidebarReport
  private let content: SidebarContent
  private var currency: Currency { content.numbers.currency }
  private var stages: [Stage] { content.numbers.figures.pipeline.stages }

  /// The blocks of a report; `nil` while there is none.
  init?(_ content: SidebarContent) {
    guard let report = content.report else { return nil }
    self.report = report
    self.content = content
  }

  /// What there is to be said, in the order of what is asked most.
  var parts: [SidebarPart] {
    var parts = report.coverages.indices.map { place in
      SidebarPart(.goal(place)) { goal(report.coverages[place]) }
    }
    if stages.count == report.conversions.stages.count {
      parts.append(SidebarPart(.conversion) { conversion })
    }
    if wonByWeek.contains(where: { $0 > 0 }) { parts.append(SidebarPart(.wonByWeek) { won }) }
    if !content.activity.isEmpty { parts.append(SidebarPart(.activity) { activity }) }
    return parts
  }

  private func note(_ text: String) -> String {
    content.isReportOld ? phrase("counting …") : text
  }

  /// What is won and what is due, each as a share of the goal, and whether that is enough.
  private func goal(_ coverage: Coverage) -> SidebarBlock {
    let (won, due) = (coverage.amount(coverage.won), coverage.amount(coverage.due))
    let question = SidebarLine.Target.question(.goal(coverage.goal), .months)
    var lines: [SidebarLine] = [
      SidebarLine(
        .bar(phrase("won"), share: share(won, of: coverage), value: words(won, coverage), .won),
        question
      ),
      SidebarLine(
        .bar(phrase("due"), share: share(due, of: coverage), value: words(due, coverage), .chart),
        question
      ),
    ]
    let target = phrase("of \(words(coverage.target, coverage))")
    let (verdict, role) = self.verdict(coverage)
    lines.append(SidebarLine(.text("\(target): \(verdict)", role), question))
    return SidebarBlock(title: phrase("GOAL \(coverage.goal.period)"), note: note(""), lines: lines)
  }

  private func share(_ amount: Int128, of coverage: Coverage) -> Double {
    min(1, Ratio(amount, of: coverage.target)?.approximation ?? 0)
  }

  private func words(_ amount: Int128, _ coverage: Coverage) -> String {
    coverage.currency.map { MoneyText.short(amount, $0) }
      ?? FigureText.grouped(Int(clamping: amount))
  }

  private func verdict(_ coverage: Coverage) -> (String, Role) {
    switch coverage.verdict {
    case .reached: (phrase("reached"), .good)
    case .over: (phrase("period over"), .bad)
    case .enough: (phrase("enough due"), .good)
    case .short(let deals): (phrase("\(FigureText.count(deals, "deal")) short"), .warn)
    case .noValue: (phrase("not enough due"), .warn)
    case .noRate: (phrase("n/a, no win rate"), .dim)
    }
  }

  private var conversion: SidebarBlock {
    let conversions = report.conversions.stages
    let lines = conversions.indices.map { place -> SidebarLine in
      let next = place + 1 < stages.count ? short(stages[place + 1].name) : phrase("Won")
      let share = conversions[place].share
      let isThin = share.isThin
      return SidebarLine(
        .bar(
          "\(short(stages[place].name))→\(next)",
          share: share.ratio?.approximation ?? 0,
          value: share.ratio.map {
            phrase("\(FigureText.percent($0)) of \(FigureText.grouped(share.whole))")
          }
            ?? FigureText.missing,
          isThin ? .dim : .chart
        ),
        .explanation(FigureName(.conversion, stage: place))
      )
    }
    return SidebarBlock(
      title: phrase("CONVERSION"),
      note: note(phrase("reached, 365d")),
      lines: lines
    )
  }

  private func short(_ name: String) -> String { String(name.prefix(4)) }

  private var wonByWeek: [Int128] { report.wonByWeek.map { $0[currency] ?? 0 } }

  private var won: SidebarBlock {
    let sums = wonByWeek
    let top = sums.max() ?? 0
    return SidebarBlock(
      title: phrase("WON / WEEK"),
      note: note(phrase("this week")),
      lines: [
        SidebarLine(
          .sparkline(
            sums.map { Ratio($0, of: top)?.approximation ?? 0 },
            value: MoneyText.short(sums.last ?? 0, currency),
            .won
          ),
          .question(
            .figure(FigureName(.wonValue, currency: currency)),
            .trends,
            of: .days(report.runningWeek)
          )
        )
      ]
    )
  }

  private var activity: SidebarBlock {
    SidebarBlock(title: phrase("ACTIVITY"), note: "", lines: content.activity)
  }
}
