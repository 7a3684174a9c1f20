public import Pipeline

/// How earlier expectations came out: the open deals that slipped, and what was forecast on the first
/// day of each of the last months against what was won in it.
public struct ForecastRecord: Hashable, Sendable {
  /// The most slipped deals that are listed.
  static let dealLimit = 10
  /// How many months are judged, the running one included.
  static let months = 12

  /// How many of the open deals that promised a day slipped.
  public let slipped: Share
  /// How many slips those deals have.
  public let slips: Int
  /// By how many days a deal that slipped did so in all its slips, on average.
  public let meanSlipDays: Ratio?
  /// The deals that slipped, the most often first; so many at most.
  public let worst: [SlippedDeals.Entry]
  /// The judged months in their order, those in which nothing was forecast or won left out.
  public let accuracy: [ForecastAccuracy.Line]

  /// Keeps what is shown of all that was counted.
  init(_ slips: SlippedDeals, _ accuracy: ForecastAccuracy) {
    slipped = slips.share
    self.slips = slips.days.count
    meanSlipDays = slips.meanDaysPerDeal
    worst = Array(slips.worstFirst.prefix(Self.dealLimit))
    self.accuracy = accuracy.lines.filter { !$0.byCurrency.isEmpty }
  }
}

extension ScopedDeals {
  /// Counts how earlier expectations came out, in one walk over the histories.
  func forecastRecord() throws(Source.Failure) -> ForecastRecord {
    var slips = SlippedDeals(pipeline: pipeline.id, asOf: scope.asOf)
    var accuracy = ForecastAccuracy(
      of: pipeline,
      by: .month,
      over: DayRange(
        first: scope.asOf.startOfMonth.adding(months: 1 - ForecastRecord.months),
        last: scope.asOf
      ) ?? DayRange(days: 1, endingOn: scope.asOf),
      asOf: scope.asOf
    )
    try chosenHistories { history in
      slips.count(history)
      accuracy.count(history)
    }
    return ForecastRecord(slips, accuracy)
  }

  /// Explains how many deals slipped.
  func explainSlips() throws(Source.Failure) -> Explanation {
    var slips = SlippedDeals(pipeline: pipeline.id, asOf: scope.asOf)
    try chosenHistories { slips.count($0) }
    return slips.explanation
  }

  /// Explains what was forecast for a period and won in it; `nil` where nothing was in the currency.
  func explainAccuracy(
    of period: Period,
    in currency: Currency
  ) throws(Source.Failure) -> Explanation? {
    var accuracy = ForecastAccuracy(
      of: pipeline,
      by: period.length,
      over: DayRange(days: 1, endingOn: period.first),
      asOf: scope.asOf,
      keepsDeals: true
    )
    try chosenHistories { accuracy.count($0) }
    return accuracy.explanation(of: period, in: currency)
  }

  /// Hands out the histories of the deals that are chosen by what they are on the day that is shown,
  /// those whose creation was taken back by then included: earlier forecasts had them.
  private func chosenHistories(_ body: (DealHistory) -> Void) throws(Source.Failure) {
    let isChosen = choice
    try source.histories { history in
      guard let deal = history.deal(asOf: scope.asOf) ?? history.tombstone(), isChosen(deal)
      else { return }
      body(history)
    }
  }
}
