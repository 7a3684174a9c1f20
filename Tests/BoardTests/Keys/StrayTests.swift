import Pipeline
import Testing

@testable import Board

/// A card that does not fit the filter any more and stays in sight while it has the focus.
///
/// Above 100,000 are Lumen Energy with 120, Sable Motors with 140 and Xenon Air with 210: 470.
struct StrayTests {
  private var board = TestBoard.salesTeam(columns: 120)

  init() {
    board.press("/")
    board.type("value:>100k")
    board.press("enter 2")
  }

  @Test
  mutating func `is counted no more, and goes once the focus leaves it`() {
    #expect(board.lines[0].contains("3 of 29 open deals, $470k"))
    board.press("$ ctrl-u")
    board.type("50k")
    board.press("enter")

    #expect(board.focused == "Lumen Energy")
    #expect(board.screen.contains("▌Lumen Energy"))
    #expect(board.lines[0].contains("2 of 29 open deals, $350k"))
    #expect(board.lines[1].contains("QUALIFIED    0"))

    board.press("l")
    #expect(!board.screen.contains("Lumen Energy"))
    #expect(board.lines[0].contains("2 of 29 open deals, $350k"))
  }

  @Test
  mutating func `is counted again once it fits again`() {
    board.press("$ ctrl-u")
    board.type("50k")
    board.press("enter u")

    #expect(board.lines[0].contains("3 of 29 open deals, $470k"))
  }

  @Test
  mutating func `carried, it changes no number`() {
    board.press("$ ctrl-u")
    board.type("50k")
    board.press("enter space l")

    #expect(board.state.figuresIfDropped?.open.deals == 2)
    #expect(board.lines[0].contains("2 of 29 open deals, $350k"))
    #expect(board.screen.contains("█◆ Lumen Ener"))
  }

  @Test
  mutating func `is not counted where a drop would take it out of the filter`() {
    board.press("/ ctrl-u")
    board.type("stage:lead")
    board.press("enter 1 space l")
    #expect(board.state.figures.open.deals == 12)
    #expect(board.state.figuresIfDropped?.open.deals == 11)

    board.press("space")
    #expect(board.state.figures.open.deals == 11)
  }

  @Test
  mutating func `the only one left is not written over by the line that nothing fits`() {
    board.press("/ ctrl-u")
    board.type("lumen value:>100k")
    board.press("enter 2 $ ctrl-u")
    board.type("50k")
    board.press("enter")

    #expect(board.screen.contains("▌Lumen Energy"))
    #expect(!board.screen.contains("No open deal fits."))
  }
}
