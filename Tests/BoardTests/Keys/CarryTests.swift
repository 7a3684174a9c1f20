import Pipeline
import Testing

@testable import Board

/// Grabbing, carrying, dropping, putting back.
struct CarryTests {
  private var board = TestBoard.salesTeam()

  @Test
  mutating func `a carried deal shows the totals as they would be`() {
    // Cobalt Labs, 22: Lead 252.7 - 22 = 230.7, Qualified 305.8 + 22 = 327.8.
    board.press("space l")

    #expect(board.lines[1].contains("LEAD           11"))
    #expect(board.lines[1].contains("▼ QUALIFIED    10"))
    #expect(board.lines[2].contains("$231k"))
    #expect(board.lines[2].contains("$328k"))
    #expect(board.status.contains("◆ Cobalt Labs: Lead → QUALIFIED (2/4)"))
    #expect(board.status.contains("stage $306k → $328k"))
    #expect(board.status.contains("GRAB"))
    #expect(board.screen.contains("█◆ Cobalt Labs"))
    #expect(board.requests.isEmpty)
  }

  @Test
  mutating func `what others do to other deals changes both sides of the totals`() {
    board.press("space l")

    // Kestrel Media from 36 to 46: Qualified 305.8 + 10 = 315.8, with Cobalt Labs' 22: 337.8.
    board.others(13, .valued(4_600_000, .dollar))
    #expect(board.lines[2].contains("$338k"))
    board.press("h l")
    #expect(board.status.contains("stage $316k → $338k"))

    // It leaves the stage: 305.8 - 36 = 269.8, with Cobalt Labs' 22: 291.8.
    board.others(13, .moved(to: numbered(3)))
    #expect(board.lines[1].contains("▼ QUALIFIED     9"))
    #expect(board.lines[2].contains("$292k"))
    #expect(board.screen.contains("Kestrel"))
  }

  @Test
  mutating func `what others do leaves the line to what a drop would do`() {
    board.press("space l")
    board.others(13, .moved(to: numbered(3)))

    #expect(board.status.contains("stage $270k → $292k"))
    #expect(board.footer.contains("Rita Sato: moved Kestrel Media to Proposal"))
  }

  @Test
  mutating func `a carry that others end is said, and the next drop picks nothing up`() {
    board.press("space l")
    board.others(13, .moved(to: numbered(3)))
    board.others(3, .deleted)

    let said = "Rita Sato: deleted Cobalt Labs; nothing is carried any more"
    #expect(board.said == said)
    #expect(board.state.layers.isBoardOnTop)

    board.press("l space")
    #expect(board.state.carry == nil)
    #expect(board.said == said)

    board.press("space")
    #expect(board.state.carry != nil)
  }

  @Test
  mutating func `who saw that the carry ended grabs the next deal`() {
    board.press("space l")
    board.others(3, .deleted)
    board.clock.now = Instant(milliseconds: board.clock.now.milliseconds + 2_000)

    board.press("space")

    #expect(board.state.carry != nil)
  }

  @Test(arguments: ["space", "enter"])
  mutating func `dropped, it stands there and has the focus`(key: String) {
    board.press("space l l \(key)")

    #expect(board.stage(of: 3) == 2)
    #expect(board.focused == "Cobalt Labs")
    #expect(board.requests.map(\.summary) == ["move Cobalt Labs to Proposal"])
    #expect(!board.status.contains("GRAB"))
  }

  @Test
  mutating func `put back, nothing has changed`() {
    let before = board.lines
    board.press("space l l esc")

    #expect(board.lines == before)
    #expect(board.requests.isEmpty)
    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `dropped where it was, nothing is sent`() {
    board.press("space l h space")

    #expect(board.requests.isEmpty)
    #expect(board.stage(of: 3) == 0)
  }

  @Test
  mutating func `a number carries to that stage`() {
    board.press("space 4 space")
    #expect(board.stage(of: 3) == 3)

    board.press("space 9")
    #expect(board.said == "There are 4 stages.")
    #expect(board.status.contains("There are 4 stages."))
  }

  @Test
  mutating func `up and down do nothing while carrying, and other keys neither`() {
    board.press("space l j k w D a x")

    #expect(board.requests.isEmpty)
    #expect(board.state.layers.top is CarryLayer)
    #expect(board.state.carry?.target == .stage(1))
  }

  @Test
  mutating func `carried beyond the last stage and dropped it is won`() {
    // 8 won this month, and Xenon Air makes nine: 211.9 + 210 = 421.9.
    board.press("4 space l")
    #expect(board.status.contains("◆ Xenon Air: Negotiation → WON"))
    #expect(board.state.figuresIfDropped?.dealsWonThisMonth == 9)

    board.press("space")

    #expect(board.state.workspace[numbered(28)]?.status.isWon == true)
    #expect(board.state.figures.dealsWonThisMonth == 9)
  }

  @Test
  mutating func `at the edges it is carried no further`() {
    board.press("space h h")
    #expect(board.state.carry?.target == .stage(0))

    board.press("l l l l l l l")
    #expect(board.state.carry?.target == .won)
  }

  @Test
  mutating func `carrying revives no stale deal`() {
    // Cobalt Labs is idle for 31 days of 21: it stays out of N while it is carried.
    let before = board.state.figures.open.stale
    board.press("space l")

    #expect(board.state.figuresIfDropped?.open.stale == before)
  }

  @Test
  mutating func `others' changes go on while a deal is carried`() {
    board.press("space l")
    board.others(13, .valued(4_600_000, .dollar))

    // Qualified 305.8 + 10 = 315.8 before, 337.8 with Cobalt Labs.
    #expect(board.status.contains("stage $316k → $338k") || board.said != nil)
    board.press("l h")
    #expect(board.status.contains("stage $316k → $338k"))
  }

  @Test
  mutating func `where someone else closes the carried deal, carrying ends`() {
    board.press("space l")
    board.others(3, .won)

    #expect(board.state.carry == nil)
    #expect(board.state.layers.isBoardOnTop)
    #expect(board.state.workspace[numbered(3)]?.status.isWon == true)
    #expect(board.said == "Rita Sato: won Cobalt Labs; nothing is carried any more")
  }

  @Test
  mutating func `where someone else moves the carried deal, it is carried from there`() {
    board.press("space l")
    board.others(3, .moved(to: numbered(3)))
    board.press("space")

    #expect(board.stage(of: 3) == 1)
  }

  @Test
  mutating func `beyond the last and the first column it says that there is none`() {
    board.press("space h")
    #expect(board.said == "No column there: Lead is the first one.")

    board.press("l l l l")
    #expect(board.status.contains("WON"))
    board.press("l")
    #expect(board.said == "No column there: won is the last one.")
    board.press("h")
    #expect(board.status.contains("NEGOTIATION"))
  }

  @Test
  mutating func `a closed deal cannot be grabbed`() {
    board.act(.resized(rows: 40, columns: 140))
    board.press("4 l space")

    #expect(board.said == "The deal is closed. Reopen it first.")
  }
}
