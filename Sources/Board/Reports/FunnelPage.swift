import Pipeline

/// The funnel: a bar for each stage, between two of them who goes on, then the four numbers of the
/// pipeline and of each stage, now and against an earlier day; below them the win rate's other faces,
/// what history suggests, and where deals and work are lost.
struct FunnelPage {
  private let funnel: FunnelReport
  private let report: ComparedFigures
  private let board: BoardState
  private let width: Int
  private let policy: ConversionPolicy
  private let currency: Currency

  init(_ funnel: FunnelReport, _ board: BoardState, width: Int) {
    self.funnel = funnel
    report = funnel.compared
    self.board = board
    self.width = width
    policy = board.reportChoices.policy
    currency = board.reportCurrency(among: funnel.compared.now.byCurrency.currencies)
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.funnel.title)
    page.choices = [
      phrase("policy \(phrase(named: policy)): \(policy.meaning)"),
      phrase("first there \(ReportText.window(report.now.window, today: board.clock.today))"),
    ]
    for place in report.now.stages.indices { page.add(stage(place)) }
    page.lines.append(won)
    page.addBlank()
    addSentences(to: &page)
    page.addBlank()
    FourNumbers(report, currency, board).add(to: &page, width: width)
    WinRateLines(figures: report.now, scope: nowScope).add(to: &page, width: width)
    SuggestionLines(figures: report.now, scope: nowScope).add(to: &page, width: width)
    LossLines(losses: funnel.losses, scope: nowScope).add(to: &page, width: width)
    UpsellLines(upsell: funnel.upsell, scope: nowScope).add(to: &page, width: width)
    EffortLines(effort: funnel.effort, scope: nowScope).add(to: &page, width: width)
    return page
  }

  /// What the numbers of the window of now are asked with.
  private var nowScope: ReportScope {
    var scope = board.reportScope
    scope.window = report.baseline.windows?.now ?? scope.window
    return scope
  }

  // MARK: Bars

  private var labelWidth: Int {
    let names = report.now.stages.map { ReportText.width($0.stage.name) }
    return min(max(names.max() ?? 0, 8), width >= 72 ? 24 : 16)
  }

  private var most: Int { report.now.stages.map { $0[policy].asked }.max() ?? 0 }

  private func question(_ kind: FigureName.Kind, _ place: Int) -> ReportTarget {
    .question(ReportQuestion(FigureName(kind, stage: place, policy: policy), in: nowScope))
  }

  private func bar(
    _ name: String,
    _ count: Int,
    _ role: Role,
    why target: ReportTarget?
  ) -> ReportLine {
    let number = max(FigureText.grouped(most).count, 2)
    let start = labelWidth + 1 + number + 1
    return ReportLine([
      ReportCell(column: 0, width: labelWidth, .text(name), role, .bold),
      ReportCell(
        column: labelWidth + 1,
        width: number,
        .right(FigureText.grouped(count)),
        .strong,
        .bold,
        target: target
      ),
      ReportCell(
        column: start,
        width: max(4, width - start),
        .bar(Double(count) / Double(max(1, most))),
        role
      ),
    ])
  }

  private func stage(_ place: Int) -> [ReportLine] {
    let now = report.now.stages[place][policy]
    let isLeak = report.leak(policy) == place
    let name = report.now.stages[place].stage.name
    var parts: [(text: String, role: Role, target: ReportTarget?)] = [
      (
        "└▸ "
          + ReportText.share(
            now.share,
            none: now.asked == 0 ? phrase("no deal") : phrase("all pending")
          ),
        isLeak ? .bad : now.share.isThin ? .dim : .text, question(.conversion, place)
      )
    ]
    if let range = now.share.range {
      let words = ReportText.range(range)
      parts.append((width >= 60 ? phrase("95 % in \(words)") : words, .dim, nil))
    }
    if now.pending > 0 {
      let pending = phrase("\(FigureText.grouped(now.pending)) pending")
      parts.append((pending, .dim, question(.pending, place)))
    }
    if let (text, role) = change(place) { parts.append((text, role, nil)) }
    if isLeak { parts.append((phrase("leaks most"), .bad, nil)) }
    // What has no room beside the share goes on below it.
    var lines = [ReportLine()]
    var column = 1
    for (text, role, target) in parts {
      let length = ReportText.width(text)
      if column > 1, column + length > width {
        lines.append(ReportLine())
        column = 4
      }
      lines[lines.count - 1].cells.append(
        ReportCell(
          column: column,
          width: min(width - column, length),
          .text(text),
          role,
          target: target
        )
      )
      column += length + 3
    }
    let role = Role.stage(at: place)
    return [bar(name, now.asked, role, why: question(.asked, place))] + lines
  }

  /// The conversion's change in points; of few cases it is called neither better nor worse.
  private func change(_ place: Int) -> (String, Role)? {
    guard report.then.stages.indices.contains(place) else { return nil }
    let (now, then) = (
      report.now.stages[place][policy].share, report.then.stages[place][policy].share
    )
    let compared = Comparison(then: then.ratio, now: now.ratio, aim: .higher)
    guard let change = compared.change, change.sign != 0 else { return nil }
    let points = ReportText.signed(change) { FigureWords.percent($0).replacing(" %", with: "") }
    let isThin = now.isThin || then.isThin
    return (points, ReportText.role(compared.direction, isThin: isThin))
  }

  private var won: ReportLine {
    let last = report.now.stages.indices.last
    return bar(
      phrase("Won"),
      last.map { report.now.stages[$0][policy].converted } ?? 0,
      .won,
      why: last.map { question(.converted, $0) }
    )
  }

  // MARK: Sentences

  private func addSentences(to page: inout ReportPage) {
    let stages = report.now.stages
    if let place = report.leak(policy) {
      let next = place + 1 < stages.count ? stages[place + 1].stage.name : phrase("Won")
      let share = ReportText.share(stages[place][policy].share)
      page.addSentence(
        phrase("It leaks most between \(stages[place].stage.name) and \(next): \(share) go on."),
        width: width
      )
    } else {
      page.addSentence(
        phrase(
          "Too few cases to say where it leaks most: under 20 at every stage, or nothing lost."
        ),
        .dim,
        width: width
      )
    }
    let back = report.now.regressions
    page.addSentence(
      phrase("Counted apart: \(FigureText.count(back.moves, "move")) back to an earlier stage, of")
        + phrase(
          " \(FigureText.count(back.deals, "deal")). Changes against \(report.baseline.name),"
        )
        + " \(DayText.date(report.baseline.day, today: board.clock.today)).",
      .dim,
      width: width,
      target: .question(ReportQuestion(FigureName(.regressions), in: nowScope))
    )
  }
}

extension ConversionPolicy {
  /// Who is asked at a stage, in a few words.
  var meaning: String {
    switch self {
    case .reached: phrase("got as far or further")
    case .touched: phrase("visited the stage, then any later one")
    case .strict: phrase("visited the stage, then the next at once")
    }
  }
}

extension ReportText {
  /// The colour of a direction; of few cases nothing is called better or worse.
  static func role(_ direction: Comparison.Direction?, isThin: Bool = false) -> Role {
    switch direction {
    case .better where !isThin: .good
    case .worse where !isThin: .bad
    case .better, .worse, .level, nil: .dim
    }
  }
}

extension BoardState {
  /// The currency that a report's amounts are in: the workspace's first, then by code.
  func reportCurrency(among currencies: [Currency]) -> Currency {
    let main = workspace.settings.currency
    let others = currencies.filter { $0 != main }
    let all = currencies.contains(main) || others.isEmpty ? [main] + others : others
    return all[reportChoices.currencyIndex % all.count]
  }
}
