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
    default: return nil
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
    case .funnel: "FUNNEL"
    case .comparison: "NOW AND THEN"
    case .attention: "ATTENTION"
    case .owners: "OWNERS"
    case .history: "HISTORY"
    case .months: "COMING MONTHS"
    case .trends: "TRENDS"
    case .explanation: "WHY"
    case .day: "MY DAY"
    }
  }

  /// What it says of a report; `nil` of another screen's.
  func page(_ report: Report, _ board: BoardState, width: Int) -> ReportPage? {
    switch (self, report) {
    case (.funnel, .funnel(let report)): FunnelPage(report, board, width: width).page
    case (.attention, .attention(let report)): AttentionPage(report, board, width: width).page
    case (.owners, .owners(let report)): OwnersPage(report, board, width: width).page
    case (.history, .history(let report)): HistoryPage(report, board, width: width).page
    case (.explanation, .explanation(let report)):
      ExplanationPage(report, board, width: width).page
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
        ([.switchPolicy], "policy"), ([.chooseBaseline], "against"), ([.chooseWindow], "range"),
        ([.switchCurrency], "currency"),
      ]
    case .comparison:
      [
        ([.chooseBaseline], "against"), ([.saveBaseline], "save as baseline"),
        ([.chooseWindow], "range"),
      ]
    case .attention:
      [
        ([.nextStep], "next step"), ([.expectedClose], "close"), ([.value], "value"),
        ([.snooze], "put aside"), ([.sendOn], "stage"), ([.win], "won"), ([.lose], "lost"),
        ([.undo], "undo"),
      ]
    case .owners:
      [([.sortOwners], "sort"), ([.switchCurrency], "currency"), ([.chooseWindow], "range")]
    case .history: [([.undo], "undo")]
    case .months:
      [
        ([.pushEarlier, .pushLater], "push"), ([.nextPart], "deals"), ([.editGoal], "goal"),
        ([.switchMeasure], "owners show"), ([.switchCurrency], "currency"),
        ([.expectedClose], "close"), ([.undo], "undo"),
      ]
    case .trends:
      [([.switchPeriod], "period"), ([.switchCurrency], "currency"), ([.switchPolicy], "policy")]
    case .explanation: []
    case .day:
      [
        ([.markDone], "done"), ([.nextStep], "next step"), ([.note], "note"),
        ([.copyContact], "copy phone"), ([.sendBack, .sendOn], "stage"),
        ([.win], "won"), ([.lose], "lost"), ([.undo], "undo"),
      ]
    }
  }
}
