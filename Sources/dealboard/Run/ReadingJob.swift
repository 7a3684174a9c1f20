import Board
import Pipeline

/// What is counted beside the changes, because it may take as long as the file is large.
enum ReadingJob: Sendable {
  /// Find a pipeline's figures as of two earlier days, over the deals that a choice lets through.
  case comparison(Identifier<SalesPipeline>, Narrowing, startOfDay: Day, earlier: Day)
  /// Sum up the closed deals that a choice lets through.
  case filteredTotals(FilterTicket, Narrowing, asOf: Day)
  /// Load the workspace as of a past day.
  case past(Day)
  /// Count a report.
  case report(ReportTicket, ReportRequest)
  /// Find the words that deals use.
  case suggestions

  /// What the board is told where it could not be done.
  func failure(_ reason: String) -> Action {
    if case .report(let ticket, _) = self { return .reportFailed(ticket, reason) }
    return .told(Message(.failed, reason))
  }

  /// Whether a later job of the same kind makes this one needless: of a filter that is typed, the
  /// last letter counts.
  func isOvertaken(by later: ReadingJob) -> Bool {
    switch (self, later) {
    case (.filteredTotals, .filteredTotals), (.past, .past), (.suggestions, .suggestions): true
    // The figures over all deals are kept beside those over the chosen ones.
    case (.comparison(_, let first, _, _), .comparison(_, let second, _, _)):
      first.isEmpty == second.isEmpty
    // A report's place waits for the answer to its own ticket.
    case (.report, _), (.filteredTotals, _), (.comparison, _), (.past, _), (.suggestions, _):
      false
    }
  }
}
