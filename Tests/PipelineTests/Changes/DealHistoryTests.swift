import Pipeline
import Testing

@Suite struct DealHistoryTests {
  /// A history of changes, each with its day; event n has id n, from 1.
  private func history(_ changes: (Day, DealChange)...) -> DealHistory {
    var events: [DealEvent] = []
    for (place, (day, change)) in changes.enumerated() {
      events.append(
        DealEvent(
          sequence: Int64(place + 1),
          id: Self.event(place + 1),
          step: numbered(Int64(place + 1)),
          actor: "Ana",
          deal: numbered(1),
          revision: Int32(place + 1),
          recordedAt: Instant(milliseconds: 0),
          day: day,
          change: change
        )
      )
    }
    return DealHistory(events: events)
  }

  private static func event(_ number: Int) -> EventID {
    EventID(high: 0, low: UInt64(number))
  }

  private static let creation = DealChange.created(
    DealDraft(
      title: "Acme",
      pipeline: numbered(1),
      stage: numbered(1),
      currency: .euro,
      minorUnits: 100
    )
  )

  @Test func `the long notes are the last that were written and not taken back`() {
    let history = history(
      (day(1, 1), Self.creation),
      (day(1, 2), .longNotesSet("first")),
      (day(1, 3), .longNotesSet("second")),
      (day(1, 4), .noted("a line of the timeline")),
      (day(1, 5), .undone(Self.event(3)))
    )

    #expect(history.longNotes() == "first")
    #expect(history.longNotes(asOf: day(1, 4)) == "second")
    #expect(history.longNotes(asOf: day(1, 1)) == nil)
  }

  @Test func `a later day's events do not exist yet`() {
    let history = history(
      (day(1, 1), Self.creation),
      (day(2, 1), .won),
      (day(3, 1), .deleted)
    )

    #expect(history.deal(asOf: day(12, 31, year: 2025)) == nil)
    #expect(history.deal(asOf: day(1, 31))?.status.isOpen == true)
    #expect(history.deal(asOf: day(2, 28))?.status == .won(day(2, 1)))
    #expect(history.deal(asOf: day(2, 28))?.isDeleted == false)
    #expect(history.deal()?.presence == .deleted)
  }

  @Test func `between an event and its undo the event stands, from the undo on neither does`() {
    let history = history(
      (day(1, 1), Self.creation),
      (day(2, 1), .won),
      (day(3, 1), .undone(Self.event(2)))
    )

    #expect(history.deal(asOf: day(2, 15))?.status == .won(day(2, 1)))
    #expect(history.deal(asOf: day(3, 1))?.status == .open)
    #expect(history.deal(asOf: day(3, 1))?.currentVisitDays(on: day(3, 31)) == 89)
    #expect(history.deal()?.lastTouched == day(1, 1))
    #expect(history.deal()?.revision == 3)
    #expect(history.deal()?.lastEventDay == day(3, 1))
  }

  @Test func `redo is the undo of the undo, and can be undone again`() {
    let once = history(
      (day(1, 1), Self.creation),
      (day(2, 1), .moved(to: 4)),
      (day(2, 2), .undone(Self.event(2))),
      (day(2, 3), .undone(Self.event(3)))
    )
    let twice = history(
      (day(1, 1), Self.creation),
      (day(2, 1), .moved(to: 4)),
      (day(2, 2), .undone(Self.event(2))),
      (day(2, 3), .undone(Self.event(3))),
      (day(2, 4), .undone(Self.event(4)))
    )

    #expect(once.deal(asOf: day(2, 2))?.stage == numbered(1))
    #expect(once.deal()?.stage == numbered(4))
    #expect(once.deal()?.visits.last?.entered == day(2, 1))
    #expect(twice.deal()?.stage == numbered(1))
  }

  @Test func `an undone change lets later ones stand`() {
    let history = history(
      (day(1, 1), Self.creation),
      (day(2, 1), .moved(to: 2)),
      (day(2, 2), .valued(300, .euro)),
      (day(2, 3), .undone(Self.event(2)))
    )

    #expect(history.deal()?.stage == numbered(1))
    #expect(history.deal()?.minorUnits == 300)
    #expect(history.deal()?.visits.count == 1)
    #expect(history.standing().map(\.sequence) == [1, 3])
  }

  @Test func `a deal whose creation is undone never was`() {
    let history = history((day(1, 1), Self.creation), (day(1, 2), .undone(Self.event(1))))

    #expect(history.deal(asOf: day(1, 1)) != nil)
    #expect(history.deal() == nil)
    #expect(history.tombstone()?.presence == .neverWas)
    #expect(history.tombstone()?.revision == 2)
  }

  @Test func `a deletion that is undone leaves the clock as if it had never stopped`() {
    let history = history(
      (day(1, 1), Self.creation),
      (day(1, 11), .deleted),
      (day(1, 21), .undone(Self.event(2)))
    )

    #expect(history.deal()?.presence == .present)
    #expect(history.deal()?.currentVisitDays(on: day(1, 31)) == 30)
  }
}
