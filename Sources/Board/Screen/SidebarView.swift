import Pipeline

/// The live figures beside the board: the pipeline's four numbers, the focused stage's, and what
/// else the height allows.
struct SidebarView {
  private let board: BoardState
  private let hasFocus: Bool
  private let surface: Surface

  init(_ board: BoardState, hasFocus: Bool = false, surface: Surface = .base) {
    self.board = board
    self.hasFocus = hasFocus
    self.surface = surface
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let lines = SidebarLines(board).lines
    for (index, line) in lines.dropFirst(board.sidebarTop).prefix(rect.rows).enumerated() {
      draw(line, on: &canvas, row: rect.row + index, in: rect)
    }
  }

  private func draw(_ line: SidebarLine, on canvas: inout Canvas, row: Int, in rect: Rect) {
    switch line {
    case .blank: break
    case .heading(let text):
      for column in rect.column..<rect.endColumn {
        canvas.put("─", row: row, column: column, Style(.rule, on: surface))
      }
      canvas.write(
        text + " ",
        row: row,
        column: rect.column,
        limit: rect.columns,
        Style(hasFocus ? .strong : .accent, on: surface, .bold)
      )
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
      canvas.write(
        label,
        row: row,
        column: rect.column,
        limit: end - rect.column - taken - 1,
        Style(.dim, on: surface)
      )
    case .text(let text, let role):
      canvas.write(
        text,
        row: row,
        column: rect.column,
        limit: rect.columns,
        Style(role, on: surface)
      )
    case .bar(let label, let share, let value, let role):
      let labelWidth = 10
      let valueWidth = canvas.width(of: value)
      canvas.write(
        label,
        row: row,
        column: rect.column,
        limit: labelWidth - 1,
        Style(.dim, on: surface)
      )
      canvas.writeRight(value, row: row, endingAt: rect.endColumn, Style(.text, on: surface))
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
}

/// One line of the sidebar.
enum SidebarLine {
  case blank
  case heading(String)
  case number(String, value: String, change: String, Role)
  case text(String, Role)
  case bar(String, share: Double, value: String, Role)
}

extension BoardState {
  /// Keeps the sidebar's scrolling within what there is to see.
  mutating func clampSidebar() {
    let height = BoardLayout(self).sidebar?.rows ?? max(1, rows - 3)
    sidebarTop = max(0, min(sidebarTop, SidebarLines(self).lines.count - height))
  }
}
