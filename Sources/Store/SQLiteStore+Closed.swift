public import Pipeline

extension SQLiteStore {
  /// Sums over the closed deals that pass a test, as known at the end of a day, by pipeline.
  ///
  /// Goes through every deal: for filters, off the way of a key press. Throws what reading throws.
  public func closedTotals(
    asOf day: Day,
    window: DayRange,
    where test: (Deal) -> Bool
  ) throws(StoreError) -> [Identifier<SalesPipeline>: ClosedTotals] {
    try read { ledger in
      let order = StageOrder(try ledger.pipelines())
      var totals = TotalsBuilder(window: window, asOf: day, order: order)
      try ledger.deals(asOf: day) { deal in
        if test(deal) { totals.add(deal, times: 1) }
      }
      return totals.totals()
    }
  }
}
