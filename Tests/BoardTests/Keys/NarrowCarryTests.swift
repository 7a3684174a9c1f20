import Pipeline
import Testing

@testable import Board

/// What carrying does to the numbers, where there is no sidebar.
struct NarrowCarryTests {
  private func board(rows: Int = 24, columns: Int = 80, _ deals: [Deal]) -> TestBoard {
    var options = BoardOptions()
    options.me = numbered(1)
    return TestBoard(
      .fixture(deals, closed: SalesTeam.closed),
      rows: rows,
      columns: columns,
      options: options
    )
  }

  @Test
  func `the sum of the stage after the drop is never cut`() {
    var board = board(
      [
        .fixture(1, "Quill Security team plan with training", 13_000, owner: 1).due(in: 0),
        .fixture(2, "Other", stage: 2, 24_000).due(in: 1),
      ]
    )

    board.press("space l")
    #expect(board.status.contains("→ QUALIFIED"))
    #expect(board.status.contains("$24k → $37k"))

    board.act(.resized(rows: 20, columns: 40))
    #expect(board.status.contains("$24k → $37k"))
    #expect(board.status.contains("◆ Quill"))
  }

  @Test
  func `the figure that changes is shown, in its currency, before and after`() {
    var board = board(
      [
        .fixture(1, "Acme", 10_000, currency: .euro).due(in: 0),
        .fixture(2, "Borealis", 8_000).due(in: 1), .fixture(3, "Cobalt", 8_000).due(in: 1),
      ]
    )

    board.press("space l")

    // Lead 10 %, Qualified 25 %: €1,000 → €2,500; the dollars stay at 10 % of 16,000.
    let line = board.lines[21]
    #expect(line.contains("if dropped: wtd €1.0k → €2.5k"))
    #expect(!line.contains("wtd $"))
    #expect(board.lines[0].contains("wtd $1.6k"))
    #expect(board.lines[0].contains("wtd €1.0k → €2.5k"))
  }

  @Test
  func `won, what changes has a before, and what has no room is left out whole`() {
    var board = TestBoard.salesTeam()
    board.press("4 space l")

    // 501.97 - 0.75 × 210 = 344.47; 1,197.5 / 25 = 47.9, 987.5 / 24 = 41.1; 44 of 142 won becomes
    // 45 of 143, which has no room.
    let line = board.lines[21].trimmed
    #expect(
      line.hasPrefix("if dropped: wtd $502k → $344k · 29 → 28 deals · avg $48k → $41k")
    )
    #expect(!line.contains("…"))
    #expect(board.lines[0].contains("wtd $502k → $344k"))
  }

  @Test
  func `how many are valued is said before the drop too`() {
    // Cobalt of Lead has a value, Kilo has none: Qualified would be 1 of 2 valued.
    var board = board(
      rows: 50,
      columns: 200,
      [
        .fixture(1, "Kilo").due(in: -1), .fixture(2, "Cobalt", 22_000).due(in: 1),
        .fixture(3, "Lumen", stage: 2, 5_000).due(in: 1),
      ]
    )
    #expect(board.screen.contains("1 of 2 valued"))

    board.press("space l")
    let carrying = board.lines.filter { $0.contains("valued") }
    board.press("space")
    let dropped = board.lines.filter { $0.contains("valued") }

    #expect(carrying.count == 2)
    #expect(carrying.last?.contains("1 of 2 valued") == true)
    #expect(dropped.last?.contains("1 of 2 valued") == true)
  }

  @Test
  func `put back, the columns that were passed are scrolled as before`() {
    var board = TestBoard.salesTeam(rows: 20)
    let before = board.lines

    board.press("space l l l h esc")

    #expect(board.lines == before)
  }

  @Test
  func `a drag takes the place of what was said before`() {
    var board = TestBoard.salesTeam()
    board.press("L u")
    #expect(board.said?.hasPrefix("Taken back") == true)

    board.act(.mouse(MouseInput(.press, row: 4, column: 4)))
    board.act(.mouse(MouseInput(.drag, row: 4, column: 24)))

    #expect(board.said == nil)
    #expect(board.status.contains("→ QUALIFIED"))
  }
}
