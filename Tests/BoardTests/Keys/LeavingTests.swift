import Pipeline
import Testing

@testable import Board

/// Leaving a board while something is not saved.
struct LeavingTests {
  private var board = TestBoard.salesTeam(columns: 120)

  private let question = "Not saved yet: ent tries again, esc leaves it, q again quits without it."

  private var isLeft: Bool { board.effects.contains(.quit) }

  /// Sends Cobalt Labs on, which the store does not take.
  private mutating func fail() {
    board.storeIsSilent = true
    board.press("L")
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.", mayRetry: true)))
  }

  @Test
  mutating func `q over what is not saved asks, and leaves with a second q`() {
    fail()
    board.press("q")
    #expect(!isLeft)
    #expect(board.said == question)
    #expect(board.screen.contains("Not saved"))

    board.press("q")
    #expect(isLeft)
  }

  @Test
  mutating func `what is sent again after the question is awaited before the board is left`() {
    fail()
    board.press("q enter q")

    #expect(!isLeft)
    #expect(board.requests.count == 2)
    #expect(board.said == "Saving, then quitting. ctrl-c quits without waiting.")
  }

  @Test
  mutating func `another key takes the question back`() {
    fail()
    board.press("q j q")

    #expect(!isLeft)
    #expect(board.said == question)
  }

  @Test
  mutating func `what comes between takes the question back, wherever it goes`() {
    fail()
    board.press("q ? esc q")
    #expect(!isLeft)

    board.act(.mouse(MouseInput(.press, row: 5, column: 5)))
    board.press("q")
    #expect(!isLeft)

    board.act(.paste("text"))
    board.press("q")
    #expect(!isLeft)
    #expect(board.said == question)
  }

  @Test
  mutating func `a screen too small for the board shows the question`() {
    fail()
    board.act(.resized(rows: 8, columns: 90))
    board.press("q")

    #expect(!isLeft)
    #expect(board.screen.contains(question))
  }

  @Test
  mutating func `the palette asks as well`() {
    fail()
    board.press(":")
    board.type("quit")
    board.press("enter")

    #expect(!isLeft)
    #expect(board.said == question)
  }

  @Test
  mutating func `left as it is, there is nothing to ask`() {
    fail()
    board.press("esc q")

    #expect(isLeft)
  }
}
