import Pipeline

/// The board: headers, cards, rails, and the lines below them.
struct BoardView {
  private let context: BoardContext
  private let layout: BoardLayout

  private var board: BoardState { context.board }

  init(_ board: borrowing BoardState) {
    context = BoardContext(board)
    layout = BoardLayout(board)
  }

  func draw(on canvas: inout Canvas) {
    switch layout.arrangement {
    case .tooSmall: return
    case .strip: drawStrip(on: &canvas)
    case .columns: drawColumns(on: &canvas)
    }
    drawEmptiness(on: &canvas)
    if let rect = layout.sidebar {
      for row in rect.row..<rect.endRow {
        canvas.put("│", row: row, column: rect.column - 2, Style(.rule))
      }
      SidebarView(board).draw(on: &canvas, in: rect)
    }
    if let row = layout.noticeRow, let notice = board.notice {
      canvas.write(
        notice.text(in: board),
        row: row,
        column: 1,
        limit: layout.cards.columns - 2,
        Style(notice.role)
      )
    }
    if let row = layout.numbersRow { NumbersLine(board).draw(on: &canvas, row: row) }
  }

  private func drawColumns(on canvas: inout Canvas) {
    drawEdges(on: &canvas)
    for (index, column) in layout.columns.enumerated() {
      if column.isRail {
        drawRail(of: column, context, on: &canvas)
      } else {
        drawHeader(of: column, context, on: &canvas)
        ColumnView(context, layout, column).draw(on: &canvas)
      }
      guard index < layout.columns.count - 1 else { continue }
      for row in column.rect.row..<column.rect.endRow {
        canvas.put("│", row: row, column: column.rect.endColumn, Style(.rule))
      }
    }
  }

  private func drawHeader(
    of column: BoardLayout.Column,
    _ context: BoardContext,
    on canvas: inout Canvas
  ) {
    let content = StageHeaderContent(context, column.place)
    var rect = column.rect
    rect.rows = StageHeader.rows
    let name = KeptParts.Name.header(column.place, hasFocus: content.isFocused)
    canvas.draw(name, showing: content, in: rect) {
      StageHeader(content).draw(on: &$0, in: rect)
    }
  }

  private func drawRail(
    of column: BoardLayout.Column,
    _ context: BoardContext,
    on canvas: inout Canvas
  ) {
    let content = RailContent(context, column.place)
    canvas.draw(.rail(column.place), showing: content, in: column.rect) {
      RailView(content).draw(on: &$0, in: column.rect)
    }
  }

  /// Where there is no deal, which key adds one; where a filter hides them all, how to see them.
  private func drawEmptiness(on canvas: inout Canvas) {
    guard board.figures.open.deals == 0, board.strays.isEmpty else { return }
    let key = board.key(of: board.narrowing.isEmpty ? .add : .cancel)
    let text =
      if !board.narrowing.isEmpty {
        phrase("No open deal fits. \(key) shows all.")
      } else if board.readOnlyReason != nil {
        phrase("No open deal.")
      } else {
        phrase("No open deal yet. \(key) adds one.")
      }
    canvas.write(
      text,
      row: layout.cards.row + 1,
      column: 2,
      limit: layout.cards.columns - 4,
      Style(.accent)
    )
  }

  /// The stages that are out of sight, by name and count.
  private func drawEdges(on canvas: inout Canvas) {
    guard let row = layout.edgeRow else { return }
    let edges = StageEdges(layout, board)
    if !edges.left.isEmpty {
      let text = StageEdges.before + edges.left.joined(separator: StageEdges.between)
      canvas.write(text, row: row, column: 1, limit: edges.leftLimit, Style(.dim))
    }
    if !edges.right.isEmpty {
      let text = edges.right.joined(separator: StageEdges.between) + StageEdges.after
      canvas.writeRight(text, row: row, endingAt: edges.end, limit: edges.rightLimit, Style(.dim))
    }
  }

  /// One stage at a time: a strip of all stages, then the focused one's header and cards.
  private func drawStrip(on canvas: inout Canvas) {
    guard let column = layout.columns.first else { return }
    StageStrip(context, column).draw(on: &canvas)
    ColumnView(context, layout, column).draw(on: &canvas)
  }
}
