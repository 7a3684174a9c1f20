import Testing

@testable import Board

/// The palette's order.
struct PaletteTests {
  private var board = TestBoard.salesTeam()

  private var titles: [String] {
    (board.state.layers.top as? PaletteLayer)?.commands.map(\.summary) ?? []
  }

  @Test
  mutating func `what was chosen last comes first`() {
    board.press(":")
    #expect(!board.screen.contains("recent first"))

    board.type("mark all")
    board.press("enter :")
    #expect(titles.first == "Mark all deals that are shown")
    #expect(board.screen.contains("recent first"))

    board.type("theme")
    board.press("esc :")
    board.type("redraw")
    board.press("enter :")
    #expect(titles.prefix(2) == ["Draw the screen anew", "Mark all deals that are shown"])
    #expect(titles.count == Set(titles).count)
  }
}
