import Pipeline
import Testing

@testable import Board

/// The lists to choose from: each takes the same keys.
struct PickTests {
  /// A board with one of its lists open, by the key that opens it.
  private static func opened(by key: String) -> TestBoard {
    var board = TestBoard.salesTeam()
    board.state.suggestions.lostReasons = (1...30).map { "reason \($0)" }
    board.press(key)
    return board
  }

  private static func selected(in list: some PickLayer) -> Int { list.list.selected }
  private static func typed(into list: some PickLayer) -> String { list.list.query.text }

  @Test(arguments: ["x", ":", "?", "="])
  func `page keys move by ten lines in every list`(key: String) throws {
    var board = Self.opened(by: key)
    board.press("page-down")
    let down = try #require(board.state.layers.top as? any PickLayer)
    #expect(Self.selected(in: down) == 10)

    board.press("page-up")
    let up = try #require(board.state.layers.top as? any PickLayer)
    #expect(Self.selected(in: up) == 0)
  }

  @Test(arguments: ["x", ":", "?", "=", "@", "f", "A"])
  func `pasted text is searched in every list`(key: String) throws {
    var board = Self.opened(by: key)
    board.act(.paste("zzz"))

    let list = try #require(board.state.layers.top as? any PickLayer)
    #expect(Self.typed(into: list) == "zzz")
  }

  @Test(arguments: ["x", ":", "?", "=", "@", "f", "A", "e"])
  func `the footer names enter in one way`(key: String) {
    let board = Self.opened(by: key)

    #expect(!board.state.layers.top.hints(board.state).map(\.keys).contains("enter"))
  }
}
