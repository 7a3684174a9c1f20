import Pipeline

/// One line of the sidebar.
struct SidebarLineView {
  private let content: SidebarLine.Content
  /// What it is drawn on; the line that the cursor stands on is marked.
  private let surface: Surface

  init(_ line: SidebarLine, surface: Surface) {
    content = line.content
    self.surface = surface
  }

  /// Draws the line in a row of the sidebar.
  func draw(on canvas: inout Canvas, row: Int, in rect: Rect) {
    if surface == .selection { highlight(on: &canvas, row: row, in: rect) }
    switch content {
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

  private func highlight(on canvas: inout Canvas, row: Int, in rect: Rect) {
    let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
    canvas.fill(line, Style(.text, on: surface))
    canvas.put("▌", row: row, column: rect.column - 1, Style(.cursor, on: surface))
  }
}
