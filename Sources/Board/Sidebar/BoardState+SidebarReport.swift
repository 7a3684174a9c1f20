import Pipeline

extension BoardState {
  /// What the sidebar asks for while it can be seen.
  var sidebarRequest: ReportRequest { .sidebar(reportScope, goals: runningGoals) }

  /// Whether a report that has just arrived counted exactly what is shown now, so that it can follow
  /// each change from here on.
  func isCurrent(_ report: Report?) -> Bool {
    guard case .sidebar(let report)? = report else { return false }
    return pending.isEmpty && report.lastSequence == workspace.lastSequence
  }

  /// Has the sidebar's report asked for again, because all deals were read anew.
  mutating func countSidebarAnew() {
    reports[.sidebar]?.answer?.follows = false
    reports[.sidebar]?.answer?.stamp = .unknown
  }

  /// Takes in a change of a deal that the board shows now: a figure beside the board is right in the
  /// frame that shows the change, and nothing is walked through again.
  ///
  /// `stamp` is what the board knew before. Where what the deal was is not known, or other deals are to
  /// be counted now, the report is asked for again.
  mutating func follow(_ old: Deal?, became new: Deal, since stamp: ReportStamp) {
    guard let answer = reports[.sidebar]?.answer, answer.follows, answer.stamp == stamp,
      case .sidebar(var report)? = answer.report
    else { return }
    let isKnown = old != nil || new.revision == 1
    guard isKnown, answer.request == sidebarRequest else { return countSidebarAnew() }
    func counted(_ deal: Deal) -> Deal? {
      deal.pipeline == pipelineID && lets(deal) ? deal : nil
    }
    report.replace(old.flatMap(counted), with: counted(new))
    let now = reportStamp
    reports[.sidebar]?.answer?.stamp = now
    reports[.sidebar]?.answer?.report = .sidebar(report)
    reports[.sidebar]?.report = .sidebar(report)
  }
}
