/// The part of a deal that a change is about.
///
/// Two people's changes at once clash only where they are about the same part.
public enum DealFacet: Hashable, Sendable {
  /// Stage and outcome: moved, won, lost, reopened, deleted.
  case position
  /// The title.
  case title
  /// Value and currency.
  case value
  /// The deal's own probability.
  case probability
  /// The expected close.
  case expectedClose
  /// The owner.
  case owner
  /// The organization.
  case organization
  /// The person at the customer's.
  case contact
  /// The labels.
  case labels
  /// The forecast category.
  case category
  /// The day until which it is put aside.
  case snooze
  /// The long notes.
  case longNotes
  /// One planned step, by its number.
  case step(Int32)
  /// What only adds to the timeline and clashes with nothing.
  case timeline
  /// Everything: an undo.
  case whole
}

extension DealChange {
  /// The part of the deal that this change is about.
  public var facet: DealFacet {
    switch self {
    case .created, .enteredStage, .moved, .transferred, .won, .lost, .reopened, .deleted: .position
    case .retitled: .title
    case .valued: .value
    case .probabilitySet: .probability
    case .expectedCloseSet: .expectedClose
    case .ownerSet: .owner
    case .organizationSet: .organization
    case .contactSet: .contact
    case .labelled: .labels
    case .categorySet: .category
    case .snoozed: .snooze
    case .longNotesSet: .longNotes
    case .noted, .activityLogged, .updatedAtSource, .stepPlanned: .timeline
    case .stepDone(let number, _), .stepDropped(let number): .step(number)
    case .undone: .whole
    }
  }
}
