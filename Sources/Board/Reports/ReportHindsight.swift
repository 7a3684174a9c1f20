import Pipeline

extension BoardState {
  /// The day on which the pipeline's history begins, where that is after the past day that is looked
  /// at: what is shown of it is what an import knew later.
  var hindsight: Day? { workspace.historyBegins[pipelineID] }
}

extension Report {
  /// The day on which history begins, where the report looks at an earlier day as well; `nil` where
  /// it does not, or that day was recorded.
  var hindsight: Day? {
    switch self {
    case .funnel(let report): report.compared.historyBegins
    case .comparison(let report): report.historyBegins
    case .trends(let report): report.historyBegins
    case .explanation(let report): report.historyBegins
    case .attention, .owners, .history, .forecast, .review, .minutes, .standup, .day, .list,
      .sidebar, .activity:
      nil
    }
  }
}

extension ReportPage {
  /// Says among the choices that days before one are shown as an import knew them.
  mutating func mark(_ historyBegins: Day?, today: Day) {
    guard let historyBegins else { return }
    choices.append(phrase("hindsight before \(DayText.date(historyBegins, today: today))"))
  }
}
