extension Deal {
  /// Says whether a change may be made on a day, without making it.
  ///
  /// Checks run in the order deletion, date, the change's own rule. Whether a stage belongs to the
  /// deal's pipeline is the caller's to check: a deal does not know its pipeline's stages.
  /// Throws the first rule that is broken.
  public func check(_ change: DealChange, on day: Day) throws(DealRuleViolation) {
    if isDeleted { throw .dealDeleted }
    if day < lastEventDay { throw .outOfOrder(after: lastEventDay) }
    switch change {
    case .moved(let target):
      guard status.isOpen else { throw .dealClosed }
      if target == stage { throw .sameStage }
    case .transferred:
      guard status.isOpen else { throw .dealClosed }
    case .won, .lost:
      guard status.isOpen else { throw .alreadyClosed }
    case .reopened:
      if status.isOpen { throw .notClosed }
    case .valued(let amount, _):
      if let amount, amount < 0 { throw .negativeValue }
    case .retitled(let title):
      if title.allSatisfy(\.isWhitespace) { throw .emptyTitle }
    case .stepDone(let number, _), .stepDropped(let number):
      guard steps.contains(where: { $0.number == number }) else { throw .unknownStep }
    case .created, .enteredStage, .probabilitySet, .expectedCloseSet, .ownerSet, .organizationSet,
      .contactSet, .labelled, .categorySet, .deleted, .noted, .longNotesSet, .activityLogged,
      .stepPlanned,
      .updatedAtSource, .snoozed, .undone:
      break
    }
  }

  /// Says whether somebody may ask for a change by what needs attention: only an open deal does, so
  /// only one is put aside until a day.
  ///
  /// No rule of the log, in which older programs left such changes. Throws `.dealClosed`.
  public func checkAttention(_ change: DealChange) throws(DealRuleViolation) {
    if case .snoozed(until: .some, _, _) = change, !status.isOpen { throw .dealClosed }
  }

  /// Makes a change that happened on a day, and counts one revision more.
  ///
  /// The change must have passed `check(_:on:)`. An `.undone` only counts the revision here: what it
  /// leaves is found by folding the other events (`DealHistory`).
  public mutating func apply(_ change: DealChange, on day: Day) {
    revision += 1
    lastEventDay = max(lastEventDay, day)
    if change.touches { lastTouched = max(lastTouched, day) }
    switch change {
    case .created, .noted, .longNotesSet, .activityLogged, .updatedAtSource, .undone: break
    case .enteredStage: begin(stage, on: day)
    case .moved(let target):
      stopClock(on: day)
      begin(target, on: day)
    case .transferred(let pipeline, let target):
      stopClock(on: day)
      self.pipeline = pipeline
      begin(target, on: day)
    case .retitled(let title): self.title = title
    case .valued(let amount, let currency):
      minorUnits = amount
      self.currency = currency
    case .probabilitySet(let probability): self.probability = probability
    case .expectedCloseSet(let day): expectedClose = day
    case .ownerSet(let owner): self.owner = owner
    case .organizationSet(let organization): self.organization = organization
    case .contactSet(let contact): self.contact = contact
    case .labelled(let labels): self.labels = labels
    case .categorySet(let category): self.category = category
    case .won:
      stopClock(on: day)
      status = .won(day)
    case .lost(let reason):
      stopClock(on: day)
      status = .lost(day, reason: reason)
    case .reopened:
      status = .open
      if !visits.isEmpty { clockStarted = day }
    case .deleted:
      stopClock(on: day)
      presence = .deleted
    case .snoozed(let day, _, _): snoozedUntil = day
    case .stepPlanned(let step): plan(step)
    case .stepDone(let number, _), .stepDropped(let number):
      steps.removeAll { $0.number == number }
    }
  }

  /// The change that gives back what `change` will take away; `nil` where it takes nothing away.
  ///
  /// The log keeps it as the "before" of the event.
  public func inverse(of change: DealChange) -> DealChange? {
    switch change {
    case .created, .enteredStage, .deleted, .noted, .longNotesSet, .activityLogged,
      .updatedAtSource, .undone:
      nil
    case .moved: .moved(to: stage)
    case .transferred: .transferred(to: pipeline, stage: stage)
    case .retitled: .retitled(title)
    case .valued: .valued(minorUnits, currency)
    case .probabilitySet: .probabilitySet(probability)
    case .expectedCloseSet: .expectedCloseSet(expectedClose)
    case .ownerSet: .ownerSet(owner)
    case .organizationSet: .organizationSet(organization)
    case .contactSet: .contactSet(contact)
    case .labelled: .labelled(labels)
    case .categorySet: .categorySet(category)
    case .snoozed: .snoozed(until: snoozedUntil, reason: nil)
    case .won, .lost: .reopened
    case .reopened:
      switch status {
      case .open: nil
      case .won: .won
      case .lost(_, let reason): .lost(reason: reason)
      }
    case .stepPlanned(let step): .stepDropped(step.number)
    case .stepDone(let number, _), .stepDropped(let number):
      steps.first { $0.number == number }.map { .stepPlanned($0) }
    }
  }

  private mutating func stopClock(on day: Day) {
    if let started = clockStarted, let last = visits.indices.last {
      visits[last].days += Int32(day - started)
    }
    clockStarted = nil
  }

  private mutating func begin(_ stage: Identifier<Stage>, on day: Day) {
    self.stage = stage
    visits.append(StageVisit(stage: stage, entered: day))
    clockStarted = status.isOpen ? day : nil
  }

  private mutating func plan(_ step: PlannedStep) {
    stepsPlanned = max(stepsPlanned, step.number)
    let place = steps.firstIndex { step.isDue(before: $0) } ?? steps.endIndex
    steps.insert(step, at: place)
  }
}

extension DealChange {
  /// Whether the change stops the idle clock.
  ///
  /// A change of owner or label, planning and keeping do not (NUMBERS.md, "Time").
  var touches: Bool {
    switch self {
    case .created, .enteredStage, .moved, .transferred, .valued, .probabilitySet, .expectedCloseSet,
      .won, .lost,
      .reopened, .noted, .longNotesSet, .activityLogged, .stepDone, .updatedAtSource:
      true
    case .retitled, .ownerSet, .organizationSet, .contactSet, .labelled, .categorySet, .deleted,
      .stepPlanned, .stepDropped, .snoozed, .undone:
      false
    }
  }
}
