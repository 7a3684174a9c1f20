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
  private let surface: Surface

  init(_ board: borrowing BoardState, cursor: SidebarCursor? = nil, surface: Surface = .base) {
    content = SidebarContent(board)
    place = board.shownColumnPlace
    top = board.sidebarTop
    self.cursor = cursor
    self.surface = surface
  }

  /// Draws the sidebar, or copies the one beside the board where it says the same as the last time.
  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard cursor == nil, surface == .base else {
      var blocks = SidebarBlocks(content)
      return draw(words(blocks.blocks(at: place), left: 0), on: &canvas, in: rect)
    }
    canvas.draw(.sidebar(place), showing: content, in: rect) { canvas in
      let (blocks, left) = canvas.kept.sidebar(saying: content, at: place, rows: rect.rows)
      let words = words(blocks, left: left)
      // Most changes are of what has no room.
      canvas.draw(.sidebarWords(place), showing: words, in: rect) {
        draw(words, on: &$0, in: rect)
      }
    }
  }

  private func words(_ blocks: [SidebarBlock], left: Int) -> SidebarWords {
    SidebarWords(
      blocks: blocks,
      left: left,
      isCarrying: content.numbers.dropped != nil,
      moreKey: content.moreKey
    )
  }

  private func draw(_ words: SidebarWords, on canvas: inout Canvas, in rect: Rect) {
    guard cursor == nil else { return drawScrolled(words, on: &canvas, in: rect) }
    draw(words, at: rect.row, endingAt: rect.endRow, on: &canvas, in: rect)
    // Blocks that are left out whole, and a line for each that the last one shown is cut by.
    let row = rect.row + Self.rows(of: words.blocks)
    let hidden = words.left + max(0, row - rect.endRow)
    guard hidden > 0, row != rect.endRow else { return }
    let last = Rect(row: rect.endRow - 1, column: rect.column, rows: 1, columns: rect.columns)
    if row > rect.endRow { canvas.fill(last, Style(.text, on: surface)) }
    write(phrase("+\(hidden) more: \(words.moreKey)"), .dim, on: &canvas, row: last.row, in: rect)
  }

  /// Draws what is in sight while the sidebar has the focus.
  private func drawScrolled(_ words: SidebarWords, on canvas: inout Canvas, in rect: Rect) {
    let first = rect.row - top
    let cursorRow = cursor?.stop(among: SidebarCursor.stops(in: words.blocks)).map { $0.row }
    // Where not all of it fits, the last row is for how many lines are below.
    let isCut = first + Self.rows(of: words.blocks) > rect.endRow
    let end = isCut ? rect.endRow - 1 : rect.endRow
    draw(words, at: first, endingAt: end, cursorRow.map { first + $0 }, on: &canvas, in: rect)
    var row = first
    var below = 0
    for block in words.blocks {
      below += max(0, min(block.lines.count, row + block.rows - end))
      row += block.rows + 1
    }
    guard below > 0 else { return }
    write(phrase("+\(below) more"), .dim, on: &canvas, row: rect.endRow - 1, in: rect)
  }

  /// Draws blocks from a row on, which may be out of sight.
  private func draw(
    _ words: SidebarWords,
    at first: Int,
    endingAt end: Int,
    _ cursorRow: Int? = nil,
    on canvas: inout Canvas,
    in rect: Rect
  ) {
    var row = first
    for block in words.blocks {
      if (rect.row..<end).contains(row) {
        drawHeading(block, isCarrying: words.isCarrying, on: &canvas, row: row, in: rect)
      }
      for (index, line) in block.lines.enumerated() {
        let row = row + 1 + index
        guard (rect.row..<end).contains(row) else { continue }
        let view = SidebarLineView(line, surface: row == cursorRow ? .selection : surface)
        view.draw(on: &canvas, row: row, in: rect)
      }
      row += block.rows + 1
    }
  }

  private func write(_ text: String, _ role: Role, on canvas: inout Canvas, row: Int, in rect: Rect)
  {
    canvas.write(
      text,
      row: row,
      column: rect.column,
      limit: rect.columns,
      Style(role, on: surface)
    )
  }

  /// How many rows blocks take, with a blank between two.
  static func rows(of blocks: [SidebarBlock]) -> Int {
    blocks.reduce(-1) { $0 + $1.rows + 1 }
  }

  private func drawHeading(
    _ block: SidebarBlock,
    isCarrying: Bool,
    on canvas: inout Canvas,
    row: Int,
    in rect: Rect
  ) {
    for column in rect.column..<rect.endColumn {
      canvas.put("─", row: row, column: column, Style(.rule, on: surface))
    }
    let used = canvas.write(
      block.title + " ",
      row: row,
      column: rect.column,
      limit: rect.columns,
      Style(cursor == nil ? .accent : .strong, on: surface, .bold)
    )
    guard !block.note.isEmpty, used + canvas.width(of: block.note) + 2 <= rect.columns else {
      return
    }
    canvas.writeRight(
      " " + block.note,
      row: row,
      endingAt: rect.endColumn,
      Style(isCarrying ? .carried : .dim, on: surface)
    )
  }
}

extension BoardState {
  /// What the sidebar says now, block by block.
  var sidebarBlocks: [SidebarBlock] {
    var blocks = SidebarBlocks(SidebarContent(self))
    return blocks.blocks(at: shownColumnPlace)
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
