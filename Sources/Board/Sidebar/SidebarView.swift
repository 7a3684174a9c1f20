import Pipeline

/// The live figures beside the board: the pipeline's four numbers, the focused stage's, and what
/// else the height allows.
struct SidebarView {
  private let content: SidebarContent
  /// The column that the focus is in, or that something is carried to.
  private let place: ColumnPlace
  /// The first row of what it says that is shown while it has the focus.
  private let top: Int
  /// Where the cursor stands; `nil` while the focus is on the board.
  private let cursor: SidebarCursor?
  private var surface: Surface

  private var hasFocus: Bool { cursor != nil }

  init(_ board: borrowing BoardState, cursor: SidebarCursor? = nil, surface: Surface = .base) {
    content = SidebarContent(board)
    place = board.shownColumnPlace
    top = board.sidebarTop
    self.cursor = cursor
    self.surface = surface
  }

  /// Draws the sidebar, or copies the one beside the board where it says the same as the last time.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard !hasFocus, surface == .base else { return compose(on: &canvas, in: rect) }
    canvas.draw(.sidebar(place), showing: content, in: rect) { compose(on: &$0, in: rect) }
  }

  private func compose(on canvas: inout Canvas, in rect: Rect) {
    let said = canvas.kept.sidebar(saying: content)
    let blocks =
      hasFocus ? said.blocks(at: place) : said.blocks(at: place, rows: rect.rows)
    let shown = hasFocus ? blocks : Self.fitting(blocks, rows: rect.rows)
    let first = rect.row - (hasFocus ? top : 0)
    let cursorRow = cursor?.stop(among: SidebarCursor.stops(in: blocks)).map { first + $0.row }
    // Where not all of it fits, the last row is for how many lines are below.
    let isCut = hasFocus && first + Self.rows(of: blocks) > rect.endRow
    let shownEnd = isCut ? rect.endRow - 1 : rect.endRow
    var row = first
    var below = 0
    for block in shown {
      if row < shownEnd { drawHeading(block, on: &canvas, row: row, in: rect) }
      below += max(0, min(block.lines.count, row + block.rows - shownEnd))
      for (index, line) in block.lines.enumerated() {
        let row = row + 1 + index
        guard (rect.row..<shownEnd).contains(row) else { continue }
        var view = self
        if row == cursorRow { view.highlight(on: &canvas, row: row, in: rect) }
        view.draw(line, on: &canvas, row: row, in: rect)
      }
      row += block.rows + 1
    }
    // Blocks that are left out whole, and a line for each that the last one shown is cut by.
    let hidden = blocks.count - shown.count + max(0, row - 1 - rect.endRow)
    if hasFocus, below > 0 {
      canvas.write(
        phrase("+\(below) more"),
        row: rect.endRow - 1,
        column: rect.column,
        limit: rect.columns,
        Style(.dim, on: surface)
      )
    }
    guard !hasFocus, hidden > 0, row - 1 != rect.endRow else { return }
    let left = Rect(row: rect.endRow - 1, column: rect.column, rows: 1, columns: rect.columns)
    if row - 1 > rect.endRow { canvas.fill(left, Style(.text, on: surface)) }
    canvas.write(
      phrase("+\(hidden) more: \(content.moreKey)"),
      row: rect.endRow - 1,
      column: rect.column,
      limit: rect.columns,
      Style(.dim, on: surface)
    )
  }

  /// Marks the row that the cursor stands on.
  private mutating func highlight(on canvas: inout Canvas, row: Int, in rect: Rect) {
    surface = .selection
    let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
    canvas.fill(line, Style(.text, on: surface))
    canvas.put("▌", row: row, column: rect.column - 1, Style(.cursor, on: surface))
  }

  /// How many rows blocks take, with a blank between two.
  static func rows(of blocks: [SidebarBlock]) -> Int {
    blocks.reduce(-1) { $0 + $1.rows + 1 }
  }

  /// The blocks that fit whole, in their order, with a row for how many do not; the first two always
  /// stand, cut where they must be.
  static func fitting(_ blocks: [SidebarBlock], rows: Int) -> [SidebarBlock] {
    func shown(_ rows: Int) -> [SidebarBlock] {
      var used = 0
      var shown: [SidebarBlock] = []
      for (index, block) in blocks.enumerated() where index < 2 || used + block.rows <= rows {
        shown.append(block)
        used += block.rows + 1
      }
      return shown
    }
    let all = shown(rows)
    return all.count < blocks.count ? shown(rows - 1) : all
  }

  private func drawHeading(
    _ block: SidebarBlock,
    on canvas: inout Canvas,
    row: Int,
    in rect: Rect
  ) {
    guard (rect.row..<rect.endRow).contains(row) else { return }
    for column in rect.column..<rect.endColumn {
      canvas.put("─", row: row, column: column, Style(.rule, on: surface))
    }
    let used = canvas.write(
      block.title + " ",
      row: row,
      column: rect.column,
      limit: rect.columns,
      Style(hasFocus ? .strong : .accent, on: surface, .bold)
    )
    let isMarked = content.dropped != nil
    guard !block.note.isEmpty, used + canvas.width(of: block.note) + 2 <= rect.columns else {
      return
    }
    canvas.writeRight(
      " " + block.note,
      row: row,
      endingAt: rect.endColumn,
      Style(isMarked ? .carried : .dim, on: surface)
    )
  }

  private func draw(_ line: SidebarLine, on canvas: inout Canvas, row: Int, in rect: Rect) {
    switch line.content {
    case .number(let label, let value, let change, let role):
      var end = rect.endColumn
      if !change.isEmpty {
        end -= canvas.writeRight(
          change,
          row: row,
          endingAt: end,
          limit: rect.columns / 2,
          Style(role, on: surface)
        )
        end -= 1
      }
      let taken = canvas.writeRight(
        value,
        row: row,
        endingAt: end,
        limit: end - rect.column,
        Style(.strong, on: surface, .bold)
      )
      write(label, .dim, on: &canvas, row: row, in: rect, besides: rect.endColumn - end + taken)
    case .changed(let label, let before, let after):
      var end = rect.endColumn
      end -= canvas.writeRight(
        after,
        row: row,
        endingAt: end,
        Style(.carried, on: surface, .bold)
      )
      end -= canvas.writeRight(
        "\(before) → ",
        row: row,
        endingAt: end,
        limit: end - rect.column,
        Style(.text, on: surface)
      )
      write(label, .carried, on: &canvas, row: row, in: rect, besides: rect.endColumn - end)
    case .detail(let label, let value, let role):
      let taken = canvas.writeRight(
        value,
        row: row,
        endingAt: rect.endColumn,
        limit: rect.columns,
        Style(role, on: surface)
      )
      write(label, role, on: &canvas, row: row, in: rect, besides: taken)
    case .text(let text, let role):
      canvas.write(
        text,
        row: row,
        column: rect.column,
        limit: rect.columns,
        Style(role, on: surface)
      )
    case .bar(let label, let share, let value, let role):
      drawBar(label, share, value, role, on: &canvas, row: row, in: rect)
    case .sparkline(let values, let value, let role):
      let taken = canvas.writeRight(
        value,
        row: row,
        endingAt: rect.endColumn,
        Style(.strong, on: surface, .bold)
      )
      canvas.sparkline(
        values,
        in: Rect(row: row, column: rect.column, rows: 1, columns: rect.columns - taken - 1),
        Style(role, on: surface)
      )
    }
  }

  private func write(
    _ label: String,
    _ role: Role,
    on canvas: inout Canvas,
    row: Int,
    in rect: Rect,
    besides taken: Int
  ) {
    canvas.write(
      label,
      row: row,
      column: rect.column,
      limit: rect.columns - taken - 1,
      Style(role, on: surface)
    )
  }

  private func drawBar(
    _ label: String,
    _ share: Double,
    _ value: String,
    _ role: Role,
    on canvas: inout Canvas,
    row: Int,
    in rect: Rect
  ) {
    let labelWidth = max(10, rect.columns / 2 - 3)
    canvas.write(
      label,
      row: row,
      column: rect.column,
      limit: labelWidth - 1,
      Style(.dim, on: surface)
    )
    canvas.writeRight(value, row: row, endingAt: rect.endColumn, Style(.text, on: surface))
    // Six letters of value at most, so that bars of one block can be compared.
    let valueWidth = max(6, canvas.width(of: value))
    canvas.gauge(
      share,
      in: Rect(
        row: row,
        column: rect.column + labelWidth,
        rows: 1,
        columns: rect.columns - labelWidth - valueWidth - 1
      ),
      filled: Style(role, on: surface),
      rest: Style(.rule, on: surface)
    )
  }
}

extension BoardState {
  /// What the sidebar says now, block by block.
  var sidebarBlocks: [SidebarBlock] {
    SidebarBlocks(SidebarContent(self)).blocks(at: shownColumnPlace)
  }

  /// How many rows of the sidebar are in sight while more are below.
  private var sidebarHeight: Int {
    max(1, (BoardLayout(self).sidebar?.rows ?? max(1, rows - 3)) - 1)
  }

  /// Keeps the sidebar's scrolling within what there is to see.
  mutating func clampSidebar() {
    // At the end nothing is below, and the row that says how much is one of the sidebar's.
    let last = SidebarView.rows(of: sidebarBlocks) - sidebarHeight - 1
    sidebarTop = max(0, min(sidebarTop, last))
  }

  /// Scrolls the sidebar so far that a row is in sight, and the row above it, which may be a heading.
  mutating func scrollSidebar(toRow row: Int) {
    sidebarTop = min(max(sidebarTop, row - sidebarHeight + 1), max(0, row - 1))
    clampSidebar()
  }
}
