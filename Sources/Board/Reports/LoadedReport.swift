import Pipeline

/// Where a report is shown: each place keeps the one that it showed last.
enum ReportSlot: CaseIterable, Hashable, Sendable {
  /// The screen that covers the board.
  case screen
  /// Why a number is what it is, over the board or a screen.
  case explanation
  /// A meeting.
  case meeting
  /// The list of deals.
  case list
  /// The sidebar, beside the board or over it.
  case sidebar
  /// The latest changes, in the sidebar.
  case activity
}

/// What the board knew when a report was asked for.
struct ReportStamp: Hashable, Sendable {
  /// The last event.
  var sequence: Int64
  /// The version of pipelines, stages, people and settings.
  var structureVersion: Int64

  /// That of a report of which nobody can tell what it counted.
  static let unknown = ReportStamp(sequence: -1, structureVersion: -1)
}

/// A report that is shown or on its way.
struct LoadedReport: Sendable {
  /// A report with what it answers and what was known then.
  struct Answer: Sendable {
    var request: ReportRequest
    var stamp: ReportStamp
    /// Whether each change of a deal is taken into it, so that it need not be counted anew.
    var follows = false
    /// `nil` where it could not be counted; `failure` then says why.
    var report: Report?
    var failure: String?
  }

  /// What was asked for last, until it is answered.
  var awaited: (ticket: ReportTicket, request: ReportRequest, stamp: ReportStamp)?
  /// The last answer.
  var answer: Answer?
  /// The last report, also where a later one could not be counted.
  var report: Report?

  /// Whether a report is neither on its way nor answered as of what is known.
  func lacks(_ request: ReportRequest, _ stamp: ReportStamp) -> Bool {
    guard awaited == nil else { return false }
    return answer?.request != request || (request.followsChanges && answer?.stamp != stamp)
  }
}

extension BoardState {
  var reportStamp: ReportStamp {
    ReportStamp(
      sequence: workspace.lastSequence,
      structureVersion: workspace.structureVersion
    )
  }

  /// Asks for the reports that are shown and were not counted with all that is known now.
  ///
  /// Nothing is asked for while a change is on its way to the store, which would count without it.
  mutating func reportEffects() -> [Effect] {
    guard pending.isEmpty else { return [] }
    var effects: [Effect] = []
    for slot in ReportSlot.allCases {
      guard let request = wantedReport(in: slot) else {
        // What could not be counted is counted when somebody comes back to look at it.
        if reports[slot]?.answer?.failure != nil { reports[slot]?.answer = nil }
        continue
      }
      guard reports[slot]?.lacks(request, reportStamp) ?? true else { continue }
      lastReportTicket += 1
      let ticket = ReportTicket(number: lastReportTicket)
      reports[slot, default: LoadedReport()].awaited = (ticket, request, reportStamp)
      effects.append(.loadReport(ticket, request))
    }
    return effects
  }

  /// Takes in a report that was asked for; one that nobody waits for any more is left out.
  mutating func reportArrived(_ ticket: ReportTicket, _ report: Report?, failure: String? = nil) {
    for slot in ReportSlot.allCases {
      guard let awaited = reports[slot]?.awaited, awaited.ticket == ticket else { continue }
      reports[slot]?.awaited = nil
      if case .activity(let entries)? = report { activity = entries.map { line(of: $0) } }
      let answer = LoadedReport.Answer(
        request: awaited.request,
        stamp: awaited.stamp,
        follows: isCurrent(report),
        report: report,
        failure: failure
      )
      reports[slot]?.answer = answer
      if let report { reports[slot]?.report = report }
    }
  }

  /// Whether the report of a place does not say what it should say now: a change is not in it, or
  /// another one was asked for.
  func isReportOld(in slot: ReportSlot) -> Bool {
    guard let answer = reports[slot]?.answer, answer.report != nil else { return true }
    return (!answer.follows && !pending.isEmpty) || answer.stamp != reportStamp
      || answer.request != wantedReport(in: slot)
  }

  /// The report that belongs in a place now; `nil` where none is shown there.
  func wantedReport(in slot: ReportSlot) -> ReportRequest? {
    if slot == .sidebar { return showsSidebar ? sidebarRequest : nil }
    if slot == .activity { return showsSidebar ? .activity(reportScope) : nil }
    for layer in layers.layers.reversed() {
      if let layer = layer as? ReportLayer, layer.screen.slot == slot {
        return request(for: layer.screen)
      }
      if slot == .meeting, let layer = layer as? any MeetingLayer {
        return layer.wantedReport(self)
      }
      if slot == .list, let layer = layer as? DealListLayer { return layer.wantedReport(self) }
    }
    return nil
  }

  /// Whether the sidebar can be seen.
  private var showsSidebar: Bool {
    if layers.top is SidebarLayer { return true }
    return columns >= 100 && wantsSidebar && layers.firstVisible == 0
  }

  /// The goals of the periods that run, for the team or for the owner whose deals are shown; the
  /// shortest period first.
  var runningGoals: [Goal] {
    Coverage.goals(workspace.goals, of: pipelineID, from: workspace.today).filter {
      $0.owner == narrowing.owner && $0.period.days.contains(workspace.today)
    }
  }

  /// The goals of the periods that are not over, the whole team's and its members', or those of the
  /// owner whose deals are shown.
  private var comingGoals: [Goal] {
    Coverage.goals(workspace.goals, of: pipelineID, from: workspace.today)
      .filter { narrowing.owner == nil || $0.owner == narrowing.owner }
  }

  /// The goals of all periods of the length that trends show, for the team or for the owner whose deals
  /// are shown.
  private var goalsOfTrends: [Goal] {
    workspace.goals.filter {
      $0.pipeline == pipelineID && $0.owner == narrowing.owner
        && $0.period.length == reportChoices.periodLength
    }
  }

  /// What reports count under the choices that hold now.
  var reportScope: ReportScope {
    ReportScope(
      pipeline: pipelineID,
      asOf: workspace.today,
      window: reportChoices.window,
      narrowing: narrowing
    )
  }

  /// What numbers are set against under the choices that hold now.
  var reportBaseline: ReportBaseline {
    reportChoices.baseline.baseline(asOf: workspace.today, among: workspace.baselines)
  }

  /// What a screen asks for under the choices that hold now.
  private func request(for screen: ReportScreen) -> ReportRequest {
    let scope = reportScope
    switch screen {
    case .funnel: return .funnel(scope, against: reportBaseline)
    case .comparison: return .comparison(scope, against: reportBaseline)
    case .attention: return .attention(scope)
    case .owners: return .owners(scope, by: reportChoices.grouping)
    case .history: return .history(scope)
    case .months: return .forecast(scope, goals: comingGoals)
    case .trends: return .trends(scope, by: reportChoices.periodLength, goals: goalsOfTrends)
    case .explanation(let question): return .explanation(question)
    case .day: return .day(scope, of: me ?? Identifier(rawValue: 0))
    }
  }
}
