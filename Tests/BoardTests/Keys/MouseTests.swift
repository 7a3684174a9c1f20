import Pipeline
import Testing

@testable import Board

/// The mouse on the board, at 120x40: Lead's cards begin at row 4, four rows each.
struct MouseTests {
  private var board = TestBoard.salesTeam(rows: 40, columns: 120)

  private mutating func mouse(_ kind: MouseInput.Kind, row: Int, column: Int) {
    board.act(.mouse(MouseInput(kind, row: row, column: column)))
  }

  private func column(of place: Int) -> Int {
    BoardLayout(board.state).columns[place].rect.column + 3
  }

  @Test
  mutating func `a click focuses the card under it`() {
    mouse(.press, row: 4 + 4 * 2 + 1, column: column(of: 1))

    #expect(board.focused == "Pine & Co")
  }

  @Test
  mutating func `a drag that ends on the sidebar puts the card back`() {
    mouse(.press, row: 5, column: column(of: 0))
    mouse(.drag, row: 5, column: column(of: 1))
    #expect(board.state.carry != nil)
    mouse(.drag, row: 5, column: 110)
    mouse(.release, row: 5, column: 110)

    #expect(board.state.carry == nil)
    #expect(board.state.layers.isBoardOnTop)
    #expect(board.requests.isEmpty)
    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `a click beside the cards changes nothing`() {
    mouse(.press, row: 36, column: column(of: 3))

    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `the wheel scrolls through the column`() {
    mouse(.wheelDown, row: 10, column: 5)
    mouse(.wheelDown, row: 10, column: 5)
    mouse(.wheelUp, row: 10, column: 5)

    #expect(board.focused == "Borealis pilot")
  }

  @Test
  mutating func `the wheel scrolls the column under it, and leaves the focus alone`() {
    board.press("l")
    let focused = board.focused
    mouse(.wheelDown, row: 10, column: column(of: 0))
    #expect(board.focused == focused)
    #expect(board.state.tops[.stage(0)] == 1)
    #expect(!board.screen.contains("Cobalt Labs"))

    mouse(.wheelUp, row: 10, column: column(of: 0))
    mouse(.wheelUp, row: 10, column: column(of: 0))
    #expect(board.state.tops[.stage(0)] == 0)
    #expect(board.screen.contains("Cobalt Labs"))
  }

  @Test
  mutating func `the wheel stops at a column's end`() {
    board.press("l")
    for _ in 1...20 { mouse(.wheelDown, row: 10, column: column(of: 0)) }
    let top = board.state.tops[.stage(0)]
    mouse(.wheelUp, row: 10, column: column(of: 0))

    #expect(board.state.tops[.stage(0)] == top.map { $0 - 1 })
  }

  @Test
  mutating func `a drag carries to the column under the pointer, and a release drops`() {
    mouse(.press, row: 5, column: column(of: 0))
    mouse(.drag, row: 6, column: column(of: 0) + 2)
    #expect(board.state.carry == nil)

    mouse(.drag, row: 8, column: column(of: 2))
    #expect(board.state.carry?.target == .stage(2))
    #expect(board.status.contains("GRAB"))

    mouse(.release, row: 8, column: column(of: 2))
    #expect(board.stage(of: 3) == 2)
    #expect(board.focused == "Cobalt Labs")
  }

  @Test(arguments: [(20, 110), (36, 70), (1, 40)])
  mutating func `a drag that began on no card moves no deal`(row: Int, column: Int) {
    board.press("j")
    mouse(.press, row: row, column: column)
    mouse(.drag, row: row, column: self.column(of: 2))
    mouse(.release, row: row, column: self.column(of: 2))

    #expect(board.requests.isEmpty)
    #expect(board.state.carry == nil)
  }

  @Test
  mutating func `a drag over the sidebar says that there is no column`() {
    board.act(.resized(rows: 24, columns: 120))
    mouse(.press, row: 5, column: column(of: 0))
    mouse(.drag, row: 8, column: column(of: 2))
    mouse(.drag, row: 8, column: 115)

    #expect(board.status.contains("◆ Cobalt Labs: no column there"), "\(board.status)")
    #expect(!board.status.contains("PROPOSAL"))
    // Back over a column it is carried on.
    mouse(.drag, row: 8, column: column(of: 1))
    #expect(board.status.contains("QUALIFIED"))
    mouse(.drag, row: 8, column: 115)
    mouse(.release, row: 8, column: 115)
    #expect(board.requests.isEmpty)
    #expect(board.state.carry == nil)
  }

  @Test
  mutating func `a drag that comes back drops where it was`() {
    mouse(.press, row: 5, column: column(of: 0))
    mouse(.drag, row: 8, column: column(of: 1))
    mouse(.drag, row: 8, column: column(of: 0))
    mouse(.release, row: 8, column: column(of: 0))

    #expect(board.requests.isEmpty)
    #expect(board.stage(of: 3) == 0)
  }

  @Test
  mutating func `a click on a header collapses the column, and one on its rail widens it`() {
    mouse(.press, row: 1, column: column(of: 1))
    #expect(BoardLayout(board.state).columns[1].isRail)

    mouse(.press, row: 10, column: column(of: 1) - 1)
    #expect(!BoardLayout(board.state).columns[1].isRail)
  }

  @Test
  mutating func `a drag over a board to look at carries nothing`() {
    board = TestBoard.salesTeam(rows: 40, columns: 120) { $0.readOnlyReason = "Read-only." }
    mouse(.press, row: 5, column: column(of: 0))
    mouse(.drag, row: 8, column: column(of: 2))

    #expect(board.state.carry == nil)
  }

  @Test
  mutating func `a click on a stage named at the edge brings it in`() throws {
    // Three columns of four beside the rail: Negotiation is out of sight.
    board.act(.resized(rows: 24, columns: 62))
    let row = try #require(BoardLayout(board.state).edgeRow)
    let place = try #require(board.lines[row].firstRange(of: "Negotiation 3 ›"))
    let column = board.lines[row].distance(from: board.lines[row].startIndex, to: place.lowerBound)

    mouse(.press, row: row, column: column)
    #expect(board.state.focus.column == .stage(3))
    #expect(board.lines[row].contains("‹ Lead 12"))

    mouse(.press, row: row, column: 4)
    #expect(board.state.focus.column == .stage(0))
  }
}
