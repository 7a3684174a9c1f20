import Pipeline
import Testing

@testable import Board

/// A store that is slow, fails or was changed by others.
struct BoardStoreTests {
  private var board = TestBoard.salesTeam(columns: 120)

  @Test
  mutating func `a change is shown at once and marked until it is saved`() {
    board.storeIsSilent = true
    board.press("L")

    #expect(board.stage(of: 3) == 1)
    #expect(board.status.contains("saving…"))
    #expect(board.screen.contains("· Cobalt Labs"))

    board.storeIsSilent = false

    #expect(board.status.contains("saved ✓"))
    #expect(!board.screen.contains("· Cobalt Labs"))
  }

  @Test
  mutating func `keys go on while changes are being saved`() {
    board.storeIsSilent = true
    board.press("L L j w")

    #expect(board.stage(of: 3) == 2)
    #expect(board.requests.count == 3)

    board.storeIsSilent = false

    #expect(board.store[3]?.stage == numbered(3))
    #expect(board.store[23]?.status.isWon == true)
  }

  @Test
  mutating func `keys wait for a new deal that they are about`() {
    board.storeIsSilent = true
    board.press("a")
    board.type("Nimbus 5k")
    board.press("enter L w")
    #expect(board.requests.count == 1)
    #expect(board.status.contains("adding…"))

    board.storeIsSilent = false

    #expect(
      board.requests.map(\.summary) == [
        "add Nimbus", "move Nimbus to Qualified", "win Nimbus",
      ]
    )
  }

  @Test
  mutating func `a store that waits is said, and for whom`() {
    board.storeIsSilent = true
    board.press("L")
    board.act(.storeWaits(.holder("Rita's board")))

    #expect(board.status.contains("waiting for Rita's board"))

    board.storeIsSilent = false
    #expect(!board.status.contains("waiting"))
  }

  @Test
  mutating func `whom a store waits for is said in the board's language`() {
    Language.$current.withValue(.dutch) {
      board.storeIsSilent = true
      board.press("L")
      board.act(.storeWaits(.disk))

      #expect(board.status.contains("wachten op de schijf"))
    }
  }

  @Test
  mutating func `a step that fails is taken off the screen and its reason said`() {
    board.storeIsSilent = true
    board.press("L")
    let sentence = "Disk full: this change was not saved; nothing else is affected."
    board.act(
      .storeFailed(Ticket(number: 1), StoreFailure(sentence: sentence, mayRetry: true))
    )

    #expect(board.stage(of: 3) == 0)
    #expect(board.said == sentence)
    #expect(board.focused == "Cobalt Labs")
    #expect(board.screen.contains("Not saved"))
  }

  @Test
  mutating func `what failed can be sent again`() {
    board.storeIsSilent = true
    board.press("L")
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
    board.press("enter")

    #expect(board.requests.count == 2)
    #expect(board.stage(of: 3) == 1)
  }

  @Test
  mutating func `what is sent again has the ids that it had, and is called saved once it is`() {
    board.storeIsSilent = true
    board.press("L")
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
    #expect(board.status.contains("not saved"))
    #expect(!board.status.contains("saved ✓"))

    board.press("enter")
    #expect(board.requests.count == 2)
    #expect(board.requests[1] == board.requests[0])
    #expect(board.said == "Sending again: move Cobalt Labs to Qualified")
    #expect(board.status.contains("saving…"))
  }

  @Test
  mutating func `what is sent again is called saved by the answer to it`() throws {
    board.storeIsSilent = true
    board.press("L")
    let request = board.requests[0]
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
    board.press("enter")
    let moved = try #require(board.state.workspace[numbered(3)])
    #expect(moved.stage == numbered(2))
    board.act(
      .stored(
        Ticket(number: 2),
        StoredStep(changes: [recorded(request.changes[0].change, moved)], undo: UndoState())
      )
    )

    #expect(board.said == "Saved: move Cobalt Labs to Qualified")
    #expect(board.status.contains("saved ✓"))
  }

  @Test
  mutating func `a new deal that is sent again has the id that it had`() {
    board.storeIsSilent = true
    board.press("a")
    board.type("Nimbus 5k")
    board.press("enter")
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
    board.press("enter")

    #expect(board.requests.count == 2)
    #expect(board.requests[1] == board.requests[0])
    #expect(board.said == "Sending again: add Nimbus")
  }

  @Test
  mutating func `an undo that is sent again has the id that it had`() {
    board.press("L")
    board.storeIsSilent = true
    board.press("u")
    board.act(.storeFailed(Ticket(number: 2), StoreFailure(sentence: "Busy.", mayRetry: true)))
    board.press("enter")

    let reversals = board.effects.compactMap { effect -> StepReversal? in
      if case .undo(_, let reversal) = effect { reversal } else { nil }
    }
    #expect(reversals.count == 2)
    #expect(reversals.first == reversals.last)
  }

  @Test
  mutating func `what goes on top of others' change has the id that it had`() throws {
    board.storeIsSilent = true
    board.press("L")
    let change = board.store.change(3, .moved(to: numbered(3)))
    let theirs = try #require(change).deal
    board.storeIsSilent = false
    board.press("enter")

    #expect(board.requests.count == 2)
    #expect(board.requests[0].changes.map(\.id) == board.requests[1].changes.map(\.id))
    // It goes on top of Rita's move.
    let target = board.requests[1].changes[0].target
    #expect(target == .deal(numbered(3), revision: theirs.revision))
    #expect(board.store[3]?.stage == numbered(2))
  }

  @Test
  mutating func `where someone was first, theirs is shown and mine offered on top`() {
    board.storeIsSilent = true
    board.press("L")
    // Rita moved it to Proposal before the change arrived.
    _ = board.store.change(3, .moved(to: numbered(3)))
    board.storeIsSilent = false

    #expect(board.stage(of: 3) == 2)
    #expect(board.screen.contains("Rita Sato changed Cobalt Labs first."))
    #expect(board.screen.contains("Rita Sato, 0 s ago: "))
    #expect(board.screen.contains("stage Lead →"))
    Golden.expect(board.lines, toBe: "send-again-120x24")

    board.press("enter")
    #expect(board.stage(of: 3) == 1)
    #expect(board.store[3]?.stage == numbered(2))
  }

  @Test
  mutating func `an answer that is older than others' news does not take its place`() {
    board.storeIsSilent = true
    board.press("L")
    let own = board.state.workspace[numbered(3)]
    // Rita renamed it on top of the move, and that was read before the move was answered.
    var renamed = own
    renamed?.apply(.retitled("Cobalt Works"), on: SalesTeam.today)
    board.act(.othersChanged([recorded(.retitled("Cobalt Works"), renamed)], UndoState()))
    board.act(
      .stored(
        Ticket(number: 1),
        StoredStep(changes: [recorded(.moved(to: numbered(2)), own)], undo: UndoState())
      )
    )

    #expect(board.focused == "Cobalt Works")
    #expect(board.stage(of: 3) == 1)
    #expect(board.state.workspace[numbered(3)]?.revision == renamed?.revision)
    #expect(board.status.contains("saved ✓"))
  }

  @Test
  mutating func `of what was so already no more is shown than the log has`() throws {
    let first = try #require(board.state.workspace[numbered(3)])
    board.storeIsSilent = true
    board.press("L L")
    // Rita had it there before both moves, which the store then leaves out.
    var theirs = first
    theirs.apply(.moved(to: numbered(3)), on: SalesTeam.today)
    board.act(.othersChanged([recorded(.moved(to: numbered(3)), theirs)], UndoState()))
    for ticket in 1...2 {
      board.act(.stored(Ticket(number: ticket), StoredStep(changes: [], undo: UndoState())))
    }

    #expect(board.state.workspace[numbered(3)] == theirs)
    theirs.apply(.retitled("Cobalt Works"), on: SalesTeam.today)
    board.act(.othersChanged([recorded(.retitled("Cobalt Works"), theirs)], UndoState()))
    #expect(board.state.workspace[numbered(3)] == theirs)
  }

  @Test
  mutating func `a change stays on top of others' that came below it`() throws {
    let first = try #require(board.state.workspace[numbered(3)])
    board.storeIsSilent = true
    board.press("L L")
    var theirs = first
    theirs.apply(.retitled("Cobalt Works"), on: SalesTeam.today)
    board.act(.othersChanged([recorded(.retitled("Cobalt Works"), theirs)], UndoState()))

    #expect(board.focused == "Cobalt Works")
    #expect(board.stage(of: 3) == 2)
    for (ticket, stage) in [(1, Int64(2)), (2, 3)] {
      theirs.apply(.moved(to: numbered(stage)), on: SalesTeam.today)
      let change = recorded(.moved(to: numbered(stage)), theirs)
      board.act(.stored(Ticket(number: ticket), StoredStep(changes: [change], undo: UndoState())))
      #expect(board.stage(of: 3) == 2)
    }
    #expect(board.state.workspace[numbered(3)] == theirs)
  }

  /// A change as the log tells it, with a deal as it was then.
  private func recorded(_ change: DealChange, _ deal: Deal?) -> RecordedChange {
    let deal = deal ?? board.state.workspace[numbered(3)] ?? SalesTeam.deals[0]
    return RecordedChange(
      event: DealEvent(
        sequence: Int64(deal.revision),
        id: EventID(high: 0, low: UInt64(deal.revision)),
        step: numbered(1),
        actor: "Rita Sato",
        deal: deal.id,
        revision: deal.revision,
        recordedAt: TestBoard.clock.now,
        day: SalesTeam.today,
        change: change
      ),
      deal: deal
    )
  }

  @Test
  mutating func `an undo that others' change stands on can go on top of it`() {
    board.press("L")
    board.others(3, .moved(to: numbered(3)))
    board.store.refusesCovered = true
    board.press("u")

    #expect(board.screen.contains("Rita Sato changed Cobalt Labs first."))
    #expect(board.screen.contains("You: take back: move Cobalt Labs "))
    #expect(board.stage(of: 3) == 2)

    board.press("enter")
    #expect(board.stage(of: 3) == 0)
    #expect(board.said == "Taken back: move Cobalt Labs to Qualified")
  }

  @Test
  mutating func `the question says what a form was to set, and how long ago theirs was`() {
    board.storeIsSilent = true
    board.press("e tab")
    board.press("ctrl-u")
    board.type("7777")
    board.press("enter")
    _ = board.store.change(3, .valued(880_000, .dollar), at: -3_000)
    board.storeIsSilent = false

    #expect(board.screen.contains("Rita Sato, 3 s ago: "))
    #expect(
      board.screen.contains("value $22,000 → $8,800. You: edit Cobalt Labs, value $7,777.")
    )
  }

  @Test
  mutating func `theirs can be left as it is`() {
    board.storeIsSilent = true
    board.press("L")
    _ = board.store.change(3, .moved(to: numbered(3)))
    board.storeIsSilent = false
    board.press("esc")

    #expect(board.stage(of: 3) == 2)
    #expect(board.requests.count == 1)
    #expect(board.state.layers.isBoardOnTop)
  }

  @Test
  mutating func `others' changes appear, are said, and leave the focus alone`() {
    board.press("j j")
    board.others(13, .moved(to: numbered(3)))

    #expect(board.said == "Rita Sato: moved Kestrel Media to Proposal")
    #expect(board.focused == "Kilo Partners")
    #expect(board.stage(of: 13) == 2)
  }

  @Test
  mutating func `the newest of others' changes is said`() {
    board.others(13, .moved(to: numbered(3)))
    board.others(14, .won)

    #expect(board.said == "Rita Sato: won Lumen Energy")
  }

  @Test
  mutating func `what one did is to be read before others' changes take its place`() {
    board.press("L")
    let said = board.said
    board.others(13, .moved(to: numbered(3)))
    #expect(board.said == said)

    board.clock.now = Instant(milliseconds: board.clock.now.milliseconds + 3_000)
    board.others(14, .won)

    #expect(board.said == "Rita Sato: won Lumen Energy")
  }

  @Test
  mutating func `a question stays whatever others do`() {
    board.press("u")
    let said = board.said
    board.others(14, .won)

    #expect(board.said == said)
  }

  @Test
  mutating func `where the focused deal goes, the focus follows its card`() {
    board.others(3, .moved(to: numbered(3)))

    #expect(board.focused == "Cobalt Labs")
    #expect(board.state.focus.column == .stage(2))
  }

  @Test
  mutating func `where the focused deal is closed by others, the focus stays at its height`() {
    board.press("j")
    board.others(2, .lost(reason: nil))

    #expect(board.focused == "Kilo Partners")
    #expect(board.state.focus.row == 1)
  }

  @Test
  mutating func `q waits until everything is saved`() {
    board.storeIsSilent = true
    board.press("L q")
    #expect(board.said == "Saving, then quitting. ctrl-c quits without waiting.")
    #expect(!board.effects.contains(.quit))

    board.storeIsSilent = false

    #expect(board.effects.last == .quit)
  }

  @Test(arguments: [
    // Phone and mail of a deal, a saved filter, and who one is.
    ("# 1 6 enter t", "Sam Fischer +49 30 901820"), ("/ o enter f", "ours"), ("i", "Zoe Zimmer"),
  ])
  mutating func `q waits until what is kept beside deals is saved as well`(
    keys: String,
    text: String
  ) {
    board = TestBoard.salesTeam(columns: 120) { $0.me = nil }
    board.others(16, .contactSet("Sam Fischer"))
    board.storeIsSilent = true
    board.press(keys)
    board.type(text)
    board.press("enter")
    #expect(board.status.contains("saving…"))

    board.press("q")
    #expect(board.said == "Saving, then quitting. ctrl-c quits without waiting.")
    #expect(!board.effects.contains(.quit))

    board.storeIsSilent = false
    #expect(board.effects.records.count == 1)
    #expect(board.effects.last == .quit)
  }

  @Test
  mutating func `what could not be kept beside deals says so, ends no board, and is offered again`()
  {
    board.storeIsSilent = true
    board.press("/")
    board.type("o")
    board.press("enter f")
    board.type("ours")
    board.press("enter q")
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))

    #expect(!board.effects.contains(.quit))
    #expect(board.screen.contains("Not saved"))
    #expect(board.screen.contains("Busy. You: save the filter ours."))

    board.press("enter")
    let edit = RecordRequest.edit(
      .saveFilter(name: "ours", text: "o"),
      done: "Saved the filter as ours."
    )
    #expect(board.effects.records == [edit, edit])
    board.act(.kept(Ticket(number: 2), Message(.done, "Saved the filter as ours.")))
    #expect(board.said == "Saved the filter as ours.")
    #expect(board.status.contains("saved ✓"))
  }

  @Test
  mutating func `at midnight ages go on and the day's figures are asked for anew`() {
    board.clock = BoardClock(
      now: Instant(milliseconds: TestBoard.clock.now.milliseconds + 86_400_000),
      today: SalesTeam.today + 1
    )
    board.act(.tick)

    #expect(board.effects.last == .reload)
    #expect(board.screen.contains("32d"))
    #expect(board.status.contains("! overdue 5d"))
  }
}
