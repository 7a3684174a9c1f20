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
  private static func shown(in list: some PickLayer) -> Int { list.list.shown.count }
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

  @Test(arguments: ["x", ":", "?", "=", "@", "A"])
  func `home and end go to the first and the last line of every list`(key: String) throws {
    var board = Self.opened(by: key)
    board.press("end")
    let last = try #require(board.state.layers.top as? any PickLayer)
    #expect(Self.selected(in: last) == Self.shown(in: last) - 1)
    #expect(Self.selected(in: last) > 0)

    board.press("home")
    let first = try #require(board.state.layers.top as? any PickLayer)
    #expect(Self.selected(in: first) == 0)
  }

  @Test
  func `home and end stay among the lines that typing found`() throws {
    var board = Self.opened(by: "x")
    board.type("reason 2")
    board.press("end")

    let list = try #require(board.state.layers.top as? any PickLayer)
    // 2, 12, and 20 to 29.
    #expect(Self.selected(in: list) == 11)
    #expect(Self.typed(into: list) == "reason 2")
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
