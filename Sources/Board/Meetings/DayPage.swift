import Pipeline

/// What one has to do: overdue, today by the hour, tomorrow, this week.
struct DayPage {
  private let report: DayReport
  private let board: BoardState
  private let width: Int
  private var words: MeetingWords { board.meetingWords }

  /// The most steps of one list.
  private static let longest = 60

  init(_ report: DayReport, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
  }

  /// All of it.
  var page: ReportPage {
    let day = report.day
    var page = ReportPage(title: ReportScreen.day.title)
    page.choices = [words.day(day.day)]
    if board.workspace.pipelines.count > 1 { page.choices.append(phrase("all pipelines")) }
    if day.overdue.isEmpty, day.today.isEmpty {
      page.addSentence(phrase("Nothing is due today."), .good, width: width)
      page.addBlank()
    }
    add(phrase("OVERDUE"), day.overdue, .bad, to: &page) {
      "! \(FigureText.count($0.daysLate(on: day.day), "day"))"
    }
    add(phrase("TODAY"), day.today, .good, to: &page) { "▸ \(time($0))" }
    add(phrase("TOMORROW"), day.tomorrow, .later, to: &page) { "› \(time($0))" }
    add(phrase("THIS WEEK"), day.thisWeek, .later, to: &page) { due in
      width >= 60
        ? "› \(words.when(due.step))"
        : "› \(DayText.weekday(due.step.due.weekday)) \(time(due))"
    }
    addRest(day, to: &page)
    return page
  }

  private func addRest(_ day: MyDay, to page: inout ReportPage) {
    if let first = day.later.first {
      page.addSentence(
        phrase(
          "\(FigureText.count(day.later.count, "step")) later, the next on \(words.day(first.step.due))"
        ),
        .dim,
        width: width
      )
      page.addBlank()
    }
    guard !day.withoutStep.isEmpty else { return }
    page.addHeading(phrase("NO NEXT STEP \(day.withoutStep.count)"), width: width)
    var table = ReportTable([.words("", least: 12), .numbers("", rank: 1), .words("", rank: 2)])
    for deal in day.withoutStep.prefix(Self.longest) {
      table.add(
        [
          .init("? " + deal.title, .warn), value(deal),
          .init(board.workspace.stage(deal.stage)?.name ?? "", .dim),
        ],
        target: .deal(deal.id)
      )
    }
    page.add(Array(table.lines(width: width).dropFirst()))
  }

  private func time(_ due: DueStep) -> String {
    due.step.minuteOfDay.map { DayText.time(Int($0)) } ?? (width >= 60 ? phrase("any time") : "")
  }

  private func value(_ deal: Deal) -> ReportTable.Entry {
    .init(deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) } ?? "–", .strong)
  }

  private func add(
    _ heading: String,
    _ steps: [DueStep],
    _ role: Role,
    to page: inout ReportPage,
    when: (DueStep) -> String
  ) {
    // A step that was done a moment ago is gone before the store has counted again.
    let steps = steps.filter { due in
      board.workspace[due.deal.id].map { deal in
        deal.status.isOpen && deal.steps.contains { $0.number == due.step.number }
      } ?? false
    }
    guard !steps.isEmpty else { return }
    page.addHeading("\(heading) \(steps.count)", width: width)
    var table = ReportTable([
      .words(""), .words("", least: width >= 60 ? 22 : 10),
      .words("", least: width >= 60 ? 18 : 10), .words("", rank: 3), .words("", rank: 2),
      .numbers("", rank: 1),
    ])
    for due in steps.prefix(Self.longest) {
      table.add(
        [
          .init(when(due), role), .init(due.deal.title, .text, .bold),
          .init(words.step(due.step.activity)), .init(phrase(named: due.step.activity.kind), .dim),
          .init(person(of: due.deal), .dim), value(due.deal),
        ],
        target: .step(due.deal.id, due.step.number)
      )
    }
    page.add(Array(table.lines(width: width).dropFirst()))
    page.addBlank()
  }

  /// The person at the customer's, and how they are reached.
  private func person(of deal: Deal) -> String {
    guard let name = deal.contact else { return "" }
    let contact = report.contacts[deal.id]
    return [name, contact?.phone ?? contact?.mail].compactMap(\.self).joined(separator: " ")
  }
}

extension BoardState {
  /// The planned step that keys act on: the one at the cursor, else the focused deal's next one.
  var focusedStep: PlannedStep? {
    guard let deal = focusedDeal else { return nil }
    let target =
      (layers.top as? ReportLayer)?.target ?? (layers.top as? StandupLayer)?.target
    if case .step(deal.id, let number)? = target {
      return deal.steps.first { $0.number == number }
    }
    return deal.nextStep
  }
}
