import Pipeline
import Testing

@testable import Board

/// What is shown and how: filter, mine, order, density, collapsed columns, pipelines, sidebar.
struct ViewTests {
  private var board = TestBoard.salesTeam()

  @Test
  mutating func `the board narrows as a filter is typed, and so do its numbers`() {
    board.press("/")
    board.type("owner:rita")
    // Rita: Delta 6, Fjord 12, Ibex 18, Lambda; Mistral 64, Orchid 7.8, Sierra; Sable 140, Vega 52;
    // Yarrow 17: ten deals, 316.8 in all.
    #expect(board.state.figures.open.deals == 10)
    #expect(board.lines[0].contains("10 of 29 open deals, $317k of $1.20M"))

    board.press("enter")
    #expect(board.state.layers.isBoardOnTop)
    #expect(board.lines[0].contains("/ owner:rita"))

    board.press("esc")
    #expect(board.state.figures.open.deals == 29)
  }

  @Test
  mutating func `esc while typing a filter brings back what was there`() {
    board.press("/")
    board.type("acme")
    #expect(board.focused == "Acme renewal")
    board.press("esc")

    #expect(board.state.narrowing.isEmpty)
    #expect(board.state.figures.open.deals == 29)
  }

  @Test
  mutating func
    `a filter that cannot be understood yet changes nothing, and says so when it is wrong`()
  {
    board.press("/")
    board.type("owner:")
    #expect(board.state.figures.open.deals == 29)

    board.type("zed")
    // To its end, in the rows above the line that is typed.
    let said = board.lines.suffix(5).joined(separator: " ")
    #expect(said.contains("owner:zed: nobody and nothing; there is"))
    for person in board.state.workspace.people { #expect(said.contains(person.name)) }
    #expect(board.state.figures.open.deals == 29)
  }

  @Test(arguments: [
    ("is:nope", "is:nope: write stale, stuck."),
    ("foo:bar", "foo:bar: no such term; there is"),
    ("value:>abc", "is not an amount."),
    ("acme owner:", "owner: is not finished."),
  ])
  mutating func `enter on a filter that is not understood says why and keeps nothing`(
    text: String,
    sentence: String
  ) {
    board.press("/")
    board.type(text)
    board.press("enter")

    let said = board.lines.suffix(6).joined(separator: " ")
    #expect(said.contains(sentence), "\(said)")
    #expect(board.footer.contains(text))
    #expect(board.state.narrowing.isEmpty)
    #expect(board.state.figures.open.deals == 29)

    board.press("ctrl-u")
    board.type("acme")
    board.press("enter")
    #expect(board.state.narrowing.filterText == "acme")
  }

  @Test
  mutating func `a card that does not pass any more stays until the focus leaves it`() {
    board.press("/")
    board.type("value:>70k stage:lead")
    board.press("enter esc $ ctrl-u")
    board.type("1k")
    board.press("enter")
    #expect(board.focused == "Gamma Rail")

    board.press("esc")
    #expect(board.state.figures.open.deals == 29)
  }

  @Test
  mutating func `totals of closed deals are asked for, and only the last answer counts`() {
    board.press("/")
    board.type("ri")
    board.press("enter")
    let tickets = board.effects.compactMap { effect in
      if case .loadFilteredTotals(let ticket, _, _) = effect { ticket } else { nil }
    }
    #expect(tickets.count == 2)
    #expect(board.lines[21].contains("counting closed deals …"))

    board.act(.filteredTotalsArrived(tickets[0], [:]))
    #expect(board.lines[21].contains("counting closed deals …"))
    board.act(.filteredTotalsArrived(tickets[1], [numbered(1): SalesTeam.closed]))
    #expect(board.lines[21].contains("win 31% (44/142)"))
  }

  @Test
  mutating func `i shows mine or all, and it is remembered`() {
    board.press("i")
    // Anna: Acme, Cobalt, Gamma, Jade; Lumen, Pine, Reed; Raven, Umbra; Xenon: ten.
    #expect(board.state.figures.open.deals == 10)
    #expect(board.lines[0].contains("/ mine"))
    #expect(board.effects.contains(.save(.mine(true))))

    board.press("i")
    #expect(board.state.figures.open.deals == 29)
    #expect(board.effects.last == .save(.mine(false)))
  }

  @Test
  mutating func `s sorts the column in the next way`() {
    board.press("s g g")
    // By value: Gamma 75, Acme 48, Evergreen 31.
    #expect(board.said == nil)
    #expect(board.focused == "Gamma Rail")

    board.press("s")
    #expect(board.said == "Lead by age in stage")
    board.press("s s")
    #expect(board.said == "Lead by title")
    board.press("g g")
    #expect(board.focused == "Acme renewal")
    board.press("s")
    #expect(board.said == "Lead by next step")
  }

  @Test
  mutating func `z makes cards taller and lower, and it is remembered`() {
    #expect(board.screen.contains("$22k AK"))
    board.press("z")
    #expect(!board.screen.contains("$22k AK"))
    #expect(board.effects.last == .save(.density(.line)))

    board.press("z")
    #expect(board.screen.contains("! overdue 4d"))
    board.press("z")
    #expect(board.effects.last == .save(.density(nil)))
  }

  @Test
  mutating func `under 20 rows a card has one line`() {
    board.act(.resized(rows: 18, columns: 80))
    board.press("z")

    #expect(board.said == "Under 20 rows a card has one line.")
  }

  @Test
  mutating func `C collapses the column and widens it again`() {
    board.press("C")
    #expect(!board.screen.contains("Cobalt Labs    "))
    #expect(board.screen.contains("Kestrel Media"))

    board.press("C")
    #expect(board.screen.contains("Cobalt Labs"))
  }

  @Test
  mutating func `m unfolds the sidebar over a narrow board and folds a wide one's`() {
    board.press("m")
    #expect(board.screen.contains("PIPELINE"))
    board.press("m")
    #expect(!board.screen.contains("PIPELINE"))

    board.act(.resized(rows: 40, columns: 120))
    #expect(board.screen.contains("PIPELINE"))
    board.press("m")
    #expect(!board.screen.contains("PIPELINE"))
    #expect(board.effects.last == .save(.sidebar(false)))
  }

  @Test
  mutating func `tab goes into the sidebar and back`() {
    board.press("tab")
    #expect(board.state.layers.top is SidebarLayer)
    board.press("j j k")
    #expect(board.focused == "Cobalt Labs")

    board.press("tab")
    #expect(board.state.layers.isBoardOnTop)
  }

  @Test
  mutating func `p chooses another pipeline`() {
    let renewals = SalesPipeline(
      id: numbered(2),
      name: "Renewals",
      stages: [Stage(id: numbered(9), name: "Due")]
    )
    board = TestBoard(
      .fixture(
        SalesTeam.deals + [.fixture(50, "Acme 2027", stage: 9, pipeline: 2)],
        pipelines: [SalesTeam.pipeline, renewals]
      )
    )
    board.press("p down enter")

    #expect(board.focused == "Acme 2027")
    #expect(board.lines[0].contains("Renewals ▾"))
    #expect(board.effects.contains(.save(.pipeline("Renewals"))))
  }

  @Test
  mutating func `with one pipeline there is nothing to choose`() {
    board.press("p")

    #expect(board.said == "There is one pipeline.")
  }

  @Test
  mutating func `what was copied is said: one line as it is, of several how many, once`() {
    board.press("v j v y")
    #expect(board.said == "Copied 2 deals")
    board.act(.copied("Cobalt Labs\nNova Retail"))
    #expect(board.said == "Copied 2 deals")

    // The minutes of a meeting, which are copied without a word.
    board.press("esc")
    #expect(board.said == nil)
    board.act(.copied("# Review\n\nCobalt Labs: kept"))
    #expect(board.said == "Copied 2 lines")

    board.act(.copied("Cobalt Labs"))
    #expect(board.said == "Copied: Cobalt Labs")
  }

  @Test
  mutating func `y copies the deal's line`() {
    board.press("y")

    #expect(
      board.effects.last
        == .copy("Cobalt Labs · $22,000 · Anna Kern · 31 days in Lead · ! overdue 4d call")
    )
  }

  @Test
  mutating func `T tries the next theme and it is remembered`() {
    board = TestBoard.salesTeam {
      $0.themes = Themes([Theme(name: "default"), Theme(name: "nord")])
    }
    board.press("T")

    #expect(board.state.theme.name == "nord")
    #expect(board.effects.last == .save(.theme("nord")))
    board.press("T")
    #expect(board.state.theme.name == "default")
  }

  @Test
  mutating func `T passes over a theme that cannot be used`() {
    board = TestBoard.salesTeam {
      $0.themes = Themes(names: ["default", "spoilt", "nord"]) { name in
        name == "spoilt" ? nil : Theme(name: name)
      }
    }
    board.press("T")

    #expect(board.state.theme.name == "nord")
  }
}
