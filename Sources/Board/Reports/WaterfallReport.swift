import Pipeline

extension ScopedDeals {
  /// What became of the open deals between the end of an earlier day and that of the day that is
  /// shown; `nil` where the other day is not earlier.
  ///
  /// A deal counts in all of it or in none: by what it is on the day that is shown. One whose creation
  /// was taken back by then is asked as what it was created as.
  func waterfall(since first: Day) throws(Source.Failure) -> Waterfall? {
    guard first < scope.asOf else { return nil }
    var waterfall = Waterfall(of: pipeline.id, from: .end(of: first), to: scope.asOf)
    let isChosen = choice
    let asOf = scope.asOf
    try source.histories(changedAfter: first) { history in
      guard history.concerns(scope.pipeline),
        let deal = history.dealOrTombstone(asOf: asOf), isChosen(deal)
      else { return }
      waterfall.count(history)
    }
    // What has no event since then stands now as it stood then, and needs no history.
    let test = test
    try source.deals(asOf: .last) { deal in
      if deal.lastEventDay <= first, test(deal) { waterfall.count(unchanged: deal) }
    }
    return waterfall
  }

  /// Why a bar of a waterfall is what it is.
  func explain(_ question: WaterfallQuestion) throws(Source.Failure) -> ExplanationReport {
    let mark: Hindsight? =
      switch question.deals {
      case .review: nil
      case .scope: try source.hindsight(asOf: question.since.day, in: scope.pipeline)
      }
    return question.explanation(
      of: try source.allHistories(),
      in: pipeline,
      among: structure.pipelines,
      scope: choice,
      hindsight: mark
    )
  }
}

extension DealHistory {
  /// The deal at the end of a day; where its creation was taken back by then, as one that never was,
  /// and `nil` before it came into being.
  func dealOrTombstone(asOf day: Day) -> Deal? {
    guard let first = events.first, first.day <= day else { return nil }
    return deal(asOf: day) ?? tombstone()
  }
}
