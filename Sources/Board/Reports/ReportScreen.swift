import Pipeline

/// A screen that shows a report over the board.
enum ReportScreen: Hashable, Sendable {
  /// Where deals go on and where they leak.
  case funnel
  /// Every figure now and then.
  case comparison
  /// Which deals need attention.
  case attention
  /// What each owner has.
  case owners
  /// What is coming.
  case months
  /// Any number by period.
  case trends
  /// What was changed lately.
  case history
  /// Why a number is what it is.
  case explanation(ReportQuestion)
  /// What one has to do.
  case day

  /// The screen that a command goes to; `nil` of any other command.
  init?(_ command: Command) {
    switch command {
    case .goFunnel: self = .funnel
    case .goComparison: self = .comparison
    case .goAttention: self = .attention
    case .goOwners: self = .owners
    case .goHistory: self = .history
    case .goMonths: self = .months
    case .goTrends: self = .trends
    case .goDay: self = .day
    case .focusLeft, .focusDown, .focusUp, .focusRight, .focusFirst, .focusLast, .pageUp,
      .pageDown, .focusStage, .goToNumber, .sendBack, .sendOn, .sendBackAndStay, .sendOnAndStay,
      .grab, .carryLeft, .carryRight, .carryToStage, .drop, .putBack, .win, .winWith, .lose,
      .reopen, .delete, .open, .add, .edit, .nextStep, .note, .value, .expectedClose, .snooze,
      .markDone, .repeatLast, .contact, .editNotes, .handOver, .copyLine, .mark, .markColumn,
      .markAll, .filter, .savedFilters, .mine, .owner, .past, .sort, .density, .collapse, .pipeline,
      .sidebar, .focusSidebar, .leaveSidebar, .theme, .goBoard, .nextPart, .explain, .goList,
      .goReview, .goStandup, .copyContact, .sortList, .meetingNext, .meetingBack, .keep,
      .reviewOrder, .reviewOwner, .restartReview, .skipPerson, .pauseTimer, .parkTopic,
      .standupStep, .endMeeting, .switchPolicy, .switchCurrency, .sortOwners, .switchGrouping,
      .showGroup, .chooseBaseline,
      .saveBaseline, .chooseWindow, .switchMeasure, .switchPeriod, .pushEarlier, .pushLater,
      .editGoal, .undo, .redo, .cancel, .palette, .redraw, .suspend, .quit, .help:
      return nil
    }
  }

  /// Where its keys are looked up.
  var place: Place {
    switch self {
    case .funnel: .funnel
    case .comparison: .comparison
    case .attention: .attention
    case .owners: .owners
    case .history: .history
    case .months: .months
    case .trends: .trends
    case .explanation: .explanation
    case .day: .day
    }
  }

  /// Where its report is kept.
  var slot: ReportSlot {
    switch self {
    case .funnel, .comparison, .attention, .owners, .history, .months, .trends, .day: .screen
    case .explanation: .explanation
    }
  }

  /// The screen's name, in capitals.
  var title: String {
    switch self {
    case .funnel: phrase("FUNNEL")
    case .comparison: phrase("NOW AND THEN")
    case .attention: phrase("ATTENTION")
    case .owners: phrase("OWNERS")
    case .history: phrase("HISTORY")
    case .months: phrase("COMING MONTHS")
    case .trends: phrase("TRENDS")
    case .explanation: phrase("WHY")
    case .day: phrase("MY DAY")
    }
  }

  /// What it says of a report, marked where that is hindsight; `nil` of another screen's.
  func page(_ report: Report, _ board: BoardState, width: Int) -> ReportPage? {
    guard var page = unmarkedPage(report, board, width: width) else { return nil }
    page.mark(
      report.hindsight ?? board.hindsight,
      ofPart: isOfPart(board),
      today: board.clock.today
    )
    return page
  }

  /// Whether it is of some of the pipeline's deals.
  private func isOfPart(_ board: BoardState) -> Bool {
    guard case .explanation(let question) = self else { return !board.narrowing.isEmpty }
    return question.scope.group != nil || !question.scope.narrowing.isEmpty
  }

  private func unmarkedPage(_ report: Report, _ board: BoardState, width: Int) -> ReportPage? {
    switch (self, report) {
    case (.funnel, .funnel(let report)): FunnelPage(report, board, width: width).page
    case (.attention, .attention(let report)): AttentionPage(report, board, width: width).page
    case (.owners, .owners(let report)): OwnersPage(report, board, width: width).page
    case (.history, .history(let report)): HistoryPage(report, board, width: width).page
    case (.explanation(let question), .explanation(let report)):
      ExplanationPage(report, of: question.scope, board, width: width).page
    case (.months, .forecast(let report)): MonthsPage(report, board, width: width).page
    case (.comparison, .comparison(let report)): ComparisonPage(report, board, width: width).page
    case (.trends, .trends(let report)): TrendsPage(report, board, width: width).page
    case (.day, .day(let report)): DayPage(report, board, width: width).page
    case (.trends, _), (.comparison, _), (.explanation, _), (.months, _), (.funnel, _),
      (.attention, _), (.owners, _), (.history, _), (.day, _):
      nil
    }
  }

  /// The footer's pairs for what only this screen knows, most used first.
  var pairs: [(commands: [Command], label: String)] {
    switch self {
    case .funnel:
      [
        ([.switchPolicy], phrase("policy")), ([.chooseBaseline], phrase("against")),
        ([.chooseWindow], phrase("range")),
        ([.switchCurrency], phrase("currency")),
      ]
    case .comparison:
      [
        ([.chooseBaseline], phrase("against")), ([.saveBaseline], phrase("save as baseline")),
        ([.chooseWindow], phrase("range")),
      ]
    case .attention:
      [
        ([.nextStep], phrase("next step")), ([.expectedClose], phrase("close")),
        ([.value], phrase("value")),
        ([.snooze], phrase("put aside")), ([.sendOn], phrase("stage")), ([.win], phrase("won")),
        ([.lose], phrase("lost")), ([.mark], phrase("mark")),
        ([.undo], phrase("undo")),
      ]
    case .owners:
      [
        ([.switchGrouping], phrase("group by")), ([.showGroup], phrase("show these")),
        ([.sortOwners], phrase("sort")), ([.switchCurrency], phrase("currency")),
        ([.chooseWindow], phrase("range")), ([.handOver], phrase("hand over")),
      ]
    case .history: [([.undo], phrase("undo"))]
    case .months:
      [
        ([.pushEarlier, .pushLater], phrase("push")), ([.nextPart], phrase("deals")),
        ([.editGoal], phrase("goal")),
        ([.switchMeasure], phrase("owners show")), ([.switchCurrency], phrase("currency")),
        ([.chooseWindow], phrase("range")),
        ([.expectedClose], phrase("close")), ([.undo], phrase("undo")),
      ]
    case .trends:
      [
        ([.focusLeft, .focusRight], phrase("period")),
        ([.switchPeriod], phrase("length")), ([.nextPart], phrase("next part")),
        ([.switchCurrency], phrase("currency")),
        ([.switchPolicy], phrase("policy")),
      ]
    case .explanation: []
    case .day:
      [
        ([.markDone], phrase("done")), ([.nextStep], phrase("next step")),
        ([.note], phrase("note")),
        ([.copyContact], phrase("copy phone")), ([.sendBack, .sendOn], phrase("stage")),
        ([.win], phrase("won")), ([.lose], phrase("lost")), ([.undo], phrase("undo")),
      ]
    }
  }
}
