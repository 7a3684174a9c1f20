import Pipeline

/// The events of the deal that is open, as the store handed them over.
struct LoadedHistory: Sendable {
  let deal: Identifier<Deal>
  /// Oldest first.
  var events: [DealEvent]
}

/// One line of a timeline.
struct TimelineEntry {
  private let event: DealEvent
  /// Whether it was taken back later.
  let isTakenBack: Bool
  /// The event that it is about: what was undone, or the planning of a step that was dropped.
  private let subject: DealEvent?
  /// Whether what was undone is an undo itself.
  private let isRedo: Bool

  init(_ event: DealEvent, isTakenBack: Bool, in history: [EventID: DealEvent]) {
    self.event = event
    self.isTakenBack = isTakenBack
    var subject: DealEvent?
    var undos = 0
    var current = event
    while case .undone(let id) = current.change, let earlier = history[id] {
      (subject, current) = (earlier, earlier)
      undos += 1
    }
    if case .stepDropped(let number) = event.change {
      subject = history.values.first {
        if case .stepPlanned(let step) = $0.change { step.number == number } else { false }
      }
    }
    self.subject = subject
    isRedo = undos.isMultiple(of: 2)
  }

  var day: Day { event.day }
  var actor: String { event.actor }

  /// What happened, with the value before where it was replaced; of a day after today, that it is
  /// not counted yet.
  func timelineText(in workspace: Workspace) -> String {
    let what = text(in: workspace)
    let said = isTakenBack ? phrase("(taken back) \(what)") : what
    return day > workspace.today ? phrase("(ahead, not counted yet) \(said)") : said
  }
}

extension TimelineEntry {
  private func text(in workspace: Workspace) -> String {
    switch (event.change, subject) {
    case (.undone, let subject?):
      let what = subject.change.timelineText(before: subject.before, in: workspace)
      return isRedo ? phrase("made again: \(what)") : phrase("took back: \(what)")
    case (.stepDropped, .some(let planned)):
      guard case .stepPlanned(let step) = planned.change else { break }
      let what = "\(phrase(named: step.activity.kind)) \(step.activity.text)".trimmed
      return phrase("dropped \(what), planned for \(step.due)")
    default: break
    }
    return event.change.timelineText(before: event.before, in: workspace)
  }
}

extension BoardState {
  /// The long notes of a deal as of the day that is shown; `nil` where there are none, or they are
  /// not read yet.
  func longNotes(of deal: Identifier<Deal>) -> String? {
    guard let history, history.deal == deal else { return nil }
    return DealHistory(events: history.events).longNotes(asOf: asOf ?? .last)
  }

  /// The timeline of a deal, newest first; empty while it is not read yet.
  func timeline(of deal: Identifier<Deal>) -> [TimelineEntry] {
    guard let history, history.deal == deal else { return [] }
    let standing = Set(DealHistory(events: history.events).standing().map(\.id))
    let byID = Dictionary(history.events.map { ($0.id, $0) }) { first, _ in first }
    let known = history.events.filter { asOf == nil || $0.day <= workspace.today }
    return known.reversed().map { event in
      let isUndo = if case .undone = event.change { true } else { false }
      return TimelineEntry(
        event,
        isTakenBack: !isUndo && !standing.contains(event.id),
        in: byID
      )
    }
  }
}

extension DealChange {
  /// What a timeline says of the change; `before` is what it replaced.
  func timelineText(before: DealChange?, in workspace: Workspace) -> String {
    func stage(_ id: Identifier<Stage>) -> String {
      workspace.stage(id)?.name ?? phrase("stage \(id)")
    }
    func replaced(_ label: String, _ after: String?) -> String {
      let old = before.flatMap { $0.plainValue(in: workspace) }
      return "\(label) \(old ?? phrase("none")) → \(after ?? phrase("none"))"
    }
    switch self {
    case .created(let draft):
      return phrase("created in \(stage(draft.stage))")
        + (draft.minorUnits.map {
          phrase(" at \(MoneyText.full(Money(minorUnits: $0, currency: draft.currency)))")
        }
          ?? "")
    case .enteredStage: return phrase("entered its stage")
    case .moved, .transferred, .retitled, .valued, .probabilitySet, .expectedCloseSet, .ownerSet,
      .organizationSet, .contactSet, .labelled, .categorySet:
      return replaced(fieldName ?? "", plainValue(in: workspace))
    case .won: return phrase("won")
    case .lost(let reason): return phrase("lost") + (reason.map { ": \($0)" } ?? "")
    case .reopened: return phrase("reopened")
    case .deleted: return phrase("deleted")
    case .noted(let text): return phrase("note \"\(text)\"")
    case .longNotesSet(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return phrase("notes, \(FigureText.count(lines.count, "line")): \(lines.first ?? "")")
    case .activityLogged(let activity):
      return "\(phrase(named: activity.kind)) \(activity.text)"
    case .stepPlanned(let step):
      let what = step.activity.words(ofKind: phrase(named: step.activity.kind))
      return phrase("planned for \(step.due): \(what)")
    case .stepDone(_, let activity):
      return phrase("done: \(activity.words(ofKind: phrase(named: activity.kind)))")
    case .stepDropped:
      guard case .stepPlanned(let step)? = before else { return phrase("dropped a planned step") }
      let what = step.activity.words(ofKind: phrase(named: step.activity.kind))
      return phrase("dropped: \(what)")
    case .snoozed(let day, let reason, let isKept):
      guard let day else { return phrase("taken up again") }
      guard isKept else {
        return phrase("put aside until \(day)") + (reason.map { ": \($0)" } ?? "")
      }
      return phrase("kept until \(day)") + (reason.map { ": \($0)" } ?? "")
    case .updatedAtSource: return phrase("updated where it was imported from")
    case .undone: return phrase("undo")
    }
  }

  /// The field that the change sets, with its new value; `nil` for what sets none.
  func fieldText(in workspace: Workspace) -> String? {
    fieldName.map { "\($0) \(plainValue(in: workspace) ?? phrase("none"))" }
  }

  /// The field that the change sets, in words; `nil` for what sets none.
  private var fieldName: String? {
    switch self {
    case .moved, .transferred: phrase("stage")
    case .retitled: phrase("title")
    case .valued: phrase("value")
    case .probabilitySet: phrase("probability")
    case .expectedCloseSet: phrase("expected close")
    case .ownerSet: phrase("owner")
    case .organizationSet: phrase("organization")
    case .contactSet: phrase("person")
    case .labelled: phrase("labels")
    case .categorySet: phrase("forecast")
    case .created, .enteredStage, .won, .lost, .reopened, .deleted, .noted, .longNotesSet,
      .activityLogged, .stepPlanned, .stepDone, .stepDropped, .snoozed, .updatedAtSource, .undone:
      nil
    }
  }

  /// The value that the change sets, as text; `nil` for none and for what sets none.
  private func plainValue(in workspace: Workspace) -> String? {
    switch self {
    case .moved(let stage), .transferred(_, let stage): workspace.stage(stage)?.name
    case .retitled(let title): title
    case .valued(let amount, let currency):
      amount.map { MoneyText.full(Money(minorUnits: $0, currency: currency)) }
    case .probabilitySet(let probability): probability.map { "\($0.percent) %" }
    case .expectedCloseSet(let day): day.map(DayText.full)
    case .ownerSet(let person): person.flatMap { workspace.person($0)?.name }
    case .organizationSet(let name), .contactSet(let name): name
    case .labelled(let labels): labels.isEmpty ? nil : labels.joined(separator: ", ")
    case .categorySet(let category): category.rawValue
    case .created, .enteredStage, .won, .lost, .reopened, .deleted, .noted, .longNotesSet,
      .activityLogged,
      .stepPlanned, .stepDone, .stepDropped, .snoozed, .updatedAtSource, .undone:
      nil
    }
  }
}
