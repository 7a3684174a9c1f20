import Pipeline

extension PickList {
  /// Takes a key that moves in the list or edits what is searched; false for any other.
  mutating func take(_ chord: Chord) -> Bool {
    switch (chord.key, chord.modifiers) {
    case (.up, []), (.character("p"), .control): move(by: -1)
    case (.down, []), (.character("n"), .control): move(by: 1)
    case (.pageUp, []): move(by: -10)
    case (.pageDown, []): move(by: 10)
    // The ends are the list's; ctrl-a and ctrl-e are those of what is typed.
    case (.home, []): move(by: -shown.count)
    case (.end, []): move(by: shown.count)
    default: return query.take(chord)
    }
    return true
  }

  /// Draws the list in a window over the board, with the field to search it on top and how many fit
  /// at the bottom.
  func drawSearch(
    on canvas: inout Canvas,
    over screen: Rect,
    title: String,
    hint: String,
    note: String = ""
  ) {
    let rows = min(screen.rows, items.count + 4)
    let rect = screen.centered(rows: max(6, rows), columns: 70)
    let inside = canvas.frame(rect, title: title, hint: hint)
    query.draw(on: &canvas, in: inside.line(0), hint: phrase("type to search"), isFocused: true)
    draw(
      on: &canvas,
      in: Rect(
        row: inside.row + 1,
        column: inside.column,
        rows: inside.rows - 2,
        columns: inside.columns
      )
    )
    canvas.write(
      phrase("\(shown.count) of \(items.count)") + (note.isEmpty ? "" : "   " + note),
      row: inside.endRow - 1,
      column: inside.column + 1,
      limit: inside.columns,
      Style(.dim, on: .overlay)
    )
  }

  /// Draws a short list in a window as small as it can be, with the field to type into on top; it is
  /// wider than `columns` where a line needs that.
  ///
  /// The window keeps the size of the whole list while typing narrows it.
  func draw(
    on canvas: inout Canvas,
    over screen: Rect,
    title: String,
    hint: String = "",
    columns: Int = 52,
    field: String = "",
    empty: String = phrase("Nothing fits.")
  ) {
    let rows = min(screen.rows, max(5, min(items.count, 12) + 3))
    // The border, a blank inside it at each side, the cursor before a title, and what keeps the title
    // from what stands at the right.
    let longest = items.map { 8 + canvas.width(of: $0.title) + canvas.width(of: $0.detail) }.max()
    let wanted = max(columns, longest ?? 0)
    let rect = screen.centered(rows: rows, columns: min(screen.columns - 2, wanted))
    let inside = canvas.frame(rect, title: title, hint: hint)
    query.draw(on: &canvas, in: inside.line(0), hint: field, isFocused: true)
    draw(
      on: &canvas,
      in: Rect(
        row: inside.row + 1,
        column: inside.column,
        rows: inside.rows - 1,
        columns: inside.columns
      ),
      empty: empty
    )
  }
}
