import Pipeline

extension Ledger {
  /// Puts every closed deal into the totals as the rows have them: as all events leave them.
  ///
  /// Whole spans of days come as the sums that are kept of them, the days before and after deal by
  /// deal.
  func addClosedDeals(to totals: inout TotalsBuilder) throws {
    let areKept = try hasSpans()
    let window = DaySpans(totals.days.window, areKept: areKept)
    try addOutcomes(of: window, to: &totals)
    try addAges(of: window, to: &totals)
    try addStays(of: window, to: &totals)
    try addWonThisMonth(DaySpans(totals.days.month, areKept: areKept), to: &totals)
  }

  /// Whether the file keeps sums over spans of days: one of the first version does not, and stays as
  /// it is where it may only be read.
  func hasSpans() throws -> Bool {
    try number("PRAGMA user_version") >= 2
  }

  private func addOutcomes(of days: DaySpans, to totals: inout TotalsBuilder) throws {
    try outcomes(of: days.whole) { pipeline, isWon, currency, furthest, sum in
      totals.add(sum, in: pipeline, isWon: isWon, currency, furthest: furthest)
    }
    for rest in days.rest {
      try closedDeals(of: rest) { row in
        totals.add(
          row.sum,
          in: row.pipeline,
          isWon: row.isWon,
          row.currency,
          furthest: row.furthest,
          age: row.age
        )
      }
    }
  }

  private func addWonThisMonth(_ days: DaySpans, to totals: inout TotalsBuilder) throws {
    try outcomes(of: days.whole) { pipeline, isWon, currency, _, sum in
      if isWon { totals.addWon(sum, in: pipeline, currency) }
    }
    for rest in days.rest {
      try closedDeals(of: rest) { row in
        if row.isWon { totals.addWon(row.sum, in: row.pipeline, row.currency) }
      }
    }
  }

  private func addAges(of days: DaySpans, to totals: inout TotalsBuilder) throws {
    guard let spans = days.whole else { return }
    let rows = try statement(
      """
      SELECT pipeline, status, currency, age, deals FROM closed_span_age
      WHERE pipeline IN (SELECT id FROM pipeline) AND span BETWEEN ? AND ?
      """
    )
    rows.bind(spans.lowerBound)
    rows.bind(spans.upperBound)
    while try rows.step() {
      totals.addAge(
        try rows.days(3),
        in: rows.id(0),
        isWon: rows.isWon(1),
        try rows.currency(2),
        deals: try rows.count(4)
      )
    }
  }

  private func addStays(of days: DaySpans, to totals: inout TotalsBuilder) throws {
    if let spans = days.whole {
      let rows = try statement(
        """
        SELECT stage, days, deals FROM closed_span_stay
        WHERE stage IN (SELECT id FROM stage) AND span BETWEEN ? AND ?
        """
      )
      rows.bind(spans.lowerBound)
      rows.bind(spans.upperBound)
      while try rows.step() {
        totals.addStay(rows.id(0), days: try rows.days(1), deals: try rows.count(2))
      }
    }
    for rest in days.rest {
      let rows = try statement(
        """
        SELECT stage, days FROM closed_stay INDEXED BY closed_stay_days
        WHERE stage IN (SELECT id FROM stage) AND first_day BETWEEN ? AND ?
        """
      )
      rows.bind(rest.first)
      rows.bind(rest.last)
      while try rows.step() { totals.addStay(rows.id(0), days: try rows.days(1), deals: 1) }
    }
  }

  /// Hands out the sums of whole spans.
  private func outcomes(
    of spans: ClosedRange<Int64>?,
    _ body: (
      Identifier<SalesPipeline>, _ isWon: Bool, Currency, Identifier<Stage>, TotalsBuilder.Sum
    ) -> Void
  ) throws {
    guard let spans else { return }
    let rows = try statement(
      """
      SELECT pipeline, status, currency, furthest, deals, valued, milliards, rest FROM closed_span
      WHERE pipeline IN (SELECT id FROM pipeline) AND span BETWEEN ? AND ?
      """
    )
    rows.bind(spans.lowerBound)
    rows.bind(spans.upperBound)
    while try rows.step() {
      let sum = TotalsBuilder.Sum(
        deals: try rows.count(4),
        valued: try rows.count(5),
        minorUnits: Int128(rows.int(6)) * 1_000_000_000 + Int128(rows.int(7))
      )
      body(rows.id(0), rows.isWon(1), try rows.currency(2), rows.id(3), sum)
    }
  }

  /// A closed deal as the index of closed deals has it.
  private struct ClosedDealRow {
    let pipeline: Identifier<SalesPipeline>
    let isWon: Bool
    let currency: Currency
    let furthest: Identifier<Stage>
    let age: Int?
    let sum: TotalsBuilder.Sum
  }

  /// Hands out the deals closed on some days, from the index alone.
  private func closedDeals(of days: DayRange, _ body: (ClosedDealRow) -> Void) throws {
    let rows = try statement(
      """
      SELECT pipeline, status, currency, furthest, closed_day - created, amount
      FROM deal INDEXED BY deal_closed
      WHERE status <> 0 AND presence = 0 AND pipeline IN (SELECT id FROM pipeline)
        AND closed_day BETWEEN ? AND ?
      """
    )
    rows.bind(days.first)
    rows.bind(days.last)
    while try rows.step() {
      body(
        ClosedDealRow(
          pipeline: rows.id(0),
          isWon: rows.isWon(1),
          currency: try rows.currency(2),
          furthest: rows.id(3),
          age: rows.isNull(4) ? nil : try rows.days(4),
          sum: TotalsBuilder.Sum(minorUnits: rows.optionalInt(5))
        )
      )
    }
  }
}

extension Statement {
  /// Whether the status in a column is that of a won deal.
  fileprivate func isWon(_ column: Int32) -> Bool {
    int(column) == DealStatus.won(.first).number
  }

  /// The number of deals in a column.
  fileprivate func count(_ column: Int32) throws -> Int {
    Int(try int(column, in: NumberRange.counts, "a sum over closed deals"))
  }

  /// The days in a column.
  fileprivate func days(_ column: Int32) throws -> Int {
    Int(try int(column, in: NumberRange.days, "the days of closed deals"))
  }
}

/// Days as the spans that lie within them whole, of which sums are kept, and the days that are left
/// before and after.
struct DaySpans: Equatable {
  /// The numbers of the whole spans; `nil` where there is none.
  let whole: ClosedRange<Int64>?
  /// The other days, at most two runs of them.
  let rest: [DayRange]

  /// Takes days apart; where no sums are kept, all of them are left.
  init(_ days: DayRange, areKept: Bool) {
    let length = Int64(1) << Schema.spanShift
    let first = (Int64(days.first.number) + length - 1) >> Schema.spanShift
    let last = (Int64(days.last.number) + 1) >> Schema.spanShift - 1
    guard areKept, first <= last else {
      whole = nil
      rest = [days]
      return
    }
    whole = first...last
    // Both lie within the days, so that their numbers fit.
    let begin = Day(number: Int32(clamping: first << Schema.spanShift))
    let end = Day(number: Int32(clamping: (last + 1) << Schema.spanShift - 1))
    rest = [
      days.first < begin ? DayRange(first: days.first, last: begin - 1) : nil,
      end < days.last ? DayRange(first: end + 1, last: days.last) : nil,
    ].compactMap { $0 }
  }
}
