/// One deal's events, and the deals they make.
public struct DealHistory: Sendable {
  /// The events in the order of the log; the first is the creation.
  public let events: [DealEvent]

  /// A history of events in the order of the log, all of one deal.
  public init(events: [DealEvent]) {
    self.events = events
  }

  /// The events that count as of a day: those dated on or before it, without the ones that were
  /// taken back by then and without what took them back.
  ///
  /// Redo is the undo of an undo (NUMBERS.md, "Ground rules"). In the order of the log.
  public func standing(asOf day: Day = .last) -> [DealEvent] {
    standing(upTo: .end(of: day))
  }

  /// The events that count up to a place in the log, in the order of the log.
  public func standing(upTo point: LogPoint) -> [DealEvent] {
    let known = events.filter(point.covers)
    var takenBack: Set<EventID> = []
    for event in known.reversed() where !takenBack.contains(event.id) {
      if case .undone(let target) = event.change { takenBack.insert(target) }
    }
    return known.filter { event in
      if case .undone = event.change { return false }
      return !takenBack.contains(event.id)
    }
  }

  /// The deal as known at the end of a day; `nil` where it did not exist yet or its creation was
  /// taken back.
  ///
  /// Its revision and last event day are those of all events known by then, counted or not, so that
  /// they only ever grow.
  public func deal(asOf day: Day = .last) -> Deal? {
    deal(upTo: .end(of: day))
  }

  /// The deal as known at a place in the log; `nil` where it did not exist yet or its creation was
  /// taken back.
  public func deal(upTo point: LogPoint) -> Deal? {
    let standing = standing(upTo: point)
    guard let first = standing.first, case .created(let draft) = first.change else { return nil }
    var deal = Deal(id: first.deal, draft: draft, on: first.day)
    for event in standing.dropFirst() { deal.apply(event.change, on: event.day) }
    let known = events.filter(point.covers)
    deal.revision = Int32(known.count)
    deal.lastEventDay = known.map(\.day).max() ?? deal.lastEventDay
    return deal
  }

  /// The deal as it was created, marked as never having been: what the store keeps of a deal whose
  /// creation was undone.
  ///
  /// `nil` where there is no creation.
  public func tombstone() -> Deal? {
    guard let first = events.first, case .created(let draft) = first.change else { return nil }
    var deal = Deal(id: first.deal, draft: draft, on: first.day)
    deal.presence = .neverWas
    deal.clockStarted = nil
    deal.revision = Int32(events.count)
    deal.lastEventDay = events.map(\.day).max() ?? first.day
    return deal
  }
}
