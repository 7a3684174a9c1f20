import Pipeline
import Testing

@testable import Board

/// Words used before, offered while one types.
struct SuggestionTests {
  private var board: TestBoard

  init() {
    board = TestBoard.salesTeam(columns: 120)
    board.act(
      .suggestionsArrived(
        Suggestions(
          lostReasons: ["price"],
          organizations: ["Acme Corporation", "Borealis"],
          contacts: ["Kim Lee"],
          labels: ["hot", "inbound"]
        )
      )
    )
  }

  @Test
  func `the words in use are asked for when the board opens`() {
    #expect(board.state.openingEffects().contains(.loadSuggestions))
  }

  @Test(arguments: [
    ("org:ac", "me Corporation", "org:\"Acme Corporation\""), ("label:h", "ot", "label:hot"),
    ("owner:ri", "ta Sato", "owner:\"Rita Sato\""), ("stage:prop", "osal", "stage:Proposal"),
    ("cont", "act:", "contact:"),
  ])
  mutating func `a term of a new deal goes on with what was used before`(
    typed: String,
    rest: String,
    whole: String
  ) {
    board.press("a")
    board.type("Nimbus \(typed)")
    #expect(board.footer.contains("Nimbus \(typed)\(rest)"))

    board.press("right")

    #expect(board.footer.contains("Nimbus \(whole)"))
  }

  @Test
  mutating func `without a key nothing is taken`() {
    board.press("a")
    board.type("Nimbus org:ac")
    board.press("enter")

    #expect(board.state.focusedDeal?.organization == "ac")
  }

  @Test
  mutating func `a form's field goes on in the same way, labels one by one`() {
    board.press("e tab tab tab tab")
    board.type("bor")
    board.press("right tab tab tab tab tab tab tab")
    board.type("hot, in")
    board.press("right enter")

    let deal = board.state.workspace[numbered(3)]
    #expect(deal?.organization == "Borealis")
    #expect(deal?.labels == ["hot", "inbound"])
  }

  @Test
  mutating func `a filter's term goes on too`() {
    board.press("/")
    board.type("owner:an")
    board.press("right enter")

    #expect(board.state.narrowing.filterText == "owner:\"Anna Kern\"")
    #expect(board.state.figures.open.deals == 10)
  }

  @Test
  mutating func `a reason that was just given is offered for the next deal`() {
    board.press("x")
    board.type("went to Rival")
    board.press("enter x")

    #expect(board.screen.contains("went to Rival"))
  }
}
