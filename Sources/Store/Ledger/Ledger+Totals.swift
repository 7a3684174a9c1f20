import Pipeline

extension Ledger {
  /// Puts every closed deal into the totals as the rows have them: as all events leave them.
  func addClosedDeals(to totals: inout TotalsBuilder) throws {
    try addOutcomes(to: &totals)
    try addStays(to: &totals)
    try addWonThisMonth(to: &totals)
  }

  /// Amounts are summed in two parts of at most a milliard each way, because 93 deals of the largest
  /// amount overflow SQLite's integers.
  private static let amountSums = """
    count(*), count(amount), sum(amount / 1000000000), sum(amount % 1000000000)
    """

  private func addOutcomes(to totals: inout TotalsBuilder) throws {
    let rows = try statement(
      """
      SELECT pipeline, status, currency, furthest, closed_day - created AS age, \(Self.amountSums)
      FROM deal INDEXED BY deal_closed
      WHERE status <> 0 AND presence = 0 AND pipeline IN (SELECT id FROM pipeline)
        AND closed_day BETWEEN ? AND ?
      GROUP BY pipeline, status, currency, furthest, age
      """
    )
    rows.bind(totals.days.window.first)
    rows.bind(totals.days.window.last)
    while try rows.step() {
      totals.add(
        rows.sum(from: 5),
        in: rows.id(0),
        isWon: rows.int(1) == DealStatus.won(.first).number,
        try rows.currency(2),
        furthest: rows.id(3),
        age: rows.optionalInt(4).map { Int($0) }
      )
    }
  }

  private func addStays(to totals: inout TotalsBuilder) throws {
    let rows = try statement(
      """
      SELECT stage, days, count(*) FROM closed_stay INDEXED BY closed_stay_days
      WHERE stage IN (SELECT id FROM stage) AND first_day BETWEEN ? AND ?
      GROUP BY stage, days
      """
    )
    rows.bind(totals.days.window.first)
    rows.bind(totals.days.window.last)
    while try rows.step() {
      totals.addStay(rows.id(0), days: Int(rows.int(1)), deals: Int(rows.int(2)))
    }
  }

  private func addWonThisMonth(to totals: inout TotalsBuilder) throws {
    let rows = try statement(
      """
      SELECT pipeline, currency, \(Self.amountSums) FROM deal INDEXED BY deal_closed
      WHERE status <> 0 AND presence = 0 AND pipeline IN (SELECT id FROM pipeline)
        AND closed_day BETWEEN ? AND ? AND status = 1
      GROUP BY pipeline, currency
      """
    )
    rows.bind(totals.days.month.first)
    rows.bind(totals.days.month.last)
    while try rows.step() {
      totals.addWon(rows.sum(from: 2), in: rows.id(0), try rows.currency(1))
    }
  }
}

extension Statement {
  /// The four columns of `amountSums`.
  fileprivate func sum(from column: Int32) -> TotalsBuilder.Sum {
    TotalsBuilder.Sum(
      deals: Int(int(column)),
      valued: Int(int(column + 1)),
      minorUnits: Int128(int(column + 2)) * 1_000_000_000 + Int128(int(column + 3))
    )
  }
}
