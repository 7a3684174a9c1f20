import Pipeline

extension Ledger {
  /// The deals of a pipeline that were won between two days, as known at the end of the second one;
  /// in no order.
  ///
  /// Reads the index of closed deals, and the logs of deals with events after the day.
  func wonDeals(
    of pipeline: Identifier<SalesPipeline>,
    from first: Day,
    asOf last: Day
  ) throws -> [Deal] {
    let later = try dealsWithEvents(after: last)
    let rows = try statement(
      """
      SELECT \(DealColumns.list) FROM deal INDEXED BY deal_closed
      WHERE status <> 0 AND presence = 0 AND pipeline = ? AND closed_day BETWEEN ? AND ?
        AND status = 1
      """
    )
    rows.bind(pipeline)
    rows.bind(first)
    rows.bind(last)
    var reader = DealReader()
    var won: [Deal] = []
    while try rows.step() {
      if !later.contains(rows.id(0)) { won.append(try reader.deal(rows)) }
    }
    for id in later {
      guard let deal = try history(of: id).deal(asOf: last), deal.pipeline == pipeline,
        !deal.isDeleted, case .won(let day) = deal.status, day >= first
      else { continue }
      won.append(deal)
    }
    return won
  }
}
