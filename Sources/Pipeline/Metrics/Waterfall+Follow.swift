extension Waterfall {
  /// Counts one deal's part; each is handed in once, in any order.
  public mutating func count(_ history: DealHistory) {
    let opening = history.deal(upTo: start)
    let end = history.deal(asOf: last)
    if let opening, isCounted(opening) {
      byCurrency.update(opening.currency, from: Flow()) { $0.start.add(opening.minorUnits) }
    }
    if let end { countEnd(end) }
    var before = opening
    for (event, after) in states(of: history) {
      count(event, before: before, after: after)
      before = after
    }
  }

  /// Counts a deal that has no event after the start: what it is now it was then.
  public mutating func count(unchanged deal: Deal) {
    if isCounted(deal) {
      byCurrency.update(deal.currency, from: Flow()) { $0.start.add(deal.minorUnits) }
    }
    countEnd(deal)
  }

  /// A currency of which nothing is open and nothing moved is shown with its zeros.
  private mutating func countEnd(_ deal: Deal) {
    guard deal.pipeline == pipeline, !deal.isDeleted else { return }
    byCurrency.update(deal.currency, from: Flow()) {
      if deal.status.isOpen { $0.end.add(deal.minorUnits) }
    }
  }

  private func isCounted(_ deal: Deal) -> Bool {
    deal.status.isOpen && !deal.isDeleted && deal.pipeline == pipeline
  }

  /// The events between start and end that stand at the end, with the deal after each.
  ///
  /// An undo stands where what it takes back was there at the start; where both lie in between,
  /// neither is here.
  private func states(of history: DealHistory) -> [(event: DealEvent, deal: Deal?)] {
    let known = history.events.filter { $0.day <= last }
    guard known.contains(where: { !start.covers($0) }) else { return [] }
    var standing = Set(history.standing(upTo: start).map(\.id))
    let atEnd = Set(history.standing(asOf: last).map(\.id))
    var states: [(event: DealEvent, deal: Deal?)] = []
    for event in known where !start.covers(event) {
      if case .undone = event.change {
        guard let target = history.changeTaken(by: event) else { continue }
        // Only what was there at the start, or is there again at the end, changes a bar.
        guard start.covers(target), standing.contains(target.id) != atEnd.contains(target.id) else {
          continue
        }
        standing.formSymmetricDifference([target.id])
      } else {
        guard atEnd.contains(event.id) else { continue }
        standing.insert(event.id)
      }
      let counted = known.filter { standing.contains($0.id) }
      states.append((event, DealHistory(events: counted).deal()))
    }
    return states
  }

  private mutating func count(_ event: DealEvent, before: Deal?, after: Deal?) {
    let wasOpen = before.map(isCounted) == true ? before : nil
    let isOpen = after.map(isCounted) == true ? after : nil
    switch (wasOpen, isOpen) {
    case (nil, nil): break
    case (nil, let now?):
      let cause: Cause =
        before.map { !$0.status.isOpen && !$0.isDeleted } == true ? .reopened : .created
      add(cause, event, now.currency, now.minorUnits ?? 0, transfer: elsewhere(before))
    case (let was?, nil):
      let cause: Cause
      if let after, !after.isDeleted, after.pipeline == pipeline {
        cause = after.status.isWon ? .won : .lost
      } else {
        cause = .deleted
      }
      add(cause, event, was.currency, was.minorUnits ?? 0, transfer: elsewhere(after))
    case (let was?, let now?):
      let (old, new) = (was.minorUnits ?? 0, now.minorUnits ?? 0)
      if was.currency != now.currency {
        add(.deleted, event, was.currency, old, transfer: .currency(now.currency))
        add(.created, event, now.currency, new, transfer: .currency(was.currency))
      } else if new > old {
        add(.increases, event, now.currency, new - old)
      } else if new < old {
        add(.decreases, event, now.currency, old - new)
      }
    }
  }

  private func elsewhere(_ deal: Deal?) -> Transfer? {
    deal.flatMap { $0.pipeline != pipeline && !$0.isDeleted ? .pipeline($0.pipeline) : nil }
  }

  private mutating func add(
    _ cause: Cause,
    _ event: DealEvent,
    _ currency: Currency,
    _ minorUnits: Int64,
    transfer: Transfer? = nil
  ) {
    let entry = Entry(
      cause: cause,
      deal: event.deal,
      day: event.day,
      currency: currency,
      minorUnits: minorUnits,
      transfer: transfer
    )
    byCurrency.update(currency, from: Flow()) { $0.add(entry) }
    entries.append(entry)
  }
}

extension DealHistory {
  /// The change that an undo takes back or, where it takes back an undo, gives back again.
  fileprivate func changeTaken(by undo: DealEvent) -> DealEvent? {
    var current = undo
    // Each undo names an earlier event, so this ends.
    while case .undone(let id) = current.change {
      guard let target = events.first(where: { $0.id == id }), target.sequence < current.sequence
      else { return nil }
      current = target
    }
    return current
  }
}
