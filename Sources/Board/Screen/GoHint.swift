import Pipeline

/// What may follow a key that waits for another one: a small window over the footer.
struct GoHint {
  private let entries: [(key: String, label: String)]

  /// Lists what may follow at the place that has the keys; nothing while no key waits.
  init(_ board: borrowing BoardState) {
    let typed = board.typedChords
    guard !typed.isEmpty else {
      entries = []
      return
    }
    entries = board.keyMap.continuations(of: typed, at: board.layers.top.place)
      .compactMap { keys, command in
        guard command.unavailable(in: board) == nil,
          let chord = keys.chords.dropFirst(typed.count).first
        else { return nil }
        return (chord.description, command.destination ?? command.summary)
      }
  }

  func draw(on canvas: inout Canvas, over screen: Rect) {
    guard !entries.isEmpty else { return }
    let widest = entries.map { canvas.width(of: $0.key) + canvas.width(of: $0.label) }.max() ?? 0
    let columns = min(screen.columns, widest + 7)
    let rows = min(screen.rows, entries.count + 2)
    let inside = canvas.frame(
      Rect(
        row: screen.endRow - rows,
        column: screen.endColumn - columns,
        rows: rows,
        columns: columns
      ),
      title: phrase("go to")
    )
    let keys = entries.map { canvas.width(of: $0.key) }.max() ?? 0
    for (index, entry) in entries.prefix(inside.rows).enumerated() {
      canvas.write(
        entry.key,
        row: inside.row + index,
        column: inside.column,
        Style(.key, on: .overlay, .bold)
      )
      canvas.write(
        entry.label,
        row: inside.row + index,
        column: inside.column + keys + 1,
        limit: inside.columns - keys - 1,
        Style(.text, on: .overlay)
      )
    }
  }
}
