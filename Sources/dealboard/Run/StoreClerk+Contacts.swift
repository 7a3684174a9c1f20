import Board
import Pipeline
import Store

extension StoreClerk {
  /// Finds how the person of a deal is reached.
  ///
  /// Throws what the store throws.
  func loadContact(of id: Identifier<Deal>) throws(StoreError) {
    guard let store, let deal = try store.deal(id, asOf: context.day) else { return }
    answers.post(.contactArrived(id, try store.contact(of: deal)))
  }
}

extension PipelineStore {
  /// How the person that a deal names is reached; `nil` where it names none, or nobody knows.
  ///
  /// Throws what reading throws.
  func contact(of deal: Deal) throws(StoreError) -> Contact? {
    guard let name = deal.contact else { return nil }
    return try contact(named: name, at: deal.organization)
  }
}
