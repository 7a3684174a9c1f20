import Pipeline
import Testing

@testable import Board

/// Looking at a past day.
struct PastTests {
  private var board = TestBoard.salesTeam(columns: 120)

  /// As of 31 October: Acme stood in Qualified, worth 40,000; Borealis was not there yet.
  private static let past = WorkspaceSnapshot.fixture(
    [
      .fixture(1, "Acme renewal", stage: 2, 40_000, owner: 1, days: 5, today: day(10, 31))
        .due(in: 2, today: day(10, 31)),
      .fixture(3, "Cobalt Labs", 20_000, owner: 1, days: 13, today: day(10, 31))
        .due(in: 4, today: day(10, 31)),
    ],
    asOf: day(10, 31)
  )

  private mutating func look() {
    board.press("r")
    board.type("31-10")
    board.press("enter")
    board.act(.pastArrived(Workspace(Self.past)))
  }

  @Test
  mutating func `a day that cannot be changed offers no key that would`() {
    let deals: [Deal] = [.fixture(1, "Acme", days: 9), .fixture(2, "Borealis", days: 9)]
    var options = BoardOptions()
    options.me = numbered(1)
    options.asOf = day(11, 12)
    board = TestBoard(.fixture(deals, asOf: day(11, 12)), options: options)

    #expect(board.screen.contains("? 2 of 2 deals have no next step · 2 no value"))
    #expect(!board.screen.contains("n sets one"))
  }

  @Test
  mutating func `an empty day that cannot be changed offers no key that adds`() {
    look()
    board.act(.pastArrived(Workspace(.fixture([], asOf: day(10, 30)))))

    #expect(board.screen.contains("No open deal."))
    #expect(!board.screen.contains("adds one"))
  }

  @Test
  mutating func `r asks for a day and shows the board as of its end`() {
    board.press("r")
    board.type("31-10")
    #expect(board.footer.contains("as of: 31-10"))
    #expect(board.footer.contains("→ Sat 2026-10-31"))
    board.press("enter")
    #expect(board.effects.last == .loadPast(day(10, 31)))
    #expect(board.said == "Looking up 2026-10-31 …")

    board.act(.pastArrived(Workspace(Self.past)))

    #expect(board.state.figures.open.deals == 2)
    #expect(board.lines[0].contains("as of Sat 2026-10-31"))
    #expect(board.status.contains("as of 31 Oct"))
    #expect(board.focused == "Cobalt Labs")
    #expect(board.status.contains("13 days in Lead"))
    Golden.expect(board.lines, toBe: "past-120x24")
  }

  @Test
  mutating func `a day before its history began is marked as hindsight`() {
    look()
    #expect(!board.lines[0].contains("hindsight"))

    var snapshot = Self.past
    snapshot.hindsight = [
      numbered(1): Hindsight(day: day(10, 31), historyBegins: day(11, 5), deals: Share(1, of: 3))
    ]
    board.act(.pastArrived(Workspace(snapshot)))
    #expect(board.lines[0].contains("as of Sat 2026-10-31 hindsight (1 of 3 deals)"))

    // Of how many deals that is so is not counted anew under a filter, and said to be of all.
    board.act(.resized(rows: 24, columns: 160))
    board.press("/")
    board.type("cobalt")
    board.press("enter")
    #expect(board.lines[0].contains("hindsight (1 of 3 deals in all)"))
    // The only deal that fits was opened.
    board.press("escape escape")

    board.press("escape")
    #expect(!board.lines[0].contains("hindsight"))
  }

  @Test
  mutating func `its figures are asked for as of that day`() {
    look()

    #expect(
      board.effects.contains(.loadWonDeals(numbered(1), since: day(10, 1), asOf: day(10, 31)))
    )
    #expect(
      board.effects.contains(
        .loadComparison(numbered(1), Narrowing(), startOfDay: day(10, 30), earlier: day(8, 2))
      )
    )
  }

  @Test
  mutating func `nothing can be changed there, and the sentence says why`() {
    look()

    for key in ["L", "w", "x", "D", "a", "e", "n", "N", "$", "c", "space", "u"] {
      board.press(key)
      #expect(
        board.said == "This is the board as of 2026-10-31; nothing can be changed there.",
        "\(key)"
      )
    }
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `one can move about, open deals and filter`() {
    look()
    board.press("l")
    #expect(board.focused == "Acme renewal")
    board.press("enter")
    #expect(board.screen.contains("$40,000"))
    board.press("esc /")
    board.type("cobalt")
    board.press("enter")

    #expect(board.state.figures.open.deals == 1)
  }

  @Test
  mutating func `esc comes back to today, where the focus is on the same deal`() {
    look()
    board.press("esc")

    #expect(board.state.asOf == nil)
    #expect(board.state.figures.open.deals == 29)
    #expect(board.focused == "Cobalt Labs")
    #expect(board.state.readOnlyReason == nil)
    board.press("L")
    #expect(board.stage(of: 3) == 1)
  }

  @Test
  mutating func `what others do meanwhile is there when one comes back`() {
    look()
    board.others(13, .moved(to: numbered(3)))
    #expect(board.state.figures.open.deals == 2)

    board.press("esc")

    #expect(board.stage(of: 13) == 2)
  }

  @Test(arguments: [
    ("someday", "\"someday\" names no day. Write -7d, 31-3 or 2025-12-31."),
    ("+1d", "2026-11-19 is after today."),
  ])
  mutating func `a day that cannot be looked at is refused`(text: String, sentence: String) {
    board.press("r")
    board.type(text)
    board.press("enter")

    #expect(board.footer.contains(sentence))
    #expect(!board.effects.contains { if case .loadPast = $0 { true } else { false } })
  }

  @Test
  mutating func `another day can be looked at from there, and today is kept`() {
    look()
    board.press("r")
    board.type("-7d")
    board.press("enter")
    #expect(board.effects.last == .loadPast(day(11, 11)))
    board.act(.pastArrived(Workspace(.fixture([], asOf: day(11, 11)))))
    board.press("esc")

    #expect(board.state.figures.open.deals == 29)
  }

  @Test
  mutating func `at midnight a look at the past stays, and today is brought up to date after it`() {
    look()
    board.clock = BoardClock(now: TestBoard.clock.now, today: SalesTeam.today + 1)
    board.act(.tick)
    #expect(!board.effects.contains(.reload))
    #expect(board.state.asOf == day(10, 31))

    board.press("esc")

    #expect(board.effects.contains(.reload))
    #expect(board.status.contains("32 days in Lead"))
  }

  @Test
  mutating func `a board that was opened on a past day stays there`() {
    var options = BoardOptions()
    options.asOf = day(10, 31)
    board = TestBoard(Self.past, columns: 120, options: options)
    board.act(.tick)
    board.press("j esc")

    #expect(!board.effects.contains(.reload))
    #expect(board.state.asOf == day(10, 31))
    #expect(board.status.contains("13 days in Lead"))
    board.press("L")
    #expect(board.said == "This is the board as of 2026-10-31; nothing can be changed there.")
  }

  @Test(arguments: ["", "today"])
  mutating func `a board that was opened on a past day goes on to today, to be worked on`(
    text: String
  ) {
    var options = BoardOptions()
    options.asOf = day(10, 31)
    board = TestBoard(Self.past, columns: 120, options: options)
    board.press("r")
    board.type(text)
    board.press("enter")
    #expect(board.effects.last == .openPresent)

    let today = Workspace(.fixture(SalesTeam.deals))
    board.act(.presentArrived(PresentWorkspace(today, undo: UndoState(), readOnlyReason: nil)))

    #expect(!board.lines[0].contains("as of"))
    #expect(board.state.figures.open.deals == 29)
    #expect(board.state.readOnlyReason == nil)
    board.press("L")
    #expect(board.stage(of: 3) == 1)
  }

  @Test
  mutating func `going on to today says why a file that is read only stays so`() {
    var options = BoardOptions()
    options.asOf = day(10, 31)
    board = TestBoard(Self.past, columns: 120, options: options)
    let today = Workspace(.fixture(SalesTeam.deals))

    board.act(
      .presentArrived(
        PresentWorkspace(today, undo: UndoState(), readOnlyReason: "The file is read only.")
      )
    )
    board.press("L")

    #expect(board.said == "The file is read only.")
    #expect(board.stage(of: 3) == 0)
  }
}
