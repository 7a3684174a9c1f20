import Pipeline

extension Ledger {
  /// The moment of the latest import after a moment that brought deals of a day without their
  /// history; `nil` where there is none.
  ///
  /// Few steps are imports, and of those that bring histories one row is looked at.
  func importBehind(
    _ day: Day,
    endedAt end: Instant,
    in pipeline: Identifier<SalesPipeline>
  ) throws -> Instant? {
    let imports = try statement(
      """
      SELECT at, first_sequence, first_sequence + event_count - 1 FROM step
      WHERE is_import = 1 AND in_effect = 1 AND at > ? ORDER BY at DESC
      """
    )
    imports.bind(end.milliseconds)
    var found: [(at: Int64, first: Int64, last: Int64)] = []
    while try imports.step() { found.append((imports.int(0), imports.int(1), imports.int(2))) }
    for step in found {
      guard try !bringsHistory(step.first, step.last),
        try bringsDeals(of: day, step.first, step.last, in: pipeline)
      else { continue }
      return Instant(milliseconds: step.at)
    }
    return nil
  }

  /// One file is one import, so the first deal that it made tells what it is.
  private func bringsHistory(_ first: Int64, _ last: Int64) throws -> Bool {
    let made = try statement(
      """
      SELECT source FROM event WHERE sequence BETWEEN ? AND ? AND kind = \(EventKind.created.rawValue)
      ORDER BY sequence LIMIT 1
      """
    )
    made.bind(first)
    made.bind(last)
    defer { made.reset() }
    return try made.step() && !made.isNull(0) && made.text(0) == SourceKey.history
  }

  private func bringsDeals(
    of day: Day,
    _ first: Int64,
    _ last: Int64,
    in pipeline: Identifier<SalesPipeline>
  ) throws -> Bool {
    let made = try statement(
      """
      SELECT 1 FROM event WHERE sequence BETWEEN ? AND ? AND kind = \(EventKind.created.rawValue)
        AND day <= ? AND pipeline = ? AND source IS NOT NULL LIMIT 1
      """
    )
    made.bind(first)
    made.bind(last)
    made.bind(day)
    made.bind(pipeline)
    defer { made.reset() }
    return try made.step()
  }
}
