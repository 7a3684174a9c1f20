import Pipeline

/// A report as it stands on the screen: its head with what the figures rest on, then its lines.
struct ReportView {
  /// What it says, for the screen's width.
  let page: ReportPage
  private let head: [String]
  private let isOld: Bool
  private let failure: String?
  private let rows: Int

  /// The blank columns at each side.
  private static let margin = 1

  init(_ board: BoardState, _ screen: ReportScreen) {
    let loaded = board.reports[screen.slot]
    let width = board.columns - 2 * Self.margin
    page =
      loaded?.report.flatMap { screen.page($0, board, width: width) }
      ?? ReportPage(title: screen.title)
    isOld = board.isReportOld(in: screen.slot)
    failure = loaded?.awaited == nil ? loaded?.answer?.failure : nil
    rows = board.rows - 3
    head = Self.head(page, columns: width)
  }

  /// How many rows the lines have; where not all fit, the last row says how many are below.
  var bodyRows: Int {
    let room = max(1, rows - head.count - 1 - page.pinned.count)
    return page.lines.count > room ? max(1, room - 1) : room
  }

  /// The choices behind the title, whole ones on a line as far as they fit.
  private static func head(_ page: ReportPage, columns: Int) -> [String] {
    let first = ReportText.width(page.title) + 2
    // The right end of the first line is kept for the mark of what is still counted.
    let mark = columns >= 60 ? 12 : 0
    var lines = [""]
    for choice in page.choices {
      let longer = (lines.last ?? "").isEmpty ? choice : (lines.last ?? "") + " · " + choice
      let room = lines.count == 1 ? columns - first - mark : columns
      if ReportText.width(longer) <= room {
        lines[lines.count - 1] = longer
      } else {
        lines.append(choice)
      }
    }
    return lines
  }

  /// The line that stands on a row of the screen; `nil` where there is none.
  func line(atRow row: Int, _ cursor: ReportCursor) -> Int? {
    let first = head.count + 2 + page.pinned.count
    let line = row - first + cursor.top
    return row >= first && page.lines.indices.contains(line) ? line : nil
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ cursor: ReportCursor) {
    canvas.fill(rect, .plain)
    let left = rect.column + Self.margin
    let end = rect.endColumn - Self.margin
    let mark = isOld && failure == nil ? phrase("counting …") : ""
    let taken = canvas.writeRight(mark, row: rect.row, endingAt: end, Style(.warn))
    let used = canvas.write(page.title, row: rect.row, column: left, Style(.accent, .bold))
    for (index, line) in head.enumerated() {
      let column = index == 0 ? left + used + 2 : left
      canvas.write(
        line,
        row: rect.row + index,
        column: column,
        limit: end - column - (index == 0 && taken > 0 ? taken + 1 : 0),
        Style(.dim)
      )
    }
    let body = rect.row + head.count + 1
    if let failure {
      for (index, line) in ReportText.wrapped(failure, columns: end - left).enumerated() {
        canvas.write(line, row: body + index, column: left, limit: end - left, Style(.bad))
      }
      return
    }
    for (index, line) in page.pinned.enumerated() {
      for cell in line.cells { cell.draw(on: &canvas, row: body + index, left: left) }
    }
    let shown = page.lines.dropFirst(min(cursor.top, max(0, page.lines.count - bodyRows)))
    let first = body + page.pinned.count
    for (index, line) in zip(shown.indices, shown.prefix(bodyRows)) {
      draw(line, index, cursor, on: &canvas, row: first + index - shown.startIndex, in: rect)
    }
    let below = shown.count - bodyRows
    guard below > 0 else { return }
    // A deal may take two lines, and a list may be cut: lines are what is left to scroll.
    let text = " +\(FigureText.count(below, "line")) "
    canvas.write(text, row: rect.endRow - 1, column: left - 1, Style(.dim))
  }
  private func draw(
    _ line: ReportLine,
    _ index: Int,
    _ cursor: ReportCursor,
    on canvas: inout Canvas,
    row: Int,
    in rect: Rect
  ) {
    let left = rect.column + Self.margin
    let isHere = index == cursor.line && !line.stops.isEmpty
    let isWhole = isHere && line.target != nil
    if isWhole {
      canvas.fill(
        Rect(row: row, column: rect.column, rows: 1, columns: rect.columns),
        Style(.text, on: .selection)
      )
      canvas.put("▌", row: row, column: rect.column, Style(.cursor, on: .selection))
    }
    var stop = 0
    let chosen = isHere ? cursor.stop(in: page) : nil
    for cell in line.cells {
      let isChosen = isHere && line.target == nil && cell.target != nil && stop == chosen
      if line.target == nil, cell.target != nil { stop += 1 }
      cell.draw(
        on: &canvas,
        row: row,
        left: left,
        surface: isWhole || isChosen ? .selection : .base
      )
    }
  }
}
