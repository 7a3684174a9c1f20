import Pipeline
import Testing

@testable import Board

/// All open deals of an owner go to another as one step.
struct HandOverTests {
  private var board = TestBoard.salesTeam()

  /// Rita has 4, 6, 9, 12, 15, 17, 21, 23, 26 and 29 of the fixture's open deals.
  private static let ritas: [Int64] = [4, 6, 9, 12, 15, 17, 21, 23, 26, 29]

  @Test
  mutating func `first whose, then to whom, with how many each has`() {
    board.press("A")
    #expect(board.screen.contains("Hand over all open deals of"))
    Golden.expect(board.lines, toBe: "hand-over-80x24")
    board.type("rita")
    board.press("enter")

    #expect(board.screen.contains("10 deals of Rita Sato go to"))
    #expect(!board.screen.contains("▌Rita Sato"))
  }

  @Test
  mutating func `all go as one step, which one undo takes back`() throws {
    board.press("A")
    board.type("rita")
    board.press("enter")
    board.type("jonas")
    board.press("enter")

    let request = try #require(board.requests.last)
    #expect(board.requests.count == 1)
    #expect(request.summary == "hand 10 deals of Rita Sato over to Jonas Meyer")
    #expect(
      request.changes.map { change -> Int64? in
        if case .deal(let id, _) = change.target { id.rawValue } else { nil }
      } == Self.ritas
    )
    #expect(request.changes.allSatisfy { $0.change == .ownerSet(numbered(2)) })
    #expect(Self.ritas.allSatisfy { board.store[$0]?.owner == numbered(2) })

    board.press("u")
    #expect(Self.ritas.allSatisfy { board.store[$0]?.owner == numbered(3) })
  }

  @Test
  mutating func `what the board is narrowed to does not matter, and closed deals stay`() {
    board.press("/")
    board.type("acme")
    board.press("enter A")
    board.type("rita")
    board.press("enter")
    board.type("nobody")
    board.press("enter")

    #expect(board.requests.last?.changes.count == 10)
    #expect(board.requests.last?.changes.first?.change == .ownerSet(nil))
    #expect(board.store[32]?.owner == numbered(3))
  }

  @Test
  mutating func `escape goes back to whose, and then away`() {
    board.press("A enter esc")
    #expect(board.screen.contains("Hand over all open deals of"))
    board.press("esc")

    #expect(!board.screen.contains("Hand over"))
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `it begins on the owner of the focused deal`() {
    board.press("A")
    #expect(board.screen.contains("▌Anna Kern"))

    // Borealis pilot is Jonas's.
    board.press("esc j A")
    #expect(board.screen.contains("▌Jonas Meyer"))
  }

  /// Jonas is away until Monday.
  private static func whileJonasIsAway() -> TestBoard {
    var people = SalesTeam.people
    people[1].awayUntil = day(11, 23)
    var options = BoardOptions()
    options.me = numbered(1)
    return TestBoard(.fixture(SalesTeam.deals, people: people), columns: 120, options: options)
  }

  @Test
  mutating func `who is away is marked where deals are handed to them`() {
    board = Self.whileJonasIsAway()
    board.press("A")
    #expect(board.screen.contains("away until 23 Nov · 9 open deals"))

    board.press("enter")
    #expect(board.screen.contains("away until 23 Nov · 9 open deals"))
  }

  @Test(arguments: ["@", "g r @"])
  mutating func `who is away is marked in lists of owners`(keys: String) {
    board = Self.whileJonasIsAway()
    board.press(keys)

    #expect(board.screen.contains("away until 23 Nov · 9 deals"))
  }
}
