/// What an event did to a deal.
///
/// The same value serves as a request: "append this change". One case more is one kind of event
/// more; `Deal.apply`, `Deal.inverse`, `DealFacet` and the store's coding then fail to compile until
/// they answer.
public enum DealChange: Hashable, Sendable {
  /// The deal came into being.
  case created(DealDraft)
  /// The visit to the present stage of a deal without history began.
  case enteredStage
  /// The deal went to another stage.
  case moved(to: Identifier<Stage>)
  /// The deal went to a stage of another pipeline.
  case transferred(to: Identifier<SalesPipeline>, stage: Identifier<Stage>)
  /// The title was changed.
  case retitled(String)
  /// The value was set, in minor units of the currency, or withdrawn.
  case valued(Int64?, Currency)
  /// The deal's own probability was set, or withdrawn so that the stage's counts again.
  case probabilitySet(Probability?)
  /// The expected close was set or cleared.
  case expectedCloseSet(Day?)
  /// The owner was set or cleared.
  case ownerSet(Identifier<Person>?)
  /// The organization was set or cleared.
  case organizationSet(String?)
  /// The person at the customer's was set or cleared.
  case contactSet(String?)
  /// The labels were set.
  case labelled([String])
  /// The forecast category was set.
  case categorySet(ForecastCategory)
  /// The deal was won.
  case won
  /// The deal was lost, with a reason if one was given.
  case lost(reason: String?)
  /// A closed deal became open again, in the stage it was in.
  case reopened
  /// The deal was deleted.
  case deleted
  /// A note was written.
  case noted(String)
  /// The deal's long notes were written anew, as a whole.
  case longNotesSet(String)
  /// Something was done for the deal without having been planned.
  case activityLogged(Activity)
  /// A next step was planned.
  case stepPlanned(PlannedStep)
  /// The planned step of that number was done; the activity says what came of it and what it took.
  case stepDone(Int32, Activity)
  /// The planned step of that number was dropped.
  case stepDropped(Int32)
  /// The deal was put aside until a day, perhaps with a word why, or taken up again with `nil`.
  ///
  /// Where it is kept, it was looked at and left as it is, which takes a word why. That stops no
  /// clock.
  case snoozed(until: Day?, reason: String?, isKept: Bool = false)
  /// The system that the deal was imported from says that the deal was worked on.
  case updatedAtSource
  /// The event of this id was taken back.
  ///
  /// The deal is then what its other events make it.
  case undone(EventID)
}
