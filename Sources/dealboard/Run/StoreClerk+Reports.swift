import Board
import Pipeline
import Store

extension StoreClerk {
  /// Counts a report and leaves it in the mailbox.
  func loadReport(_ ticket: ReportTicket, _ request: ReportRequest) {
    guard let store else {
      return answers.post(
        .reportFailed(ticket, "There is no file yet, so there is nothing to count.")
      )
    }
    do throws(StoreError) {
      answers.post(.reportArrived(ticket, try request.report(from: StoredDeals(store: store))))
    } catch {
      answers.post(.reportFailed(ticket, error.message))
    }
  }
}

/// A store's deals, as reports read them.
private struct StoredDeals: ReportSource {
  let store: SQLiteStore

  func structure() throws(StoreError) -> ReportStructure {
    let structure = try store.structure()
    return ReportStructure(pipelines: structure.pipelines, people: structure.people)
  }

  func deals(asOf day: Day, _ body: (Deal) -> Void) throws(StoreError) {
    try store.deals(asOf: day, body)
  }
}
