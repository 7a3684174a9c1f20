import Pipeline

/// Where the cursor stands in a report's lines, and which of them are in sight.
struct ReportCursor: Hashable, Sendable {
  /// The line, from 0.
  var line = 0
  /// The place among the line's stops, from 0; `nil`: where the page begins, until it was moved.
  private var stop: Int?
  /// The column that it keeps to from line to line; `nil` until it was moved sideways.
  var column: Int?
  /// The first line that is drawn.
  var top = 0

  /// What it stands on; `nil` where the page has nothing to stand on.
  func target(in page: ReportPage) -> ReportTarget? {
    guard page.lines.indices.contains(line) else { return nil }
    return stop(in: page).map { page.lines[line].stops[$0] }
  }

  /// The place among its line's stops, from 0; `nil` where the line has none.
  func stop(in page: ReportPage) -> Int? {
    let last = page.lines[line].stops.count - 1
    guard last >= 0 else { return nil }
    return max(0, min(stop ?? (page.beginsAtLastStop ? last : 0), last))
  }

  /// Goes so many lines with stops up or down; where there is none, the lines scroll.
  ///
  /// Where it is out of sight ahead, the lines scroll towards it, so that none is passed over.
  mutating func move(by step: Int, in page: ReportPage, rows: Int) {
    if step > 0 ? line >= top + rows : line < top {
      return scroll(by: step, in: page, rows: rows)
    }
    let direction = step < 0 ? -1 : 1
    var left = abs(step)
    var last = line
    var next = line + direction
    while left > 0, page.lines.indices.contains(next) {
      if !page.lines[next].stops.isEmpty {
        last = next
        left -= 1
      }
      next += direction
    }
    if last == line || page.lines[last].stops.isEmpty {
      scroll(by: step, in: page, rows: rows)
    } else {
      go(to: last, in: page)
      show(page, rows: rows)
    }
  }

  /// Turns a page of lines down or up, with one line of the page before it in sight, and goes to the
  /// first line with a stop that is in sight, upwards to the last.
  ///
  /// Where no more lines come it goes to the last stop, or the first.
  mutating func turn(down: Bool, in page: ReportPage, rows: Int) {
    let before = top
    scroll(by: down ? max(1, rows - 1) : -max(1, rows - 1), in: page, rows: rows)
    let stops = page.lines.indices.filter { !page.lines[$0].stops.isEmpty }
    let seen = stops.filter { $0 >= top && $0 < top + rows }
    let isAtEnd = top == before
    let next =
      down
      ? (isAtEnd ? seen.last : seen.first) ?? stops.last { $0 < top }
      : (isAtEnd ? seen.first : seen.last) ?? stops.first { $0 >= top }
    if let next { go(to: next, in: page) }
  }

  /// Goes to a line, to the stop that lies nearest to the column that the cursor keeps to.
  private mutating func go(to next: Int, in page: ReportPage) {
    line = next
    guard let column else { return }
    let ends = page.lines[next].stopEnds
    // Of two alike the left one.
    stop = ends.indices.min { abs(ends[$0] - column) < abs(ends[$1] - column) } ?? 0
  }

  /// Goes to the stop before or after on the same line.
  mutating func moveSideways(by step: Int, in page: ReportPage) {
    guard page.lines.indices.contains(line), let stop = stop(in: page) else { return }
    let line = page.lines[line]
    let next = max(0, min(line.stops.count - 1, stop + step))
    self.stop = next
    if line.stopEnds.indices.contains(next) { column = line.stopEnds[next] }
  }

  /// Goes from the numbers to the deals that are listed, on to the numbers below them, and from the
  /// last part to the first.
  ///
  /// On a page of either alone it goes to the first line with a stop under the next heading, and where
  /// no heading follows, after the next line without a stop.
  mutating func moveToNextPart(in page: ReportPage, rows: Int) {
    let lines = page.lines
    // A part begins where the first stop of a line is of another kind than that of the one before.
    let stops = lines.indices.compactMap { place in
      lines[place].stops.first.map { (place: place, isNumber: $0.isNumber) }
    }
    let parts = stops.indices.filter {
      $0 == 0 || stops[$0].isNumber != stops[$0 - 1].isNumber
    }.map { stops[$0].place }
    var next = parts.first { $0 > line } ?? parts.first
    if parts.count == 1 {
      let heading = lines.indices.first { $0 > line && lines[$0].isHeading }
      let gap =
        heading
        ?? (lines.contains(where: \.isHeading)
          ? nil : lines.indices.first { $0 > line && lines[$0].stops.isEmpty })
      next = lines.indices.first { $0 > gap ?? .max && !lines[$0].stops.isEmpty }
    }
    guard let next else { return moveToFirst(in: page) }
    go(to: next, in: page)
    // As much of the part as fits is to be seen, with its heading.
    if line + rows / 2 >= top + rows { top = max(0, min(lines.count - rows, line - 2)) }
    show(page, rows: rows)
  }

  /// Goes to the first line with a stop, and shows the top.
  mutating func moveToFirst(in page: ReportPage) {
    self = ReportCursor()
    line = page.lines.firstIndex { !$0.stops.isEmpty } ?? 0
  }

  /// Goes to the last line with a stop, and shows the end.
  mutating func moveToLast(in page: ReportPage, rows: Int) {
    line = page.lines.lastIndex { !$0.stops.isEmpty } ?? line
    top = max(0, page.lines.count - rows)
  }

  /// Scrolls without moving the cursor.
  mutating func scroll(by step: Int, in page: ReportPage, rows: Int) {
    top = max(0, min(page.lines.count - rows, top + step))
  }

  /// Goes to the line of a deal, of several to the nearest; `false` where the page has none.
  mutating func follow(_ deal: Identifier<Deal>, in page: ReportPage, rows: Int) -> Bool {
    let places = page.lines.indices.filter { line in
      page.lines[line].stops.contains { $0.deal == deal }
    }
    guard let near = places.min(by: { abs($0 - line) < abs($1 - line) }) else { return false }
    line = near
    stop = page.lines[near].stops.firstIndex { $0.deal == deal } ?? 0
    show(page, rows: rows)
    return true
  }

  /// Finds its place again after the lines changed: on the same line, else on the one after it that
  /// took its place, else on the last.
  mutating func settle(in page: ReportPage, rows: Int) {
    let stops = page.lines.indices.filter { !page.lines[$0].stops.isEmpty }
    if !stops.contains(line), let near = stops.first(where: { $0 > line }) ?? stops.last {
      // A page is opened at its top, also where the first stop lies below what is in sight.
      let isOpened = self == ReportCursor()
      line = near
      if !isOpened { show(page, rows: rows) }
    }
    top = max(0, min(page.lines.count - rows, top))
  }

  /// Goes up to the deal above where the deal that it stood on has left its list and a number stands
  /// in its place.
  mutating func stayAmongDeals(in page: ReportPage, rows: Int) {
    guard target(in: page)?.isNumber == true,
      let above = page.lines[..<line].lastIndex(where: { !$0.stops.isEmpty }),
      case .deal? = page.lines[above].stops.first
    else { return }
    line = above
    show(page, rows: rows)
  }

  /// Scrolls so that the line is in sight; at the first stop, so that what stands above it is too.
  private mutating func show(_ page: ReportPage, rows: Int) {
    let isFirst = !page.lines[..<line].contains { !$0.stops.isEmpty }
    if isFirst, line < rows { top = 0 }
    if line < top { top = line }
    if line >= top + rows { top = line - rows + 1 }
  }
}
