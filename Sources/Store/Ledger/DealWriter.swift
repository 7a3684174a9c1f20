import Pipeline

/// Writes deals' rows and what totals need of the closed ones.
final class DealWriter {
  var order: StageOrder
  private let insertDeal: Statement
  private let updateDeal: Statement
  private let clearStays: Statement
  private let insertStay: Statement

  init(_ ledger: Ledger, order: StageOrder) throws {
    self.order = order
    insertDeal = try ledger.statement(DealColumns.insert)
    updateDeal = try ledger.statement(DealColumns.update)
    clearStays = try ledger.statement("DELETE FROM closed_stay WHERE deal = ?")
    insertStay = try ledger.statement("INSERT INTO closed_stay VALUES (?, ?, ?, ?)")
  }

  /// Writes a deal's row; `isNew` where it has none yet.
  func save(_ deal: Deal, isNew: Bool) throws {
    let statement = isNew ? insertDeal : updateDeal
    DealColumns.bind(deal, furthest: order.furthest(of: deal), to: statement)
    try statement.run()
    if !isNew {
      clearStays.bind(deal.id)
      try clearStays.run()
    }
    guard !deal.status.isOpen, !deal.isDeleted else { return }
    for stay in order.stays(of: deal) {
      insertStay.bind(deal.id)
      insertStay.bind(stay.stage)
      insertStay.bind(stay.firstDay)
      insertStay.bind(stay.days)
      try insertStay.run()
    }
  }
}
