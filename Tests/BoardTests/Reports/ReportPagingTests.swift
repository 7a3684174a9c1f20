import Pipeline
import Testing

@testable import Board

/// Turning the pages of a report whose numbers lie unevenly: 60 lines, stops on some.
@Suite struct ReportPagingTests {
  private static let rows = 14
  private static let stops = [0, 1, 2, 3, 29, 30, 31, 55]

  private static let page: ReportPage = {
    var page = ReportPage(title: "T")
    for line in 0..<60 {
      let target: ReportTarget? = stops.contains(line) ? .deal(Identifier(rawValue: 1)) : nil
      page.lines.append(ReportLine(target: target))
    }
    return page
  }()

  /// The lines that come into sight while pages are turned until nothing moves any more.
  private func seen(from start: ReportCursor, down: Bool) -> (lines: Set<Int>, end: ReportCursor) {
    var (cursor, seen) = (start, Set(start.top..<start.top + Self.rows))
    for _ in 0..<20 {
      cursor.turn(down: down, in: Self.page, rows: Self.rows)
      seen.formUnion(cursor.top..<cursor.top + Self.rows)
    }
    return (seen, cursor)
  }

  @Test func `no line is passed over on the way down or up`() {
    let down = seen(from: ReportCursor(), down: true)
    #expect(down.lines == Set(0..<60))
    #expect(down.end.line == 55)

    let up = seen(from: down.end, down: false)
    #expect(up.lines == Set(0..<60))
    #expect(up.end.line == 0)
  }

  @Test func `a page keeps one line of the page before, and the cursor is in sight`() {
    var cursor = ReportCursor()

    cursor.turn(down: true, in: Self.page, rows: Self.rows)
    #expect(cursor.top == 13)

    // From line 26 to 39 the first number stands on 29.
    cursor.turn(down: true, in: Self.page, rows: Self.rows)
    #expect(cursor.top == 26)
    #expect(cursor.line == 29)
  }

  @Test(arguments: ["g f", "g n"])
  func `on a small screen every number of a report comes into sight`(keys: String) throws {
    var tall = try ReportBoard.edgeCases(rows: 600, columns: 40)
    tall.type(keys)
    tall.count()
    var small = try ReportBoard.edgeCases(rows: 20, columns: 40)
    small.type(keys)
    small.count()

    var seen = Set(small.lines)
    for _ in 0..<60 {
      small.type("pgdn")
      seen.formUnion(small.lines)
    }

    // The last three lines are the board's own.
    let missing = tall.lines.dropLast(3).filter { !$0.isEmpty && !seen.contains($0) }
    #expect(missing == [])
  }

  @Test func `an explanation opens at its top, and goes down to its deals line by line`() throws {
    var board = try ReportBoard.edgeCases(rows: 20, columns: 40)
    board.type("g f")
    board.count()
    board.type("down = ")
    board.count()
    #expect(board.screen.contains("WHY"))

    let first = try #require(board.lines.first { $0.hasPrefix("  converted / (converted") })
    #expect(!first.isEmpty)
    board.type("G k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k k")
    #expect(board.lines.contains(first))
  }
}
