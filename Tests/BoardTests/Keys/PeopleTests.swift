import Pipeline
import Testing

@testable import Board

/// Who sits here: offered once, never in the way.
struct PeopleTests {
  private var board = TestBoard(.fixture(SalesTeam.deals))

  @Test
  mutating func `who is none of the team is offered once to say who they are`() {
    #expect(
      board.screen.contains("Anna Kern is none of the team yet: i says who you are, esc leaves it")
    )

    board.press("L j w")
    #expect(board.requests.count == 2)

    board.press("esc")
    #expect(!board.screen.contains("none of the team"))
    #expect(board.effects.last == .save(.askedWho("Anna Kern")))
  }

  @Test
  mutating func `one of the team can be chosen, and new deals are theirs`() {
    board.press("i")
    Golden.expect(board.lines, toBe: "who-80x24")
    board.press("down down enter")
    #expect(board.effects.contains(.save(.askedWho("Anna Kern"))))
    #expect(board.effects.records == [.identity(.person(numbered(3)))])

    board.act(.identified(numbered(3), "Rita Sato"))
    #expect(board.said == "You are Rita Sato; new deals are yours.")
    board.press("a")
    board.type("Nimbus")
    board.press("enter")

    #expect(board.state.focusedDeal?.owner == numbered(3))
    #expect(board.requests.last?.actor == "Rita Sato")
    #expect(!board.screen.contains("none of the team"))
  }

  @Test
  mutating func `a name that is typed joins the team`() {
    board.press("i")
    board.type("Zoe Zimmer")
    board.press("enter")

    #expect(board.effects.records.last == .identity(.new(name: "Zoe Zimmer")))
  }

  @Test
  mutating func `without a name the login joins`() {
    board.press("i down down down enter")

    #expect(board.effects.records.last == .identity(.new(name: "Anna Kern")))
  }

  @Test
  mutating func `who was asked before is not asked again`() {
    var options = BoardOptions()
    options.offersIdentity = false
    board = TestBoard(.fixture(SalesTeam.deals), options: options)

    #expect(!board.screen.contains("none of the team"))
    board.press("i")
    #expect(board.screen.contains("Who are you?"))
  }

  @Test
  func `who is one of the team is not asked`() {
    #expect(!TestBoard.salesTeam().screen.contains("none of the team"))
  }
}
