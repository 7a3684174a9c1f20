import Pipeline
import Testing

@testable import Board

/// Marked deals: keys act on all of them, as one step.
struct MarkTests {
  private var board = TestBoard.salesTeam(columns: 120)

  /// Marks Cobalt Labs and Kilo Partners in Lead and Mistral Bank in Qualified.
  private mutating func markThree() {
    board.press("v j j v l g g j v")
  }

  private func deal(_ number: Int64) -> Deal? { board.state.workspace[numbered(number)] }

  @Test
  mutating func `v marks the focused deal, and takes its mark away`() {
    board.press("v")
    #expect(board.screen.contains("* Cobalt Labs"))
    #expect(board.status.contains("* 1 marked $22k"))

    board.press("v")
    #expect(!board.screen.contains("* Cobalt Labs"))
  }

  @Test
  mutating func `the marked deals and their sum stand in the status line`() {
    markThree()

    // 22 + none + 64 = 86.
    #expect(board.status.contains("* 3 marked $86k  Mistral Bank"))
    Golden.expect(board.lines, toBe: "marked-120x24")
  }

  @Test
  mutating func `a step of several deals stays on top of what is loaded anew until it is saved`() {
    board.storeIsSilent = true
    markThree()
    board.press("L L")
    let loaded = WorkspaceSnapshot.fixture(SalesTeam.deals, closed: SalesTeam.closed)
    board.act(.reloaded(Workspace(loaded), UndoState()))

    #expect([3, 11, 15].map { board.stage(of: $0) } == [2, 2, 3])
    #expect(board.status.contains("saving…"))

    // The first move is not made; the second one, to Proposal, is still on its way.
    board.act(.storeFailed(Ticket(number: 1), StoreFailure(sentence: "Busy.")))
    #expect([3, 11, 15].map { board.stage(of: $0) } == [2, 2, 3])
    board.act(.storeFailed(Ticket(number: 2), StoreFailure(sentence: "Busy.")))
    #expect([3, 11, 15].map { board.stage(of: $0) } == [0, 0, 1])
  }

  @Test
  mutating func `V marks the column and unmarks it`() {
    board.press("l V")
    #expect(board.state.marked.count == 9)

    board.press("j v V")
    #expect(board.state.marked.count == 9)
    board.press("V")
    #expect(board.state.marked.isEmpty)
  }

  @Test
  mutating func `ctrl-a marks all that are shown`() {
    board.press("ctrl-a")
    #expect(board.state.marked.count == 29)

    board.press("esc /")
    board.type("owner:rita")
    board.press("enter ctrl-a")
    #expect(board.state.marked.count == 10)
  }

  @Test
  mutating func `esc unmarks first and takes the filter away second`() {
    board.press("/")
    board.type("owner:rita")
    board.press("enter v esc")
    #expect(board.state.marked.isEmpty)
    #expect(!board.state.narrowing.isEmpty)

    board.press("esc")
    #expect(board.state.narrowing.isEmpty)
  }

  @Test
  mutating func `marked deals that a filter hides are not acted on`() {
    markThree()
    board.press("/")
    board.type("owner:rita")
    board.press("enter")
    #expect(board.status.contains("* 1 marked $64k"))

    board.press("w")
    #expect(board.requests.last?.summary == "win Mistral Bank")

    board.press("/ ctrl-u enter")
    #expect(board.status.contains("* 2 marked $22k"))
  }

  @Test
  mutating func `L sends each marked deal on from where it stands, as one step`() {
    markThree()
    board.press("L")

    #expect(board.stage(of: 3) == 1)
    #expect(board.stage(of: 11) == 1)
    #expect(board.stage(of: 15) == 2)
    #expect(board.requests.count == 1)
    #expect(board.said == "Sent 3 deals on")

    board.press("u")
    #expect(board.stage(of: 3) == 0)
    #expect(board.stage(of: 11) == 0)
    #expect(board.stage(of: 15) == 1)
  }

  @Test
  mutating func `those that cannot go back stay, and are said`() {
    markThree()
    board.press("H")

    #expect(board.stage(of: 15) == 0)
    #expect(board.stage(of: 3) == 0)
    #expect(board.requests.last?.changes.count == 1)
  }

  @Test
  mutating func `marked deals are carried together and show the totals as they would be`() {
    markThree()
    board.press("space l")
    // To Proposal: Lead 252.7 - 22 = 230.7, Qualified 305.8 - 64 = 241.8, Proposal 316 + 86 = 402.
    #expect(board.lines[2].contains("$231k"))
    #expect(board.lines[2].contains("$242k"))
    #expect(board.lines[2].contains("$402k"))
    #expect(board.status.contains("◆ 3 deals: → PROPOSAL (3/4)   stage $316k → $402k"))

    board.press("space")
    #expect([3, 11, 15].allSatisfy { board.stage(of: $0) == 2 })
    #expect(board.requests.map(\.summary) == ["move 3 deals to Proposal"])
  }

  @Test
  mutating func `grabbed and dropped at once, several deals stay where they are`() {
    markThree()
    board.press("space space")

    #expect(board.requests.isEmpty)
    #expect(board.stage(of: 3) == 0)
  }

  @Test
  mutating func `put back, several deals are where they were`() {
    markThree()
    board.press("space 4 esc")

    #expect(board.requests.isEmpty)
    #expect(board.state.preview == nil)
    #expect(board.state.marked.count == 3)
  }

  @Test
  mutating func `w wins all marked, and they are marked no more`() {
    markThree()
    board.press("w")

    #expect([3, 11, 15].allSatisfy { deal($0)?.status.isWon == true })
    #expect(board.requests.last?.changes.count == 3)
    #expect(board.state.marked.isEmpty)
  }

  @Test
  mutating func `x asks one reason for all`() {
    markThree()
    board.press("x")
    #expect(board.screen.contains("Lose 3 deals: why?"))
    board.type("price")
    board.press("enter")

    #expect([3, 11, 15].allSatisfy { deal($0)?.status == .lost(SalesTeam.today, reason: "price") })
  }

  @Test
  mutating func `D deletes all marked, and one undo brings them back`() {
    markThree()
    board.press("D")
    #expect(board.state.figures.open.deals == 26)

    board.press("u")
    #expect(board.state.figures.open.deals == 29)
  }

  @Test(arguments: [
    ("$", "5k", DealChange.valued(500_000, .dollar)),
    ("c", "eoq", .expectedCloseSet(day(12, 31))), ("N", "called", .noted("called")),
  ])
  mutating func `a line sets the same for all marked`(
    key: String,
    text: String,
    change: DealChange
  ) {
    markThree()
    board.press(key)
    #expect(board.footer.contains("3 deals"))
    board.press("ctrl-u")
    board.type(text)
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.change) == [change, change, change])
  }

  @Test
  mutating func `n plans a step for all marked`() {
    markThree()
    board.press("n")
    board.type("call fri")
    board.press("enter")

    #expect([3, 11, 15].allSatisfy { deal($0)?.nextStep?.due == day(11, 20) })
    #expect([3, 11, 15].allSatisfy { deal($0)?.steps.count == 1 })
  }

  @Test
  mutating func `e shows what marked deals share, and sets what is typed for all`() {
    markThree()
    board.press("e")
    Golden.expect(board.lines, toBe: "edit-marked-120x24")

    // Value, stage, owner: Anna, Jonas and Rita differ.
    board.press("tab tab")
    board.type("rita")
    board.press("enter")

    #expect([3, 11, 15].allSatisfy { deal($0)?.owner == numbered(3) })
    // Mistral Bank was Rita's already.
    #expect(board.requests.last?.changes.count == 2)
    #expect(deal(3)?.title == "Cobalt Labs")
    #expect(deal(15)?.minorUnits == 6_400_000)
  }

  @Test
  mutating func `labels are added and taken away for all marked`() {
    markThree()
    board.press("e shift-tab")
    board.type("+hot, -inbound")
    board.press("enter")

    #expect(deal(3)?.labels == ["hot"])
    #expect(deal(15)?.labels == ["finance", "hot"])
  }

  @Test(arguments: ["none", "nobody"])
  mutating func `the owner in which marked deals differ is cleared by a word for nobody`(
    word: String
  ) {
    markThree()
    board.press("e tab tab")
    board.type(word)
    board.press("enter")

    #expect([3, 11, 15].allSatisfy { deal($0)?.owner == nil })
  }

  @Test
  mutating func `where others were first, what was wanted of all marked is said once`() {
    markThree()
    board.storeIsSilent = true
    board.press("e tab tab")
    board.type("jonas")
    board.press("enter")
    _ = board.store.change(3, .ownerSet(numbered(3)), at: -3_000)
    board.storeIsSilent = false

    #expect(board.screen.contains("You: edit 2 deals, owner Jonas"))
    #expect(board.screen.split(separator: "owner Jonas").count == 2)
  }

  @Test
  mutating func `. repeats on all marked`() {
    board.press("c ctrl-u")
    board.type("eom")
    board.press("enter j j v l v .")

    #expect(board.requests.last?.changes.count == 2)
    #expect(deal(11)?.expectedClose == day(11, 30))
  }

  @Test
  mutating func `y copies the lines of all marked`() {
    board.press("v j v y")

    guard case .copy(let text) = board.effects.last else {
      Issue.record("Nothing was copied.")
      return
    }
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test
  mutating func `a step of several deals is taken back, and the focus stays where it is`() {
    markThree()
    board.press("L esc l g g")
    #expect(board.focused == "Xenon Air")
    board.press("u")

    #expect([3, 11, 15].map { board.stage(of: $0) } == [0, 0, 1])
    #expect(board.focused == "Xenon Air")

    board.press("ctrl-r")
    #expect([3, 11, 15].map { board.stage(of: $0) } == [1, 1, 2])
    #expect(board.focused == "Xenon Air")
  }

  @Test
  mutating func `where the focused deal goes with a step, the first one left of it has the focus`()
  {
    // Cobalt Labs goes to Qualified, the first one in Negotiation is won.
    board.press("v 4 g g v L u 4 g g")
    let won = board.focused
    board.press("ctrl-r")

    #expect(won == "Xenon Air")
    #expect(board.stage(of: 3) == 1)
    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `of marked deals only the open ones are put aside, and the rest is said`() {
    // The last one stands among the won deals.
    board.press("v 4 l v Z enter")

    let changes = board.requests.last?.changes
    #expect(changes?.map(\.change) == [.snoozed(until: SalesTeam.today + 7, reason: nil)])
    #expect(deal(3)?.snoozedUntil == SalesTeam.today + 7)
    #expect(board.said?.contains("1 deal left out: ") == true)
    #expect(board.said?.contains("is closed. Reopen it first.") == true)
  }

  @Test
  mutating func `an open deal is acted on alone, whatever is marked`() {
    markThree()
    board.press("l enter w")

    #expect(deal(3)?.status.isOpen == true)
    #expect(deal(26)?.status.isWon == true)
  }

  @Test
  mutating func `a step of over twenty deals asks for a second u`() {
    board.press("ctrl-a N")
    board.type("fair in Berlin")
    board.press("enter u")

    #expect(board.said == "u again takes back: write a note on 29 deals (29 changes)")
  }

  @Test
  mutating func `deals that others close are not among the marked any more`() {
    markThree()
    board.others(15, .won)
    board.press("w")

    #expect(board.requests.last?.changes.count == 2)
  }

  @Test
  mutating func `a frame asks of marked deals what is counted, and goes through none of them`() {
    let asked: [Command] = [.sendBack, .sendOn, .win, .lose, .snooze, .delete, .note, .reopen]
    board.press("ctrl-a")
    let before = asked.map { $0.unavailable(in: board.state) }

    // Taken away behind the counts: whoever looked for one of the deals would miss it.
    board.state.workspace = Workspace(.fixture([]))

    #expect(asked.map { $0.unavailable(in: board.state) } == before)
    #expect(before.dropLast().allSatisfy { $0 == nil })
    #expect(board.status.contains("* 29 marked"))
  }

  @Test
  mutating func `marked deals are counted as they are now, whoever changed them`() {
    markThree()
    board.others(15, .valued(7_400_000, .dollar))
    board.press("k")
    // 22 + none + 74 = 96.
    #expect(board.status.contains("* 3 marked $96k"))

    board.others(3, .lost(reason: nil))
    board.press("k")
    #expect(board.status.contains("* 2 marked $74k"))

    board.others(11, .deleted)
    board.press("k")
    #expect(board.status.contains("* 1 marked $74k"))
  }

  @Test
  mutating func `deals in the first stage cannot go back, marked or not`() {
    board.press("v j v")
    #expect(Command.sendBack.unavailable(in: board.state) == "This is the first stage.")

    board.press("l v")
    #expect(Command.sendBack.unavailable(in: board.state) == nil)
  }

  @Test
  mutating func `L over the last stage says how many it won, and undo brings their marks back`() {
    // Three in Negotiation, one in Proposal.
    board.press("4 V 3 v L")
    #expect(board.said == "Sent 1 deal on, won 3 deals")
    #expect(board.requests.last?.summary == "send 1 deal on, win 3 deals")
    #expect(board.state.marked.count == 1)

    board.press("u")
    #expect(board.state.marked.count == 4)
  }

  @Test
  mutating func `. after L over the last stage sends on`() {
    board.press("4 V 3 v L esc 1 .")

    #expect(board.requests.last?.summary == "move Cobalt Labs to Qualified")
  }

  @Test
  mutating func `L from the last stage alone wins, and says so`() {
    board.press("4 V L")

    #expect(board.said == "Won 3 deals")
  }

  @Test
  mutating func `other marks that were made since stay as they are`() {
    board.press("4 V w 1 v u")
    #expect(board.state.marked.count == 1)
  }

  // MARK: Lines about several deals

  @Test(arguments: ["$", "c"])
  mutating func `where marked deals differ their line begins empty, and enter takes nothing`(
    key: String
  ) {
    board.press("c")
    board.type("+2w")
    board.press("enter v j v j")
    let before = board.requests.count

    board.press("\(key) enter")

    #expect(board.requests.count == before)
    #expect(board.screen.contains("They differ."))
    #expect(board.footer.contains(", 2 deals:"))
  }

  @Test
  mutating func `a blank clears what marked deals differ in`() {
    markThree()
    board.press("$")
    board.type(" ")
    board.press("enter")

    #expect([3, 11, 15].map { deal($0)?.minorUnits } == [nil, nil, nil])
  }

  @Test
  mutating func `what all marked deals have is what their line begins with, not the focused one's`()
  {
    markThree()
    board.press("$")
    board.type("5k")
    board.press("enter g g")
    #expect(board.focused != "Mistral Bank")

    board.press("$")

    #expect(board.footer.contains("5000"))
  }

  @Test
  mutating func `winning marked deals says that each keeps its value`() {
    markThree()
    board.press("W")
    #expect(board.screen.contains("→ today · each at its own value"))

    board.type("5k")
    #expect(board.screen.contains("→ today · $5,000 each"))
  }

  @Test
  mutating func `t names the person of all marked deals`() {
    markThree()
    board.press("t")
    #expect(board.footer.contains("person, 3 deals:"))
    board.type("Sam Fischer")
    board.press("enter")

    #expect([3, 11, 15].allSatisfy { deal($0)?.contact == "Sam Fischer" })
    #expect(board.requests.count == 1)
  }

  @Test
  mutating func `t with phone or mail is about one deal`() {
    markThree()
    board.press("t")
    board.type("Sam Fischer sam@falcon.example")
    board.press("enter")

    #expect(board.requests.isEmpty)
    #expect(board.screen.contains("Of several deals, the name alone"))
  }

  @Test
  mutating func `with one deal marked, t is about that one and not the focused one`() {
    board.press("v j t")
    board.type("Sam Fischer")
    board.press("enter")

    #expect(board.requests.last?.changes.map(\.target) == [.deal(numbered(3), revision: 2)])
  }
}
