import Testing

@testable import Board

/// Finding a command in the palette and in the help.
struct FindingTests {
  /// The first command that a text finds.
  private func found(_ text: String) -> String? {
    var board = TestBoard.salesTeam()
    board.press(":")
    board.type(text)
    return board.lines[3].split(separator: "▌").last.map(String.init)
  }

  @Test(arguments: [
    ("won", "Win the deal"), ("lost", "Lose the deal"), ("search", "Filter as you type"),
    ("grab", "Grab the deal, to carry it"), ("new", "Add a deal"),
    ("expected close", "Set the expected close"),
    ("@$", "Set the value"), ("@spc", "Grab the deal, to carry it"),
  ])
  func `a command is found by what people call it, and by its key`(text: String, title: String) {
    #expect(found(text)?.hasPrefix(title) == true, "\(found(text) ?? "nothing")")
  }

  @Test func `enter on the only deal that a filter finds opens it`() {
    var board = TestBoard.salesTeam()
    board.press("/")
    board.type("acme")
    board.press("enter")
    #expect(board.screen.contains("Acme renewal  #1"))

    board.press("esc")
    #expect(!board.screen.contains("Acme renewal  #1"))
    #expect(board.state.narrowing.filterText == "acme")
  }

  @Test func `a deal that is still being found is opened once it is found`() {
    var board = TestBoard.salesTeam()
    board.narrowingIsSlow = true
    board.press("/")
    board.type("acme")
    board.press("enter")
    #expect(board.state.layers.isBoardOnTop)

    board.narrowingIsSlow = false
    #expect(board.screen.contains("Acme renewal  #1"))
  }

  @Test func `enter on several found deals opens none`() {
    var board = TestBoard.salesTeam()
    board.press("/")
    board.type("owner:rita")
    board.press("enter")

    #expect(board.state.layers.isBoardOnTop)
  }

  @Test(arguments: ["a", "c", "f", "h", "l", "n", "o", "r", "s", "t", "d"])
  func `g b goes to the board from whichever screen, whatever lies below it`(key: String) {
    var board = TestBoard.salesTeam()
    board.press("g c g \(key) g b")

    #expect(board.state.layers.isBoardOnTop)
  }

  @Test func `g b goes to the board from an open deal`() {
    var board = TestBoard.salesTeam()
    board.press("enter g b")

    #expect(board.state.layers.isBoardOnTop)
  }
}
