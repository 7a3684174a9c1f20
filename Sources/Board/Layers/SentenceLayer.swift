import Pipeline

/// Says something that does not fit into the status line and must be read to its end, such as where
/// a file is.
struct SentenceLayer: Layer {
  let title: String
  let sentence: String

  var place: Place { .entry }

  mutating func type(
    _ chord: Chord,
    _ board: inout BoardState,
    _ clock: BoardClock
  ) -> Response {
    switch chord {
    case Chord(.enter), Chord(.escape): .closed([])
    default: .handled([])
    }
  }

  func draw(_ board: BoardState, on canvas: inout Canvas, in screen: Rect) {
    let width = min(screen.columns - 2, 64)
    let lines = canvas.wrapped(sentence, columns: width - 4)
    let inside = canvas.frame(
      screen.centered(rows: lines.count + 2, columns: width),
      title: title
    )
    for (index, line) in lines.prefix(inside.rows).enumerated() {
      canvas.write(
        line,
        row: inside.row + index,
        column: inside.column,
        limit: inside.columns,
        Style(.text, on: .overlay)
      )
    }
  }

  func hints(_ board: BoardState) -> [Hint] {
    [Hint(keys: "ent", label: phrase("close"))]
  }
}
