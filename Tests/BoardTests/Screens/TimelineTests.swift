import Pipeline
import Testing

@testable import Board

/// What a timeline says of events that are about other events.
struct TimelineTests {
  private var board = TestBoard.salesTeam(columns: 120)

  private func event(
    _ number: UInt64,
    _ change: DealChange,
    before: DealChange? = nil,
    on day: Day = SalesTeam.today
  )
    -> DealEvent
  {
    DealEvent(
      sequence: Int64(number),
      id: EventID(high: number, low: 0),
      step: numbered(Int64(number)),
      actor: "Anna Kern",
      deal: numbered(3),
      revision: Int32(number),
      recordedAt: Instant(milliseconds: Int64(number)),
      day: day,
      change: change,
      before: before
    )
  }

  private var texts: [String] {
    board.state.timeline(of: numbered(3)).map { $0.timelineText(in: board.state.workspace) }
  }

  private let draft = DealDraft(
    title: "Cobalt Labs",
    pipeline: numbered(1),
    stage: numbered(1),
    currency: .dollar
  )

  @Test
  mutating func `an undo names what it takes back, and a redo what it makes again`() {
    let value = event(
      2,
      .valued(2_200_000, .dollar),
      before: .valued(nil, .dollar)
    )
    let undo = event(3, .undone(value.id))

    board.act(
      .historyArrived(numbered(3), [event(1, .created(draft)), value, undo])
    )
    #expect(texts.first == "took back: value none → $22,000")

    board.act(
      .historyArrived(
        numbered(3),
        [event(1, .created(draft)), value, undo, event(4, .undone(undo.id))]
      )
    )
    #expect(texts.first == "made again: value none → $22,000")
  }

  @Test
  mutating func `of a day after today it is said that it is ahead and not counted`() {
    let tomorrow = SalesTeam.today + 1
    let value = event(2, .valued(2_200_000, .dollar), on: tomorrow)
    board.act(.historyArrived(numbered(3), [event(1, .created(draft)), value]))

    #expect(
      texts == [
        "(ahead, not counted yet) value none → $22,000", "created in Lead",
      ]
    )

    board.clock.today = tomorrow
    board.act(.tick)
    #expect(texts.first == "value none → $22,000")
  }

  @Test
  mutating func `a step that is dropped is named`() {
    let step = PlannedStep(
      number: 1,
      due: day(11, 20),
      minuteOfDay: nil,
      activity: Activity(kind: .call, text: "call CFO")
    )

    board.act(
      .historyArrived(
        numbered(3),
        [event(1, .created(draft)), event(2, .stepPlanned(step)), event(3, .stepDropped(1))]
      )
    )

    #expect(texts.first == "dropped call call CFO, planned for 2026-11-20")
  }

  @Test
  func `a change of a deal that was taken back names the deal`() {
    let gone = HistoryReport.Entry(
      event: event(1, .created(draft)),
      deal: nil,
      title: "Cobalt Labs",
      others: 0,
      day: SalesTeam.today,
      minuteOfDay: 600
    )
    var noted = gone
    noted.event = event(2, .noted("hello"))

    #expect(gone.sentence(in: board.state.workspace) == "added Cobalt Labs, since taken back")
    #expect(noted.sentence(in: board.state.workspace) == "changed Cobalt Labs, since taken back")
  }
}
