import Pipeline
import Testing

@testable import Board

/// Going to a deal by its number, wherever it is.
struct NumberTests {
  private var board = TestBoard.salesTeam(columns: 120)

  private mutating func go(to number: String) {
    board.press("#")
    board.type(number)
    board.press("enter")
  }

  @Test
  mutating func `# opens a deal that was won this month where wins are a rail, and says so`() {
    board.act(.resized(rows: 24, columns: 80))

    // Atlas Cargo was won on Monday, 16 November.
    go(to: "31")

    #expect(board.focused == "Atlas Cargo")
    #expect(board.said == "Atlas Cargo was won Mon; o reopens it.")
    #expect(board.effects.contains(.loadHistory(numbered(31))))
  }

  @Test
  mutating func `# opens a lost deal once the store has found it, and o reopens it`() {
    let lost = Deal.fixture(50, "Old Mill", 5_000, days: 60)
      .after(.lost(reason: "price"), on: day(10, 2))
    board.store = TestStore(SalesTeam.deals + [lost])

    go(to: "50")
    #expect(board.effects.last == .findDeal(numbered(50)))
    board.act(.wonDealsArrived([lost]))

    #expect(board.focused == "Old Mill")
    #expect(board.said == "Old Mill was lost 2 Oct; o reopens it.")

    board.press("o")
    #expect(board.stage(of: 50) == 0)
    #expect(board.said == "Reopened Old Mill")
  }

  @Test
  mutating func `# opens a deal that the filter hides`() {
    board.press("/")
    board.type("acme")
    board.press("enter esc")

    go(to: "29")

    #expect(board.focused == "Yarrow Farm")
    #expect(board.said == "The filter hides Yarrow Farm.")
  }

  @Test
  mutating func `# says that a deal was deleted`() {
    board.press("D")

    go(to: "3")

    #expect(board.said == "Deal 3, Cobalt Labs, was deleted.")
    #expect(board.state.layers.isBoardOnTop)
  }

  @Test
  mutating func `a deal that is found after another key opens nothing`() {
    go(to: "50")
    board.press("j")

    board.act(.wonDealsArrived([.fixture(50, "Old Mill").after(.lost(reason: nil))]))

    #expect(board.state.layers.isBoardOnTop)
  }
}
