import Pipeline
import Testing

@testable import Board

/// Winning, losing, reopening, deleting, and doing it again.
struct OutcomeTests {
  private var board = TestBoard.salesTeam()

  private func status(_ number: Int64) -> DealStatus? {
    board.state.workspace[numbered(number)]?.status
  }

  @Test
  mutating func `w wins at once and the focus stays`() {
    board.press("w")

    #expect(status(3) == .won(SalesTeam.today))
    #expect(board.focused == "Borealis pilot")
    #expect(board.said == "Won Cobalt Labs")
  }

  @Test
  mutating func `W asks for the day and the final value`() {
    board.press("W")
    #expect(board.footer.contains("won on, for: today"))
    board.type("x")
    #expect(board.footer.contains("\"x\" is neither a day nor an amount."))
    board.press("ctrl-u")
    board.type("yesterday 25k")
    #expect(board.footer.contains("Tue · $25,000"))
    board.press("enter")

    #expect(status(3) == .won(SalesTeam.today - 1))
    #expect(board.state.workspace[numbered(3)]?.minorUnits == 2_500_000)
    #expect(board.requests.last?.changes.count == 2)
  }

  @Test
  mutating func `W on a day before the deal's last event is refused and says why`() {
    board.press("W ctrl-u")
    board.type("-40d")
    board.press("enter")

    #expect(status(3)?.isOpen == true)
    #expect(board.said?.contains("Name that day or a later one.") == true)
  }

  @Test
  mutating func `x asks the reason, from those used before or as typed`() {
    board.act(.suggestionsArrived(Suggestions(lostReasons: ["price", "no budget"])))
    board.press("x down enter")
    #expect(status(3) == .lost(SalesTeam.today, reason: "no budget"))

    board.press("x")
    board.type("went to Rival")
    board.press("enter")
    #expect(status(2) == .lost(SalesTeam.today, reason: "went to Rival"))

    board.press("x")
    board.type("riv")
    #expect(board.screen.contains("went to Rival"))
    board.press("esc")
    #expect(status(11)?.isOpen == true)
  }

  @Test
  mutating func `a deal can be lost without a reason`() {
    board.press("x enter")

    #expect(status(3) == .lost(SalesTeam.today, reason: nil))
  }

  @Test
  mutating func `a reason that was typed before keeps its spelling`() {
    board.press("x")
    board.type("Went to  Rival")
    board.press("enter x")
    board.type("went to rival")
    board.press("enter")

    let reasons = board.requests.compactMap { $0.changes.first?.change }
    #expect(
      reasons == [.lost(reason: "Went to  Rival"), .lost(reason: "Went to  Rival")],
      "\(reasons)"
    )
  }

  @Test
  mutating func `o reopens a won deal into its stage`() {
    board.act(.resized(rows: 40, columns: 140))
    board.press("4 l")
    #expect(board.focused == "Zephyr Sport")

    board.press("o")

    #expect(status(30)?.isOpen == true)
    #expect(board.focused == "Zephyr Sport")
    #expect(board.state.focus.column == .stage(3))
  }

  @Test
  mutating func `an open deal cannot be reopened`() {
    board.press("o")

    #expect(board.said == "The deal is open already.")
  }

  @Test
  mutating func `D deletes and the focus goes to the next card`() {
    board.press("D")

    #expect(board.state.workspace[numbered(3)]?.isDeleted == true)
    #expect(board.focused == "Borealis pilot")
    #expect(board.said == "Deleted Cobalt Labs")
    #expect(board.lines[1].contains("▼ LEAD         11"))
  }

  @Test(arguments: [
    ("L", "h .", 2), ("w", ".", 2), ("D", "w .", 2),
  ])
  mutating func `. makes the last change again`(first: String, then: String, steps: Int) {
    board.press(first)
    board.press(then)

    #expect(board.requests.count >= steps)
  }

  @Test
  mutating func `. repeats a value, a close, a step, a loss`() {
    board.press("$ ctrl-u")
    board.type("5k")
    board.press("enter j .")
    #expect(board.state.workspace[numbered(2)]?.minorUnits == 500_000)

    board.press("c ctrl-u")
    board.type("eoq")
    board.press("enter j .")
    #expect(board.state.workspace[numbered(11)]?.expectedClose == day(12, 31))

    board.press("n")
    board.type("call tue")
    board.press("enter j .")
    #expect(board.state.workspace[numbered(4)]?.nextStep?.due == day(11, 24))

    board.press("x")
    board.type("price")
    board.press("enter .")
    #expect(board.requests.last?.changes.first?.change == .lost(reason: "price"))
  }

  @Test
  mutating func `. repeats what was put aside or noted, and never what was done before`() {
    board.press("w Z enter j .")
    let aside = DealChange.snoozed(until: day(11, 25), reason: nil)
    #expect(board.requests.last?.changes.map(\.change) == [aside])
    #expect(status(11)?.isOpen == true)

    board.press("N")
    board.type("asked twice")
    board.press("enter j .")
    #expect(board.requests.last?.changes.map(\.change) == [.noted("asked twice")])
    #expect(board.said == "Wrote a note on Delta Foods")
  }

  @Test
  mutating func `. after a carry of deals from several stages moves to the same stage`() {
    // Cobalt Labs from Lead and Lumen Energy from Qualified.
    board.press("v l v space 3 enter esc 4 .")

    #expect(board.requests.last?.summary == "move Xenon Air to Proposal")
  }

  @Test
  mutating func `. after a new deal names no key, because none does the like to this one`() {
    board.press("a X y z enter")
    let requests = board.requests.count
    board.press(".")

    #expect(board.said == "The last change (add Xyz) is about its own deal alone.")
    #expect(board.requests.count == requests)
  }

  @Test(arguments: [
    ("D", "delete Borealis pilot", "D"),
    ("e X y z enter", "edit Borealis pilot", "e"),
    // Jonas has 2, 5, 8, 11, 13, 16, 19, 24 and 27.
    ("A enter enter", "hand 9 deals of Jonas Meyer over to Anna Kern", "A"),
    ("d enter esc", "do call for Borealis pilot", "d"),
    ("W ctrl-u y e s t e r d a y enter", "win Borealis pilot", "W"),
    ("t J o space 1 2 3 4 5 6 7 enter", "set the person of Borealis pilot: Jo", "t"),
  ])
  mutating func `. says of what is about its own deals alone which key does the like to this one`(
    keys: String,
    summary: String,
    key: String
  ) {
    board.act(.resized(rows: 24, columns: 120))
    board.press("w \(keys)")
    let requests = board.requests.count
    board.press(".")

    #expect(
      board.said
        == "The last change (\(summary)) fits its own deal alone: press \(key) for this one."
    )
    #expect(board.requests.count == requests)
  }

  @Test
  mutating func `what a step is planned instead of is said`() {
    board.press("n")
    board.type("demo tue")
    board.press("enter")

    #expect(board.said == "Planned for Cobalt Labs: Tue demo, instead of overdue 4d call")
  }

  @Test
  mutating func `a reason of one letter is taken by a second enter only`() {
    board.press("x j enter")
    #expect(status(3)?.isOpen == true)
    #expect(board.said == "\"j\" is one letter: enter again takes it, backspace does not.")

    board.press("enter")
    #expect(status(3) == .lost(SalesTeam.today, reason: "j"))
  }

  @Test
  mutating func `a reason that differs from one used before in capitals only is that one`() {
    board.act(.suggestionsArrived(Suggestions(lostReasons: ["Price too high"])))
    board.press("x")
    board.type("price TOO high")
    board.press("enter")

    #expect(status(3) == .lost(SalesTeam.today, reason: "Price too high"))
  }

  @Test
  mutating func `. says when there is nothing to repeat`() {
    board.press(".")

    #expect(board.said == "Nothing was changed yet that could be repeated.")
  }

  @Test
  mutating func `a board to look at changes nothing and says why`() {
    board = TestBoard.salesTeam { $0.readOnlyReason = "deals.db is read-only." }

    for key in ["L", ">", "w", "W", "x", "D", "a", "e", "n", "N", "$", "c", "space", "u"] {
      board.press(key)
      #expect(board.said == "deals.db is read-only.", "\(key)")
      #expect(board.state.layers.isBoardOnTop, "\(key)")
    }
    #expect(board.requests.isEmpty)
    #expect(board.status.contains("read only"))
  }
}
