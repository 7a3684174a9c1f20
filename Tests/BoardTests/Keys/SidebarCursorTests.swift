import Pipeline
import Testing

@testable import Board

/// Walking the numbers of the sidebar.
struct SidebarCursorTests {
  private var board = TestBoard.salesTeam(rows: 40, columns: 120)

  /// The line that the cursor stands on, from the sidebar's left edge.
  private var line: String? {
    board.lines.compactMap { row in
      row.firstRange(of: "│▌").map { String(row[$0.upperBound...]).trimmed }
    }.first
  }

  @Test
  mutating func `tab goes to the first number, j and k from one to the next`() {
    board.press("tab")
    #expect(line?.hasPrefix("Deals") == true)
    #expect(board.footer.contains("j/k number  = why"))

    board.press("j")
    #expect(line?.hasPrefix("Open") == true)

    // What a number rests on ("25 of 29 valued") is none.
    board.press("j")
    #expect(line?.hasPrefix("Weighted") == true)

    board.press("k k k")
    #expect(line?.hasPrefix("Deals") == true)
  }

  @Test(arguments: ["=", "enter"])
  mutating func `a number under the cursor is explained`(key: String) throws {
    board.press("tab j \(key)")

    let layer = try #require(board.state.layers.top as? ReportLayer)
    guard case .explanation(let question) = layer.screen else {
      Issue.record("\(layer.screen) explains nothing.")
      return
    }
    #expect(question.subject == .figure(FigureName(.openValue, currency: .dollar)))

    board.press("esc")
    #expect(line?.hasPrefix("Open") == true)
  }

  @Test
  mutating func `a number of the focused stage is explained as that stage's`() throws {
    // Lead is focused; its block follows the pipeline's twelve numbers.
    board.press("tab")
    while line?.hasPrefix("Here now") == false { board.press("j") }
    board.press("=")

    let layer = try #require(board.state.layers.top as? ReportLayer)
    guard case .explanation(let question) = layer.screen else {
      Issue.record("\(layer.screen) explains nothing.")
      return
    }
    #expect(question.subject == .figure(FigureName(.currentVisit, stage: 0)))
  }

  @Test
  mutating func `a line without a formula leads to the screen with what is behind it`() {
    board.press("tab")
    while line?.hasPrefix("! ") == false { board.press("j") }
    board.press("enter")

    #expect((board.state.layers.top as? ReportLayer)?.screen == .attention)
  }

  @Test(arguments: [
    ("! ", AttentionFigure.overdue), ("▸ ", .dueToday), ("? ", .noNextStep), ("● ", .stale),
  ])
  mutating func `= on a reason for attention explains how many deals have it`(
    mark: String,
    figure: AttentionFigure
  ) throws {
    board.press("tab")
    while line?.hasPrefix(mark) == false { board.press("j") }
    board.press("=")

    let layer = try #require(board.state.layers.top as? ReportLayer)
    guard case .explanation(let question) = layer.screen else {
      Issue.record("\(layer.screen) explains nothing.")
      return
    }
    #expect(question.subject == .attention(figure))
  }

  @Test
  mutating func `= on the board still lists the numbers`() {
    board.press("=")

    #expect(board.screen.contains("Why which number?"))
  }

  @Test
  mutating func `the sidebar scrolls with the cursor, and its ends are ends`() {
    board.act(.resized(rows: 24, columns: 120))
    board.press("tab G")
    let last = line
    #expect(last != nil)

    board.press("j")
    #expect(line == last)

    board.press("g g")
    #expect(line?.hasPrefix("Deals") == true)
    #expect(board.screen.contains("PIPELINE"))
  }

  @Test(arguments: [(rows: 24, columns: 80), (rows: 20, columns: 40), (rows: 24, columns: 120)])
  mutating func `over the board the sidebar says how many lines are below, and at its end none`(
    size: (rows: Int, columns: Int)
  ) throws {
    board.act(.resized(rows: size.rows, columns: size.columns))
    board.press(size.columns < 100 ? "m" : "tab")
    func below() -> Int? {
      board.lines[size.rows - 3].firstRange(of: "+").flatMap { range in
        let words = board.lines[size.rows - 3][range.upperBound...].split(separator: " ")
        return words.count == 2 && words[1] == "more" ? words.first.flatMap { Int($0) } : nil
      }
    }
    let all = board.state.sidebarBlocks.reduce(0) { $0 + $1.lines.count }

    let atTop = try #require(below())
    #expect(atTop > 0 && atTop < all)
    // From number to number the row of how many are below is never the cursor's.
    var last = atTop
    for _ in 0..<all {
      #expect(line != nil)
      let now = below() ?? 0
      #expect(now <= last)
      last = now
      board.press("j")
    }
    board.press("G")
    #expect(below() == nil)
  }

  @Test
  mutating func `a click goes to a number, and one on the board leaves`() {
    board.press("tab")
    board.act(.mouse(MouseInput(.press, row: 3, column: 100)))
    #expect(line?.hasPrefix("Open") == true)

    board.act(.mouse(MouseInput(.press, row: 10, column: 10)))
    #expect(board.state.layers.isBoardOnTop)
  }
}
