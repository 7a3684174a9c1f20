import Pipeline
import Testing

@testable import Board

/// Sending a deal straight to the stage before or after.
struct SendTests {
  private var board = TestBoard.salesTeam()

  @Test(arguments: ["L", "shift-right"])
  mutating func `a deal that is sent on takes the focus along`(key: String) {
    board.press(key)

    #expect(board.stage(of: 3) == 1)
    #expect(board.focused == "Cobalt Labs")
    #expect(board.state.focus.column == .stage(1))
    #expect(board.said == "Moved Cobalt Labs to Qualified")
    #expect(board.requests.map(\.summary) == ["move Cobalt Labs to Qualified"])
  }

  @Test(arguments: ["H", "shift-left"])
  mutating func `a deal that is sent back takes the focus along`(key: String) {
    board.press("3")
    board.press(key)

    #expect(board.stage(of: 23) == 1)
    #expect(board.focused == "Sable Motors")
  }

  @Test
  mutating func `with > and < the focus stays, on the next card`() {
    board.press(">")
    #expect(board.stage(of: 3) == 1)
    #expect(board.focused == "Borealis pilot")
    #expect(board.state.focus.column == .stage(0))

    board.press(">")
    #expect(board.stage(of: 2) == 1)
    #expect(board.focused == "Kilo Partners")

    board.press("4 <")
    #expect(board.stage(of: 28) == 2)
    #expect(board.focused == "Yarrow Farm")
  }

  @Test
  mutating func `sent on at the end of a column the focus stays on the last card`() {
    board.press("G >")

    #expect(board.stage(of: 10) == 1)
    #expect(board.focused == "Acme renewal")
  }

  @Test
  mutating func `from the last stage on a deal is won`() {
    board.press("4 L")

    #expect(board.state.workspace[numbered(28)]?.status == .won(SalesTeam.today))
    #expect(board.said == "Won Xenon Air")
    #expect(board.focused == "Yarrow Farm")
  }

  @Test(arguments: ["H", "<"])
  mutating func `from the first stage nothing goes back`(key: String) {
    board.press(key)

    #expect(board.said == "This is the first stage.")
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `totals follow in the frame of the change`() {
    // Lead 252.7 - 22 = 230.7; Qualified 305.8 + 22 = 327.8.
    board.storeIsSilent = true
    board.press("L")

    #expect(board.lines[1].contains("LEAD           11"))
    #expect(board.lines[2].contains("$231k"))
    #expect(board.lines[2].contains("$328k"))
  }
}
