import Pipeline
import Testing

@testable import Board

/// The board at the sizes of the design, as text.
struct BoardScreenTests {
  /// With the focus on Mistral Bank, as in the mock-ups.
  private func board(rows: Int, columns: Int) -> TestBoard {
    var board = TestBoard.salesTeam(rows: rows, columns: columns)
    board.press("l j")
    return board
  }

  @Test(arguments: [(50, 200), (40, 120), (24, 80), (20, 40), (12, 60), (10, 40)])
  func `the board is as its golden screen`(rows: Int, columns: Int) {
    let board = board(rows: rows, columns: columns)

    Golden.expect(board.lines, toBe: "board-\(columns)x\(rows)")
  }

  @Test(arguments: ["", "l", "l l", "l l l", "l l l l"])
  func `what velocity rests on takes no row from a block, wherever the focus is`(keys: String) {
    var full = TestBoard.salesTeam(rows: 40, columns: 120)
    var roomy = TestBoard.salesTeam(rows: 50, columns: 120)

    full.press(keys)
    roomy.press(keys)

    #expect(full.screen.contains("OWNERS"))
    // The block of won deals is shorter than a stage's, and leaves room for the line.
    #expect(full.screen.contains("n 44 × 142 / 44") == (keys == "l l l l"))
    #expect(roomy.screen.contains("n 44 × 142 / 44"))
    full.press("tab")
    #expect(full.screen.contains("n 44 × 142 / 44"))
  }

  @Test(arguments: [(40, 120), (24, 80), (20, 40)])
  func `the board while a deal is carried is as its golden screen`(rows: Int, columns: Int) {
    var board = TestBoard.salesTeam(rows: rows, columns: columns)
    board.press("3 space h")

    Golden.expect(board.lines, toBe: "carrying-\(columns)x\(rows)")
  }

  @Test
  func `a screen that is too small says what it needs`() {
    Golden.expect(board(rows: 8, columns: 38).lines, toBe: "too-small-38x8")
  }

  @Test
  func `in ASCII the grid stays the same`() {
    let board = board(rows: 24, columns: 80)

    Golden.expect(board.canvas(.ascii).lines, toBe: "ascii-80x24")
  }

  @Test
  func `every row is as wide as the screen`() {
    let board = board(rows: 40, columns: 120)

    #expect(board.lines.allSatisfy { $0.unicodeScalars.count == 120 })
  }
}
