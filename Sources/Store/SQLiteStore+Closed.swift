public import Pipeline

extension SQLiteStore {
  /// Sums over the closed deals that pass a test, as known at the end of a day, by pipeline.
  ///
  /// Goes through the deals that were closed since: for filters, off the way of a key press. Throws
  /// what reading throws.
  public func closedTotals(
    asOf day: Day,
    window: DayRange,
    where test: (Deal) -> Bool
  ) throws(StoreError) -> [Identifier<SalesPipeline>: ClosedTotals] {
    try read { try $0.closedTotals(asOf: day, window: window, where: test) }
  }

  /// The live figures of a pipeline as known at the end of a day; those of an empty one where there
  /// is none of that number.
  ///
  /// With a test, over the deals that pass it.
  ///
  /// Goes through every deal where there is a test, and through those with later events else: off
  /// the way of a key press. Keeps none of them. Throws what reading throws.
  public func liveFigures(
    of pipeline: Identifier<SalesPipeline>,
    asOf day: Day,
    window: DayRange,
    where test: ((Deal) -> Bool)? = nil
  ) throws(StoreError) -> LiveFigures {
    try read { try $0.liveFigures(of: pipeline, asOf: day, window: window, where: test) }
  }
}
