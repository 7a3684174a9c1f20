import Pipeline
import Testing

@testable import Board

/// What the board asks once a year as it opens; the sales team has 142 closed deals.
struct BenchmarkRequestTests {
  @Test func `a benchmark is asked for where none was saved for a year`() {
    let board = TestBoard.salesTeam()

    #expect(
      board.state.openingRequest == "Time for the year's benchmark: gn, then S saves it."
    )
  }

  @Test func `on a narrow screen it is asked for with its keys in sight`() {
    let board = TestBoard.salesTeam(rows: 20, columns: 40)

    // The status line of 40 columns has some 30 for it.
    #expect(board.state.openingRequest == "Yearly benchmark: gn, S")
  }

  @Test func `nothing is asked of a board that has too few closed deals to measure by`() {
    var board = TestBoard.salesTeam()

    board.state.workspace = Workspace(.fixture([]))

    #expect(board.state.openingRequest == nil)
  }
}
