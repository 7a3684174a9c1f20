import Pipeline

/// All that the sidebar is drawn from, but for the column that the focus is in.
struct SidebarContent: Equatable, Sendable {
  let figures: LiveFigures
  /// The figures as they would be if what is carried were dropped; `nil` while nothing is.
  let dropped: LiveFigures?
  /// What changes beside numbers are measured from; `nil` where nothing is to be said of it.
  let comparison: FigureComparison?
  /// Whether no deal is left out by a choice.
  let showsAll: Bool
  /// The currency that comes first.
  let currency: Currency
  /// Whether the closed deals' figures are being counted.
  let isBehind: Bool
  /// Whether nothing is known yet of the closed deals that a filter lets through.
  let lacksClosed: Bool
  let people: [Person]
  let report: SidebarReport?
  /// Whether a change is not in the report yet.
  let isReportOld: Bool
  /// The latest changes.
  let activity: [SidebarLine]
  /// The key that leads to what has no room.
  let moreKey: String

  init(_ board: borrowing BoardState) {
    figures = board.figures
    dropped = board.figuresIfDropped
    comparison = board.shownComparison
    showsAll = board.narrowing.isEmpty
    currency = board.currency
    isBehind = board.isBehind
    lacksClosed = board.isFilterPending
    people = board.workspace.people
    if case .sidebar(let report)? = board.reports[.sidebar]?.report {
      self.report = report
      isReportOld = board.isReportOld(in: .sidebar)
    } else {
      (report, isReportOld) = (nil, false)
    }
    activity = board.activity
    moreKey = board.key(of: .focusSidebar)
  }
}

extension BoardState {
  /// When, who and what, in one line.
  func line(of entry: HistoryReport.Entry) -> SidebarLine {
    let today = clock.today
    let when =
      entry.day == today
      ? DayText.time(entry.minuteOfDay) : DayText.date(entry.day, today: today)
    let who =
      workspace.people.first { $0.name == entry.event.actor }?.initials
      ?? String(entry.event.actor.prefix(4))
    let what =
      entry.others > 0
      ? FigureText.count(entry.others + 1, "change") : entry.sentence(in: workspace)
    let question = SidebarLine.Target.question(.changes(entry.event.step), .history)
    return SidebarLine(.text("\(when) \(who) \(what)", .text), question)
  }
}
