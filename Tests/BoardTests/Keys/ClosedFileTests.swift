import Pipeline
import Testing

@testable import Board

/// A file in which damage was found while the board was open.
struct ClosedFileTests {
  private var board = TestBoard.salesTeam(columns: 120)

  @Test
  mutating func `nothing can be changed once the file is closed to changes, and why is said`() {
    board.act(.closedToChanges("deals.db may only be read: it is damaged."))

    board.press("L")

    #expect(board.stage(of: 3) == 0)
    #expect(board.requests.isEmpty)
    #expect(board.said == "deals.db may only be read: it is damaged.")
    #expect(board.status.contains("read only"))
  }

  @Test(arguments: ["j", "u", "L"])
  mutating func `why a change was not saved stays readable while it is offered again`(
    key: String
  ) {
    board.storeIsSilent = true
    board.press("L")
    board.act(
      .storeFailed(
        Ticket(number: 1),
        StoreFailure(sentence: "Disk full: this change was not saved.", mayRetry: true)
      )
    )

    board.press(key)

    #expect(board.screen.contains("Disk full: this change was not saved."))
    #expect(board.screen.contains("try again"))
  }
}
