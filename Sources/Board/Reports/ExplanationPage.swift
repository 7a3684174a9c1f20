import Pipeline

/// Why a number is what it is: its formula with the inputs filled in, its window, what was left out,
/// and the deals behind it, each of which can be opened.
struct ExplanationPage {
  private let report: ExplanationReport
  /// Over which deals it was asked.
  private let scope: ReportScope
  private let board: BoardState
  private let width: Int

  init(_ report: ExplanationReport, of scope: ReportScope, _ board: BoardState, width: Int) {
    self.report = report
    self.scope = scope
    self.board = board
    self.width = width
  }

  private var today: Day { board.clock.today }

  /// All of it.
  var page: ReportPage {
    let explanation = report.explanation
    var page = ReportPage(title: phrase("WHY"))
    page.choices = [explanation.title] + [group].compactMap(\.self)
    page.choices += [
      phrase("as of \(DayText.date(explanation.asOf, today: today))"),
      explanation.window.map { ReportText.window($0, today: today) }
        ?? phrase("no window: of that day alone"),
    ]
    for (index, line) in explanation.formula.enumerated() {
      let isResult = line.hasPrefix("=")
      for (part, text) in ReportText.wrapped(line, columns: width - 3).enumerated() {
        page.lines.append(
          ReportLine([
            ReportCell(
              column: part == 0 ? 1 : 3,
              width: width - 3,
              .text(text),
              isResult ? .strong : index == 0 ? .text : .dim,
              isResult ? .bold : []
            )
          ])
        )
      }
    }
    addLeftOut(to: &page)
    addDeals(to: &page)
    return page
  }

  /// The group that the number is of, and how many deals that has; `nil` where it is of all deals that
  /// are shown.
  private var group: String? {
    guard let group = scope.group else { return nil }
    let own = group.key.name(among: board.workspace.people) ?? group.grouping.nothing
    return "\(group.grouping.heading): \(own)"
      + (report.population.map { " (\(FigureText.count($0, "deal")))" } ?? "")
  }

  private func addLeftOut(to page: inout ReportPage) {
    page.addBlank()
    page.addHeading(phrase("LEFT OUT"), width: width)
    let leftOut = report.explanation.leftOut
    guard !leftOut.isEmpty else {
      page.addSentence(phrase("nothing"), .dim, width: width)
      return
    }
    for part in leftOut {
      for (place, text) in ReportText.wrapped(part.reason, columns: width - 8).enumerated() {
        let deals = ReportCell(
          column: 0,
          width: 7,
          .right(FigureText.grouped(part.deals)),
          .warn,
          .bold
        )
        page.lines.append(
          ReportLine(
            (place == 0 ? [deals] : []) + [ReportCell(column: 8, width: width - 8, .text(text))]
          )
        )
      }
    }
  }

  private func addDeals(to page: inout ReportPage) {
    page.addBlank()
    let count = report.explanation.deals.count
    page.addHeading(
      count == 0
        ? phrase("NO DEAL IS BEHIND IT")
        : phrase("\(FigureText.count(count, "deal").uppercased()) BEHIND IT"),
      width: width
    )
    guard !report.deals.isEmpty else { return }
    var table = ReportTable([
      .numbers("#", rank: 3), .words(phrase("Deal"), least: 16), .numbers(phrase("Value")),
      .words(phrase("Standing"), least: 10), .words(phrase("Owner"), rank: 1, least: 8),
      .numbers(phrase("Created"), rank: 2), .numbers(phrase("Age"), rank: 4),
    ])
    for deal in report.deals { table.add(entries(deal), target: .deal(deal.id)) }
    page.add(table.lines(width: width))
    let rest = count - report.deals.count
    if rest > 0 {
      page.addSentence(phrase("… and \(FigureText.grouped(rest)) more"), .dim, width: width)
    }
  }

  private func entries(_ deal: Deal) -> [ReportTable.Entry] {
    let value = deal.value.map { MoneyText.short(Int128($0.minorUnits), $0.currency) }
    let standing: (text: String, role: Role) =
      switch deal.status {
      case .open: (board.workspace.stage(deal.stage)?.name ?? phrase("open"), .text)
      case .won(let day): (phrase("won \(DayText.date(day, today: today))"), .won)
      case .lost(let day, _): (phrase("lost \(DayText.date(day, today: today))"), .bad)
      }
    let age = deal.age(on: report.day)
    return [
      .init(deal.id.description, .dim),
      .init(deal.title),
      .init(value ?? "–", value == nil ? .dim : .strong, .bold),
      .init(standing.text, standing.role),
      .init(deal.owner.flatMap { board.workspace.person($0)?.name } ?? phrase("nobody"), .dim),
      .init(deal.created.map { DayText.date($0, today: today) } ?? phrase("unknown"), .dim),
      .init(age.map { "\($0)d" } ?? phrase("n/a"), .dim),
    ]
  }
}

extension BoardState {
  /// A deal as the explanation that is open lists it, and the day that this is of, where that is not
  /// today; else `nil`.
  func listedThen(_ id: Identifier<Deal>) -> (deal: Deal, day: Day?)? {
    guard let layer = layers.top as? ReportLayer, layer.screen.slot == .explanation,
      case .explanation(let report)? = reports[.explanation]?.report, report.day != workspace.today,
      let deal = report.deals.first(where: { $0.id == id })
    else { return nil }
    return (deal, report.day)
  }
}
