import Pipeline

extension DealHistory {
  /// The part of the deal that an event is about: an undo is about what it takes back.
  func facet(of event: DealEvent) -> DealFacet {
    root(of: event).change.clashFacet
  }

  /// What an undo, or an undo of an undo, takes back or gives back in the end; any other event
  /// itself.
  func root(of event: DealEvent) -> DealEvent {
    var root = event
    while case .undone(let target) = root.change,
      let earlier = events.first(where: { $0.id == target && $0.revision < root.revision })
    {
      root = earlier
    }
    return root
  }
}

extension DealChange {
  /// The part of the deal that two changes must share to clash.
  ///
  /// A creation is about everything, and a planned step about that step: without either, what came
  /// later would hang in the air.
  var clashFacet: DealFacet {
    switch self {
    case .created: .whole
    case .stepPlanned(let step): .step(step.number)
    case .enteredStage, .moved, .transferred, .retitled, .valued, .probabilitySet,
      .expectedCloseSet, .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .won,
      .lost, .reopened, .deleted, .noted, .longNotesSet, .activityLogged, .stepDone, .stepDropped,
      .updatedAtSource, .snoozed, .undone:
      facet
    }
  }
}

extension DealFacet {
  /// Whether changes of these two parts clash; what only adds to the timeline clashes with nothing
  /// but the whole.
  func clashes(with other: DealFacet) -> Bool {
    if self == .whole || other == .whole { return true }
    return self == other && self != .timeline
  }
}

extension Deal {
  /// Whether the deal is already what a change would make it.
  func isAlready(_ change: DealChange) -> Bool {
    switch change {
    case .moved(let target): status.isOpen && stage == target && !isDeleted
    case .transferred(let target, let place):
      status.isOpen && pipeline == target && stage == place && !isDeleted
    case .retitled(let title): self.title == title
    case .valued(let amount, let currency): minorUnits == amount && self.currency == currency
    case .probabilitySet(let probability): self.probability == probability
    case .expectedCloseSet(let day): expectedClose == day
    case .ownerSet(let owner): self.owner == owner
    case .organizationSet(let organization): self.organization == organization
    case .contactSet(let contact): self.contact == contact
    case .labelled(let labels): self.labels == labels
    case .categorySet(let category): self.category == category
    // A word why is not kept with the deal, so that another one is not known to be the same.
    case .snoozed(let day, let reason, _): snoozedUntil == day && reason == nil
    case .won: status.isWon
    case .lost(let reason): status.isLost && status.lostReason == reason
    case .reopened: status.isOpen
    case .deleted: isDeleted
    case .stepDone(let number, _), .stepDropped(let number):
      number <= stepsPlanned && !steps.contains { $0.number == number }
    case .created, .enteredStage, .noted, .longNotesSet, .activityLogged, .stepPlanned,
      .updatedAtSource, .undone:
      false
    }
  }

  /// Whether a change of a field would leave it as it is; such a change is not worth an event.
  func isUnmoved(by change: DealChange) -> Bool {
    switch change.facet {
    case .title, .value, .probability, .expectedClose, .owner, .organization, .contact, .labels,
      .category, .snooze:
      isAlready(change)
    case .position, .step, .timeline, .longNotes, .whole: false
    }
  }
}
