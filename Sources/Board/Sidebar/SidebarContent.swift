import Pipeline

/// All that the sidebar is drawn from, but for the column that the focus is in.
struct SidebarContent: Equatable, Sendable {
  let numbers: SidebarNumbers
  let report: SidebarReport?
  /// Whether a change is not in the report yet.
  let isReportOld: Bool
  /// The latest changes.
  let activity: [SidebarLine]
  /// The key that leads to what has no room.
  let moreKey: String

  init(_ board: borrowing BoardState) {
    numbers = SidebarNumbers(board)
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
