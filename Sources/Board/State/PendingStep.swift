import Pipeline

/// What was sent to the store and is not answered yet: a step, shown as done and marked as unsaved, or
/// something else that is to be kept.
struct PendingStep: Sendable {
  /// What was asked for.
  enum Kind: Sendable {
    /// Changes of known deals, shown at once.
    case changes(StepRequest)
    /// The same while they are still being put together: those that are shown so far.
    case building([ChangeRequest])
    /// A new deal, of which only the store knows the number.
    case newDeal(StepRequest)
    /// A step that is taken back or made again; what that does to which deals only the store knows.
    case reversal(of: ChangeStep, isRedo: Bool, StepReversal)
    /// Something beside deals.
    case record(RecordRequest)
  }

  var ticket: Ticket
  var kind: Kind
  /// The deals as they were before it, in the order they were changed.
  var before: [Deal]
  /// Where in `before` a deal stands, so that what becomes of one deal costs nothing for the others.
  private(set) var places: [Identifier<Deal>: [Int]] = [:]
  /// Whether the focus goes to the deal that it makes.
  var focusesNewDeal = false
  /// The marks that it took away.
  var unmarked: UnmarkedDeals?
  /// The file in which the long notes were written that it saves.
  var notesPath: String?
  /// What is said once it is saved; `nil` where it was said when it was sent.
  var saidWhenSaved: Message?

  init(
    ticket: Ticket,
    kind: Kind,
    before: [Deal],
    focusesNewDeal: Bool = false
  ) {
    self.ticket = ticket
    self.kind = kind
    self.before = before
    self.focusesNewDeal = focusesNewDeal
    for (place, deal) in before.enumerated() { places[deal.id, default: []].append(place) }
  }

  /// Notes the marks that a bit of it took away.
  mutating func unmark(_ deals: UnmarkedDeals) {
    let before = unmarked?.taken ?? []
    unmarked = UnmarkedDeals(taken: before.union(deals.taken), left: deals.left)
  }

  /// Whether a deal that it changes may stand in a stage of a workspace; `nil`: in none that is open.
  ///
  /// Of a step over many deals that is not asked of each.
  func mayTouch(_ stage: Identifier<Stage>?, of workspace: borrowing Workspace) -> Bool {
    guard let stage, places.count <= 8 else { return true }
    for id in places.keys where workspace[id]?.stage == stage { return true }
    return false
  }

  /// Whether keys have to wait for its answer, because what they are about depends on it.
  ///
  /// One looks around while many changes are taken back; what would change a deal is refused.
  var holdsKeys: Bool {
    switch kind {
    case .changes, .building, .record: false
    case .newDeal: true
    case .reversal: longReversal == nil
    }
  }

  /// The step that is taken back or made again, where that takes long.
  var longReversal: ChangeStep? {
    guard case .reversal(let step, _, _) = kind, step.eventCount > StepBuilding.dealsAtOnce else {
      return nil
    }
    return step
  }

  /// The changes of known deals, in the order of `before`.
  var changes: [ChangeRequest] {
    switch kind {
    case .changes(let request): request.changes
    case .building(let changes): changes
    case .newDeal, .reversal, .record: []
    }
  }

  /// Adds changes to those that are being put together, with the deals as they were before them.
  mutating func add(_ more: [ChangeRequest], before deals: [Deal]) {
    guard case .building(var changes) = kind else { return }
    // A second hand on the changes would have them copied with each bit.
    kind = .building([])
    changes += more
    kind = .building(changes)
    for (place, deal) in zip(before.count..., deals) { places[deal.id, default: []].append(place) }
    before += deals
  }

  /// Whether it is offered again where it could not be saved; not what something later takes the
  /// place of.
  var isOfferedAgain: Bool {
    switch kind {
    case .changes, .building, .newDeal, .reversal: true
    case .record(let request): request.isOfferedAgain
    }
  }
}
