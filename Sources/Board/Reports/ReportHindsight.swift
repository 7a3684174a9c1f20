import Pipeline

extension BoardState {
  /// Why the past day that is looked at is hindsight; `nil` where it was recorded.
  var hindsight: Hindsight? { workspace.hindsight[pipelineID] }
}

extension Report {
  /// Why an earlier day that the report looks at is hindsight; `nil` where it looks at none, or that
  /// day was recorded.
  var hindsight: Hindsight? {
    switch self {
    case .funnel(let report): report.compared.hindsight
    case .comparison(let report): report.hindsight
    case .trends(let report): report.hindsight
    case .explanation(let report): report.hindsight
    case .attention, .owners, .history, .forecast, .review, .minutes, .standup, .day, .list,
      .sidebar, .activity:
      nil
    }
  }
}

extension ReportPage {
  /// Says among the choices that a day is shown as an import knew it, and how many of its deals: of the
  /// whole pipeline, which is said where the page is of a part of it.
  mutating func mark(_ hindsight: Hindsight?, ofPart: Bool, today: Day) {
    guard let hindsight else { return }
    let share = hindsight.share.map { ofPart ? phrase("\($0) of the whole pipeline") : $0 }
    choices.append(
      phrase("hindsight before \(DayText.date(hindsight.historyBegins, today: today))")
        + (share.map { " (\($0))" } ?? "")
    )
  }
}

extension Hindsight {
  /// How many of the day's deals are meant: `4 of 264 deals`; `nil` where there were none.
  var parts: String? {
    share(of: FigureText.count(deals.whole, "deal"))
  }

  /// The same where there is less room: `4 of 264`.
  var share: String? {
    share(of: FigureText.grouped(deals.whole))
  }

  private func share(of whole: String) -> String? {
    deals.whole > 0 ? phrase("\(FigureText.grouped(deals.part)) of \(whole)") : nil
  }
}
