import Pipeline
import Store

/// What the store's thread knows besides the store: whose board it is and which day is shown.
struct StoreContext: Sendable {
  /// Where the file is, or will be.
  var location: FileLocation
  /// The name that changes are recorded under; another one once the user has said who they are.
  var actor: String
  /// The present moment in the workspace's zone.
  let clock: Clock
  /// The past day that the board was opened on; `nil`: today, also once it went on to it.
  var asOf: Day?

  /// What others see while they wait for this board.
  let holder: String

  /// The day that everything is shown as of.
  var day: Day { asOf ?? clock.today }

  /// The days whose closed deals count in the live figures: the default window of NUMBERS.md.
  func window(endingOn day: Day) -> DayRange { DayRange(days: 365, endingOn: day) }
}

extension StoreContext {
  /// The workspace as of a past day, marked where that is hindsight.
  func past(_ day: Day, in store: SQLiteStore) throws(StoreError) -> WorkspaceSnapshot {
    var snapshot = try store.load(asOf: day, window: window(endingOn: day))
    for pipeline in snapshot.pipelines {
      snapshot.hindsight[pipeline.id] =
        try Hindsight(asOf: day, in: pipeline.id, of: store, clock: clock)
    }
    return snapshot
  }
}
