import Pipeline

/// The deals that need attention as a queue to work off: each with why, worst first; one that is
/// seen to leaves it at once.
struct AttentionPage {
  private let report: AttentionReport
  private let board: BoardState
  private let width: Int
  /// The deals that still need attention, as they are now.
  private let rows: [Attention]
  private let pipeline: SalesPipeline

  /// Why nothing is stale or stuck where no stage has a limit.
  static var noLimits: String {
    phrase("no idle or stuck limits are set: dealboard stages set")
  }

  init(_ report: AttentionReport, _ board: BoardState, width: Int) {
    self.report = report
    self.board = board
    self.width = width
    pipeline = board.pipeline
    let pipeline = pipeline
    let today = board.workspace.today
    rows = report.rows.compactMap { row in
      board.workspace[row.deal.id].flatMap { deal in
        Attention(deal, stage: pipeline.stage(deal.stage), on: today)
      }
    }
  }

  /// All of it.
  var page: ReportPage {
    var page = ReportPage(title: ReportScreen.attention.title)
    let count = report.count - (report.rows.count - rows.count)
    page.choices = [
      phrase("worst first: by the days that the worst clock is past"),
      report.putAside > 0 ? phrase("\(report.putAside) put aside") : phrase("none put aside"),
    ]
    page.lines.append(summary(count))
    if !pipeline.hasLimits, report.open > 0 {
      page.addSentence(Self.noLimits, .dim, width: width)
    }
    page.addBlank()
    guard !rows.isEmpty else {
      page.addSentence(
        report.open == 0
          ? phrase("There is no open deal.")
          : phrase("Nothing needs attention: every open deal has a next step")
            + (pipeline.hasLimits
              ? phrase(" that is not overdue, and none is idle or stuck beyond its stage's limits.")
              : phrase(" that is not overdue.")),
        .good,
        width: width
      )
      return page
    }
    page.add(width >= 60 ? table : pairs)
    let rest = count - rows.count
    if rest > 0 {
      page.addSentence(phrase("… and \(FigureText.grouped(rest)) more"), .dim, width: width)
    }
    return page
  }

  private func summary(_ count: Int) -> ReportLine {
    let all = phrase(
      "\(FigureText.grouped(count)) of \(FigureText.count(report.open, "open deal"))"
    )
    let parts: [(count: Int, text: String, role: Role)] = [
      (count, all, .strong),
      (report.overdue, phrase("! \(FigureText.grouped(report.overdue)) overdue"), .bad),
      (report.stale, phrase("● \(FigureText.grouped(report.stale)) stale"), .bad),
      (report.stuck, phrase("● \(FigureText.grouped(report.stuck)) stuck"), .warn),
      (
        report.withoutStep, phrase("? \(FigureText.grouped(report.withoutStep)) no next step"),
        .warn
      ),
    ]
    // Where not all have room, those that count nothing give way first.
    let wanted = parts.indices.filter { $0 == 0 || parts[$0].count > 0 }
    let spare = parts.indices.filter { $0 > 0 && parts[$0].count == 0 }
    var used = 0
    let fitting = Set(
      (wanted + spare).filter { place in
        let taken = ReportText.width(parts[place].text)
        guard used + taken <= width else { return false }
        used += taken + 3
        return true
      }
    )
    var line = ReportLine()
    var column = 0
    for place in parts.indices where fitting.contains(place) {
      let (_, text, role) = parts[place]
      line.cells.append(
        ReportCell(
          column: column,
          width: width - column,
          .text(text),
          role,
          role == .strong ? .bold : []
        )
      )
      column += ReportText.width(text) + 3
    }
    return line
  }

  // MARK: Rows

  private var table: [ReportLine] {
    var table = ReportTable([
      .words(" "), .words(phrase("Deal"), least: 20), .numbers(phrase("Value")),
      .words(phrase("Stage"), rank: 2, least: 14),
      .words(phrase("Owner"), rank: 1, least: 10), .numbers(phrase("Past")),
      .words(phrase("Why"), least: 30),
    ])
    for row in rows {
      let deal = row.deal
      table.add(
        [
          .init(sign(row), role(row), .bold),
          .init(title(deal)),
          value(deal),
          .init(board.workspace.stage(deal.stage)?.name ?? "", .dim),
          .init(deal.owner.flatMap { board.workspace.person($0)?.name } ?? phrase("nobody"), .dim),
          .init(row.reasons[0].daysPast > 0 ? "\(row.reasons[0].daysPast)d" : "–", role(row)),
          .init(why(row), role(row)),
        ],
        target: .deal(deal.id)
      )
    }
    return table.lines(width: width)
  }

  /// Two lines a deal, where a table has no room.
  private var pairs: [ReportLine] {
    rows.flatMap { row in
      let value = value(row.deal)
      let used = ReportText.width(value.text)
      return [
        ReportLine(
          [
            ReportCell(column: 0, width: 1, .text(sign(row)), role(row), .bold),
            ReportCell(column: 2, width: width - 3 - used, .text(title(row.deal))),
            ReportCell(
              column: width - used,
              width: used,
              .right(value.text),
              value.role,
              value.emphasis
            ),
          ],
          target: .deal(row.deal.id)
        ),
        ReportLine([ReportCell(column: 2, width: width - 2, .text(why(row)), role(row))]),
      ]
    }
  }

  /// The title, marked as on the board.
  private func title(_ deal: Deal) -> String {
    (board.marked.contains(deal.id) ? "* " : "") + deal.title
  }

  private func value(_ deal: Deal) -> ReportTable.Entry {
    guard let value = deal.value else { return .init("–", .dim) }
    return .init(MoneyText.short(Int128(value.minorUnits), value.currency), .strong, .bold)
  }

  private func sign(_ row: Attention) -> String {
    switch row.reasons[0] {
    case .overdue: "!"
    case .stale, .stuck: "●"
    case .noNextStep: "?"
    }
  }

  private func role(_ row: Attention) -> Role {
    switch row.reasons[0] {
    case .overdue, .stale: .bad
    case .stuck, .noNextStep: .warn
    }
  }

  /// What more than half of the open deals lack stands in the summary, and is not repeated beside
  /// other reasons.
  private func why(_ row: Attention) -> String {
    let others = row.reasons.filter { $0 != .noNextStep }
    let isSaidOnce = report.withoutStep * 2 > report.open && !others.isEmpty
    return (isSaidOnce ? others : row.reasons).map(\.words).joined(separator: ", ")
  }
}

extension AttentionReason {
  /// The reason in words: `step overdue 4 days`, `untouched 33 days (limit 14)`.
  var words: String {
    switch self {
    case .overdue(let days): phrase("step overdue \(FigureText.count(days, "day"))")
    case .stale(let days, let limit):
      phrase("untouched \(FigureText.count(days, "day")) (limit \(limit))")
    case .stuck(let days, let limit):
      phrase("\(FigureText.count(days, "day")) in its stage (limit \(limit))")
    case .noNextStep: phrase("no next step")
    }
  }
}
