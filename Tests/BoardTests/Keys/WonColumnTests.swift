import Pipeline
import Testing

@testable import Board

/// The deals won this month, where they are a rail.
struct WonColumnTests {
  private var board = TestBoard.salesTeam()

  @Test
  mutating func `the rail widens under the focus beside the last stages`() {
    board.press("4 l")

    // 80 cells hold three stages beside Won at 17 each; the newest win is Zephyr Sport.
    #expect(board.focused == "Zephyr Sport")
    #expect(board.lines[1].contains("‹ Lead 12"))
    #expect(board.lines[2].contains("▼ WON"))
    #expect(board.screen.contains("Grove Dental"))
    #expect(board.footer.contains("o reopen"))
  }

  @Test
  mutating func `a win of another day is reopened there`() {
    board.press("4 l j o")

    #expect(board.stage(of: 31) == 3)
    #expect(board.focused == "Atlas Cargo")
    #expect(board.said == "Reopened Atlas Cargo")
    #expect(!board.screen.contains("▼ WON"))
  }

  @Test
  mutating func `left of it is the last stage, and right of it nothing`() {
    board.press("4 l l")
    #expect(board.focused == "Zephyr Sport")

    board.press("h")
    #expect(board.focused == "Xenon Air")
    #expect(board.lines[1].contains("LEAD"))
  }

  @Test
  mutating func `a click on the rail focuses it`() {
    board.act(.mouse(MouseInput(.press, row: 8, column: 78)))

    #expect(board.focused == "Zephyr Sport")
  }

  @Test
  mutating func `on the smallest screen it is one more column of the strip`() {
    board.act(.resized(rows: 20, columns: 40))
    board.press("4 l")

    #expect(board.lines[1].contains("WON 8"))
    #expect(board.lines[2].trimmed.hasPrefix("$212k "))
    #expect(board.lines[2].trimmed.hasSuffix(" this month"))
    #expect(!board.lines[2].contains("·"))
    #expect(board.screen.contains("Zephyr Sport"))
  }

  @Test
  mutating func `a win leaves the focus among the stages`() {
    board.press("w")

    #expect(board.state.focus.column == .stage(0))
  }
}
