import Pipeline
import Testing

@testable import Board

/// Finding what a filter lets through takes as long as there are deals: the board goes on meanwhile.
struct NarrowingTests {
  private var board = TestBoard.salesTeam()

  /// The narrowings that were asked for and not answered by the board's tests themselves.
  private var requests: [NarrowingRequest] {
    board.effects.compactMap { if case .narrow(let request) = $0 { request } else { nil } }
  }

  private func deal(_ number: Int64) -> Deal? { board.state.workspace[numbered(number)] }

  /// How many wins the column's head says, and the rail.
  private var shownWins: [String] {
    let context = BoardContext(board.state)
    return [StageHeaderContent(context, .won).count, RailContent(context, .won).count]
  }

  /// Types a filter and leaves the line before anything is found.
  private mutating func filterSlowly(by text: String) {
    board.narrowingIsSlow = true
    board.press("/")
    board.type(text)
    board.press("enter")
  }

  @Test
  mutating func `a letter is shown at once, and what it finds when it is found`() {
    board.narrowingIsSlow = true
    board.press("/")
    board.type("owner:rita")

    #expect(board.footer.contains("owner:rita"))
    #expect(board.state.figures.open.deals == 29)
    #expect(board.screen.contains("(older) "))

    board.narrowingIsSlow = false
    #expect(board.state.figures.open.deals == 10)
    #expect(!board.screen.contains("(older) "))
  }

  @Test
  mutating func `a word that grows is looked for among what its beginning found`() {
    board.press("/")
    board.type("r")
    let first = board.state.narrowed?.dealCount
    board.type("e")
    let second = board.state.narrowed?.dealCount
    board.type("n")

    #expect(first != nil)
    #expect(second != nil)
    #expect(requests.map { $0.source?.dealCount } == [nil, first, second])
    var once = TestBoard.salesTeam()
    once.press("/")
    once.narrowingIsSlow = true
    once.type("ren")
    once.narrowingIsSlow = false
    #expect(once.state.figures == board.state.figures)
    #expect(once.state.figures.open.deals > 0)
    #expect(once.screen == board.screen)
  }

  @Test
  mutating func `a word that grows before its beginning was found is looked for among all`() {
    board.narrowingIsSlow = true
    board.press("/")
    board.type("re")

    #expect(requests.count == 2)
    #expect(requests.allSatisfy { $0.source == nil })
  }

  @Test
  mutating func `a letter goes through no deal on the screen's thread`() {
    board.narrowingIsSlow = true
    board.press("/")
    // Without a deal behind it: whoever looked for what the letter finds would find nothing.
    let workspace = board.state.workspace
    board.state.workspace = Workspace(.fixture([]))
    board.type("r")
    #expect(board.state.narrowed == nil)

    board.state.workspace = workspace
    #expect(board.effects.filter { if case .loadFilteredTotals = $0 { true } else { false } } == [])
  }

  @Test
  mutating func `of several letters the last one is answered`() throws {
    board.narrowingIsSlow = true
    board.press("/")
    board.type("ac")
    #expect(requests.count == 2)

    let overtaken = try #require(requests.first?.answer())
    board.act(.narrowed(overtaken))
    #expect(board.state.figures.open.deals == 29)

    let last = try #require(requests.last?.answer())
    board.act(.narrowed(last))
    #expect(board.state.narrowing.filterText == "ac")
    #expect(board.state.figures.open.deals < 29)
  }

  @Test
  mutating func `what is overtaken is broken off`() throws {
    board.narrowingIsSlow = true
    board.press("/")
    board.type("a")
    var large = try #require(requests.first)
    large = NarrowingRequest(
      ticket: large.ticket,
      workspace: Workspace(.fixture((1...5_000).map { Deal.fixture($0, "Acme \($0)") })),
      choice: large.choice,
      pipeline: large.pipeline
    )

    #expect(large.answer(unless: { true }) == nil)
    #expect(large.answer()?.workspace?.dealCount == 5_000)
  }

  @Test
  mutating func `keys after the filter act on what it finds`() {
    filterSlowly(by: "mistral")
    board.press("w")
    #expect(board.requests.isEmpty)

    board.narrowingIsSlow = false
    #expect(board.requests.map(\.summary) == ["win Mistral Bank"])
  }

  @Test
  mutating func `a cursor in the line waits for what is found, and letters after it too`() {
    board.narrowingIsSlow = true
    board.press("/")
    board.type("rita")
    board.press("down x")
    #expect(board.footer.contains("rita"))
    #expect(!board.footer.contains("ritax"))

    board.narrowingIsSlow = false
    #expect(board.footer.contains("ritax"))
  }

  @Test
  mutating func `leaving does not wait`() {
    filterSlowly(by: "mistral")
    board.press("q")

    #expect(board.effects.last == .quit)
  }

  @Test
  mutating func `a change that comes meanwhile is in what is found`() {
    filterSlowly(by: "owner:rita")
    board.others(15, .valued(9_900_000, .dollar))
    board.others(3, .ownerSet(numbered(3)))
    board.narrowingIsSlow = false

    // Rita's ten and Cobalt Labs.
    #expect(board.state.figures.open.deals == 11)
    #expect(board.state.narrowed?[numbered(15)]?.minorUnits == 9_900_000)
  }

  @Test
  mutating func `a deal that stops to pass meanwhile is not found`() {
    filterSlowly(by: "owner:rita")
    board.others(15, .ownerSet(numbered(1)))
    board.narrowingIsSlow = false
    board.press("g g")

    #expect(board.state.figures.open.deals == 9)
  }

  @Test
  mutating func `a deal that is won before the closed ones are counted is counted once`() throws {
    filterSlowly(by: "owner:rita")
    board.narrowingIsSlow = false
    let first = board.state.filterTicket
    board.others(15, .won)
    // The sums may count it already, or not: they are asked for once more.
    board.act(.filteredTotalsArrived(first, [:]))
    #expect(board.state.isFilterPending)
    #expect(board.state.figures.outcomes.won == 0)

    var won = ClosedTotals()
    won.outcomes = SalesTeam.closed.outcomes
    board.act(.filteredTotalsArrived(board.state.filterTicket, [numbered(1): won]))
    #expect(board.state.figures.outcomes.won == 44)
    #expect(!board.state.isFilterPending)
  }

  @Test(arguments: [(rows: 40, columns: 120), (24, 80), (50, 200), (20, 40)])
  mutating func `wins that are not counted yet are marked, never shown as none`(
    rows: Int,
    columns: Int
  ) {
    board = TestBoard.salesTeam(rows: rows, columns: columns)
    board.press("l l l l /")
    board.type("owner:rita")
    board.press("enter")
    #expect(shownWins == ["…", "…"])
    let screen = board.screen
    #expect(!screen.contains("WON 0"))

    board.act(.filteredTotalsArrived(board.state.filterTicket, [:]))
    #expect(shownWins == ["0", "0"])
  }

  @Test
  mutating func `a new day asks once more`() {
    filterSlowly(by: "owner:rita")
    board.clock.today = board.clock.today + 1
    board.act(.tick)
    board.narrowingIsSlow = false

    // Five letters of the word owner, four behind the colon, and the new day.
    #expect(requests.count == 10)
    #expect(board.state.narrowed?.today == board.clock.today)
  }

  @Test
  mutating func `a term that is begun leaves the board as it is`() {
    board.press("/")
    board.type("own")

    #expect(board.state.figures.open.deals == 29)
    #expect(board.state.narrowing.isEmpty)
  }

  @Test
  mutating func `marked deals that are found are counted`() {
    board.press("ctrl-a")
    filterSlowly(by: "owner:rita")
    board.narrowingIsSlow = false

    #expect(board.state.marked.tally.deals == 10)
  }

  @Test
  mutating func `a saved filter is known without any deal being looked at again`() throws {
    board.press("/")
    board.type("owner:rita")
    board.press("enter")
    let asked = requests.count
    let saved = SavedFilter(id: numbered(1), name: "Rita's", text: "owner:rita")

    board.act(
      .aimsChanged(
        WorkspaceAims(goals: [], baselines: [], filters: [saved], structureVersion: 9)
      )
    )

    #expect(board.state.workspace.filters == [saved])
    #expect(board.state.workspace.structureVersion == 9)
    #expect(board.state.figures.open.deals == 10)
    #expect(requests.count == asked)
  }

  @Test
  mutating func `a name that no saved filter has is said to be none of those that there are`() {
    let saved = SavedFilter(id: numbered(1), name: "Rita's", text: "owner:rita")
    board.act(
      .aimsChanged(
        WorkspaceAims(goals: [], baselines: [], filters: [saved], structureVersion: 9)
      )
    )
    board.press("f")
    board.type("zzz")

    #expect(board.screen.contains("None is called so."))
    #expect(!board.screen.contains("None yet."))
  }

  @Test
  mutating func `the totals in the title are marked until the filter's own are there`() {
    board.narrowingIsSlow = true
    board.press("/")
    board.type("owner:rita")
    #expect(board.lines[0].contains("(older) "))

    board.narrowingIsSlow = false
    #expect(!board.lines[0].contains("(older)"))
  }

  @Test
  mutating func `what is not counted yet is no n/a`() {
    board = TestBoard.salesTeam(rows: 40, columns: 120)
    board.state.isFilterPending = true

    let rows = board.lines.filter { $0.contains("Win rate") || $0.contains("Velocity") }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.contains("…") && !$0.contains("n/a") })
  }
}
