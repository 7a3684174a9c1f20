import Pipeline
import Testing

@testable import Board

/// Moving the focus.
///
/// Lead stands as Cobalt, Borealis, Kilo, Delta, Gamma, Hexa, Fjord, Evergreen,
/// Ibex, Lambda, Acme, Jade; Qualified as Lumen, Mistral, Pine, Orchid, Quartz, Reed, Kestrel,
/// Nova, Sierra; Proposal as Sable, Vega, Tundra, Umbra, Raven; Negotiation as Xenon, Yarrow,
/// Willow.
struct FocusTests {
  private var board = TestBoard.salesTeam()

  @Test
  func `the board opens on the first deal of the first stage that has one`() {
    #expect(board.focused == "Cobalt Labs")
    let late = SalesTeam.deals.filter { $0.stage.rawValue >= 3 }

    let other = TestBoard(.fixture(late))

    #expect(other.focused == "Sable Motors")
  }

  @Test(arguments: [
    ("j", "Borealis pilot"), ("down", "Borealis pilot"), ("j k", "Cobalt Labs"),
    ("down up", "Cobalt Labs"), ("k", "Cobalt Labs"), ("l", "Lumen Energy"),
    ("right", "Lumen Energy"), ("l h", "Cobalt Labs"), ("right left", "Cobalt Labs"),
    ("h", "Cobalt Labs"), ("G", "Jade Clinic"), ("end", "Jade Clinic"), ("G j", "Jade Clinic"),
    ("G g g", "Cobalt Labs"), ("G home", "Cobalt Labs"), ("4", "Xenon Air"),
    ("4 1", "Cobalt Labs"),
  ])
  mutating func `a key moves the focus`(keys: String, to title: String) {
    board.press(keys)

    #expect(board.focused == title)
  }

  @Test
  mutating func `a column remembers the deal that had the focus`() {
    board.press("j j l")
    #expect(board.focused == "Pine & Co")

    board.press("j h")
    #expect(board.focused == "Kilo Partners")

    board.press("l")
    #expect(board.focused == "Orchid Spa")
  }

  @Test
  mutating func `a column that was not visited is entered at the same height, or at its end`() {
    board.press("j j j j l")
    #expect(board.focused == "Quartz AG")

    board.press("4")
    #expect(board.focused == "Willow Homes")
  }

  @Test
  mutating func `a stage that is not there is refused`() {
    board.press("7")

    #expect(board.said == "There are 4 stages.")
    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `a column scrolls with the focus and says what is out of sight`() {
    board.act(.resized(rows: 20, columns: 80))
    #expect(board.screen.contains("+6 more"))

    board.press("G")

    #expect(board.screen.contains("Jade Clinic"))
    #expect(!board.screen.contains("Cobalt Labs"))
    #expect(board.screen.contains("+6 more"))
  }

  @Test
  mutating func `a page is what fits on the screen`() {
    board.press("pgdn")
    let below = board.state.focus.row
    #expect(below > 4)

    board.press("pgup")

    #expect(board.focused == "Cobalt Labs")
  }

  @Test
  mutating func `stages that do not fit scroll into sight with the focus`() {
    board.act(.resized(rows: 24, columns: 60))
    #expect(board.lines[1].contains("Negotiation 3 ›"))

    board.press("4")

    #expect(board.lines[1].contains("‹ Lead 12"))
    #expect(board.screen.contains("NEGOTIATION"))
  }

  @Test
  mutating func `a resize keeps the focus`() {
    board.press("l j j j j j j j")
    let title = board.focused

    for (rows, columns) in [(20, 40), (8, 30), (50, 200), (12, 60), (40, 120)] {
      board.act(.resized(rows: rows, columns: columns))
      #expect(board.focused == title)
      if rows >= 10 { #expect(board.screen.contains("Nova Retail")) }
    }
  }

  @Test
  mutating func `below the least size only q works`() {
    board.act(.resized(rows: 8, columns: 30))

    board.press("j w D")
    #expect(board.focused == "Cobalt Labs")
    #expect(board.requests.isEmpty)

    board.press("q")
    #expect(board.effects.last == .quit)
  }

  @Test
  mutating func `# goes to a deal by its number`() {
    board.press("#")
    board.type("29")
    board.press("enter")
    #expect(board.focused == "Yarrow Farm")

    board.press("#")
    board.type("4711")
    board.press("enter")
    #expect(board.effects.last == .findDeal(numbered(4711)))
  }

  @Test
  mutating func `g waits for a second key and shows what may follow`() {
    board.press("G g")
    #expect(board.footer.contains("g …"))
    #expect(board.screen.contains("f funnel"))

    board.press("esc")

    #expect(board.focused == "Jade Clinic")
    #expect(board.footer.contains("? help"))
  }
}
