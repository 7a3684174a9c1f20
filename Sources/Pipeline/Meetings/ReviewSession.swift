/// A review that is going on: which deals it takes, which of them are decided, and where it is.
///
/// What is decided it learns from the log alone, so that an undo undecides and what a colleague
/// decides meanwhile counts as well.
public struct ReviewSession: Hashable, Sendable {
  /// The deals in the order in which they are taken; each once.
  public private(set) var deals: [Identifier<Deal>]
  /// The deal it is at, from 0; as many as there are deals once it is through.
  public private(set) var place = 0
  /// What of it is kept when it is broken off.
  public private(set) var draft: ReviewDraft

  /// The decisions by the event that made them.
  private var decisions: [EventID: Decision] = [:]
  /// The decision that an undo took back, or that a redo made again, by the event that did.
  private var undos: [EventID: EventID] = [:]
  /// How many decisions stand, by deal; the queue's deals without one have 0.
  private var standing: [Identifier<Deal>: Int]
  /// The deals about which something is decided that the log does not have yet.
  private var expected: Set<Identifier<Deal>> = []

  private struct Decision: Hashable, Sendable {
    let deal: Identifier<Deal>
    var stands = true
  }

  /// A review over a queue.
  ///
  /// `past` are the events of its deals since it began, oldest first: none for a new one. Those that
  /// the draft names count as decided, and their deals come first, so that one broken off goes on
  /// with the first that is neither decided nor passed over.
  public init(_ queue: ReviewQueue, draft: ReviewDraft, past: [DealEvent] = []) {
    let known = Set(draft.decided)
    let decided = past.filter { known.contains($0.id) }.map(\.deal)
    var standing: [Identifier<Deal>: Int] = [:]
    deals = (decided + queue.entries.map(\.deal.id)).filter {
      standing.updateValue(0, forKey: $0) == nil
    }
    self.standing = standing
    self.draft = draft
    self.draft.decided = []
    for event in past where event.change.isUndo || known.contains(event.id) { take(event) }
    goToFirstOpen(from: 0)
  }

  /// The deal it is at; `nil` once it is through.
  public var deal: Identifier<Deal>? { deals.indices.contains(place) ? deals[place] : nil }

  /// Whether it is past the last deal.
  public var isThrough: Bool { place >= deals.count }

  /// About how many deals something was decided that stands.
  public var decidedCount: Int { standing.count { $0.value > 0 } }

  /// How many deals were passed over and not decided since.
  public var skippedCount: Int { draft.skipped.count }

  /// Whether something was decided about a deal that stands.
  public func isDecided(_ deal: Identifier<Deal>) -> Bool { standing[deal] ?? 0 > 0 }

  /// Whether nothing is to be asked about a deal: it was decided about, or is about to be.
  public func isDone(_ deal: Identifier<Deal>) -> Bool {
    isDecided(deal) || expected.contains(deal)
  }

  /// Takes a decision for made that is on its way to the log.
  public mutating func expectDecision(about deal: Identifier<Deal>) {
    if standing[deal] != nil { expected.insert(deal) }
  }

  /// Gives up the decisions that are on their way no longer.
  public mutating func keepExpected(_ isOnItsWay: (Identifier<Deal>) -> Bool) {
    if !expected.isEmpty { expected = expected.filter(isOnItsWay) }
  }

  /// Whether a deal was passed over.
  public func isSkipped(_ deal: Identifier<Deal>) -> Bool { draft.skipped.contains(deal) }

  /// Takes in an event of the log, which may decide about one of its deals or take a decision back.
  ///
  /// Returns whether it changed anything here.
  @discardableResult
  public mutating func take(_ event: DealEvent) -> Bool {
    guard !draft.began.covers(event) else { return false }
    if case .undone(let target) = event.change {
      // Each event is taken back once, so every undo in a chain turns the decision round.
      let root = undos[target] ?? target
      guard let decision = decisions[root], undos[event.id] == nil else { return false }
      undos[event.id] = root
      decisions[root]?.stands.toggle()
      standing[decision.deal, default: 0] += decision.stands ? -1 : 1
    } else {
      guard standing[event.deal] != nil, event.change.decides, decisions[event.id] == nil else {
        return false
      }
      decisions[event.id] = Decision(deal: event.deal)
      standing[event.deal, default: 0] += 1
      draft.decided.append(event.id)
      draft.skipped.removeAll { $0 == event.deal }
    }
    return true
  }

  /// Goes so many deals on, or back where negative; one past the last is the end.
  public mutating func move(by step: Int) {
    place = max(0, min(deals.count, place + step))
  }

  /// Goes to a deal of the queue; `false` where it is none of it.
  @discardableResult
  public mutating func go(to deal: Identifier<Deal>) -> Bool {
    guard let index = deals.firstIndex(of: deal) else { return false }
    place = index
    return true
  }

  /// Passes the present deal over and goes on.
  public mutating func skip() {
    guard let deal else { return }
    if !isDecided(deal), !isSkipped(deal) { draft.skipped.append(deal) }
    goOn()
  }

  /// Goes on to the next deal that is neither decided nor passed over: after this one, else before
  /// it, else to the end.
  public mutating func goOn() {
    goToFirstOpen(from: place + 1)
  }

  private mutating func goToFirstOpen(from start: Int) {
    let skipped = Set(draft.skipped)
    func isOpen(_ index: Int) -> Bool {
      !isDone(deals[index]) && !skipped.contains(deals[index])
    }
    let start = min(start, deals.count)
    place =
      (start..<deals.count).first(where: isOpen) ?? (0..<start).first(where: isOpen) ?? deals.count
  }
}

extension DealChange {
  /// Whether it says what is to become of a deal, and not only more about it.
  public var decides: Bool {
    switch self {
    case .moved, .transferred, .valued, .probabilitySet, .expectedCloseSet, .ownerSet, .categorySet,
      .won, .lost, .reopened, .deleted, .stepPlanned, .stepDone, .stepDropped, .snoozed:
      true
    case .created, .enteredStage, .retitled, .organizationSet, .contactSet, .labelled, .noted,
      .longNotesSet,
      .activityLogged, .updatedAtSource, .undone:
      false
    }
  }

  fileprivate var isUndo: Bool {
    if case .undone = self { true } else { false }
  }
}
