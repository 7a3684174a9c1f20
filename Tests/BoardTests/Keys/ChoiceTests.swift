import Pipeline
import Testing

@testable import Board

/// One owner's deals, and saved filters.
struct ChoiceTests {
  private var board: TestBoard

  init() {
    let snapshot = WorkspaceSnapshot.fixture(
      SalesTeam.deals,
      filters: [
        SavedFilter(id: numbered(1), name: "big ones", text: "value:>100k"),
        SavedFilter(id: numbered(2), name: "gone owner", text: "owner:zed"),
      ]
    )
    var options = BoardOptions()
    options.me = numbered(1)
    board = TestBoard(snapshot, columns: 120, options: options)
  }

  @Test
  mutating func `@ shows the deals of one owner`() {
    board.press("@")
    #expect(board.screen.contains("Whose deals?"))
    #expect(board.screen.contains("Rita Sato"))
    #expect(board.screen.contains("10 deals"))
    board.type("rita")
    board.press("enter")

    #expect(board.state.figures.open.deals == 10)
    #expect(board.lines[0].contains("/ Rita Sato"))
  }

  @Test
  mutating func `@ comes back to everyone, and keeps a filter`() {
    board.press("/")
    board.type("value:>10k")
    board.press("enter @")
    board.type("rita")
    board.press("enter")
    #expect(board.state.narrowing == Narrowing(owner: numbered(3), filterText: "value:>10k"))

    board.press("@")
    board.type("every")
    board.press("enter")
    #expect(board.state.narrowing == Narrowing(filterText: "value:>10k"))
  }

  @Test
  mutating func `@ shows what nobody owns`() {
    board.press("@")
    board.type("nobody")
    board.press("enter")

    #expect(board.state.narrowing.filterText == "owner:none")
    #expect(board.state.figures.open.deals == 0)
    #expect(board.screen.contains("No open deal fits. esc shows all."))
  }

  @Test
  mutating func `f uses a saved filter`() {
    board.press("f enter")

    // Lumen 120, Sable 140, Xenon 210.
    #expect(board.state.figures.open.deals == 3)
    #expect(board.lines[0].contains("/ value:>100k"))
  }

  @Test
  mutating func `f saves the present filter under a name that is typed`() {
    board.press("/")
    board.type("owner:rita")
    board.press("enter f")
    board.type("ritas deals")
    board.press("enter")

    let edit = WorkspaceEdit.saveFilter(name: "ritas deals", text: "owner:rita")
    #expect(board.effects.records.last == .edit(edit, done: "Saved the filter as ritas deals."))
  }

  @Test
  mutating func `without a filter there is nothing to save, and it says so`() {
    board.press("f")
    board.type("nothing")
    board.press("enter")

    #expect(board.said == "There is no filter to save. / sets one.")
  }

  @Test
  mutating func `ctrl-d removes a saved filter`() {
    board.press("f ctrl-d")

    let edit = WorkspaceEdit.removeFilter(numbered(1))
    #expect(board.effects.records.last == .edit(edit, done: "Removed the filter big ones."))
  }

  @Test
  mutating func `a saved filter that means nothing any more is refused with its reason`() {
    board.press("f down enter")

    #expect(board.said?.hasPrefix("gone owner cannot be used now.") == true)
    #expect(board.state.figures.open.deals == 29)
  }
}
