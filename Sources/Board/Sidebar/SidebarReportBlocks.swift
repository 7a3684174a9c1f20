import Pipeline

/// The sidebar's blocks that are counted off the screen's thread: goals, conversion, wins by week,
/// the latest changes.
///
/// While a change is not in them they say so, and are never an old figure without a mark.
struct SidebarReportBlocks {
  private let report: SidebarReport
  private let isOld: Bool
  private let content: SidebarContent

  init(_ report: SidebarReport, _ content: SidebarContent) {
    self.report = report
    self.content = content
    isOld = content.isReportOld
  }

  /// In the order of what is asked most.
  var blocks: [SidebarBlock] {
    report.coverages.map(goal) + [conversion, won, activity].compactMap(\.self)
  }

  private func note(_ text: String) -> String { isOld ? phrase("counting …") : text }

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

  private var conversion: SidebarBlock? {
    let stages = content.figures.pipeline.stages
    let conversions = report.conversions.stages
    guard stages.count == conversions.count else { return nil }
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

  private var won: SidebarBlock? {
    let money = content.currency
    let sums = report.wonByWeek.map { $0[money] ?? 0 }
    guard let top = sums.max(), top > 0, let last = sums.last else { return nil }
    return SidebarBlock(
      title: phrase("WON / WEEK"),
      note: note(phrase("this week")),
      lines: [
        SidebarLine(
          .sparkline(
            sums.map { Ratio($0, of: top)?.approximation ?? 0 },
            value: MoneyText.short(last, money),
            .won
          ),
          .question(
            .figure(FigureName(.wonValue, currency: money)),
            .trends,
            of: .days(report.runningWeek)
          )
        )
      ]
    )
  }

  private var activity: SidebarBlock? {
    let lines = content.activity
    return lines.isEmpty
      ? nil : SidebarBlock(title: phrase("ACTIVITY"), note: "", lines: lines)
  }
}
