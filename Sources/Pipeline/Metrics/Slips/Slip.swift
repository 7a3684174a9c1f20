/// One time that the expected close of an open deal slipped: it was moved to a later month, or it
/// passed (NUMBERS.md, "Looking ahead").
///
/// Each expected close slips at most once: one that passed and was moved on afterwards is one slip.
public struct Slip: Hashable, Sendable {
  /// The expected close that was not kept.
  public let from: Day
  /// The expected close that took its place; `nil` where none did: it was cleared, the deal was
  /// closed, or it is overdue.
  public let to: Day?
  /// The day on which it was moved or the deal was closed, else the as-of day.
  public let day: Day
  /// By how many days: to the new expected close where that is later, else to `day`; above 0.
  public let days: Int
}

extension DealHistory {
  /// How often the deal's expected close slipped up to the end of a day, in their order.
  ///
  /// An expected close that is changed while the deal is closed does not slip. It passes on the day
  /// after it, unless the deal is closed by then.
  public func slips(asOf day: Day = .last) -> [Slip] {
    var walk = SlipWalk()
    for event in standing(asOf: day) { walk.take(event) }
    return walk.slips(asOf: day)
  }

  /// The same up to each of some days, which stand in rising order: in one walk over the events where
  /// nothing was ever taken back.
  func slips(asOf days: [Day]) -> [[Slip]] {
    guard !hasUndo else { return days.map { slips(asOf: $0) } }
    var walk = SlipWalk()
    var next = 0
    return days.map { day in
      while next < events.count, events[next].day <= day {
        walk.take(events[next])
        next += 1
      }
      return walk.slips(asOf: day)
    }
  }
}

/// Follows the expected closes of one deal.
private struct SlipWalk {
  private var slips: [Slip] = []
  private var isOpen = true
  /// The day since which the deal is open with the present expected close.
  private var since = Day.first
  private var close: Day?
  /// The place of the present expected close's slip, where it has one.
  private var place: Int?

  mutating func take(_ event: DealEvent) {
    switch event.change {
    case .created(let draft):
      since = event.day
      close = draft.expectedClose
    case .expectedCloseSet(let new): replace(with: new, on: event.day)
    case .won, .lost, .deleted:
      pass(on: event.day)
      isOpen = false
    case .reopened:
      isOpen = true
      since = event.day
    case .enteredStage, .moved, .transferred, .retitled, .valued, .probabilitySet, .ownerSet,
      .organizationSet, .contactSet, .labelled, .categorySet, .noted, .longNotesSet,
      .activityLogged,
      .stepPlanned, .stepDone, .stepDropped, .snoozed, .updatedAtSource, .undone:
      break
    }
  }

  func slips(asOf day: Day) -> [Slip] {
    var end = self
    end.pass(on: day)
    return end.slips
  }

  private mutating func replace(with new: Day?, on day: Day) {
    if let close, isOpen {
      let isLater = new.map { $0.startOfMonth > close.startOfMonth } ?? false
      if isLater || hasPassed(close, on: day) {
        let days = max(new.map { $0 - close } ?? 0, 0)
        note(Slip(from: close, to: new, day: day, days: days > 0 ? days : day - close))
      }
    }
    close = new
    place = nil
    since = day
  }

  private mutating func pass(on day: Day) {
    guard let close, isOpen, hasPassed(close, on: day) else { return }
    note(Slip(from: close, to: nil, day: day, days: day - close))
  }

  private func hasPassed(_ close: Day, on day: Day) -> Bool {
    max(close, since) < day
  }

  /// A deal that is closed and reopened with the same overdue date has slipped once.
  private mutating func note(_ slip: Slip) {
    if let place {
      slips[place] = slip
    } else {
      place = slips.count
      slips.append(slip)
    }
  }
}
