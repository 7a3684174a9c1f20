extension DealHistory {
  /// The deal as known at the end of each of some days; `nil` where it did not exist.
  ///
  /// The days stand in rising order. The same as `deal(asOf:)` for each of them, in one walk over
  /// the events where nothing was ever taken back: an event that was taken back later stands on the
  /// days before.
  public func deals(asOf days: [Day]) -> [Deal?] {
    guard !hasUndo else { return days.map { self.deal(asOf: $0) } }
    guard let first = events.first, case .created(let draft) = first.change else {
      return days.map { _ in nil }
    }
    var deal = Deal(id: first.deal, draft: draft, on: first.day)
    var next = 1
    return days.map { day in
      guard first.day <= day else { return nil }
      while next < events.count, events[next].day <= day {
        deal.apply(events[next].change, on: events[next].day)
        next += 1
      }
      return deal
    }
  }

  /// Whether the deal ever stood in a pipeline, taken back or not.
  public func concerns(_ pipeline: Identifier<SalesPipeline>) -> Bool {
    events.contains { event in
      switch event.change {
      case .created(let draft): draft.pipeline == pipeline
      case .transferred(let target, _): target == pipeline
      case .enteredStage, .moved, .retitled, .valued, .probabilitySet, .expectedCloseSet, .ownerSet,
        .organizationSet, .contactSet, .labelled, .categorySet, .won, .lost, .reopened, .deleted,
        .noted, .longNotesSet, .activityLogged, .stepPlanned, .stepDone, .stepDropped, .snoozed,
        .updatedAtSource,
        .undone:
        false
      }
    }
  }

  /// Whether any event takes another back.
  public var hasUndo: Bool {
    events.contains { event in
      if case .undone = event.change { true } else { false }
    }
  }
}
