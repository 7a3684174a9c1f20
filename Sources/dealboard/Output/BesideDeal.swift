import Pipeline
import Store

/// What is known about a deal and not held by it.
struct BesideDeal {
  /// How the person is reached; `nil` where nobody knows.
  var contact: Contact?
  /// The long notes; `nil` where there are none.
  var notes: String?
  /// The events that are dated later and not counted yet; the deal is fixed until the last of them.
  var ahead: [DealEvent] = []

  /// The day before which the deal cannot be changed; `nil` where it can be today.
  var fixedUntil: Day? { ahead.map(\.day).max() }
}

extension PipelineStore {
  /// What is known about a deal beside its fields, as of a day.
  ///
  /// Throws what reading throws.
  func beside(_ deal: Deal, asOf day: Day = .last) throws(StoreError) -> BesideDeal {
    BesideDeal(
      contact: try contact(of: deal),
      notes: try history(of: deal.id).longNotes(asOf: day)
    )
  }
}
