import Pipeline

/// One person's turn of a standup: since last time, today, stuck.
struct StandupTurnPage {
  private let turn: Standup.Turn
  private let board: BoardState
  private let width: Int
  private var words: MeetingWords { board.meetingWords }

  /// The most deals of one list.
  private static let longest = 40

  /// What is said above the lists: who is missing.
  private let notice: String?
  /// Whether it is the first page, on which is said what holds of all.
  private let isFirst: Bool

  init(
    _ turn: Standup.Turn,
    notice: String? = nil,
    isFirst: Bool = false,
    _ board: BoardState,
    width: Int
  ) {
    self.turn = turn
    self.isFirst = isFirst
    self.notice = notice
    self.board = board
    self.width = width
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: "")
    let open = FigureText.count(turn.openDeals, "open deal")
    if let notice {
      page.addSentence(notice, .warn, width: width)
      if board.rows >= 24 { page.addBlank() }
    }
    add(
      phrase("SINCE LAST TIME"),
      turn.news.count,
      phrase("nothing moved, closed or came new"),
      to: &page
    ) {
      turn.news.prefix(Self.longest).map(row)
    }
    page.addBlank()
    add(phrase("TODAY"), turn.due.count, phrase("nothing is due"), to: &page) {
      turn.due.prefix(Self.longest).map(row)
    }
    page.addBlank()
    add(phrase("STUCK"), turn.stuck.count, phrase("nothing is stuck; \(open)"), to: &page) {
      turn.stuck.prefix(Self.longest).map(row)
    }
    if isFirst, !board.pipeline.hasLimits {
      page.addSentence(AttentionPage.noLimits, .dim, width: width)
    }
    return page
  }

  private typealias Row = (entries: [ReportTable.Entry], target: ReportTarget)

  private func add(
    _ heading: String,
    _ count: Int,
    _ none: String,
    to page: inout ReportPage,
    rows: () -> [Row]
  ) {
    page.addHeading(count > 0 ? "\(heading) \(count)" : heading, width: width)
    guard count > 0 else { return page.addSentence(none, .dim, width: width) }
    var table = ReportTable([
      .words("", least: 12), .numbers("", rank: 2), .words("", least: 16), .words("", rank: 1),
    ])
    for row in rows() { table.add(row.entries, target: row.target) }
    page.add(Array(table.lines(width: width).dropFirst()))
    if count > Self.longest {
      page.addSentence(phrase("and \(count - Self.longest) more"), .dim, width: width)
    }
  }

  private func value(_ deal: Deal) -> ReportTable.Entry {
    .init(deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–", .strong)
  }

  private func row(_ news: DealNews) -> Row {
    let by = words.otherActor(news).map { phrase("by \($0)") } ?? ""
    return (
      [
        .init(news.deal.title), value(news.deal),
        .init(words.news(news.kind), NewsHeading(news.kind).role), .init(by, .dim),
      ],
      .deal(news.deal.id)
    )
  }

  private func row(_ due: DueStep) -> Row {
    let late = due.daysLate(on: board.workspace.today)
    let when =
      late > 0
      ? phrase("! \(late)d late") : due.step.minuteOfDay.map { DayText.time(Int($0)) } ?? "▸"
    return (
      [
        .init(due.deal.title), value(due.deal),
        .init("\(when) \(words.step(due.step.activity))", late > 0 ? .bad : .text),
        .init(phrase(named: due.step.activity.kind), .dim),
      ],
      .step(due.deal.id, due.step.number)
    )
  }

  private func row(_ attention: Attention) -> Row {
    let reasons = attention.reasons.map(words.reason).joined(separator: ", ")
    return (
      [.init(attention.deal.title), value(attention.deal), .init(reasons, .warn), .init("")],
      .deal(attention.deal.id)
    )
  }
}
